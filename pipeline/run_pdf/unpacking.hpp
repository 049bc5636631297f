// Attachments of a PDF → files, and two PDFs of one document compared.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/base/outcome.hpp"
#include "pipeline/inspect/read_record.hpp"
#include "pipeline/run/files.hpp"

namespace banxin {

/// A new folder of the system's for temporary files, which goes with the object.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    /// Empty where none could be made.
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Why there is none, in the words of the system.
    [[nodiscard]] const std::string& problem() const { return problem_; }

  private:
    std::filesystem::path path_;
    std::string problem_;
};

/// The files of a job below `folder`. `file` is the PDF's number.
///
/// Errors: `source-missing`, `attachment-unsafe`.
[[nodiscard]] Outcome<std::vector<OutputFile>> unpacked(std::vector<AttachedFile> attachments,
                                                        const std::filesystem::path& folder,
                                                        std::uint8_t file);

/// In words, how the document `again` is another one than `before`; both are PDFs that can be read.
[[nodiscard]] std::string difference_of(const std::string& before, const std::string& again);

}  // namespace banxin

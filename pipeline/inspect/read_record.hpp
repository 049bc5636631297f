// What a PDF says of itself and what travels inside it: its XMP and its attachments.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/archive_elements.hpp"
#include "pipeline/base/outcome.hpp"

namespace banxin {

struct AttachedFile {
    std::string name;  ///< As the PDF lists it: of a stranger's file anything at all.
    std::string bytes;
};

/// Empty where the PDF does not say.
struct PdfRecord {
    std::string title;
    std::string creator;
    std::vector<std::string> keywords;
    std::string created;        ///< As it is written: 2026-03-02T00:00:00+08:00
    std::string producer;       ///< The program that wrote the file.
    std::string archive_part;   ///< Of ISO 19005: 2
    std::string archive_level;  ///< A, U or B
    std::string access_part;    ///< Of ISO 14289: 1
    std::vector<ArchiveEntry> archive;
};

/// Both read `bytes`, the file numbered `file`. Errors: `pdf-broken`, `pdf-encrypted`,
/// `pdf-too-large`. Nothing in a file makes them throw.
[[nodiscard]] Outcome<PdfRecord> read_record(std::string_view bytes, std::uint8_t file);
[[nodiscard]] Outcome<std::vector<AttachedFile>> read_attachments(std::string_view bytes,
                                                                  std::uint8_t file);

}  // namespace banxin

// Files that inputs name, opened once they are known: each gets the number its places carry.
//
// Knows nothing of what is in them.
#pragma once

#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/base/diagnostic.hpp"

namespace banxin {

struct SourceBytes {
    std::string_view bytes;  ///< Held by the opener.
    std::uint8_t number;     ///< Index into Sources::files.
};

/// A file as it was when it was read.
struct OpenedFile {
    std::filesystem::path path;
    std::string bytes;
    SourceKind kind;
    Origin named_at;
};

/// Opens files for one run of the stages. Both the sources and the diagnostics must outlive it.
class SourceOpener {
  public:
    SourceOpener(Sources& sources, Diagnostics& diagnostics)
        : sources_{sources}, diagnostics_{diagnostics} {}

    /// The file at `path`, which is named at `named_at`. Errors, at that place: `file-missing`,
    /// `file-unreadable`, `files-too-many`.
    [[nodiscard]] std::optional<SourceBytes> open(const std::filesystem::path& path,
                                                  SourceKind kind, Origin named_at);

    /// All files that have been opened, in that order. Their bytes are given away.
    [[nodiscard]] std::deque<OpenedFile> take_opened() { return std::move(opened_); }

    void report(Code code, Origin origin, std::vector<Argument> arguments) {
        diagnostics_.push_back({code, origin, std::move(arguments)});
    }
    void report(Diagnostics found) { append(diagnostics_, std::move(found)); }

  private:
    Sources& sources_;
    Diagnostics& diagnostics_;
    std::deque<OpenedFile> opened_;
};

}  // namespace banxin

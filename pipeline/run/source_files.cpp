#include "pipeline/run/source_files.hpp"

#include <utility>

#include "pipeline/run/files.hpp"

namespace banxin {

std::optional<SourceBytes> SourceOpener::open(const std::filesystem::path& path, SourceKind kind,
                                              Origin named_at) {
    if (sources_.files.size() > Sources::kMostFiles) {
        report(Code::files_too_many, named_at, {{"most", std::to_string(Sources::kMostFiles)}});
        return std::nullopt;
    }
    FileBytes file = read_file(path);
    if (file.is_missing) {
        report(Code::file_missing, named_at,
               {{"file", path.filename().string()}, {"folder", shown(path.parent_path())}});
        return std::nullopt;
    }
    if (!file.bytes) {
        report(Code::file_unreadable, named_at,
               {{"file", shown(path)}, {"problem", std::move(file.problem)}});
        return std::nullopt;
    }
    const OpenedFile& opened =
        opened_.emplace_back(OpenedFile{path, std::move(*file.bytes), kind, named_at});
    return SourceBytes{opened.bytes, sources_.add({shown(path), kind, {}})};
}

}  // namespace banxin

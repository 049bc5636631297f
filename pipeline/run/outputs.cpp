#include "pipeline/run/outputs.hpp"

#include <system_error>
#include <vector>

namespace banxin {
namespace {

std::string picture(const std::string& name, std::size_t page, PreviewFormat format) {
    return name + "-" + std::to_string(page) + (format == PreviewFormat::png ? ".png" : ".svg");
}

/// Of pages behind the last.
void remove_pictures(const std::filesystem::path& folder, const std::string& name, std::size_t last,
                     PreviewFormat format) {
    std::error_code error;
    for (std::size_t page = last + 1;; ++page)
        if (!std::filesystem::remove(folder / picture(name, page, format), error)) break;
}

}  // namespace

std::optional<WriteProblem> write_outputs(const Product& product,
                                          const std::filesystem::path& folder,
                                          const std::string& name,
                                          std::optional<PreviewFormat> preview) {
    std::vector<OutputFile> files;
    files.push_back({folder / (name + ".pdf"), product.pdf});
    for (std::size_t k = 0; k < product.previews.size(); ++k)
        files.push_back({folder / picture(name, k + 1, *preview), product.previews[k]});
    for (const StageDump& dump : product.dumps)
        files.push_back({folder / (name + "." + dump.stage + ".dump"), dump.text});
    if (auto problem = write_files(files)) return problem;
    if (preview) remove_pictures(folder, name, product.previews.size(), *preview);
    return std::nullopt;
}

std::optional<WriteProblem> write_pictures(const std::vector<std::string>& pictures,
                                           const std::filesystem::path& folder,
                                           const std::string& name) {
    const std::string stem = name + "-inspect";
    std::vector<OutputFile> files;
    for (std::size_t k = 0; k < pictures.size(); ++k)
        files.push_back({folder / picture(stem, k + 1, PreviewFormat::png), pictures[k]});
    if (auto problem = write_files(files)) return problem;
    remove_pictures(folder, stem, pictures.size(), PreviewFormat::png);
    return std::nullopt;
}

Diagnostic not_written(const WriteProblem& problem) {
    return {Code::output_not_written,
            {},
            {{"file", shown(problem.path)}, {"problem", problem.problem}}};
}

}  // namespace banxin

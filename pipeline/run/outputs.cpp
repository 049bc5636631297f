#include "pipeline/run/outputs.hpp"

#include <system_error>
#include <vector>

namespace banxin {
namespace {

std::string picture(const std::string& name, std::size_t page, PreviewFormat format) {
    return name + "-" + std::to_string(page) + (format == PreviewFormat::png ? ".png" : ".svg");
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
    if (!preview) return std::nullopt;
    std::error_code error;
    for (std::size_t page = product.previews.size() + 1;; ++page)
        if (!std::filesystem::remove(folder / picture(name, page, *preview), error)) break;
    return std::nullopt;
}

}  // namespace banxin

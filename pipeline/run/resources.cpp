#include "pipeline/run/resources.hpp"

#include <algorithm>
#include <system_error>

namespace banxin {
namespace {

std::optional<Resources> find_upwards(std::filesystem::path folder) {
    for (;;) {
        std::error_code error;
        const bool both = std::filesystem::is_directory(folder / "layouts", error) &&
                          std::filesystem::is_directory(folder / "fonts", error);
        if (both) return Resources{folder / "layouts", folder / "fonts" / "fonts.yaml"};
        if (!folder.has_relative_path()) return std::nullopt;
        folder = folder.parent_path();
    }
}

}  // namespace

std::filesystem::path program_folder() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::path{} : program.parent_path();
}

std::optional<Resources> find_resources() {
    if (auto found = find_upwards(program_folder())) return found;
    std::error_code error;
    return find_upwards(std::filesystem::current_path(error));
}

std::vector<std::string> layout_names(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator{folder, error})
        if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace banxin

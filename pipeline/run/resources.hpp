// Where the layouts and the fonts are.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace banxin {

struct Resources {
    std::filesystem::path layouts;     ///< Folder of the layout files.
    std::filesystem::path font_table;  ///< fonts.yaml; the font files lie beside it.
};

/// The folder of the running program.
[[nodiscard]] std::filesystem::path program_folder();

/// Looks for a folder with both `layouts/` and `fonts/`: from the program upwards, then from the
/// working folder upwards. No path is built into the program, so that it can be moved.
[[nodiscard]] std::optional<Resources> find_resources();

/// The names of the layouts in `folder`, sorted by code point.
[[nodiscard]] std::vector<std::string> layout_names(const std::filesystem::path& folder);

}  // namespace banxin

// The layouts of a folder by their names, each laid over those that it extends.
//
// Does not ask what a layout is wanted for.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/yaml.hpp"
#include "pipeline/layout/layout.hpp"
#include "pipeline/run/source_files.hpp"

namespace banxin {

/// A folder of layouts, looked through once.
struct LayoutFolder {
    explicit LayoutFolder(std::filesystem::path folder);

    std::filesystem::path path;
    std::vector<std::string> names;  ///< Sorted by code point.
};

class LayoutShelf {
  public:
    /// Both must outlive the shelf; `opener` gets all complaints.
    LayoutShelf(const LayoutFolder& folder, SourceOpener& opener)
        : folder_{folder}, opener_{opener} {}

    /// The layout called `name`, which `named_at` asks for; nothing after an error.
    ///
    /// Errors: `layout-unknown` here and where a layout extends one that is not there,
    /// `layout-circle`, those of opening files and of read_layout.
    [[nodiscard]] std::optional<Layout> layout(const std::string& name, Origin named_at);

  private:
    using Names = std::vector<std::string>;

    const YamlNode* tree(const std::string& name, Origin named_at, Names& below);
    std::optional<YamlNode> read_tree(const std::string& name, Origin named_at, Names& below);

    const LayoutFolder& folder_;
    SourceOpener& opener_;
    /// With what they extend; nothing for one that has been complained of.
    std::map<std::string, std::optional<YamlNode>> trees_;
};

}  // namespace banxin

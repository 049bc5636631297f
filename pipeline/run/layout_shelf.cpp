#include "pipeline/run/layout_shelf.hpp"

#include <algorithm>
#include <utility>

#include "pipeline/base/nearest.hpp"
#include "pipeline/layout/layout_tree.hpp"
#include "pipeline/layout/read_layout.hpp"
#include "pipeline/run/resources.hpp"

namespace banxin {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_listed(const LayoutFolder& folder, const std::string& name) {
    return std::binary_search(folder.names.begin(), folder.names.end(), name);
}

/// `c → a → b → c`, from the name that closes the circle.
std::string circle_of(const std::vector<std::string>& names, const std::string& closing) {
    std::string circle;
    for (auto name = std::find(names.begin(), names.end(), closing); name != names.end(); ++name)
        circle += *name + " → ";
    return circle + closing;
}

}  // namespace

LayoutFolder::LayoutFolder(std::filesystem::path folder)
    : path{std::move(folder)}, names{layout_names(path)} {}

std::optional<Layout> LayoutShelf::layout(const std::string& name, Origin named_at) {
    Names below;
    const YamlNode* whole = tree(name, named_at, below);
    if (whole == nullptr) return std::nullopt;
    Outcome<Layout> outcome = read_layout(*whole, name);
    const bool usable = outcome.ok();
    opener_.report(std::move(outcome.diagnostics));
    if (!usable) return std::nullopt;
    return std::move(outcome.value);
}

/// `below` are the layouts that are waiting for this one, the first the one that a job names.
const YamlNode* LayoutShelf::tree(const std::string& name, Origin named_at, Names& below) {
    if (contains(below, name)) {
        opener_.report(Code::layout_circle, named_at,
                       {{"layout", name}, {"circle", circle_of(below, name)}});
        return nullptr;
    }
    auto found = trees_.find(name);
    if (found == trees_.end()) {
        below.push_back(name);
        std::optional<YamlNode> read = read_tree(name, named_at, below);
        below.pop_back();
        // A name that is not there is reported wherever it is asked for.
        if (!read && !is_listed(folder_, name)) return nullptr;
        found = trees_.emplace(name, std::move(read)).first;
    }
    return found->second ? &*found->second : nullptr;
}

std::optional<YamlNode> LayoutShelf::read_tree(const std::string& name, Origin named_at,
                                               Names& below) {
    if (!is_listed(folder_, name)) {
        opener_.report(Code::layout_unknown, named_at,
                       {{"layout", name}, {"known", nearest_first(name, folder_.names)}});
        return std::nullopt;
    }
    const auto file = opener_.open(folder_.path / (name + ".yaml"), SourceKind::text, named_at);
    if (!file) return std::nullopt;
    Outcome<YamlNode> outcome = read_yaml(file->bytes, file->number);
    opener_.report(std::move(outcome.diagnostics));
    // A key that comes twice leaves a tree that can be read on; a file that is no YAML does not.
    if (outcome.value.kind != YamlNode::Kind::map) return std::nullopt;
    const Text extended = extended_layout(outcome.value);
    if (extended.empty()) return std::move(outcome.value);
    const YamlNode* base = tree(extended.utf8(), extended.origin(), below);
    // Without its base a layout would seem to lack what the base has.
    if (base == nullptr) return std::nullopt;
    return laid_over(*base, outcome.value);
}

}  // namespace banxin

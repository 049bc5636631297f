#include "pipeline/layout/layout_tree.hpp"

#include <algorithm>
#include <string_view>

namespace banxin {
namespace {

using Kind = YamlNode::Kind;

YamlEntry* entry_of(YamlNode& map, std::string_view key) {
    const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                    [&](const YamlEntry& each) { return each.key.utf8() == key; });
    return found == map.entries.end() ? nullptr : &*found;
}

/// A key with nothing behind it says nothing, as everywhere in layouts.
bool says(const YamlNode& map, std::string_view key) {
    return std::any_of(map.entries.begin(), map.entries.end(), [&](const YamlEntry& each) {
        return each.key.utf8() == key && each.value.kind != Kind::empty;
    });
}

YamlNode joined(const YamlNode& below, const YamlNode& above) {
    if (above.kind == Kind::empty) return below;
    if (above.kind != Kind::map || below.kind != Kind::map) return above;
    // Whoever writes `like` describes the style anew: settings of the base that the file does not
    // show would come as a surprise.
    if (says(above, "like")) return above;
    YamlNode whole = below;
    whole.origin = above.origin;
    for (const YamlEntry& entry : above.entries) {
        if (YamlEntry* same = entry_of(whole, entry.key.utf8())) {
            same->value = joined(same->value, entry.value);
            same->key = entry.key;
        } else {
            whole.entries.push_back(entry);
        }
    }
    return whole;
}

}  // namespace

Text extended_layout(const YamlNode& layout) {
    for (const YamlEntry& entry : layout.entries) {
        if (entry.key.utf8() == "extends") return entry.value.scalar;
    }
    return {};
}

YamlNode laid_over(const YamlNode& base, const YamlNode& layout) {
    const bool has_form = says(layout, "form");
    const bool has_ranking = says(layout, "ranking");
    YamlNode below = base;
    std::erase_if(below.entries, [&](const YamlEntry& each) {
        const std::string& key = each.key.utf8();
        const bool has_own = (key == "form" && has_form) || (key == "ranking" && has_ranking) ||
                             (key == "parts" && (has_form || has_ranking));
        return has_own || key == "summary" || key == "extends";
    });
    return joined(below, layout);
}

}  // namespace banxin

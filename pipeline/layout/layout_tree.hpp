// What a layout file says beyond the one it extends: two YAML trees → one.
//
// Understands no setting, only which of them belong together. Opens no file.
#pragma once

#include "pipeline/base/yaml.hpp"

namespace banxin {

/// The name behind `extends:`, with its place; empty where the layout stands by itself.
[[nodiscard]] Text extended_layout(const YamlNode& layout);

/// `layout` with all that it leaves to `base`, which must have been laid over its own base before.
///
/// Settings and styles are joined key by key, but a style with `like` stands in place of the
/// base's, and so do `parts`, `form` and `ranking`. The base's parts are not taken over by a layout
/// with a table of its own, which would have no place among them. `summary` is each layout's own.
/// A group of keys has the place it has in `layout`, so that what both lack is reported there.
[[nodiscard]] YamlNode laid_over(const YamlNode& base, const YamlNode& layout);

}  // namespace banxin

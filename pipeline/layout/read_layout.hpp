// Stage layout: a layouts/*.yaml, laid over what it extends → Layout.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/outcome.hpp"
#include "pipeline/base/yaml.hpp"
#include "pipeline/layout/layout.hpp"

namespace banxin {

/// Resolves a layout called `name` whose tree has been laid over those of the layouts it extends.
///
/// After it every style that the layout, or the composing of one of its parts, names is there,
/// every measure is positive, and the cells of a form tile its sections. A layout without parts
/// and tables is there for others to extend.
///
/// Errors: those of YamlMap (`key-unknown`, `key-missing`, `value-invalid` …), `style-unknown`,
/// `style-circle`, `form-columns-mismatch` (a row's cells do not fill its section's columns).
[[nodiscard]] Outcome<Layout> read_layout(const YamlNode& tree, std::string name);

/// The same out of the bytes of a file that extends none. `file` is the number its Origins carry.
/// Errors: also those of read_yaml.
[[nodiscard]] Outcome<Layout> read_layout(std::string_view bytes, std::string name,
                                          std::uint8_t file);

}  // namespace banxin

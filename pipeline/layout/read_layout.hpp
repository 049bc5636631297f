// Stage layout: bytes of a layouts/*.yaml → Layout.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/outcome.hpp"
#include "pipeline/layout/layout.hpp"

namespace banxin {

/// Reads and resolves a layout called `name`. `file` is the number its Origins carry.
///
/// After it every style that the layout, or the composing of one of its parts, names is there,
/// every measure is positive, and the cells of a form tile its sections.
///
/// Errors: those of read_yaml and YamlMap (`key-unknown`, `key-missing`, `value-invalid` …),
/// `style-unknown`, `style-circle`, `form-columns-mismatch` (a row's cells do not fill its
/// section's columns).
[[nodiscard]] Outcome<Layout> read_layout(std::string_view bytes, std::string name,
                                          std::uint8_t file);

}  // namespace banxin

// The page, its number and the rules of line layout, out of a layout file.
//
// Knows the figures' words; the figures themselves are in layouts/.
#pragma once

#include "pipeline/base/yaml_reader.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/layout/style.hpp"

namespace banxin {

/// `page:`. Errors: those of YamlMap; `value-invalid` for a type area that leaves the paper.
[[nodiscard]] PageGeometry read_page(const YamlValue& value);

/// `page-number:`, a map or `none`. Absent: none.
[[nodiscard]] PageNumberStyle read_page_number(const YamlValue& value);

/// `imprint:`. Errors: those of YamlMap and of lengths.
[[nodiscard]] ImprintLayout read_imprint_layout(const YamlValue& value);

/// `lines:`. What is left out stays at its default.
[[nodiscard]] LineRules read_line_rules(const YamlValue& value);

}  // namespace banxin

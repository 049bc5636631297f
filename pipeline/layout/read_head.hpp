// The head of an official document, out of a layout file.
#pragma once

#include "pipeline/base/yaml_reader.hpp"
#include "pipeline/layout/head_layout.hpp"
#include "pipeline/layout/read_styles.hpp"

namespace banxin {

/// `head:`. An em in it is a cell of the grid of `page`. Errors: those of YamlMap and of lengths;
/// `style-unknown` for the styles that only some heads need.
[[nodiscard]] HeadLayout read_head(const YamlValue& value, const PageGeometry& page,
                                   const Styles& styles);

}  // namespace banxin

// `signature:` of a layout file.
#pragma once

#include "pipeline/base/yaml_reader.hpp"
#include "pipeline/layout/signature_layout.hpp"
#include "pipeline/layout/style.hpp"

namespace banxin {

/// What is left out stays at its default; em is a cell of the grid of `page`.
[[nodiscard]] SignatureLayout read_signature_layout(const YamlValue& value,
                                                    const PageGeometry& page);

}  // namespace banxin

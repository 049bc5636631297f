// The words for sizes and distances in a layout file → Length.
//
// Knows 字号 and units; what an em or the grid is, the caller says.
#pragma once

#include <optional>
#include <string_view>

#include "pipeline/base/length.hpp"
#include "pipeline/base/yaml_reader.hpp"

namespace banxin {

/// `三号`, `10.5pt`, `5.6mm`, and `2em` where `em` is known. Nothing for anything else, for
/// negative lengths and for more than two metres.
[[nodiscard]] std::optional<Length> parse_length(std::string_view text, std::optional<Length> em);

/// A length that may be zero. Errors: `text-expected`, `value-invalid`.
[[nodiscard]] std::optional<Length> read_length(const YamlValue& value,
                                                std::optional<Length> em = std::nullopt);

/// A length that must not be zero. Errors: as above.
[[nodiscard]] std::optional<Length> read_extent(const YamlValue& value,
                                                std::optional<Length> em = std::nullopt);

/// Width and height, `[156mm, 225mm]`. Errors: as above, and `list-expected`.
struct Extents {
    Length width;
    Length height;
};
[[nodiscard]] std::optional<Extents> read_extents(const YamlValue& value);

/// `true` or `false`. Errors: `text-expected`, `value-invalid`.
[[nodiscard]] std::optional<bool> read_truth(const YamlValue& value);

}  // namespace banxin

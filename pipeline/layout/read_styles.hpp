// The styles of a layout file, with what they inherit, as resolved figures.
//
// Does not know whether a font role exists: that is told when fonts are opened.
#pragma once

#include <map>
#include <string>

#include "pipeline/base/yaml_reader.hpp"
#include "pipeline/layout/style.hpp"

namespace banxin {

using Styles = std::map<std::string, Style>;

/// `styles:`. A style may be `like` another: it has the settings of that one that it does not make
/// itself, and words such as `2em` mean its own em. `grid` needs a `page` with a type area.
///
/// Errors: those of YamlMap; `key-missing` for a style without font, size or leading;
/// `style-unknown`; `style-circle`; `value-invalid` also for indents that leave no room on a line.
[[nodiscard]] Styles read_styles(const YamlValue& value, const PageGeometry& page);

/// The name of a style that must be there. Errors: `style-unknown`.
[[nodiscard]] std::string read_style_name(const YamlValue& value, const Styles& styles);

/// Reports `style-unknown` at `value` when there is no style of that name.
void require_style(const YamlValue& value, const std::string& name, const Styles& styles);

}  // namespace banxin

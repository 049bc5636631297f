// Ranking tables and forms as a layout file describes them.
//
// Builds no table: data and layout meet in stage compose.
#pragma once

#include "pipeline/base/yaml_reader.hpp"
#include "pipeline/layout/read_styles.hpp"
#include "pipeline/layout/table_layout.hpp"

namespace banxin {

/// A rule: `0.35mm`, `none`, or `{double: 0.35mm, gap: 0.6mm}`. Nothing where it is not given.
[[nodiscard]] std::optional<RuleStyle> read_rule(const YamlValue& value);

/// `frame:` of either.
[[nodiscard]] TableFrame read_frame(const YamlValue& value);

/// `shrink: {size: 0.9, leading: 0.9}` of either: shares from 0.5 to 1.
[[nodiscard]] Shrink read_shrink(const YamlValue& value);

/// `page: landscape` of either.
[[nodiscard]] PageOrientation read_orientation(const YamlValue& value);

/// `continued:` of either; without text where there is none.
[[nodiscard]] ContinuedLine read_continued(const YamlValue& value, const Styles& styles);

/// `ranking:`. Errors: those of YamlMap, `style-unknown`.
[[nodiscard]] RankingLayout read_ranking_layout(const YamlValue& value, const Styles& styles);

/// `form:`. Errors: those of YamlMap, `style-unknown`, `form-columns-mismatch`.
[[nodiscard]] FormLayout read_form_layout(const YamlValue& value, const Styles& styles);

}  // namespace banxin

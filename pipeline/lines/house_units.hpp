// The house rules: pieces of Chinese text that a reader takes in at one glance and that no line
// end should tear, though UAX #14 lets it. Found on the text alone; widths do not matter here.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/layout/line_rules.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

enum class UnitKind : std::uint8_t {
    figure,           ///< 46个  12.5%  三十二名  百分之五
    money,            ///< 2,462.5万元
    date,             ///< 2026年11月20日  3月5日
    document_number,  ///< 〔2020〕4号, from 〔 on; the agency before it is an `agency`
    agency,           ///< the Han before 〔2020〕, as many as may belong to it
    ordinal,          ///< 第12条  第二百零五条  第（三）项
    label,            ///< 附件2  表3, and ① with the character after it
    short_title,      ///< 《预算法》
    short_quotation,  ///< “放管服”
    name,             ///< 买买提·艾力: a break after the dot
    person,           ///< 孙三立, 张　三 in a list of people (Style::keeps_names)
};

/// Clusters [begin, end) that belong together.
struct HouseUnit {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    UnitKind kind = UnitKind::figure;
};

/// In the order of their beginnings. Units may overlap: a short title may hold a date.
[[nodiscard]] std::vector<HouseUnit> find_house_units(const ShapedParagraph& paragraph);

/// Whether a line may end inside a unit of this kind when it costs enough; the others hold as
/// long as they are not wider than the measure.
[[nodiscard]] bool may_be_torn(UnitKind kind);

/// What tearing `unit` costs, where that may happen.
[[nodiscard]] unsigned cost_of_tearing(const HouseUnit& unit, const LineRules& rules);

/// The clusters of figures that stand without a gap beside Han: in dates, document numbers, money,
/// ordinals and labels. One entry a cluster.
[[nodiscard]] std::vector<bool> clusters_that_stand_tight(const std::vector<HouseUnit>& units,
                                                          std::size_t cluster_count);

}  // namespace banxin

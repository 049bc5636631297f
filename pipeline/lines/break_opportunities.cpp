#include "pipeline/lines/break_opportunities.hpp"

#include <algorithm>
#include <string_view>

#include "pipeline/base/characters.hpp"
#include "pipeline/lines/latin_breaks.hpp"

namespace banxin {
namespace {

using Class = CharacterClass;

/// GB/T 15834-2011, 5.1: what never begins a line; —— and …… by CLREQ's strict rule.
bool never_starts(Class character_class) {
    switch (character_class) {
        case Class::closing:
        case Class::pause:
        case Class::stop:
        case Class::middle_dot:
        case Class::connector:
        case Class::slash:
        case Class::postfix:
        case Class::dash:
        case Class::ellipsis:
            return true;
        default:
            return false;
    }
}

/// GB/T 15834-2011, 5.1: what never ends a line.
bool never_ends(Class character_class) {
    return character_class == Class::opening || character_class == Class::slash;
}

/// U+3005 々 repeats the character before it; ー and small kana lengthen it.
bool repeats_previous(char32_t character) {
    return character == U'々' || character == U'〻' || character == U'ー';
}

/// Latin marks that end what stands before them, also where they were typed among Han.
bool is_latin_closing(char32_t character) { return is_one_of(character, U",.;:!?)]}”’·…—–"); }

bool is_latin_opening(char32_t character) { return is_one_of(character, U"([{“‘"); }

/// The bond of two neighbours, as far as their classes alone decide it.
Bond bond_by_class(const Cluster& left, const Cluster& right) {
    const Class l = left.character_class;
    const Class r = right.character_class;
    if (l == Class::han && r == Class::han) {
        return repeats_previous(right.character) ? Bond::prohibited : Bond::free;
    }
    if (l == Class::line_feed) return Bond::forced;
    if (r == Class::line_feed) return Bond::prohibited;
    if (never_starts(r) || never_ends(l)) return Bond::prohibited;
    if (repeats_previous(right.character)) return Bond::prohibited;
    if (r == Class::latin && is_latin_closing(right.character)) return Bond::prohibited;
    if (l == Class::latin && is_latin_opening(left.character)) return Bond::prohibited;
    if (r == Class::latin_space || r == Class::wide_space) return Bond::prohibited;
    if (l == Class::digit && r == Class::digit) return Bond::prohibited;
    if (l == Class::prefix && (r == Class::digit || r == Class::prefix)) return Bond::prohibited;
    if (l == Class::connector && r == Class::digit) return Bond::prohibited;
    return Bond::free;
}

/// An opening mark holds what follows it over blanks too (LB14 of UAX #14): the blanks vanish at a
/// line's end, and the mark would be left there.
void hold_over_blanks(const std::vector<Cluster>& clusters, std::vector<BreakOpportunity>& breaks) {
    bool opened = false;
    for (std::size_t k = 1; k < clusters.size(); ++k) {
        const Cluster& left = clusters[k - 1];
        if (left.character_class != Class::latin_space) {
            opened = never_ends(left.character_class) ||
                     (left.character_class == Class::latin && is_latin_opening(left.character));
        }
        if (opened && breaks[k].bond == Bond::free) breaks[k].bond = Bond::prohibited;
    }
}

void apply(const HouseUnit& unit, const LineRules& rules, std::vector<BreakOpportunity>& breaks) {
    const bool soft = may_be_torn(unit.kind);
    const std::uint32_t cost = soft ? cost_of_tearing(unit, rules) : 0;
    for (std::size_t k = unit.begin + 1U; k < unit.end; ++k) {
        if (breaks[k].bond != Bond::free) continue;
        if (soft) {
            breaks[k].cost = std::max(breaks[k].cost, cost);
        } else {
            breaks[k].bond = Bond::bound;
        }
    }
}

}  // namespace

std::vector<BreakOpportunity> find_break_opportunities(const ShapedParagraph& paragraph,
                                                       const std::vector<HouseUnit>& units,
                                                       const LineRules& rules) {
    const auto& clusters = paragraph.clusters;
    std::vector<BreakOpportunity> breaks(clusters.size() + 1);
    for (std::size_t k = 1; k < clusters.size(); ++k) {
        breaks[k].bond = bond_by_class(clusters[k - 1], clusters[k]);
    }
    hold_over_blanks(clusters, breaks);
    apply_latin_breaks(paragraph, rules, breaks);
    for (const HouseUnit& unit : units) apply(unit, rules, breaks);
    breaks.front() = {Bond::prohibited, 0};
    breaks.back() = {Bond::forced, 0};
    return breaks;
}

}  // namespace banxin

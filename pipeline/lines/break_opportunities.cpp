#include "pipeline/lines/break_opportunities.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "pipeline/lines/house_units.hpp"

namespace banxin {
namespace {

using Class = CharacterClass;

/// GB/T 15834-2011, 5.1: what never begins a line.
bool never_starts(Class character_class) {
    switch (character_class) {
        case Class::closing:
        case Class::pause:
        case Class::stop:
        case Class::middle_dot:
        case Class::connector:
        case Class::slash:
            return true;
        default:
            return false;
    }
}

/// GB/T 15834-2011, 5.1: what never ends a line.
bool never_ends(Class character_class) {
    return character_class == Class::opening || character_class == Class::slash;
}

bool is_latin_text(Class character_class) {
    return character_class == Class::latin || character_class == Class::latin_space ||
           character_class == Class::digit || character_class == Class::prefix ||
           character_class == Class::postfix;
}

/// U+3005 々 repeats the character before it; ー and small kana lengthen it.
bool repeats_previous(char32_t character) {
    return character == U'々' || character == U'〻' || character == U'ー';
}

/// Latin marks that end what stands before them, also where they were typed among Han.
bool is_latin_closing(char32_t character) {
    return std::u32string_view{U",.;:!?)]}”’·…"}.find(character) != std::u32string_view::npos;
}

bool is_latin_opening(char32_t character) {
    return std::u32string_view{U"([{“‘"}.find(character) != std::u32string_view::npos;
}

/// The bond of two neighbours, as far as their classes alone decide it.
Bond bond_by_class(const Cluster& left, const Cluster& right) {
    const Class l = left.character_class;
    const Class r = right.character_class;
    if (l == Class::line_feed) return Bond::forced;
    if (r == Class::line_feed) return Bond::prohibited;
    if (never_starts(r) || never_ends(l)) return Bond::prohibited;
    if (repeats_previous(right.character)) return Bond::prohibited;
    if (r == Class::latin && is_latin_closing(right.character)) return Bond::prohibited;
    if (l == Class::latin && is_latin_opening(left.character)) return Bond::prohibited;
    if (r == Class::latin_space || r == Class::wide_space) return Bond::prohibited;
    if (l == Class::digit && (r == Class::digit || r == Class::postfix)) return Bond::prohibited;
    if (l == Class::prefix && (r == Class::digit || r == Class::prefix)) return Bond::prohibited;
    if (l == Class::connector && r == Class::digit) return Bond::prohibited;
    return Bond::free;
}

struct BreakIteratorCloser {
    void operator()(UText* text) const { utext_close(text); }
};

/// Forbids what ICU forbids between two clusters of Latin text; URLs, hyphens and abbreviations
/// follow UAX #14.
void apply_icu(const ShapedParagraph& paragraph, std::vector<BreakOpportunity>& breaks) {
    const auto& clusters = paragraph.clusters;
    const auto latin_pair = [&](std::size_t k) {
        return is_latin_text(clusters[k - 1].character_class) &&
               is_latin_text(clusters[k].character_class);
    };
    bool needed = false;
    for (std::size_t k = 1; k < clusters.size() && !needed; ++k) needed = latin_pair(k);
    if (!needed) return;

    UErrorCode status = U_ZERO_ERROR;
    const std::string& utf8 = paragraph.source.utf8();
    const std::unique_ptr<UText, BreakIteratorCloser> text{
        utext_openUTF8(nullptr, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status)};
    const std::unique_ptr<icu::BreakIterator> iterator{
        icu::BreakIterator::createLineInstance(icu::Locale("zh@lb=strict"), status)};
    if (U_FAILURE(status)) return;
    iterator->setText(text.get(), status);
    if (U_FAILURE(status)) return;
    for (std::size_t k = 1; k < clusters.size(); ++k) {
        if (breaks[k].bond != Bond::free || !latin_pair(k)) continue;
        const bool allowed =
            iterator->isBoundary(static_cast<std::int32_t>(clusters[k].text.begin)) != 0;
        if (!allowed) breaks[k].bond = Bond::prohibited;
    }
}

}  // namespace

std::vector<BreakOpportunity> find_break_opportunities(const ShapedParagraph& paragraph,
                                                       const LineRules& rules) {
    const auto& clusters = paragraph.clusters;
    std::vector<BreakOpportunity> breaks(clusters.size() + 1);
    for (std::size_t k = 1; k < clusters.size(); ++k) {
        breaks[k].bond = bond_by_class(clusters[k - 1], clusters[k]);
    }
    apply_icu(paragraph, breaks);
    bind_house_units(paragraph, rules, breaks);
    breaks.front() = {Bond::prohibited, 0};
    breaks.back() = {Bond::forced, 0};
    return breaks;
}

}  // namespace banxin

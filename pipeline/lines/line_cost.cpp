#include "pipeline/lines/line_cost.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>

namespace banxin {
namespace {

constexpr std::int64_t kScale = 1000;

// Parts of a full squeeze_cost, in percent, for what gives way before the marks inside a line do:
// the half em at a line's end keeps the grid and costs almost nothing.
constexpr std::array<std::int64_t, kFirstMarkStep> kSqueezePercent = {5, 20, 20, 30};

// Gaps opened by so many thousandths of an em are not seen: half an em shared by a full line.
constexpr std::int64_t kUnseenGap = 20;

// Gaps opened further than this make their line look spaced out. Two lines opened a little less are
// better than one of these, so it costs what `kSpacedOut` lines opened by a tenth of an em do, on
// top of what grows with the square.
constexpr std::int64_t kSpacedOutGap = 50;
constexpr std::int64_t kSpacedOut = 2;

// A ragged line: one more line must cost more than any unevenness that it could mend.
constexpr std::int64_t kLineCost = 2'000'000'000;
// Titles and centred cells break between words where that is possible at all.
constexpr std::int64_t kWordTorn = 1'000'000;
// … and never leave one character on a line of its own.
constexpr std::int64_t kAlone = 10'000'000;

struct TextCloser {
    void operator()(UText* text) const { utext_close(text); }
};

/// Marks the clusters that a dictionary finds inside a word.
std::vector<bool> clusters_inside_words(const ShapedParagraph& paragraph) {
    std::vector<bool> inside(paragraph.clusters.size() + 1, false);
    UErrorCode status = U_ZERO_ERROR;
    const std::string& utf8 = paragraph.source.utf8();
    const std::unique_ptr<UText, TextCloser> text{
        utext_openUTF8(nullptr, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status)};
    const std::unique_ptr<icu::BreakIterator> words{
        icu::BreakIterator::createWordInstance(icu::Locale("zh"), status)};
    if (U_FAILURE(status)) return inside;
    words->setText(text.get(), status);
    for (std::size_t k = 1; k < paragraph.clusters.size() && U_SUCCESS(status); ++k) {
        const auto byte = static_cast<std::int32_t>(paragraph.clusters[k].text.begin);
        inside[k] = words->isBoundary(byte) == 0;
    }
    return inside;
}

/// Whether a last line that holds nothing else is as good as empty.
bool is_mark(const Cluster& cluster) {
    switch (cluster.character_class) {
        case CharacterClass::han:
        case CharacterClass::digit:
        case CharacterClass::latin:
            return false;
        default:
            return true;
    }
}

}  // namespace

LineCosts::LineCosts(const ShapedParagraph& paragraph, const LineRules& rules)
    : paragraph_{paragraph}, rules_{rules}, em_{paragraph.style.pitch} {
    if (paragraph.style.alignment == Alignment::centre) {
        inside_word_ = clusters_inside_words(paragraph);
    }
}

std::int64_t LineCosts::in_thousandths(Length length) const {
    return length.emu() * 1000 / std::max<std::int64_t>(em_.emu(), 1);
}

LineCost LineCosts::of_line(const LineExtent& extent, Length measure, LinePlace place) const {
    const Length missing = measure - extent.natural;
    LineCost line;
    if (missing < Length{}) line = of_squeezing(extent, -missing);
    if (paragraph_.style.alignment != Alignment::justify) {
        line.cost.price += of_ragged(extent, std::max(missing, Length{}), place);
    } else if (missing > Length{} && place == LinePlace::inner) {
        line = of_opening(extent, missing);
    }
    return line;
}

LineCost LineCosts::of_squeezing(const LineExtent& extent, Length excess) const {
    LineCost line;
    for (std::size_t step = 0; step < kFirstMarkStep && excess > Length{}; ++step) {
        const Length taken = std::min(excess, extent.squeeze[step]);
        // squeeze_cost is the price of half an em.
        line.cost.price += kScale * rules_.squeeze_cost * kSqueezePercent[step] / 100 *
                           in_thousandths(taken) / 500;
        if (taken > Length{} && step > 0) line.fitness = Fitness::squeezed;
        excess -= taken;
    }
    if (excess <= Length{}) return line;
    line.cost.price += of_marks(extent, excess) + of_leaving_the_grid(extent.han / 2);
    line.fitness = Fitness::squeezed;
    return line;
}

/// Marks that share `taken` are squeezed less each: the price grows with the square of what one of
/// them loses, and falls with their number.
std::int64_t LineCosts::of_marks(const LineExtent& extent, Length taken) const {
    std::int64_t willing = 0;  // thousandths of marks
    for (std::size_t step = kFirstMarkStep; step < kSqueezes; ++step) {
        willing += in_thousandths(extent.squeeze[step]) * 2 *
                   willingness(static_cast<Squeeze>(step)) / 100;
    }
    const std::int64_t halves = in_thousandths(taken) * 2;
    return kScale * rules_.squeeze_cost * halves * halves / std::max<std::int64_t>(willing, 1) /
           1000;
}

std::int64_t LineCosts::of_leaving_the_grid(std::int64_t han) const {
    if (rules_.line_end != LineEndMode::grid) return 0;
    return kScale * rules_.grid_cost * han / 10;
}

LineCost LineCosts::of_opening(const LineExtent& extent, Length missing) const {
    const Length stretched = std::min(missing, extent.stretch);
    missing -= stretched;
    const std::int64_t places = std::max<std::int64_t>(extent.openings, 1);
    const std::int64_t gap = in_thousandths(missing) / places;
    const std::int64_t off_grid = gap > 0                         ? extent.han
                                  : in_thousandths(stretched) > 0 ? extent.han / 2
                                                                  : 0;
    // open_cost is the price of a tenth of an em at every gap, and grows with the square.
    LineCost line;
    line.cost.price =
        kScale * rules_.open_cost * gap * gap / 10'000 + of_leaving_the_grid(off_grid);
    if (gap > kSpacedOutGap) line.cost.price += kScale * rules_.open_cost * kSpacedOut;
    if (gap > kUnseenGap) line.fitness = Fitness::opened;
    // What the search relies on when it looks at faultless lines only: MeasuredParagraph::widest().
    // A line without openings cannot be filled at all.
    const Length most = em_.scaled(rules_.largest_han_gap, 1000) * std::int64_t{extent.openings};
    if (missing > most) line.cost.faults = kLooseLine;
    return line;
}

std::int64_t LineCosts::of_ragged(const LineExtent& extent, Length missing, LinePlace place) const {
    const std::int64_t slack = in_thousandths(missing);
    const bool balanced = paragraph_.style.alignment == Alignment::centre;
    if (place == LinePlace::last && !balanced) return kLineCost;
    const bool whole = extent.begin == 0 && extent.end == paragraph_.clusters.size();
    const bool alone = balanced && !whole && extent.end - extent.begin == 1;
    return kLineCost + kScale * (slack / 100) * (slack / 100) + (alone ? kAlone : 0);
}

Cost LineCosts::of_last_line(const LineExtent& extent, bool has_lines_before) const {
    if (!has_lines_before) return {};
    unsigned characters = 0;
    for (std::uint32_t k = extent.begin; k < extent.end; ++k) {
        if (!is_mark(paragraph_.clusters[k]) && ++characters > 1) return {};
    }
    return {kRunt, kScale * rules_.runt_cost};
}

Cost LineCosts::of_break(const BreakOpportunity& opportunity, std::uint32_t cluster) const {
    Cost cost{0, kScale * opportunity.cost};
    if (!inside_word_.empty() && inside_word_[cluster]) cost.price += kWordTorn;
    return cost;
}

Cost LineCosts::of_neighbours(Fitness first, Fitness second) const {
    const int distance = static_cast<int>(first) - static_cast<int>(second);
    return {0, distance == 2 || distance == -2 ? kScale * rules_.uneven_cost : 0};
}

}  // namespace banxin

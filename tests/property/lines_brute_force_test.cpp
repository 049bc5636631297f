// The search against every set of breaks there is, and against a greedy breaker. A failure prints
// the seed of its paragraph; BANXIN_SEED=… in the environment repeats that paragraph alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ostream>
#include <random>
#include <string>

#include "line_faults.hpp"
#include "line_trial.hpp"
#include "pipeline/base/utf8.hpp"
#include "pipeline/lines/break_lines.hpp"
#include "random_paragraph.hpp"
#include "tests/shaped.hpp"

namespace banxin {

static void PrintTo(const Cost& cost, std::ostream* stream) {
    *stream << cost.faults << " faults and " << cost.price;
}

namespace {

#ifdef NDEBUG
constexpr int kParagraphs = 5'000;
constexpr std::size_t kGreedyCharacters = 1'000'000;
#else
constexpr int kParagraphs = 300;
constexpr std::size_t kGreedyCharacters = 30'000;
#endif
constexpr std::size_t kMostOpportunities = 14;

std::uint64_t first_seed() {
    const char* repeated = std::getenv("BANXIN_SEED");
    return repeated != nullptr ? std::stoull(repeated) : std::random_device{}();
}
bool is_repeated() { return std::getenv("BANXIN_SEED") != nullptr; }

ShapedParagraph shape(const LineSample& sample) {
    static Shaper shaper{test_fonts()};
    return shaper.shape(sample.paragraph, sample.layout).value;
}

/// The beginning of the text of random_sample(), set narrow, with indents that leave hardly
/// anything and rules that make every fault likely.
LineSample short_sample(std::uint64_t seed) {
    LineSample sample = random_sample(seed);
    Dice dice{seed};
    const std::string utf8 = text_of(sample.paragraph);
    std::size_t end = 0;
    const unsigned characters = dice.roll(2, 24);
    while (end < utf8.size() && end < characters * 3) {
        std::size_t next = end;
        (void)next_character(utf8, next);
        end = next;
    }
    sample.paragraph = test_paragraph(utf8.substr(0, end));
    Style& style = sample.layout.styles["body"];
    sample.measure = style.pitch.scaled(dice.roll(1000, 9000), 1000);
    style.first_line_indent = style.pitch.scaled(dice.roll(0, 2), 1);
    style.left_indent = style.right_indent = {};
    style.line_shape = LineShape::free;
    sample.rules.largest_han_gap = dice.roll(0, 200);
    sample.rules.uneven_cost = dice.roll(0, 400);
    return sample;
}

TEST(LinesBruteForce, TheSearchFindsTheLeastCost) {
    int compared = 0;
    for (std::uint64_t seed = first_seed(); compared < kParagraphs && !HasFailure(); ++seed) {
        SCOPED_TRACE("BANXIN_SEED=" + std::to_string(seed));
        const LineSample sample = short_sample(seed);
        const ShapedParagraph paragraph = shape(sample);
        const LineTrial trial{paragraph, sample.measure, sample.rules};
        if (trial.opportunities() <= kMostOpportunities) {
            const auto broken = break_lines(paragraph, sample.measure, sample.rules);
            EXPECT_EQ(trial.cost_of(breaks_of(broken.value)), trial.least_cost())
                << text_of(sample.paragraph) << " on " << sample.measure.emu();
            ++compared;
        }
        if (is_repeated()) return;
    }
}

/// Lines parted by force, short ones among them, of pieces that open and give way easily.
LineSample parted_sample(std::uint64_t seed) {
    constexpr auto kPieces =
        std::to_array<const char*>({"国", "国", "人，", "（大）", "a", "9会", "工、"});
    Dice dice{seed};
    std::string utf8;
    for (unsigned parts = dice.roll(1, 8); parts > 0; --parts) {
        const unsigned most = dice.one_in(3) ? 8 : 1;
        for (unsigned count = dice.roll(0, most); count > 0; --count) utf8 += dice.pick(kPieces);
        if (parts > 1) utf8 += '\n';
    }
    LineSample sample;
    sample.layout = test_layout();
    sample.paragraph = test_paragraph(utf8 + "国");
    sample.measure = kTestEm * static_cast<std::int64_t>(dice.roll(3, 6));
    sample.layout.styles["body"].first_line_indent =
        kTestEm * static_cast<std::int64_t>(dice.roll(0, 2));
    return sample;
}

/// One line more or fewer is had where it is free of faults and costs little more than the best,
/// and it is the best of that number then. Returns how often it was had.
int expect_other_numbers(LineSample sample) {
    sample.layout.styles["body"].alignment = Alignment::justify;
    sample.rules.largest_han_gap = 1000;  // so that a line more is often had
    sample.rules.looseness_cost = 50'000;
    const ShapedParagraph paragraph = shape(sample);
    const LineTrial trial{paragraph, sample.measure, sample.rules};
    if (trial.opportunities() > kMostOpportunities) return 0;
    const Breaks best = breaks_of(break_lines(paragraph, sample.measure, sample.rules).value);
    if (best.size() == 1) return 0;  // What fits one line is not broken for the sake of a page.
    const Cost limit = trial.cost_of(best) + Cost{0, 1000 * sample.rules.looseness_cost};
    int had = 0;
    for (const Looseness looseness : {Looseness::tighter, Looseness::looser}) {
        const std::size_t lines =
            best.size() + static_cast<std::size_t>(static_cast<int>(looseness));
        const Cost least = trial.least_cost(lines);
        const bool decent = least.faults == 0 && least < limit;
        const Breaks other =
            breaks_of(break_lines(paragraph, sample.measure, sample.rules, looseness).value);
        EXPECT_EQ(other.size(), decent ? lines : best.size())
            << text_of(sample.paragraph) << " on " << sample.measure.emu();
        EXPECT_EQ(trial.cost_of(other), decent ? least : trial.cost_of(best))
            << text_of(sample.paragraph) << " on " << sample.measure.emu();
        had += decent ? 1 : 0;
    }
    return had;
}

TEST(LinesBruteForce, AnotherNumberOfLinesIsTheBestOfThatNumber) {
    for (std::uint64_t seed = first_seed(), tried = 0; tried < kParagraphs && !HasFailure();
         ++seed, ++tried) {
        SCOPED_TRACE("BANXIN_SEED=" + std::to_string(seed));
        (void)expect_other_numbers(short_sample(seed));
        if (is_repeated()) return;
    }
}

TEST(LinesBruteForce, LineFeedsDoNotHideANumberOfLines) {
    int had = 0;
    for (std::uint64_t seed = first_seed(), tried = 0; tried < 10 * kParagraphs && !HasFailure();
         ++seed, ++tried) {
        SCOPED_TRACE("BANXIN_SEED=" + std::to_string(seed));
        had += expect_other_numbers(parted_sample(seed));
        if (is_repeated()) return;
    }
    EXPECT_GT(had, kParagraphs / 20);
}

TEST(LinesBruteForce, TheSearchIsNeverWorseThanAGreedyOne) {
    std::size_t characters = 0;
    for (std::uint64_t seed = first_seed(); characters < kGreedyCharacters && !HasFailure();
         ++seed) {
        SCOPED_TRACE("BANXIN_SEED=" + std::to_string(seed));
        LineSample sample = random_sample(seed);
        sample.paragraph.hanging_bytes = 0;
        sample.layout.styles["body"].line_shape = LineShape::free;
        const ShapedParagraph paragraph = shape(sample);
        characters += paragraph.clusters.size();
        const LineTrial trial{paragraph, sample.measure, sample.rules};
        const auto broken = break_lines(paragraph, sample.measure, sample.rules);
        const Cost greedy = trial.cost_of(trial.greedy());
        EXPECT_LE(trial.cost_of(breaks_of(broken.value)), greedy);
        // What a reader sees, and not only what it was priced at; a unit left over is no gap.
        const auto gapes = [&](const Line& line) {
            return widest_han_gap(paragraph, line) > sample.rules.largest_han_gap + 1;
        };
        const auto& lines = broken.value.lines;
        const auto gaping = std::count_if(lines.begin(), lines.end(), gapes);
        if (greedy.faults < kProhibitedBreak) {
            EXPECT_LE(gaping, greedy.faults);
        }
        if (is_repeated()) return;
    }
}

}  // namespace
}  // namespace banxin

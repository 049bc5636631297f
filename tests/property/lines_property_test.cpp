// What must hold for every paragraph, on a million random characters in all. A failure prints the
// seed of its paragraph; BANXIN_SEED=… in the environment repeats that paragraph alone.
#include <gtest/gtest.h>

#include <cstdlib>
#include <future>
#include <random>
#include <string>

#include "line_faults.hpp"
#include "pipeline/lines/break_lines.hpp"
#include "random_paragraph.hpp"
#include "tests/shaped.hpp"

namespace banxin {
namespace {

// Shaping with asserts and sanitizers takes tens of times as long.
#ifdef NDEBUG
constexpr std::size_t kCharacters = 1'000'000;
#else
constexpr std::size_t kCharacters = 30'000;
#endif

ShapedParagraph shape(const LineSample& sample) {
    thread_local Shaper shaper{test_fonts()};
    auto outcome = shaper.shape(sample.paragraph, sample.layout);
    for (const Diagnostic& diagnostic : outcome.diagnostics) {
        if (diagnostic.code == Code::half_width_mark || diagnostic.code == Code::straight_quote)
            continue;  // Random text has many.
        ADD_FAILURE() << info(diagnostic.code).name << ": " << diagnostic.arguments.at(0).value
                      << " in " << text_of(sample.paragraph);
    }
    return std::move(outcome.value);
}

/// Calls `check(sample, paragraph, seed)` for fresh random paragraphs of kCharacters in all.
template <typename Check>
void for_random_paragraphs(Check check) {
    const char* repeated = std::getenv("BANXIN_SEED");
    std::uint64_t seed = repeated != nullptr ? std::stoull(repeated) : std::random_device{}();
    std::size_t characters = 0;
    while (characters < kCharacters && !testing::Test::HasFailure()) {
        SCOPED_TRACE("BANXIN_SEED=" + std::to_string(seed));
        const LineSample sample = random_sample(seed);
        const ShapedParagraph paragraph = shape(sample);
        characters += paragraph.clusters.size();
        check(sample, paragraph, seed);
        if (repeated != nullptr) return;
        ++seed;
    }
}

std::string all_of(const std::vector<std::string>& sentences) {
    std::string joined;
    for (const std::string& sentence : sentences) joined += "\n  " + sentence;
    return joined;
}

/// Every figure of the lines, to be compared at once and printed where it differs.
std::string describe(const Outcome<BrokenParagraph>& broken) {
    std::string words;
    const auto add = [&words](std::int64_t number) { words += std::to_string(number) + ' '; };
    for (const Line& line : broken.value.lines) {
        for (const std::uint32_t number :
             {line.text.begin, line.text.end, line.cluster_begin, line.cluster_end}) {
            add(number);
        }
        add(static_cast<std::int64_t>(line.reason));
        for (const Length length : {line.left, line.width, line.natural_width}) add(length.emu());
        words += "at ";
        for (const Length position : line.positions) add(position.emu());
        words += '\n';
    }
    for (const Diagnostic& diagnostic : broken.diagnostics) {
        words += std::string{info(diagnostic.code).name} + ' ';
        for (const Argument& argument : diagnostic.arguments) words += argument.value + '\n';
    }
    return words;
}

TEST(LinesProperty, NoLineHasAFault) {
    for_random_paragraphs(
        [](const LineSample& sample, const ShapedParagraph& paragraph, std::uint64_t) {
            const auto broken = break_lines(paragraph, sample.measure, sample.rules);
            const auto faults =
                line_faults({paragraph, sample.measure, sample.rules, broken, *test_fonts()});
            EXPECT_TRUE(faults.empty()) << "measure " << sample.measure.emu() << all_of(faults);
        });
}

TEST(LinesProperty, CuttingTheTextIntoRunsChangesNothing) {
    for_random_paragraphs(
        [](const LineSample& sample, const ShapedParagraph& paragraph, std::uint64_t seed) {
            const ShapedParagraph cut = shape(cut_into_runs(sample, seed));
            EXPECT_EQ(describe(break_lines(paragraph, sample.measure, sample.rules)),
                      describe(break_lines(cut, sample.measure, sample.rules)))
                << text_of(sample.paragraph);
        });
}

TEST(LinesProperty, TwoThreadsGiveWhatOneGives) {
    for_random_paragraphs([](const LineSample& sample, const ShapedParagraph& paragraph,
                             std::uint64_t) {
        const auto again = [&sample] {
            return describe(break_lines(shape(sample), sample.measure, sample.rules));
        };
        // Few paragraphs are worth a thread each; the others are only broken a second time.
        std::future<std::string> other;
        if (paragraph.clusters.size() > 1000) other = std::async(std::launch::async, again);
        const std::string first = describe(break_lines(paragraph, sample.measure, sample.rules));
        EXPECT_EQ(first, describe(break_lines(paragraph, sample.measure, sample.rules)));
        if (other.valid()) {
            EXPECT_EQ(first, other.get());
        }
    });
}

}  // namespace
}  // namespace banxin

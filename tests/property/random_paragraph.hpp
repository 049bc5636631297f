// Random paragraphs of everything that a line may meet, with a width and rules to set them by.
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "pipeline/base/length.hpp"
#include "pipeline/compose/document.hpp"
#include "pipeline/layout/layout.hpp"
#include "pipeline/layout/line_rules.hpp"

namespace banxin {

/// Equal seeds give equal rolls on every machine, which std's distributions do not promise.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_{seed} {}

    /// From `least` to `most`, both included.
    unsigned roll(unsigned least, unsigned most) {
        return least + static_cast<unsigned>(engine_() % (std::uint64_t{most} - least + 1));
    }
    bool one_in(unsigned count) { return roll(1, count) == 1; }

    template <typename List>
    const auto& pick(const List& list) {
        return list[roll(0, static_cast<unsigned>(std::size(list)) - 1)];
    }

  private:
    std::mt19937_64 engine_;
};

/// What break_lines() takes, before it is shaped.
struct LineSample {
    Layout layout;
    Paragraph paragraph;
    Length measure;
    LineRules rules;
};

/// The paragraph of `seed`: Han with all marks, figures, words, blanks, line feeds, combining
/// marks and Han beyond U+FFFF, in one to three styles, all of it in the drawn fonts; 4 to 40 ems
/// wide, in every alignment, some as titles, in both line-end modes, with and without indents.
[[nodiscard]] LineSample random_sample(std::uint64_t seed);

/// `sample` with its text in many more runs, cut between any two characters. The pieces have the
/// style they had, or an equal one under another name; nothing may come of it.
[[nodiscard]] LineSample cut_into_runs(const LineSample& sample, std::uint64_t seed);

/// The text of all runs.
[[nodiscard]] std::string text_of(const Paragraph& paragraph);

}  // namespace banxin

// Marks that come in pairs, matched like brackets of a formula.
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "pipeline/check/rules.hpp"

namespace banxin {
namespace {

struct Pair {
    std::u32string_view opening;  ///< One character, or the full and the half width of it.
    std::u32string_view closing;
};

constexpr auto kPairs = std::to_array<Pair>({{U"“", U"”"},
                                             {U"‘", U"’"},
                                             {U"《", U"》"},
                                             {U"〈", U"〉"},
                                             {U"（(", U"）)"},
                                             {U"〔", U"〕"},
                                             {U"【", U"】"},
                                             {U"「", U"」"},
                                             {U"『", U"』"},
                                             {U"[［", U"]］"}});
constexpr std::size_t kDoubleQuotes = 0;
constexpr std::size_t kSingleQuotes = 1;
constexpr std::size_t kRound = 4;
constexpr std::size_t kSquare = 9;  ///< Only for [60, 80): in Chinese they pair nothing.
constexpr std::size_t kNone = kPairs.size();

std::size_t pair_of(char32_t character, std::u32string_view Pair::*side) {
    const auto* found = std::find_if(kPairs.begin(), kPairs.end(), [&](const Pair& pair) {
        return is_one_of(character, pair.*side);
    });
    return static_cast<std::size_t>(found - kPairs.begin());
}

bool is_latin_or_digit(char32_t character) {
    return digit(character) || (character >= U'a' && character <= U'z') ||
           (character >= U'A' && character <= U'Z');
}

/// 1） a） 三）: a label that begins a paragraph or an item.
bool ends_label(const Passage& passage, std::size_t at) {
    constexpr std::size_t kLongest = 3;
    std::size_t begin = at;
    while (begin > 0 && at - begin < kLongest &&
           (is_latin_or_digit(passage.at(begin - 1)) ||
            is_one_of(passage.at(begin - 1), U"一二三四五六七八九十")))
        --begin;
    if (begin == at) return false;
    return begin == 0 ||
           (!is_han(passage.at(begin - 1)) && !is_latin_or_digit(passage.at(begin - 1)));
}

class Matcher {
  public:
    explicit Matcher(const Passage& passage) : passage_{passage} {}

    /// Where marks without a counterpart stand; quotes left open go to `open_quotes`.
    std::vector<std::size_t> run() {
        for (std::size_t at = 0; at < passage_.size(); ++at) {
            const std::size_t opening = pair_of(passage_.at(at), &Pair::opening);
            const std::size_t closing = pair_of(passage_.at(at), &Pair::closing);
            if (opening != kNone)
                open(opening, at);
            else if (closing != kNone)
                close(closing, at);
        }
        for (const Open& each : open_)
            if (each.pair != kSquare) unpaired_.push_back(each.at);
        std::sort(unpaired_.begin(), unpaired_.end());
        return std::move(unpaired_);
    }

  private:
    struct Open {
        std::size_t pair;
        std::size_t at;
    };

    void open(std::size_t pair, std::size_t at) {
        open_.push_back({pair, at});
        ++open_ones_.at(pair);
    }

    Open pop() {
        const Open last = open_.back();
        open_.pop_back();
        --open_ones_.at(last.pair);
        return last;
    }

    void close(std::size_t pair, std::size_t at) {
        if (ends_interval(pair, at)) {
            pop();
            return;
        }
        if (open_ones_.at(pair) > 0) {
            // What was opened within it was never closed.
            for (Open last = pop(); last.pair != pair; last = pop()) {
                if (last.pair == kSquare) continue;
                unpaired_.push_back(last.at);
                ++crossed_.at(last.pair);
            }
            return;
        }
        if (crossed_.at(pair) > 0)
            --crossed_.at(pair);  // Its opening mark has been reported.
        else if (!may_stand_alone(pair, at))
            unpaired_.push_back(at);
    }

    /// [60, 80) and (60, 80]: brackets of two kinds around figures.
    [[nodiscard]] bool ends_interval(std::size_t pair, std::size_t at) const {
        if (open_.empty()) return false;
        const std::size_t opened = open_.back().pair;
        const bool differ =
            (pair == kRound && opened == kSquare) || (pair == kSquare && opened == kRound);
        return differ && (digit(passage_.at(at - 1)) || is_one_of(passage_.at(at - 1), U"%％分∞"));
    }

    /// Apostrophes and inches, labels, half an interval.
    [[nodiscard]] bool may_stand_alone(std::size_t pair, std::size_t at) const {
        const char32_t before = at > 0 ? passage_.at(at - 1) : U'\0';
        if (pair == kSingleQuotes || pair == kDoubleQuotes) return is_latin_or_digit(before);
        if (pair == kRound) return ends_label(passage_, at);
        return pair == kSquare;
    }

    const Passage& passage_;
    std::vector<Open> open_;
    std::array<unsigned, kPairs.size()> open_ones_{};
    std::array<unsigned, kPairs.size()> crossed_{};
    std::vector<std::size_t> unpaired_;
};

}  // namespace

void check_mark_pairs(const Passage& passage, char32_t next_begins_with, Diagnostics& found) {
    constexpr std::size_t kShortest = 3;  // A cell with ” alone repeats what stands above it.
    if (passage.size() < kShortest) return;
    for (const std::size_t at : Matcher{passage}.run()) {
        const char32_t mark = passage.at(at);
        const bool goes_on = is_one_of(mark, U"“‘") && next_begins_with == mark;
        if (goes_on) continue;
        found.push_back(
            {Code::mark_unpaired, passage.origin_at(at), {{"written", passage.utf8(at, at + 1)}}});
    }
}

}  // namespace banxin

// A grammar of sentence patterns with slots, read from plain text and expanded at random.
//
// A rule is a line `[name]` and, below it, one alternative a line. Lines that begin with # are
// comments. `*3 ` before an alternative makes it three times as frequent. In an alternative
//
//   {name}              is an alternative of another rule
//   {this|that|}        is one of these patterns, which may hold slots themselves
//   {12-99} {1.50-9.75} {1,000-99,999}
//                       is a figure of the range, with as many places as the bounds have
//   {han 3-205}         is a number in Chinese: 一百零三
//   {+name} {+han name} counts one further and writes the counter
//   {=name} {=name 120} sets a counter to 0, or to 120; writes nothing
//   ¶                   ends a paragraph
//
// Alternatives of a rule are dealt like cards: none comes again before all others have come.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

/// A mistake in a grammar: the file, the line and what is wrong.
class GrammarError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Grammar {
  public:
    struct Piece;
    using Pattern = std::vector<Piece>;

    struct Piece {
        enum class Kind : std::uint8_t { literal, rule, choice, figure, han_number, count, set };
        Kind kind = Kind::literal;
        std::string text{};              ///< The literal, or the name of a rule or counter.
        std::vector<Pattern> choices{};  ///< Of a choice.
        std::int64_t low = 0;            ///< Of figures, in units of their last place; both ends
        std::int64_t high = 0;   ///< belong to the range. `low` is what a counter is set to.
        unsigned places = 0;     ///< Behind the decimal point.
        bool thousands = false;  ///< 12,345
        bool han = false;        ///< A counter written in Chinese.
    };
    struct Rule {
        std::vector<Pattern> alternatives;
        std::vector<std::uint32_t> cards;  ///< Indices of alternatives, by weight.
    };

    /// Adds the rules of one file. Throws GrammarError, as check() does.
    void read(std::string_view file, const std::string& name);

    /// Every slot names a rule, and every rule but `roots` is named by a slot.
    void check(const std::vector<std::string>& roots) const;

    [[nodiscard]] const Rule& rule(const std::string& name) const { return rules_.at(name); }

  private:
    std::map<std::string, Rule> rules_;
};

/// Expands a grammar. Only the generator's raw output is used, so that a seed means the same text
/// with every standard library.
class Expansion {
  public:
    Expansion(const Grammar& grammar, std::uint64_t seed) : grammar_{grammar}, random_{seed} {}

    /// One text of the rule `name`.
    [[nodiscard]] std::string expand(const std::string& name);

  private:
    struct Deck {
        std::vector<std::uint32_t> cards{};
        std::size_t dealt = 0;
    };

    std::uint64_t below(std::uint64_t bound) { return random_() % bound; }
    const Grammar::Pattern& deal(const std::string& name);
    void write(const Grammar::Pattern& pattern, std::string& text);
    void write(const Grammar::Piece& piece, std::string& text);

    const Grammar& grammar_;
    std::mt19937_64 random_;
    std::map<std::string, Deck> decks_;
    std::map<std::string, std::int64_t> counters_;
};

/// 205 → 二百零五, for 1 to 9999; 一十 to 一十九 lose their 一, as they do where they begin.
[[nodiscard]] std::string han_number(std::int64_t number);

}  // namespace banxin

#include <algorithm>
#include <set>

#include "tests/prose/grammar.hpp"

namespace banxin {
namespace {

using Piece = Grammar::Piece;
using Pattern = Grammar::Pattern;

/// The pieces of a pattern. Mistakes are thrown as bare sentences; Grammar::read() adds the place.
class PatternReader {
  public:
    explicit PatternReader(std::string_view text) : text_{text} {}

    Pattern whole() {
        Pattern pattern = sequence();
        if (at_ < text_.size()) throw GrammarError{"} without {"};
        return pattern;
    }

  private:
    [[nodiscard]] bool at_end() const { return at_ == text_.size(); }

    /// Up to the end, or to the } or | that closes it.
    Pattern sequence() {
        Pattern pattern;
        while (!at_end() && text_[at_] != '}' && text_[at_] != '|') {
            if (text_[at_] == '{') {
                pattern.push_back(slot());
                continue;
            }
            const std::size_t end = std::min(text_.find_first_of("{|}", at_), text_.size());
            pattern.push_back({.text = std::string{text_.substr(at_, end - at_)}});
            at_ = end;
        }
        return pattern;
    }

    Piece slot() {
        const std::size_t begin = ++at_;
        Piece piece{.kind = Piece::Kind::choice};
        for (;;) {
            piece.choices.push_back(sequence());
            if (at_end()) throw GrammarError{"{ without }"};
            if (text_[at_++] == '}') break;
        }
        if (piece.choices.size() > 1) return piece;
        return named(text_.substr(begin, at_ - 1 - begin));
    }

    static bool take(std::string_view& text, std::string_view word) {
        if (!text.starts_with(word)) return false;
        text.remove_prefix(word.size());
        return true;
    }

    static Piece named(std::string_view text) {
        if (take(text, "+")) {
            const bool han = take(text, "han ");
            return {.kind = Piece::Kind::count, .text = std::string{text}, .han = han};
        }
        if (take(text, "=")) {
            const std::size_t blank = text.find(' ');
            Piece piece{.kind = Piece::Kind::set, .text = std::string{text.substr(0, blank)}};
            if (blank != std::string_view::npos) piece.low = bound(text.substr(blank + 1), piece);
            return piece;
        }
        if (take(text, "han ")) {
            Piece piece = figure(text);
            piece.kind = Piece::Kind::han_number;
            return piece;
        }
        if (!text.empty() && text[0] >= '0' && text[0] <= '9') return figure(text);
        return {.kind = Piece::Kind::rule, .text = std::string{text}};
    }

    static Piece figure(std::string_view text) {
        Piece piece{.kind = Piece::Kind::figure};
        const std::size_t dash = text.find('-');
        if (dash == std::string_view::npos) throw GrammarError{"a range needs two bounds"};
        piece.low = bound(text.substr(0, dash), piece);
        const unsigned places = piece.places;
        piece.high = bound(text.substr(dash + 1), piece);
        if (piece.places != places) throw GrammarError{"bounds of different places"};
        if (piece.high < piece.low) throw GrammarError{"a range that is empty"};
        return piece;
    }

    /// The number without its point; what it says of places and thousands goes into `piece`.
    static std::int64_t bound(std::string_view text, Piece& piece) {
        std::int64_t number = 0;
        bool behind_point = false;
        piece.places = 0;
        for (const char sign : text) {
            if (sign == ',') {
                piece.thousands = true;
            } else if (sign == '.') {
                behind_point = true;
            } else if (sign >= '0' && sign <= '9') {
                number = number * 10 + (sign - '0');
                piece.places += behind_point ? 1U : 0U;
            } else {
                throw GrammarError{"a bound that is no number"};
            }
        }
        return number;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::uint32_t take_weight(std::string_view& line) {
    if (!line.starts_with('*')) return 1;
    std::uint32_t weight = 0;
    std::size_t k = 1;
    for (; k < line.size() && line[k] >= '0' && line[k] <= '9'; ++k) {
        weight = weight * 10 + static_cast<std::uint32_t>(line[k] - '0');
    }
    if (weight == 0 || k == line.size() || line[k] != ' ') throw GrammarError{"a weight is `*3 `"};
    line.remove_prefix(k + 1);
    return weight;
}

void find_references(const Pattern& pattern, std::set<std::string>& names) {
    for (const Piece& piece : pattern) {
        if (piece.kind == Piece::Kind::rule) names.insert(piece.text);
        for (const Pattern& choice : piece.choices) find_references(choice, names);
    }
}

}  // namespace

void Grammar::read(std::string_view file, const std::string& name) {
    Rule* current = nullptr;
    for (unsigned number = 1; !file.empty(); ++number) {
        const std::size_t end = std::min(file.find('\n'), file.size());
        std::string_view line = file.substr(0, end);
        file.remove_prefix(std::min(end + 1, file.size()));
        if (line.empty() || line[0] == '#') continue;
        try {
            if (line[0] == '[') {
                if (line.back() != ']') throw GrammarError{"[ without ]"};
                const auto [rule, added] = rules_.try_emplace({line.begin() + 1, line.end() - 1});
                if (!added) throw GrammarError{"a second rule of this name"};
                current = &rule->second;
                continue;
            }
            if (current == nullptr) throw GrammarError{"a pattern before the first rule"};
            const std::uint32_t weight = take_weight(line);
            const auto index = static_cast<std::uint32_t>(current->alternatives.size());
            current->cards.insert(current->cards.end(), weight, index);
            current->alternatives.push_back(PatternReader{line}.whole());
        } catch (const GrammarError& mistake) {
            throw GrammarError{name + ":" + std::to_string(number) + ": " + mistake.what()};
        }
    }
}

void Grammar::check(const std::vector<std::string>& roots) const {
    std::set<std::string> named{roots.begin(), roots.end()};
    for (const auto& [name, rule] : rules_) {
        if (rule.alternatives.empty()) throw GrammarError{"[" + name + "] is empty"};
        for (const Pattern& pattern : rule.alternatives) find_references(pattern, named);
    }
    for (const std::string& name : named) {
        if (!rules_.contains(name)) throw GrammarError{"there is no rule [" + name + "]"};
    }
    for (const auto& [name, rule] : rules_) {
        if (!named.contains(name)) throw GrammarError{"nothing uses [" + name + "]"};
    }
}

}  // namespace banxin

#include <array>
#include <utility>

#include "tests/prose/grammar.hpp"

namespace banxin {
namespace {

using Piece = Grammar::Piece;
using Pattern = Grammar::Pattern;

/// `number` in units of its last place: 123456 with two places is 1234.56.
std::string figure(std::int64_t number, const Piece& piece) {
    std::string digits = std::to_string(number);
    while (digits.size() <= piece.places) digits.insert(digits.begin(), '0');
    const std::size_t point = digits.size() - piece.places;
    std::string text;
    for (std::size_t k = 0; k < digits.size(); ++k) {
        if (k == point) text += '.';
        const bool group = k > 0 && k < point && (point - k) % 3 == 0;
        if (group && piece.thousands) text += ',';
        text += digits[k];
    }
    return text;
}

}  // namespace

std::string han_number(std::int64_t number) {
    static constexpr std::array kDigits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    static constexpr std::array<std::pair<std::int64_t, const char*>, 4> kPlaces{
        {{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}}};
    std::string text;
    bool gap = false;  // a place without a digit, to be read 零 once another digit follows
    for (const auto& [unit, name] : kPlaces) {
        const std::int64_t digit = number / unit % 10;
        if (digit == 0) {
            gap = !text.empty();
            continue;
        }
        if (gap) text += kDigits[0];
        gap = false;
        const bool leading_ten = unit == 10 && digit == 1 && text.empty();
        if (!leading_ten) text += kDigits.at(static_cast<std::size_t>(digit));
        text += name;
    }
    return text;
}

std::string Expansion::expand(const std::string& name) {
    std::string text;
    write(deal(name), text);
    return text;
}

const Grammar::Pattern& Expansion::deal(const std::string& name) {
    const Grammar::Rule& rule = grammar_.rule(name);
    Deck& deck = decks_[name];
    if (deck.dealt == deck.cards.size()) {
        const std::uint32_t last = deck.cards.empty() ? ~0U : deck.cards.back();
        deck = {.cards = rule.cards};
        for (std::size_t k = deck.cards.size(); k > 1; --k) {
            std::swap(deck.cards[k - 1], deck.cards[below(k)]);
        }
        // A new deck does not begin with the card that the old one ended with.
        if (deck.cards.front() == last) std::swap(deck.cards.front(), deck.cards.back());
    }
    return rule.alternatives.at(deck.cards[deck.dealt++]);
}

void Expansion::write(const Pattern& pattern, std::string& text) {
    for (const Piece& piece : pattern) write(piece, text);
}

void Expansion::write(const Piece& piece, std::string& text) {
    const auto number = [&] {
        const auto width = static_cast<std::uint64_t>(piece.high - piece.low) + 1;
        return piece.low + static_cast<std::int64_t>(below(width));
    };
    switch (piece.kind) {
        case Piece::Kind::literal:
            text += piece.text;
            break;
        case Piece::Kind::rule:
            write(deal(piece.text), text);
            break;
        case Piece::Kind::choice:
            write(piece.choices[below(piece.choices.size())], text);
            break;
        case Piece::Kind::figure:
            text += figure(number(), piece);
            break;
        case Piece::Kind::han_number:
            text += han_number(number());
            break;
        case Piece::Kind::count: {
            const std::int64_t counted = ++counters_[piece.text];
            text += piece.han ? han_number(counted) : std::to_string(counted);
            break;
        }
        case Piece::Kind::set:
            counters_[piece.text] = piece.low;
            break;
    }
}

}  // namespace banxin

// Units of money in cells against the unit that is announced for them.
#include <array>
#include <optional>
#include <string_view>

#include "pipeline/check/rules.hpp"

namespace banxin {
namespace {

constexpr auto kMoney = std::to_array<std::u32string_view>({U"万元", U"亿元", U"元"});

struct Announced {
    std::u32string_view unit;
    Origin origin;
    std::string written;
};

/// 万元 at `at` and nothing of the same word behind it.
std::optional<Announced> money_at(const Passage& passage, std::size_t at) {
    for (const std::u32string_view unit : kMoney)
        if (passage.has(unit, at))
            return Announced{unit, passage.origin_at(at), passage.utf8(at, at + unit.size())};
    return std::nullopt;
}

/// 单位：万元 in a caption. 填报单位：某局 names a body.
std::optional<Announced> unit_of_caption(const Passage& caption) {
    constexpr std::u32string_view kLead = U"单位";
    for (std::size_t at = caption.find(kLead, 0, caption.size()); at < caption.size();
         at = caption.find(kLead, at + 1, caption.size())) {
        std::size_t begin = at + kLead.size();
        if (!is_one_of(caption.at(begin), U"：:")) continue;
        ++begin;
        const auto unit = money_at(caption, begin + blanks_at(caption, begin));
        if (!unit) continue;
        const std::size_t end = begin + blanks_at(caption, begin) + unit->unit.size();
        if (!is_han(caption.at(end))) return unit;
    }
    return std::nullopt;
}

/// 金额（万元） in a head.
std::optional<Announced> unit_of_head(const Passage& head) {
    for (std::size_t at = 0; at < head.size(); ++at) {
        if (!is_one_of(head.at(at), U"（(")) continue;
        const auto unit = money_at(head, at + 1);
        if (unit && is_one_of(head.at(at + 1 + unit->unit.size()), U"）)")) return unit;
    }
    return std::nullopt;
}

/// A cell that is an amount and its unit of money, 1200元, and nothing else.
std::optional<Announced> unit_of_amount(const Passage& cell) {
    const std::size_t begin = blanks_at(cell, 0);
    const auto number = number_at(cell, begin);
    if (!number) return std::nullopt;
    const auto unit = money_at(cell, number->end);
    if (!unit) return std::nullopt;
    const std::size_t end = number->end + unit->unit.size();
    return end + blanks_at(cell, end) == cell.size() ? unit : std::nullopt;
}

bool covers(const TableCell& head, const TableCell& cell) {
    return head.row < cell.row && head.column <= cell.column &&
           cell.column < head.column + head.column_span;
}

}  // namespace

void check_table_units(const Table& table, const Passage& caption, Diagnostics& found) {
    const auto general = unit_of_caption(caption);
    for (const TableSection& section : table.sections) {
        const auto is_inside = [&](const TableCell& cell) {
            return cell.row >= section.row_begin && cell.row < section.row_end;
        };
        for (const TableCell& cell : table.cells) {
            if (!is_inside(cell)) continue;
            const Passage passage = passage_of(cell.paragraph);
            const auto own = unit_of_amount(passage);
            if (!own) continue;
            auto announced = general;
            for (const TableCell& head : table.cells) {
                if (!is_inside(head) || !covers(head, cell)) continue;
                if (auto unit = unit_of_head(passage_of(head.paragraph))) announced = unit;
            }
            if (!announced || announced->unit == own->unit) continue;
            found.push_back(
                {Code::unit_contradicts_head,
                 passage.origin_at(0),
                 {{"value", passage.utf8(0, passage.size())}, {"unit", announced->written}},
                 {announced->origin}});
        }
    }
}

}  // namespace banxin

#include "pipeline/compose/unit_totals.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/annex_mentions.hpp"
#include "pipeline/base/characters.hpp"
#include "pipeline/compose/characters.hpp"

namespace banxin {
namespace {

bool holds(std::u32string_view text, std::u32string_view word) {
    return text.find(word) != std::u32string_view::npos;
}

template <std::size_t Count>
bool holds_any(std::u32string_view text, const std::array<std::u32string_view, Count>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::u32string_view word) { return holds(text, word); });
}

/// A ranking of the job, and what its units are called: 单位 for a column 单位名称.
struct Ranked {
    std::uint64_t units = 0;
    std::u32string noun;
    Origin first_row;
    std::string name;  ///< {市直_总数}
};

std::optional<Ranked> ranked(const Ranking& ranking) {
    Ranked result;
    for (const RankedGroup& group : ranking.groups) {
        if (result.units == 0 && !group.units.empty())
            result.first_row = group.units.front().name.origin();
        result.units += group.units.size();
    }
    result.noun = characters_of(ranking.name_head.utf8()).text;
    if (const std::size_t end = result.noun.find(U"名称"); end != std::u32string::npos)
        result.noun.resize(end);
    result.name = "{" + ranking.key + "_总数}";
    return result.units == 0 || result.noun.empty() ? std::nullopt : std::optional{result};
}

/// 共39个: all the units that a clause speaks of.
struct WrittenTotal {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint64_t value = 0;
    std::u32string_view clause;  ///< From its beginning to the mark at its end.
};

class Check {
  public:
    Check(const FilledText& paragraph, const Job& job, const Scorecard& scorecard)
        : paragraph_{paragraph},
          job_{job},
          scorecard_{scorecard},
          characters_{characters_of(paragraph.text.utf8())} {}

    Diagnostics run() {
        const std::vector<Ranked> tables = tables_meant();
        if (tables.empty()) return {};
        for (std::size_t begin = 0; begin < text().size();) {
            const std::size_t end =
                std::min(text().find_first_of(U"，。；：", begin), text().size());
            if (const auto total = total_in(begin, end)) compare(*total, tables);
            begin = end + 1;
        }
        return std::move(diagnostics_);
    }

  private:
    [[nodiscard]] std::u32string_view text() const { return characters_.text; }
    [[nodiscard]] char32_t at(std::size_t k) const { return k < text().size() ? text()[k] : U'\0'; }
    [[nodiscard]] bool is_digit(std::size_t k) const { return is_ascii_digit(at(k)); }

    [[nodiscard]] std::vector<Ranked> tables_meant() const {
        std::set<std::size_t> indices;
        for (const AnnexMention& mention : annex_mentions(characters_.text))
            if (mention.annex && *mention.annex > 0)
                indices.insert(static_cast<std::size_t>(*mention.annex - 1));
        if (indices.empty() && job_.annexes.size() == 1) indices.insert(0);
        std::vector<Ranked> tables;
        for (const std::size_t index : indices) {
            if (index >= scorecard_.rankings.size()) continue;
            if (auto table = ranked(scorecard_.rankings[index])) tables.push_back(*table);
        }
        return tables;
    }

    [[nodiscard]] std::uint64_t units_of_all() const {
        std::uint64_t units = 0;
        for (const Ranking& ranking : scorecard_.rankings)
            for (const RankedGroup& group : ranking.groups) units += group.units.size();
        return units;
    }

    /// The only count of a clause that says of the assessed units that they are all: 共.
    [[nodiscard]] std::optional<WrittenTotal> total_in(std::size_t begin, std::size_t end) const {
        constexpr auto kAssessed =
            std::to_array<std::u32string_view>({U"考核", U"参评", U"评比", U"测评"});
        constexpr auto kSome = std::to_array<std::u32string_view>(
            {U"其中", U"方面", U"子项", U"指标", U"内容", U"事项", U"项目", U"等次", U"等级",
             U"得分", U"扣分", U"“", U"问题", U"小组", U"区域", U"类"});
        const std::u32string_view clause = text().substr(begin, end - begin);
        const std::size_t all = clause.find(U'共');
        if (all == std::u32string_view::npos || !holds_any(clause, kAssessed) ||
            holds_any(clause, kSome))
            return std::nullopt;
        std::optional<WrittenTotal> total;
        for (std::size_t k = begin; k < end; ++k) {
            if (!is_digit(k)) continue;
            const std::size_t first = k;
            std::uint64_t value = 0;
            constexpr std::size_t kMostDigits = 6;
            while (k < end && is_digit(k) && k - first < kMostDigits)
                value = value * 10 + (at(k++) - U'0');
            if (!is_one_of(at(k), U"个家名所")) continue;
            if (total || first < begin + all)
                return std::nullopt;  // 3个镇共5个村 counts two things.
            total = WrittenTotal{first, k, value, clause};
        }
        return total;
    }

    void compare(const WrittenTotal& total, const std::vector<Ranked>& tables) {
        if (paragraph_.is_inserted(characters_.bytes[total.begin])) return;
        // 单位 are whatever is assessed; a 业务大厅 is called so, or it is not meant.
        std::uint64_t together = 0;
        std::string actual;
        std::vector<Origin> rows;
        for (const Ranked& table : tables) {
            if (table.noun != U"单位" && !holds(total.clause, table.noun)) return;
            if (table.units == total.value) return;
            together += table.units;
            actual += (actual.empty() ? "" : ", ") + std::to_string(table.units);
            rows.push_back(table.first_row);
        }
        if (together == total.value || units_of_all() == total.value) return;
        diagnostics_.push_back({Code::units_contradict_table,
                                paragraph_.text.origin_at(characters_.bytes[total.begin]),
                                {{"written", std::to_string(total.value)},
                                 {"actual", actual},
                                 {"name", tables.front().name}},
                                std::move(rows)});
    }

    const FilledText& paragraph_;
    const Job& job_;
    const Scorecard& scorecard_;
    Characters characters_;
    Diagnostics diagnostics_;
};

}  // namespace

Diagnostics check_unit_totals(const FilledText& paragraph, const Job& job,
                              const Scorecard& scorecard) {
    return Check{paragraph, job, scorecard}.run();
}

}  // namespace banxin

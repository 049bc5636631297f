#include "pipeline/compose/hand_written_numbers.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/base/annex_mentions.hpp"
#include "pipeline/base/characters.hpp"
#include "pipeline/compose/characters.hpp"

namespace banxin {
namespace {

constexpr std::u32string_view kChineseNumerals = U"〇零一二两三四五六七八九十百千";

unsigned numeral(char32_t character) {
    if (character == U'〇') return 0;
    if (character == U'两') return 2;
    const std::size_t place = std::u32string_view{U"零一二三四五六七八九"}.find(character);
    return place == std::u32string_view::npos ? 0 : static_cast<unsigned>(place);
}

/// 二十 → 20, 一百零五 → 105, 二〇 → 20.
std::uint64_t chinese_number(std::u32string_view text) {
    std::uint64_t sum = 0;
    std::uint64_t pending = 0;
    bool digits_only = true;
    for (const char32_t character : text) {
        const std::uint64_t unit = character == U'十'   ? 10
                                   : character == U'百' ? 100
                                   : character == U'千' ? 1000
                                                        : 0;
        if (unit == 0) {
            pending = digits_only ? pending * 10 + numeral(character) : numeral(character);
            continue;
        }
        digits_only = false;
        sum += (pending == 0 ? 1 : pending) * unit;
        pending = 0;
    }
    return sum + pending;
}

/// A number, from character `begin` to before `end`.
struct Number {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint64_t value = 0;
};

constexpr std::size_t kMostDigits = 9;  // A longer figure counts no units and might overflow.

/// The whole number that ends before `end`, in digits or in Chinese numerals.
std::optional<Number> number_before(const std::u32string& text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && digit(text[begin - 1])) --begin;
    if (begin < end) {
        if (end - begin > kMostDigits) return std::nullopt;
        if (begin > 0 && is_one_of(text[begin - 1], U".．,，")) {
            // 12,345 and 1.8 are no counts of ours; a comma of the sentence has no digit before it.
            if (begin > 1 && digit(text[begin - 2])) return std::nullopt;
        }
        std::uint64_t value = 0;
        for (std::size_t k = begin; k < end; ++k) value = value * 10 + *digit(text[k]);
        return Number{begin, end, value};
    }
    while (begin > 0 && is_one_of(text[begin - 1], kChineseNumerals)) --begin;
    if (begin == end || end - begin > kMostDigits) return std::nullopt;
    return Number{begin, end, chinese_number(std::u32string_view{text}.substr(begin, end - begin))};
}

/// “优秀”8名: a grade and how many units are said to have it.
struct WrittenCount {
    std::string grade;
    Number number;
};

/// Steps back over what may stand between a grade and its number: `（`, blanks, 等次共.
std::size_t skip_back(const std::u32string& text, std::size_t end) {
    constexpr std::u32string_view kBetween = U" \u3000(（:：共计为有";
    constexpr std::u32string_view kNouns[] = {U"等次", U"等级", U"单位", U"部门"};
    for (bool moved = true; moved;) {
        moved = false;
        if (end > 0 && is_one_of(text[end - 1], kBetween)) {
            --end;
            moved = true;
        }
        for (const std::u32string_view noun : kNouns) {
            if (!std::u32string_view{text}.substr(0, end).ends_with(noun)) continue;
            end -= noun.size();
            moved = true;
        }
    }
    return end;
}

/// The longest grade that ends before `end`, in quotation marks or bare. 不合格 is not 合格.
std::optional<std::string> grade_before(const std::u32string& text, std::size_t end,
                                        const std::map<std::u32string, std::string>& grades) {
    const bool is_quoted = end > 0 && is_one_of(text[end - 1], U"”\"」』");
    if (is_quoted) --end;
    const std::u32string_view before = std::u32string_view{text}.substr(0, end);
    const std::pair<const std::u32string, std::string>* longest = nullptr;
    for (const auto& grade : grades) {
        if (!before.ends_with(grade.first)) continue;
        if (longest == nullptr || grade.first.size() > longest->first.size()) longest = &grade;
    }
    if (longest == nullptr) return std::nullopt;
    const std::size_t begin = end - longest->first.size();
    const char32_t previous = begin > 0 ? text[begin - 1] : U'\0';
    if (is_quoted && !is_one_of(previous, U"“\"「『")) return std::nullopt;
    if (!is_quoted && is_one_of(previous, U"不非未无")) return std::nullopt;
    return longest->second;
}

std::vector<WrittenCount> written_counts(const std::u32string& text,
                                         const std::map<std::u32string, std::string>& grades) {
    std::vector<WrittenCount> counts;
    for (std::size_t k = 1; k < text.size(); ++k) {
        if (!is_one_of(text[k], U"名家个")) continue;
        // 3个百分点 and 3个月 count no units.
        if (text[k] == U'个' && k + 1 < text.size() && is_one_of(text[k + 1], U"百月")) continue;
        const std::size_t end = text.find_last_not_of(U" \u3000", k - 1) + 1;
        const auto number = number_before(text, end);
        if (!number) continue;
        const auto grade = grade_before(text, skip_back(text, number->begin), grades);
        if (grade) counts.push_back({*grade, *number});
    }
    return counts;
}

/// How many units a table has in a grade, and its first row. Nothing where the table knows no such
/// grade.
struct TableCount {
    std::uint64_t units = 0;
    Origin first_row;
    std::string name;  ///< `{市直_优秀_名数}`, to be written instead of a number.
};

std::optional<TableCount> count_in_table(const AnnexJob& annex, const Ranking& ranking,
                                         const std::string& grade) {
    const std::string name = "{" + ranking.key + "_" + grade + "_名数}";
    for (const RankedGroup& group : ranking.groups) {
        if (group.name.utf8() != grade) continue;
        const Origin first =
            group.units.empty() ? group.name.origin() : group.units.front().name.origin();
        return TableCount{group.units.size(), first, name};
    }
    const auto& rules = annex.ranking.grades;
    const bool known = std::any_of(rules.begin(), rules.end(), [&](const GradeRule& rule) {
        return rule.name.utf8() == grade;
    });
    if (!known) return std::nullopt;
    return TableCount{0, annex.ranking.scores.file.origin(), name};
}

/// The check of one paragraph.
class Check {
  public:
    Check(const FilledText& paragraph, const Job& job, const Scorecard& scorecard)
        : paragraph_{paragraph},
          job_{job},
          scorecard_{scorecard},
          characters_{characters_of(paragraph.text.utf8())} {}

    Diagnostics run();

  private:
    [[nodiscard]] std::size_t tables() const {
        return std::min(job_.annexes.size(), scorecard_.rankings.size());
    }
    [[nodiscard]] std::map<std::u32string, std::string> grades() const;
    [[nodiscard]] std::vector<TableCount> tables_meant(const std::string& grade) const;
    [[nodiscard]] Origin origin_at(std::size_t character) const {
        return paragraph_.text.origin_at(characters_.bytes[character]);
    }
    void collect_annexes();
    void compare(const WrittenCount& count, const std::vector<TableCount>& meant);

    const FilledText& paragraph_;
    const Job& job_;
    const Scorecard& scorecard_;
    Characters characters_;
    std::vector<std::size_t> annexes_;  ///< From 0, in the order they are first mentioned.
    Diagnostics diagnostics_;
};

Diagnostics Check::run() {
    if (job_.annexes.empty()) return {};
    collect_annexes();
    const std::vector<WrittenCount> counts = written_counts(characters_.text, grades());
    std::map<std::string, std::vector<const WrittenCount*>> by_grade;
    for (const WrittenCount& count : counts) by_grade[count.grade].push_back(&count);
    for (const auto& [grade, written] : by_grade) {
        const std::vector<TableCount> meant = tables_meant(grade);
        for (std::size_t k = 0; k < written.size(); ++k) {
            if (!annexes_.empty() && written.size() == meant.size())
                compare(*written[k], {meant[k]});
            else
                compare(*written[k], meant);
        }
    }
    return std::move(diagnostics_);
}

std::map<std::u32string, std::string> Check::grades() const {
    std::map<std::u32string, std::string> result;
    const auto add = [&](const std::string& name) {
        if (!name.empty()) result[characters_of(name).text] = name;
    };
    for (const AnnexJob& annex : job_.annexes)
        for (const GradeRule& rule : annex.ranking.grades) add(rule.name.utf8());
    for (const Ranking& ranking : scorecard_.rankings)
        for (const RankedGroup& group : ranking.groups) add(group.name.utf8());
    return result;
}

void Check::collect_annexes() {
    for (const AnnexMention& mention : annex_mentions(characters_.text)) {
        // Without a number the only one there is.
        if (!mention.annex && job_.annexes.size() != 1) continue;
        const std::uint64_t annex = mention.annex.value_or(1);
        if (annex == 0 || annex > job_.annexes.size()) {
            diagnostics_.push_back({Code::annex_unknown,
                                    origin_at(mention.at),
                                    {{"annex", std::to_string(annex)},
                                     {"count", std::to_string(job_.annexes.size())}}});
            continue;
        }
        const auto index = static_cast<std::size_t>(annex - 1);
        if (std::find(annexes_.begin(), annexes_.end(), index) == annexes_.end())
            annexes_.push_back(index);
    }
}

/// The tables that may be meant: those of the annexes mentioned, where they have the grade; else
/// all that have it.
std::vector<TableCount> Check::tables_meant(const std::string& grade) const {
    std::vector<TableCount> meant;
    const auto add = [&](std::size_t index) {
        if (index >= tables()) return;
        auto count = count_in_table(job_.annexes[index], scorecard_.rankings[index], grade);
        if (count) meant.push_back(std::move(*count));
    };
    for (const std::size_t index : annexes_) add(index);
    if (!meant.empty()) return meant;
    for (std::size_t index = 0; index < tables(); ++index) add(index);
    return meant;
}

void Check::compare(const WrittenCount& count, const std::vector<TableCount>& meant) {
    if (meant.empty() || paragraph_.is_inserted(characters_.bytes[count.number.begin])) return;
    std::string actual;
    std::vector<Origin> rows;
    for (const TableCount& table : meant) {
        if (table.units == count.number.value) return;
        actual += (actual.empty() ? "" : ", ") + std::to_string(table.units);
        rows.push_back(table.first_row);
    }
    diagnostics_.push_back({Code::count_contradicts_table,
                            origin_at(count.number.begin),
                            {{"grade", count.grade},
                             {"written", std::to_string(count.number.value)},
                             {"actual", actual},
                             {"name", meant.front().name}},
                            std::move(rows)});
}

}  // namespace

Diagnostics check_hand_written_numbers(const FilledText& paragraph, const Job& job,
                                       const Scorecard& scorecard) {
    return Check{paragraph, job, scorecard}.run();
}

}  // namespace banxin

#include "pipeline/lines/house_units.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "pipeline/base/characters.hpp"

namespace banxin {
namespace {

using Class = CharacterClass;
using namespace std::string_view_literals;

// Words of several characters that stay with the figure before them. Longest first: the first
// that fits is taken.
constexpr auto kUnits = std::to_array<std::u32string_view>({
    U"个百分点", U"个工作日", U"平方公里", U"平方千米", U"立方千米", U"百分点", U"工作日",
    U"平方米",   U"立方米",   U"千瓦时",   U"人民币",   U"基点",     U"公里",   U"千米",
    U"厘米",     U"毫米",     U"微米",     U"千克",     U"公斤",     U"毫克",   U"微克",
    U"公顷",     U"千瓦",     U"兆瓦",     U"千伏",     U"毫升",     U"美元",   U"欧元",
    U"港元",     U"日元",     U"英镑",     U"个月",     U"小时",     U"分钟",   U"周岁",
    U"周年",     U"人次",     U"车次",     U"年度",     U"年底",     U"年末",   U"年初",
    U"年份",     U"年代",     U"月份",     U"月底",     U"月末",     U"月初",   U"世纪",
    U"季度",
});
constexpr std::u32string_view kMagnitudes = U"十百千万亿";
constexpr std::u32string_view kSingleUnits =
    U"元角分个名件年月日项号条款次家户人台套辆份篇处场期批届天时秒倍折度米吨亩里岁页级位所座间张本"
    U"册把部起例宗段章节编目组类种门栋层楼队班株头只支枚颗粒周季克升公厅卷成";
constexpr auto kMoney =
    std::to_array<std::u32string_view>({U"元", U"美元", U"欧元", U"港元", U"日元", U"英镑"});
constexpr std::u32string_view kChineseDigits = U"零〇一二三四五六七八九十百千万亿两";
constexpr std::u32string_view kArticles = U"条款项章节编目号次届期名位批类组轮季页卷部分级";
constexpr std::u32string_view kLabels = U"表图";

// What follows a figure without being counted by it: 2020与2021, 由5降至3.
constexpr std::u32string_view kNotUnits = U"的和与及或至到并、在以为是由从向对将比按等而则均已又";

constexpr std::size_t kLongestShortTitle = 8;
constexpr std::size_t kTightestShortTitle = 6;     // as dear to tear as the rules say
constexpr std::size_t kLongestShortQuotation = 6;  // “…”
constexpr std::size_t kLongestPerson = 4;          // 欧阳三立; longer ones have a dot
constexpr std::u32string_view kBeforePeople = U"：、，；） \u3000";
constexpr std::u32string_view kBehindPeople = U"、，；。（ \u3000";
constexpr std::size_t kLongestAgencyName = 8;  // 机关代字 before 〔

class Finder {
  public:
    explicit Finder(const ShapedParagraph& paragraph)
        : clusters_{paragraph.clusters}, lists_people_{paragraph.style.keeps_names} {}

    std::vector<HouseUnit> run() {
        for (std::size_t k = 0; k < clusters_.size(); ++k) {
            const Class character_class = clusters_[k].character_class;
            if (character_class == Class::digit) {
                if (k == 0 || !digit(k - 1)) figure(k);
            } else if (character_class == Class::han) {
                find_at_han(k);
            } else if (character_class == Class::opening) {
                find_at_opening(k);
            } else if (character_class == Class::middle_dot && k > 0) {
                add(k - 1, k + 2, UnitKind::name);
            }
        }
        if (lists_people_) people();
        std::stable_sort(units_.begin(), units_.end(),
                         [](const auto& a, const auto& b) { return a.begin < b.begin; });
        return std::move(units_);
    }

  private:
    void find_at_han(std::size_t k) {
        const char32_t character = at(k);
        if (character == U'第') return ordinal(k);
        const bool begins_figure = is_one_of(character, kChineseDigits) &&
                                   (k == 0 || !is_one_of(at(k - 1), kChineseDigits));
        if (begins_figure) return chinese_figure(k);
        const bool circled = character >= U'①' && character <= U'⑳';
        if (circled) return add(k, k + 2, UnitKind::label);
        const bool annex = character == U'附' && at(k + 1) == U'件' && digit(k + 2);
        if (annex) return add(k, end_of_digits(k + 2), UnitKind::label);
        if (is_one_of(character, kLabels) && digit(k + 1)) {
            add(k, end_of_digits(k + 1), UnitKind::label);
        }
    }

    void find_at_opening(std::size_t k) {
        switch (at(k)) {
            case U'〔':
                return document_number(k);
            case U'《':
                return enclosed(k, U'》', kLongestShortTitle, UnitKind::short_title);
            case U'“':
                return enclosed(k, U'”', kLongestShortQuotation, UnitKind::short_quotation);
            default:
                return;
        }
    }

    [[nodiscard]] char32_t at(std::size_t k) const {
        return k < clusters_.size() ? clusters_[k].character : U'\0';
    }
    [[nodiscard]] bool digit(std::size_t k) const {
        return k < clusters_.size() && clusters_[k].character_class == Class::digit;
    }
    [[nodiscard]] bool han(std::size_t k) const {
        return k < clusters_.size() && clusters_[k].character_class == Class::han;
    }
    [[nodiscard]] bool stands_at(std::size_t k, std::u32string_view word) const {
        for (std::size_t n = 0; n < word.size(); ++n) {
            if (at(k + n) != word[n]) return false;
        }
        return true;
    }
    [[nodiscard]] std::size_t end_of_digits(std::size_t k) const {
        while (digit(k)) ++k;
        return k;
    }
    [[nodiscard]] std::size_t end_of_chinese_digits(std::size_t k) const {
        while (is_one_of(at(k), kChineseDigits)) ++k;
        return k;
    }
    [[nodiscard]] std::size_t end_of_magnitude(std::size_t k) const {
        while (is_one_of(at(k), kMagnitudes)) ++k;
        return k;
    }

    /// Nothing is torn in a single character.
    void add(std::size_t begin, std::size_t end, UnitKind kind) {
        end = std::min(end, clusters_.size());
        if (end < begin + 2) return;
        units_.push_back(
            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind});
    }

    /// The end of the known unit that begins at `k`, or `k` when none does.
    [[nodiscard]] std::size_t end_of_unit(std::size_t k) const {
        for (const std::u32string_view unit : kUnits) {
            if (stands_at(k, unit)) return k + unit.size();
        }
        return is_one_of(at(k), kSingleUnits) ? k + 1 : k;
    }

    /// 46个  2020年12月31日  2,462.5万元  12.5%
    void figure(std::size_t k) {
        const std::size_t digits = end_of_digits(k);
        if (at(digits) == U'年' || at(digits) == U'月') return date(k, digits);
        const std::size_t magnitude = end_of_magnitude(digits);
        const bool money =
            std::any_of(kMoney.begin(), kMoney.end(),
                        [&](auto word) { return stands_at(magnitude, word); }) ||
            (k > 0 && clusters_[k - 1].character_class == Class::prefix && at(k - 1) != U'№');
        std::size_t end = end_of_unit(magnitude);
        // A counter that the list does not know is one all the same.
        if (end == digits && han(end) && !is_one_of(at(end), kNotUnits)) ++end;
        if (end < clusters_.size() && clusters_[end].character_class == Class::postfix) ++end;
        add(k, end, money ? UnitKind::money : UnitKind::figure);
    }

    /// `name` is where 年 or 月 stands.
    void date(std::size_t k, std::size_t name) {
        std::size_t end = end_of_unit(name);
        if (at(end - 1) == U'年' && digit(end)) {
            const std::size_t month = end_of_digits(end);
            if (at(month) == U'月') end = end_of_unit(month);
        }
        if (at(end - 1) == U'月' && digit(end)) {
            const std::size_t day = end_of_digits(end);
            if (at(day) == U'日') end = day + 1;
        }
        add(k, end, UnitKind::date);
    }

    /// 三十二名, 五个月, 百分之三十: only a whole number with its unit, so that 一 in 一般 is free.
    void chinese_figure(std::size_t k) {
        const std::size_t end = end_of_chinese_digits(k);
        const bool part = at(end) == U'分' && at(end + 1) == U'之';
        if (part) return add(k, end_of_chinese_digits(end + 2), UnitKind::figure);
        const std::size_t unit = end_of_unit(end);
        if (unit > end) add(k, unit, UnitKind::figure);
    }

    /// 筑府办发〔2013〕87号. 7.2.5 of GB/T 9704-2012 makes it one item.
    void document_number(std::size_t k) {
        std::size_t end = end_of_digits(k + 1);
        if (end != k + 5 || at(end) != U'〕') return;
        ++end;
        if (at(end) == U'第') ++end;
        const std::size_t number = end_of_digits(end);
        if (number == end || at(number) != U'号') return;
        // Where in a run of Han the agency's name begins nobody can tell, so it is only softened.
        std::size_t name = k;
        while (name > 0 && k - name < kLongestAgencyName && han(name - 1)) --name;
        add(name, k + 1, UnitKind::agency);
        add(k, number + 1, UnitKind::document_number);
    }

    /// 第12条, 第二百零五条之一, 第（三）项, 第3届
    void ordinal(std::size_t k) {
        const bool bracketed = at(k + 1) == U'（';
        const std::size_t begin = bracketed ? k + 2 : k + 1;
        std::size_t end = begin;
        while (digit(end) || is_one_of(at(end), kChineseDigits)) ++end;
        if (end == begin) return;
        if (bracketed && at(end) != U'）') return;
        if (bracketed) ++end;
        if (is_one_of(at(end), kArticles)) ++end;
        if (at(end) == U'之' && is_one_of(at(end + 1), kChineseDigits)) end += 2;
        add(k, end, UnitKind::ordinal);
    }

    /// 孙三立 between the marks of a list, and 张　三, which a blank makes as long as the others.
    void people() {
        for (std::size_t begin = 0; begin < clusters_.size();) {
            std::size_t end = begin;
            while (han(end)) ++end;
            const bool is_spaced =
                end == begin + 1 && at(end) == U'\u3000' && han(end + 1) && !han(end + 2);
            if (is_spaced) end += 2;
            const bool begins = begin == 0 || is_one_of(at(begin - 1), kBeforePeople);
            const bool ends = end == clusters_.size() || is_one_of(at(end), kBehindPeople);
            if (begins && ends && end - begin <= kLongestPerson) add(begin, end, UnitKind::person);
            begin = end + 1;
        }
    }

    void enclosed(std::size_t k, char32_t closing, std::size_t longest, UnitKind kind) {
        std::size_t end = k + 1;
        while (end < clusters_.size() && at(end) != closing && end - k <= longest + 1) ++end;
        if (at(end) == closing && end - k - 1 <= longest) add(k, end + 1, kind);
    }

    const std::vector<Cluster>& clusters_;
    bool lists_people_;
    std::vector<HouseUnit> units_;
};

bool stands_tight(UnitKind kind) {
    switch (kind) {
        case UnitKind::money:
        case UnitKind::date:
        case UnitKind::document_number:
        case UnitKind::ordinal:
        case UnitKind::label:
            return true;
        default:
            return false;
    }
}

}  // namespace

std::vector<HouseUnit> find_house_units(const ShapedParagraph& paragraph) {
    return Finder{paragraph}.run();
}

bool may_be_torn(UnitKind kind) {
    return kind == UnitKind::agency || kind == UnitKind::short_title ||
           kind == UnitKind::short_quotation || kind == UnitKind::name;
}

unsigned cost_of_tearing(const HouseUnit& unit, const LineRules& rules) {
    const std::size_t inside = unit.end - unit.begin - 2U;
    const bool dear = unit.kind == UnitKind::short_title && inside <= kTightestShortTitle;
    return dear ? rules.soft_break_cost : rules.soft_break_cost / 4;
}

std::vector<bool> clusters_that_stand_tight(const std::vector<HouseUnit>& units,
                                            std::size_t cluster_count) {
    std::vector<bool> tight(cluster_count, false);
    for (const HouseUnit& unit : units) {
        if (!stands_tight(unit.kind)) continue;
        for (std::size_t k = unit.begin; k < unit.end; ++k) tight[k] = true;
    }
    return tight;
}

}  // namespace banxin

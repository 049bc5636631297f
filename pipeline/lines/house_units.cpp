#include "pipeline/lines/house_units.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace banxin {
namespace {

using Class = CharacterClass;
using namespace std::string_view_literals;

// Words that stay with the figure before them. Longest first: the first that fits is bound.
constexpr auto kUnits = std::to_array<std::u32string_view>({
    U"个百分点", U"平方公里", U"平方米", U"立方米", U"千瓦时", U"工作日", U"个工作日",
    U"人民币",   U"公里",     U"千米",   U"厘米",   U"毫米",   U"千克",   U"公斤",
    U"毫克",     U"千瓦",     U"美元",   U"欧元",   U"港元",   U"个月",   U"小时",
    U"分钟",     U"周岁",     U"人次",   U"个子项", U"个方面", U"个部门", U"家企业",
});
constexpr std::u32string_view kMagnitudes = U"十百千万亿";
constexpr std::u32string_view kSingleUnits =
    U"元角分个名件年月日项号条款次家户人台套辆份篇处场期批届天时秒倍折度米吨亩里岁页级位所座间张本"
    U"册把部起例宗段章节编目组类种门栋层楼队班株头只支枚颗粒%";
constexpr std::u32string_view kChineseDigits = U"零〇一二三四五六七八九十百千万亿两";
constexpr std::u32string_view kArticles = U"条款项章节编目号次届期名位批类组轮季";

constexpr std::size_t kLongestShortTitle = 8;      // 《…》, standards of practice
constexpr std::size_t kLongestShortQuotation = 6;  // “…”
constexpr std::size_t kLongestAgencyName = 8;      // 机关代字 before 〔

bool has(std::u32string_view set, char32_t character) {
    return set.find(character) != std::u32string_view::npos;
}

class HouseUnits {
  public:
    HouseUnits(const ShapedParagraph& paragraph, const LineRules& rules,
               std::vector<BreakOpportunity>& breaks)
        : clusters_{paragraph.clusters}, rules_{rules}, breaks_{breaks} {}

    void run() {
        for (std::size_t k = 0; k < clusters_.size(); ++k) {
            if (digit(k) && (k == 0 || !digit(k - 1))) figure(k);
            if (at(k) == U'〔') document_number(k);
            if (at(k) == U'第') ordinal(k);
            if (has(kChineseDigits, at(k)) && (k == 0 || !has(kChineseDigits, at(k - 1)))) {
                chinese_figure(k);
            }
            if (circled(at(k))) bind(k, k + 2);
            if (at(k) == U'附' && at(k + 1) == U'件' && digit(k + 2)) bind(k, end_of_digits(k + 2));
            if (at(k) == U'《') enclosed(k, U'》', kLongestShortTitle);
            if (at(k) == U'“') enclosed(k, U'”', kLongestShortQuotation);
            if (clusters_[k].character_class == Class::middle_dot) soften(k + 1);
        }
    }

  private:
    [[nodiscard]] char32_t at(std::size_t k) const {
        return k < clusters_.size() ? clusters_[k].character : U'\0';
    }
    [[nodiscard]] bool digit(std::size_t k) const {
        return k < clusters_.size() && clusters_[k].character_class == Class::digit;
    }
    [[nodiscard]] bool han(std::size_t k) const {
        return k < clusters_.size() && clusters_[k].character_class == Class::han;
    }
    static bool circled(char32_t character) { return character >= U'①' && character <= U'⑳'; }

    [[nodiscard]] std::size_t end_of_digits(std::size_t k) const {
        while (digit(k)) ++k;
        return k;
    }

    /// Keeps clusters [begin, end) together.
    void bind(std::size_t begin, std::size_t end) {
        end = std::min(end, clusters_.size());
        for (std::size_t k = begin + 1; k < end; ++k) {
            if (breaks_[k].bond == Bond::free) breaks_[k].bond = Bond::bound;
        }
    }

    void soften(std::size_t k) {
        if (k < clusters_.size() && breaks_[k].bond == Bond::free) {
            breaks_[k].cost = std::max(breaks_[k].cost, rules_.soft_break_cost);
        }
    }

    /// The end of the unit that begins at `k`, or `k` when none does.
    [[nodiscard]] std::size_t end_of_unit(std::size_t k) const {
        const std::size_t begin = k;
        while (has(kMagnitudes, at(k)) && k < clusters_.size()) ++k;
        for (const std::u32string_view unit : kUnits) {
            bool fits = true;
            for (std::size_t n = 0; n < unit.size() && fits; ++n) fits = at(k + n) == unit[n];
            if (fits) return k + unit.size();
        }
        if (k < clusters_.size() && has(kSingleUnits, at(k))) return k + 1;
        return std::max(k, begin);
    }

    /// 2,462.5万元  46个  2020年12月31日: figures and units that follow each other in a date.
    void figure(std::size_t k) {
        std::size_t end = end_of_unit(end_of_digits(k));
        if (at(end - 1) == U'年' && digit(end)) {
            const std::size_t month = end_of_digits(end);
            if (at(month) == U'月') end = month + 1;
        }
        if (at(end - 1) == U'月' && digit(end)) {
            const std::size_t day = end_of_digits(end);
            if (at(day) == U'日') end = day + 1;
        }
        bind(k, end);
    }

    /// 三十二名, 五个月: only a whole number with its unit, so that 一 in 一般 stays free.
    void chinese_figure(std::size_t k) {
        std::size_t end = k;
        while (end < clusters_.size() && has(kChineseDigits, at(end))) ++end;
        const std::size_t unit = end_of_unit(end);
        if (unit > end) bind(k, unit);
    }

    /// 筑府办发〔2013〕87号. 7.2.5 of GB/T 9704-2012 makes it one item.
    void document_number(std::size_t k) {
        std::size_t end = end_of_digits(k + 1);
        if (end != k + 5 || at(end) != U'〕') return;
        ++end;
        if (at(end) == U'第') ++end;
        const std::size_t number = end_of_digits(end);
        if (number == end || at(number) != U'号') return;
        bind(k, number + 1);
        // Where in a run of Han the agency's name begins nobody can tell, so it is only softened.
        for (std::size_t name = k; name > 0 && k - name < kLongestAgencyName; --name) {
            if (!han(name - 1)) break;
            soften(name);
        }
    }

    /// 第12条, 第二百零五条, 第3届
    void ordinal(std::size_t k) {
        std::size_t end = k + 1;
        while (end < clusters_.size() && (digit(end) || has(kChineseDigits, at(end)))) ++end;
        if (end == k + 1) return;
        if (has(kArticles, at(end))) ++end;
        bind(k, end);
    }

    void enclosed(std::size_t k, char32_t closing, std::size_t longest) {
        std::size_t end = k + 1;
        while (end < clusters_.size() && at(end) != closing && end - k <= longest + 1) ++end;
        if (at(end) != closing || end - k - 1 > longest) return;
        for (std::size_t inside = k + 1; inside <= end; ++inside) soften(inside);
    }

    const std::vector<Cluster>& clusters_;
    const LineRules& rules_;
    std::vector<BreakOpportunity>& breaks_;
};

}  // namespace

void bind_house_units(const ShapedParagraph& paragraph, const LineRules& rules,
                      std::vector<BreakOpportunity>& breaks) {
    HouseUnits{paragraph, rules, breaks}.run();
}

}  // namespace banxin

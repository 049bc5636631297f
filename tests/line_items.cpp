#include "tests/line_items.hpp"

#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace banxin {
namespace {

struct Pattern {
    Item item;
    const char* expression;
};

// In the order they are searched in: a figure that begins in a date or a document's number is no
// figure with a unit.
constexpr std::array kPatterns{
    Pattern{Item::date, R"(\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日)"},
    Pattern{Item::document, R"(〔\d{4}〕第?\d+号)"},
    Pattern{Item::number, R"(\d+(?:[.,]\d+)+|\d{2,})"},
    Pattern{
        Item::unit,
        R"((?:\d+(?:[.,]\d+)*)(平方公里|平方米|立方米|公里|千米|厘米|毫米|千克|公斤|毫克|千瓦时|)"
        R"(千瓦|美元|欧元|港元|[百千万亿]+元|[百千万亿]+[人次个户件项平亩吨]|个百分点|个工作日|)"
        R"(个月|小时|分钟|工作日|周岁|人次|[元角分个名件年月日项号条款次家户人台套辆份篇处场期批届)"
        R"(天时秒倍折度米克吨升亩层间座张册支枚株头种类级位例页卷万亿%％‰℃°]))"},
    Pattern{Item::article, R"(第(?:\d+|[零〇一二三四五六七八九十百千]+)[条款项章节编目号次届期])"},
    // Neither the end of 44万元 nor an article's number.
    Pattern{
        Item::han_number,
        R"((?<![第之\d零〇一二三四五六七八九十百千万亿两])[零〇一二三四五六七八九十百千万亿两]+)"
        R"((?:个月|个工作日|工作日|周岁|小时|公里|平方米|日|年|元|倍|名|人|份|次|天))"},
    Pattern{Item::circled, R"([①-⑳]\S)"},
    Pattern{Item::word, R"([A-Za-z]{2,})"},
    Pattern{Item::title, R"(《[^《》]{1,6}》)"},
};

void check(UErrorCode code) {
    if (U_FAILURE(code)) throw std::logic_error{u_errorName(code)};
}

}  // namespace

ItemFinder::ItemFinder() {
    for (const Pattern& pattern : kPatterns) {
        UErrorCode code = U_ZERO_ERROR;
        auto matcher = std::make_unique<icu::RegexMatcher>(
            icu::UnicodeString::fromUTF8(pattern.expression), 0, code);
        check(code);
        searches_.push_back({pattern.item, std::move(matcher)});
    }
}

std::vector<FoundItem> ItemFinder::find(std::string_view utf8) {
    UErrorCode code = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;  // over UTF-8 its places are bytes
    utext_openUTF8(&text, utf8.data(), static_cast<std::int64_t>(utf8.size()), &code);
    check(code);
    std::vector<FoundItem> items;
    for (const Search& search : searches_) {
        search.matcher->reset(&text);
        while (search.matcher->find(code)) {
            FoundItem item{search.item, static_cast<std::size_t>(search.matcher->start64(code)),
                           static_cast<std::size_t>(search.matcher->end64(code)),
                           search.item == Item::date};
            if (item.item == Item::unit) {
                const bool within = std::ranges::any_of(items, [&](const FoundItem& other) {
                    const bool dated = other.item == Item::date || other.item == Item::document;
                    return dated && other.begin <= item.begin && item.begin < other.end;
                });
                if (within) continue;
                item.begin = static_cast<std::size_t>(search.matcher->start64(1, code)) - 1;
            }
            items.push_back(item);
        }
        check(code);
    }
    utext_close(&text);
    return items;
}

}  // namespace banxin

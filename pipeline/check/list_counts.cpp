// Numbers that announce a list, against the list.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/check/rules.hpp"

namespace banxin {
namespace {

constexpr std::u32string_view kNumerals = U"零一二三四五六七八九";

/// The small number that begins at `at`, in digits or as 三, 十二; moves `at` behind it.
std::optional<unsigned> take_count(const Passage& passage, std::size_t& at) {
    constexpr std::size_t kMostDigits = 2;
    const std::string digits = take_digits(passage, at);
    if (digits.size() > kMostDigits) return std::nullopt;
    if (!digits.empty()) return static_cast<unsigned>(std::stoul(digits));
    unsigned value = 0;
    bool any = false;
    for (;; ++at) {
        const char32_t character = passage.at(at) == U'两' ? U'二' : passage.at(at);
        const std::size_t numeral = kNumerals.find(character);
        if (character == U'十')
            value = std::max(value, 1U) * 10;
        else if (numeral != std::u32string_view::npos && value % 10 == 0)
            value += static_cast<unsigned>(numeral);
        else
            break;
        any = true;
    }
    return any ? std::optional{value} : std::nullopt;
}

/// 三个, 5家: [begin, end) with the word that counts.
struct Count {
    std::size_t begin = 0;
    std::size_t end = 0;
    unsigned number = 0;
};

std::optional<Count> count_at(const Passage& passage, std::size_t begin) {
    // The end of a longer number, and 第三个, which counts nothing.
    if (begin > 0) {
        const char32_t before = passage.at(begin - 1);
        if (digit(before) || before == U'第' || is_one_of(before, U".,百千万亿几数十两") ||
            is_one_of(before, kNumerals))
            return std::nullopt;
    }
    std::size_t at = begin;
    const auto number = take_count(passage, at);
    if (!number || *number < 2 || !is_one_of(passage.at(at), U"个家名种类项位所条座点大"))
        return std::nullopt;
    return Count{begin, at + 1, *number};
}

void report(const Passage& passage, const Count& count, std::size_t end, unsigned listed,
            Diagnostics& found) {
    found.push_back(
        {Code::list_contradicts_count,
         passage.origin_at(count.begin),
         {{"written", passage.utf8(count.begin, end)}, {"listed", std::to_string(listed)}}});
}

/// The entries of （甲、乙和丙）: with 和 in the last one they may be one more.
struct Entries {
    unsigned least = 0;
    unsigned most = 0;
};

/// What stands in the brackets that open at `open`; nothing when that is no plain list of names.
std::optional<Entries> entries_in(const Passage& passage, std::size_t open) {
    constexpr std::size_t kShortestName = 3;  // 区（市、县） names what else 区 stands for.
    constexpr std::u32string_view kNotInNames = U"（(，,；;：:。等含除及其如例见第";
    Entries entries;
    std::size_t name = open + 1;
    for (std::size_t at = open + 1; at < passage.size(); ++at) {
        const char32_t character = passage.at(at);
        const bool closes = is_one_of(character, U"）)");
        if (digit(character) || is_one_of(character, kNotInNames)) return std::nullopt;
        if (!closes && character != U'、') continue;
        if (at - name < kShortestName) return std::nullopt;
        ++entries.least;
        if (!closes) {
            name = at + 1;
            continue;
        }
        entries.most = entries.least;
        for (; name < at; ++name)
            if (is_one_of(passage.at(name), U"和与")) ++entries.most;
        return entries;
    }
    return std::nullopt;
}

/// 5个部门（甲局、乙局、丙局、丁局）: a slip is out by one or two; more is another kind of list.
void check_brackets(const Passage& passage, const Count& count, Diagnostics& found) {
    constexpr std::size_t kLongestNoun = 10;
    constexpr unsigned kFewest = 3;
    constexpr unsigned kLargestSlip = 2;
    std::size_t open = count.end;
    while (open - count.end <= kLongestNoun && is_han(passage.at(open))) ++open;
    if (open == count.end || !is_one_of(passage.at(open), U"（(")) return;
    const auto entries = entries_in(passage, open);
    if (!entries || entries->least < kFewest) return;
    if (count.number >= entries->least && count.number <= entries->most) return;
    const unsigned off = count.number < entries->least ? entries->least - count.number
                                                       : count.number - entries->most;
    if (off <= kLargestSlip) report(passage, count, open, entries->least, found);
}

/// Whether 一是, 二是 … of `number` begins at `at`.
bool item_begins_at(const Passage& passage, std::size_t at, unsigned number) {
    return passage.at(at) == kNumerals.at(number) && passage.at(at + 1) == U'是' &&
           (at == 0 || is_one_of(passage.at(at - 1), U"：:。；;，, \u3000"));
}

/// Where item `number` begins in [from, to); `to` when it does not.
std::size_t find_item(const Passage& passage, std::size_t from, std::size_t to, unsigned number) {
    while (from < to && !item_begins_at(passage, from, number)) ++from;
    return std::min(from, to);
}

/// What a list of 一是…二是… may be announced as. 5个单位存在问题：一是 counts something else.
bool announces_items(const std::u32string& words) {
    constexpr auto kNouns = std::to_array<std::u32string_view>(
        {U"方面", U"原因", U"问题", U"措施", U"举措", U"任务", U"环节", U"要求", U"特点", U"建议",
         U"意见", U"重点", U"情形", U"途径", U"步骤", U"不足", U"做法", U"工作"});
    constexpr auto kOthers = std::to_array<std::u32string_view>(
        {U"单位", U"部门", U"企业", U"项目", U"地区", U"县", U"区", U"乡", U"市", U"存在"});
    const auto holds = [&](std::u32string_view word) {
        return words.find(word) != std::u32string::npos;
    };
    if (std::any_of(kOthers.begin(), kOthers.end(), holds)) return false;
    return words.empty() || std::any_of(kNouns.begin(), kNouns.end(), holds);
}

/// 原因有三项：一是…；二是…。 More items are a slip; fewer only where one sentence has them all.
void check_items(const Passage& passage, const Count& count, Diagnostics& found) {
    constexpr std::size_t kReach = 14;
    constexpr unsigned kMostItems = 9;
    const std::size_t end = passage.size();
    const std::size_t reached = std::min(count.end + kReach, end);
    const std::size_t first = find_item(passage, count.end, reached, 1);
    if (first == reached) return;
    if (first == count.end || !is_one_of(passage.at(first - 1), U"：:。")) return;
    const std::u32string words = passage.characters().substr(count.end, first - 1 - count.end);
    const bool counts_items = is_one_of(passage.at(count.end - 1), U"个项点条类种大");
    if (!counts_items || (words.empty() && passage.at(count.end - 1) == U'个') ||
        !announces_items(words))
        return;
    if (find_item(passage, first + 1, end, 1) < end) return;  // Two lists, or one in another.
    unsigned listed = 1;
    std::size_t last = first;
    while (listed < kMostItems) {
        const std::size_t next = find_item(passage, last + 1, end, listed + 1);
        if (next == end) break;
        last = next;
        ++listed;
    }
    const bool in_one_sentence =
        passage.find(U"。", first, last) == last && passage.find(U"。", last, end) + 1 == end;
    const bool contradicts =
        listed > count.number || (listed > 1 && listed < count.number && in_one_sentence);
    if (contradicts) report(passage, count, first - 1, listed, found);
}

}  // namespace

void check_list_counts(const Passage& passage, Diagnostics& found) {
    for (std::size_t at = 0; at < passage.size(); ++at) {
        const auto count = count_at(passage, at);
        if (!count) continue;
        check_brackets(passage, *count, found);
        check_items(passage, *count, found);
        at = count->end - 1;
    }
}

}  // namespace banxin

#include "pipeline/compose/phrases.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "pipeline/base/line_joint.hpp"

namespace banxin {

Text separate_lines(const std::vector<Text>& lines) {
    Text result;
    for (const Text& line : lines) {
        if (!result.empty()) result.append("\n", line.origin());
        result.append(line);
    }
    return result;
}

Text joined_lines(const std::vector<Text>& lines) {
    Text result;
    for (const Text& line : lines) {
        result.append(line_joint(result.utf8(), line.utf8()), line.origin());
        result.append(line);
    }
    return result;
}

Text bare_name(const Text& title) {
    constexpr std::string_view kOpening = "《";
    constexpr std::string_view kClosing = "》";
    constexpr auto kMarks =
        std::to_array<std::string_view>({"。", "；", "，", "、", ";", ".", ","});
    std::size_t begin = 0;
    std::size_t end = title.utf8().size();
    const auto content = [&] { return std::string_view{title.utf8()}.substr(begin, end - begin); };
    for (const std::string_view mark : kMarks)
        if (content().ends_with(mark)) end -= mark.size();
    // 《甲》和《乙》 also begins and ends with a mark, but not with a pair of them.
    const bool is_wrapped = content().starts_with(kOpening) && content().ends_with(kClosing) &&
                            content().find(kClosing) == content().size() - kClosing.size();
    if (is_wrapped) {
        begin += kOpening.size();
        end -= kClosing.size();
    }
    return title.slice(begin, end);
}

Text without_stop(const Text& names) {
    constexpr std::string_view kStop = "。";
    const bool has_stop = names.utf8().ends_with(kStop);
    return names.slice(0, names.utf8().size() - (has_stop ? kStop.size() : 0));
}

std::string printed(const Date& date) {
    return std::to_string(date.year) + "年" + std::to_string(date.month) + "月" +
           std::to_string(date.day) + "日";
}

Text in_brackets(const Text& text) {
    std::size_t begin = 0;
    std::size_t end = text.utf8().size();
    for (const auto& [opening, closing] : {std::pair{"（", "）"}, std::pair{"(", ")"}}) {
        const std::string_view content = text.utf8();
        const std::string_view open{opening};
        const std::string_view close{closing};
        // （甲）和（乙） also begins and ends with a bracket, but not with a pair of them.
        const bool is_wrapped = content.starts_with(open) && content.ends_with(close) &&
                                content.find(close) == content.size() - close.size();
        if (!is_wrapped) continue;
        begin = open.size();
        end = content.size() - close.size();
        break;
    }
    Text result{"（", text.origin()};
    result.append(text.slice(begin, end));
    result.append("）", text.origin());
    return result;
}

}  // namespace banxin

#include "pipeline/run_pdf/inspection.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/base/utf8.hpp"
#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/run/columns.hpp"
#include "pipeline/run/json.hpp"
#include "pipeline/run/language.hpp"
#include "pipeline/run_pdf/inspection_words.hpp"
#include "pipeline/run_pdf/record_report.hpp"

namespace banxin {
namespace {

constexpr std::size_t kMostPlaces = 3;       // Elements of one kind that the table names.
constexpr std::size_t kMostDeviations = 10;  // Of one rule.

std::string millimetres(Length length) {
    const std::int64_t emu = length.emu();
    constexpr std::int64_t kHundredth = Length::kPerMillimetre / 100;
    return decimal((emu < 0 ? emu - kHundredth / 2 : emu + kHundredth / 2) / kHundredth);
}

std::string verdict_name(const Finding& finding) {
    if (finding.verdict == Verdict::ok) return tr("ok");
    if (finding.verdict == Verdict::cannot_tell) return tr("cannot tell");
    return info(finding.rule).strength == RuleStrength::must ? tr("deviation") : tr("remark");
}

std::string place_of(std::size_t page, const PdfBox& box) {
    return fmt::format("{}  {}, {} – {}, {}", page_name(page), millimetres(box.left),
                       millimetres(box.top), millimetres(box.right), millimetres(box.bottom));
}

std::string shortened(std::u32string text) {
    constexpr std::size_t kLongest = 24;
    if (text.size() > kLongest) text = text.substr(0, kLongest - 1) + U"…";
    return to_utf8(text);
}

std::u32string from_utf8(std::string_view utf8) {
    std::u32string text;
    for (std::size_t at = 0; at < utf8.size();) text += next_character(utf8, at);
    return text;
}

/// The head of one kind of element: its name, its first places and how many more.
std::string head_of(const Inspection& inspection, ElementKind kind) {
    const auto elements = inspection.document.all(kind);
    std::string head = translated(info(kind).says);
    const std::size_t shown = std::min(elements.size(), kMostPlaces);
    for (std::size_t k = 0; k < shown; ++k) {
        head += (k == 0 ? "  " : "\n    ") + place_of(elements[k]->page, elements[k]->box);
        const std::string text = shortened(elements[k]->text());
        if (!text.empty()) head += "  " + text;
    }
    if (elements.size() > shown) head += "  (" + more(elements.size() - shown) + ")";
    return head + "\n";
}

std::vector<std::string> row_of(const Finding& finding, std::size_t count) {
    const RuleInfo& rule = info(finding.rule);
    std::string measured = shortened(from_utf8(measured_of(finding)));
    if (count > 1) measured += fmt::format(" (×{})", count);
    const bool is_ok = finding.verdict == Verdict::ok;
    const std::string where =
        is_ok ? std::string{}
              : page_name(finding.page) + (finding.words.empty() ? "" : "  " + finding.words);
    return {(is_ok                                   ? "  "
             : finding.verdict == Verdict::deviation ? "✗ "
                                                     : "? ") +
                translated(rule.says),
            std::string{rule.clause},
            strength_name(rule.strength),
            allowed_by(rule),
            measured,
            verdict_name(finding),
            where};
}

/// One row for all that keep a rule, one for each that does not.
void add_rows(std::vector<std::vector<std::string>>& rows, const std::vector<Finding>& findings,
              RuleId rule) {
    const Finding* kept = nullptr;
    std::size_t count = 0;
    std::size_t deviations = 0;
    for (const Finding& each : findings) {
        if (each.rule != rule) continue;
        if (each.verdict == Verdict::ok) {
            if (kept == nullptr) kept = &each;
            ++count;
        } else if (++deviations <= kMostDeviations) {
            rows.push_back(row_of(each, 1));
        }
    }
    if (deviations > kMostDeviations) rows.push_back({"  " + more(deviations - kMostDeviations)});
    if (kept != nullptr) rows.push_back(row_of(*kept, count));
}

std::string json_of(const PdfBox& box) {
    return fmt::format("[{}, {}, {}, {}]", millimetres(box.left), millimetres(box.top),
                       millimetres(box.right), millimetres(box.bottom));
}

std::string json_of(const PageElement& element) {
    return fmt::format("{{\"element\": {}, \"page\": {}, \"box\": {}, \"text\": {}}}",
                       json_string(info(element.kind).name), element.page + 1, json_of(element.box),
                       json_string(to_utf8(element.text())));
}

std::string_view json_name(RuleStrength strength) {
    constexpr std::string_view kNames[] = {"must", "general", "recommended", "optional"};
    return kNames[static_cast<std::size_t>(strength)];
}

std::string_view json_name(RuleUnit unit) {
    constexpr std::string_view kNames[] = {"mm", "pt", "count", "text"};
    return kNames[static_cast<std::size_t>(unit)];
}

std::string_view json_name(Verdict verdict) {
    constexpr std::string_view kNames[] = {"ok", "deviation", "cannot-tell"};
    return kNames[static_cast<std::size_t>(verdict)];
}

std::string json_of(const Finding& finding) {
    const RuleInfo& rule = info(finding.rule);
    const bool is_text = rule.unit == RuleUnit::text;
    const auto number = [&](int value) {
        return rule.unit == RuleUnit::count ? std::to_string(value) : decimal(value);
    };
    const std::string allowed = is_text
                                    ? json_string(rule.wanted)
                                    : fmt::format("[{}, {}]", number(rule.low), number(rule.high));
    const bool is_number = !is_text && finding.verdict != Verdict::cannot_tell;
    return fmt::format(
        "{{\"rule\": {}, \"element\": {}, \"clause\": {}, \"strength\": \"{}\", \"unit\": \"{}\", "
        "\"allowed\": {}, \"measured\": {}, \"verdict\": \"{}\", \"page\": {}, \"box\": {}, "
        "\"text\": {}}}",
        json_string(rule.name), json_string(info(rule.element).name), json_string(rule.clause),
        json_name(rule.strength), json_name(rule.unit), allowed,
        is_number ? finding.measured : json_string(finding.measured), json_name(finding.verdict),
        finding.page + 1, json_of(finding.box), json_string(finding.words));
}

std::string json_of(const Inspection& inspection);

template <typename Items>
std::string json_list(const Items& items, const char* indent) {
    std::string list;
    for (const auto& each : items)
        list += (list.empty() ? "\n" : ",\n") + std::string{indent} + json_of(each);
    return "[" + list + "]";
}

std::string json_of(const Inspection& inspection) {
    const MeasuredGrid& grid = inspection.document.grid;
    const auto known = [](const std::optional<Length>& length) {
        return length ? millimetres(*length) : std::string{"null"};
    };
    return fmt::format(
        "{{\"file\": {}, \"format\": {}, \"pages\": {},\n"
        "    \"record\": {},\n    \"grid\": {{\"left\": {}, \"right\": {}, \"line-pitch\": {}, "
        "\"character-pitch\": {}, \"size\": {}}},\n"
        "    \"elements\": {},\n    \"findings\": {}}}",
        json_string(inspection.name), json_string(name(inspection.document.format)),
        inspection.document.pages.pages.size(), as_json(inspection.record), millimetres(grid.left),
        known(grid.right), known(grid.pitch), known(grid.cell), known(grid.size),
        json_list(inspection.document.elements, "      "),
        json_list(inspection.findings, "      "));
}

}  // namespace

InspectionTally tally_of(const std::vector<Inspection>& inspections) {
    InspectionTally tally;
    for (const Inspection& inspection : inspections)
        for (const Finding& finding : inspection.findings)
            if (finding.verdict == Verdict::deviation)
                ++(info(finding.rule).strength == RuleStrength::must ? tally.deviations
                                                                     : tally.remarks);
    return tally;
}

std::string as_table(const Inspection& inspection) {
    const std::size_t pages = inspection.document.pages.pages.size();
    std::string text = inspection.name + "  " + format_name(inspection.document.format) + tr(", ") +
                       with_arguments(trn("{count} page", "{count} pages", pages),
                                      {{"count", std::to_string(pages)}}) +
                       "\n" + as_lines(inspection.record);
    std::vector<std::vector<std::string>> all;
    std::vector<std::pair<std::size_t, std::string>> heads;  // Before which row, which head.
    constexpr auto kLast = static_cast<std::size_t>(ElementKind::page_number);
    for (std::size_t k = 0; k <= kLast; ++k) {
        const auto kind = static_cast<ElementKind>(k);
        const std::size_t before = all.size();
        for (const RuleId rule : all_rules())
            if (info(rule).element == kind) add_rows(all, inspection.findings, rule);
        const bool is_there = inspection.document.first(kind) != nullptr;
        if (is_there || all.size() > before) heads.emplace_back(before, head_of(inspection, kind));
    }
    // All rules stand in the same columns, whatever element they belong to.
    const std::string rows = as_columns(all, "  ");
    std::size_t begin = 0;
    std::size_t head = 0;
    for (std::size_t row = 0; row <= all.size(); ++row) {
        for (; head < heads.size() && heads[head].first == row; ++head) text += heads[head].second;
        if (row == all.size()) break;
        const std::size_t end = rows.find('\n', begin) + 1;
        text += rows.substr(begin, end - begin);
        begin = end;
    }
    return text;
}

std::string closing_line(const InspectionTally& tally) {
    if (tally.deviations == 0 && tally.remarks == 0) return tr("no deviation") + "\n";
    std::string line;
    if (tally.deviations > 0)
        line += with_arguments(trn("{count} deviation", "{count} deviations", tally.deviations),
                               {{"count", std::to_string(tally.deviations)}});
    if (tally.remarks > 0)
        line += (line.empty() ? "" : tr(", ")) +
                with_arguments(trn("{count} remark", "{count} remarks", tally.remarks),
                               {{"count", std::to_string(tally.remarks)}});
    return line + "\n";
}

std::string as_json(const std::vector<Inspection>& inspections) {
    const InspectionTally tally = tally_of(inspections);
    return fmt::format("{{\"documents\": {},\n \"deviations\": {}, \"remarks\": {}}}\n",
                       json_list(inspections, "  "), tally.deviations, tally.remarks);
}

}  // namespace banxin

#include "pipeline/run_pdf/inspection_notes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/run/language.hpp"
#include "pipeline/run_pdf/inspection_words.hpp"

namespace banxin {
namespace {

using namespace literals;

/// The whole of it says nothing, and every row of a body its own.
bool is_named(ElementKind kind) {
    return kind != ElementKind::page && kind != ElementKind::type_area;
}

/// The type area of GB/T 9704-2012, 5.1, as the page is shown: 28 and 26 mm beside it, 37 and 35 mm
/// above and below it.
PdfBox type_area(bool is_turned) {
    if (is_turned) return {35_mm, 28_mm, 260_mm, 184_mm};
    return {28_mm, 37_mm, 184_mm, 262_mm};
}

/// 22 rows fill the type area; a letter's first page has room for one more, 10.1.
void add_rows(PageNotes& page, Length size, bool is_first_of_letter) {
    constexpr int kRows = 22;
    const Length pitch = (225_mm - size).scaled(1, kRows - 1);
    for (int row = 0; row < kRows + (is_first_of_letter ? 1 : 0); ++row)
        page.rows.push_back(37_mm + size + row * pitch);
}

void add_type_area(PageNotes& page, const Inspection& inspection, std::size_t number) {
    constexpr Length kNear = 2_mm;
    const DocumentFormat format = inspection.document.format;
    const Length off = std::max(page.width, page.height) - 297_mm;
    if (format == DocumentFormat::form || off > kNear || off < -kNear) return;
    const bool is_turned = inspection.document.is_landscape(number);
    page.type_area = type_area(is_turned);
    if (is_turned) return;
    constexpr Length kSize = Length::from_emu(5556 * Length::kPerMillimetre / 1000);  // 三号
    add_rows(page, inspection.document.grid.size.value_or(kSize),
             format == DocumentFormat::letter && number == 0);
}

void add_elements(PageNotes& page, const Inspection& inspection, std::size_t number) {
    for (const PageElement& element : inspection.document.elements)
        if (element.page == number && is_named(element.kind))
            page.notes.push_back(
                {NoteKind::element, {element.box}, translated(info(element.kind).says), {}});
    std::stable_sort(page.notes.begin(), page.notes.end(),
                     [](const PageNote& one, const PageNote& two) {
                         return one.boxes.front().top < two.boxes.front().top;
                     });
}

std::string text_of(const Finding& finding, std::size_t count) {
    const RuleInfo& rule = info(finding.rule);
    std::string measured = measured_of(finding);
    if (rule.unit == RuleUnit::mm) measured += " mm";
    if (rule.unit == RuleUnit::pt) measured += " pt";
    if (count > 1) measured += fmt::format(" (×{})", count);
    return with_arguments(tr("measured: {measured}; expected: {expected}"),
                          {{"measured", measured}, {"expected", allowed_by(rule)}}) +
           "\n" + std::string{rule.clause} + "  " + strength_name(rule.strength);
}

void add_deviations(PageNotes& page, const Inspection& inspection, std::size_t number) {
    for (const RuleId rule : all_rules()) {
        const Finding* first = nullptr;
        std::vector<PdfBox> boxes;
        for (const Finding& each : inspection.findings) {
            if (each.rule != rule || each.page != number || each.verdict != Verdict::deviation)
                continue;
            if (first == nullptr) first = &each;
            boxes.push_back(each.box);
        }
        if (first == nullptr) continue;
        const bool is_must = info(rule).strength == RuleStrength::must;
        const std::size_t count = boxes.size();
        page.notes.push_back({is_must ? NoteKind::deviation : NoteKind::remark, std::move(boxes),
                              translated(info(rule).says), text_of(*first, count)});
    }
}

}  // namespace

std::vector<PageNotes> notes_on(const Inspection& inspection) {
    std::vector<PageNotes> pages;
    const auto& read = inspection.document.pages.pages;
    for (std::size_t number = 0; number < read.size(); ++number) {
        PageNotes& page = pages.emplace_back();
        page.width = read[number].width;
        page.height = read[number].height;
        add_type_area(page, inspection, number);
        add_elements(page, inspection, number);
        const std::size_t elements = page.notes.size();
        add_deviations(page, inspection, number);
        page.head = format_name(inspection.document.format) + tr(", ") + page_name(number);
        if (page.notes.size() == elements) page.head += tr(": ") + tr("no deviation");
    }
    return pages;
}

}  // namespace banxin

#include "pipeline/inspect/recognise.hpp"

#include <algorithm>
#include <utility>

#include "pipeline/inspect/recognition.hpp"

namespace banxin {

Recognition::Recognition(InspectedDocument& recognised)
    : document{recognised}, taken_(recognised.lines.size(), false) {}

std::vector<std::size_t> Recognition::free_in(std::size_t begin, std::size_t end) const {
    std::vector<std::size_t> found;
    for (std::size_t k = begin; k < end; ++k)
        if (is_free(k)) found.push_back(k);
    return found;
}

std::vector<std::size_t> Recognition::free_on(std::size_t page) const {
    std::vector<std::size_t> found = free_in(0, lines().size());
    std::erase_if(found, [&](std::size_t k) { return line(k).page != page; });
    return found;
}

void Recognition::add(ElementKind kind, const std::vector<std::size_t>& indices) {
    if (indices.empty()) return;
    PageElement element{kind, line(indices.front()).page, line(indices.front()).box, {}};
    for (const std::size_t index : indices) {
        take(index);
        element.lines.push_back(line(index));
        if (line(index).page == element.page) element.box.include(line(index).box);
    }
    document.elements.push_back(std::move(element));
}

void Recognition::add(ElementKind kind, std::size_t page, const PdfBox& box) {
    document.elements.push_back({kind, page, box, {}});
}

Length Recognition::cell() const {
    constexpr Length kCell = Length::from_emu(156 * Length::kPerMillimetre / 28);
    return document.grid.cell.value_or(document.grid.size.value_or(kCell));
}

Length Recognition::centre() const {
    return left() + Length::from_emu(78 * Length::kPerMillimetre);
}

bool Recognition::is_title_like(const TextLine& line) const {
    if (!document.grid.size) return false;
    return line.size >= document.grid.size->scaled(115, 100) || line.role == FaceRole::biaosong;
}

namespace {

/// Whether most of the first page is in tables.
bool is_form(const InspectedDocument& document) {
    std::size_t all = 0;
    std::size_t in_tables = 0;
    for (const TextLine& line : document.lines) {
        if (line.page > 0) break;
        all += line.text.size();
        for (const PageElement* table : document.all(ElementKind::table))
            if (table->page == 0 && line.box.middle() > table->box.top &&
                line.box.middle() < table->box.bottom) {
                in_tables += line.text.size();
                break;
            }
    }
    return 2 * in_tables > all;
}

void recognise_parts(Recognition& recognition, std::size_t begin) {
    for (const DocumentPart& part : divide(recognition, begin)) {
        find_title(recognition, part);
        if (part.is_annex) continue;
        if (part.begin == begin) find_recipients(recognition, part);
        find_ending(recognition, part);
        find_body(recognition, part);
    }
}

}  // namespace

InspectedDocument recognise(PdfPages pages, std::optional<DocumentFormat> format) {
    InspectedDocument document;
    document.lines = lines_of(pages);
    document.pages = std::move(pages);
    for (std::size_t k = 0; k < document.pages.pages.size(); ++k) {
        const PdfPage& page = document.pages.pages[k];
        document.elements.push_back({ElementKind::page, k, {{}, {}, page.width, page.height}, {}});
    }
    if (document.lines.empty()) return document;
    Recognition recognition{document};
    find_tables(recognition);
    find_page_numbers(recognition);
    find_imprint(recognition);
    measure_grid(recognition);
    const std::size_t begin = find_head(recognition, format);
    if (!format && document.format == DocumentFormat::notice && is_form(document))
        document.format = DocumentFormat::form;
    if (document.format != DocumentFormat::form) recognise_parts(recognition, begin);
    std::stable_sort(
        document.elements.begin(), document.elements.end(),
        [](const PageElement& one, const PageElement& two) { return one.kind < two.kind; });
    return document;
}

}  // namespace banxin

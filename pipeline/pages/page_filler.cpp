#include "pipeline/pages/page_filler.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "pipeline/base/line_joint.hpp"
#include "pipeline/pages/item_builder.hpp"
#include "pipeline/pages/page_number.hpp"
#include "pipeline/pages/turned_sheet.hpp"

namespace banxin {
namespace {

/// The main title names the document itself; annexes stand beside the first-level headings.
std::optional<unsigned> outline_level(BlockRole role) {
    switch (role) {
        case BlockRole::heading_1:
        case BlockRole::annex_title:
            return 1;
        case BlockRole::heading_2:
            return 2;
        case BlockRole::heading_3:
            return 3;
        case BlockRole::heading_4:
            return 4;
        default:
            return std::nullopt;
    }
}

}  // namespace

unsigned blank_lines(const Style& style, const ShapedBlock* before) {
    if (before == nullptr) return 0;
    const auto* paragraph = std::get_if<ShapedParagraph>(&before->content);
    if (paragraph == nullptr) return style.blank_lines_before;
    if (paragraph->style.name == style.name) return 0;
    return std::max(style.blank_lines_before, paragraph->style.blank_lines_after);
}

PageFiller::PageFiller(const ShapedDocument& document, const Layout& layout)
    : document_{document}, layout_{layout}, landscape_{turned_geometry(layout.page)} {
    outcome_.value.information = document.information;
    open_page();
}

void PageFiller::open_page() {
    Page page;
    page.width = layout_.page.paper_width;
    page.height = layout_.page.paper_height;
    page.read_turned = orientation_ == PageOrientation::landscape;
    page.label = std::to_string(outcome_.value.pages.size() - volumes_.back() + 1);
    geometry_ = geometry_of(outcome_.value.pages.size());
    outcome_.value.pages.push_back(std::move(page));
    bottom_.reset();
    reach_ = Length{};
    impressions_.clear();
    text_top_.reset();
}

void PageFiller::begin_volume() {
    const bool is_first = is_empty() && page_number() == 1;
    if (is_first) return;
    if (!is_empty()) open_page();
    const bool is_verso = (page_index() - volumes_.back()) % 2 == 1;
    if (is_verso) {
        hide_page_number();
        open_page();
    }
    volumes_.push_back(page_index());
    current().label = "1";
}

std::size_t PageFiller::index_in_volume(std::size_t page) const {
    return page - *std::prev(std::upper_bound(volumes_.begin(), volumes_.end(), page));
}

void PageFiller::hold_page(PageOrientation orientation) {
    if (orientation == orientation_) return;
    orientation_ = orientation;
    if (!is_empty()) return open_page();
    geometry_ = geometry_of(page_index());
    current().read_turned = orientation == PageOrientation::landscape;
}

/// Of the page with this index, as blocks of the current orientation stand on it. Where the first
/// page goes further down, its rows end there as others end at the type area's foot.
PageGeometry PageFiller::geometry_of(std::size_t page) const {
    if (orientation_ == PageOrientation::landscape) return landscape_;
    PageGeometry geometry = layout_.page;
    if (page > 0 || geometry.first_page_extra <= Length{}) return geometry;
    geometry.type_height += geometry.first_page_extra;
    const Length last_row = geometry.type_height - geometry.em;
    geometry.grid_top = Length::from_emu(last_row.emu() % geometry.line_pitch.emu());
    return geometry;
}

void PageFiller::set_row_top(Length top) {
    geometry_.grid_top = Length::from_emu(top.emu() % geometry_.line_pitch.emu());
}

/// The first row of the grid at or below `height`.
Length PageFiller::on_grid(Length height) const {
    const std::int64_t pitch = geometry_.line_pitch.emu();
    const std::int64_t below_first = (height - geometry_.grid_top).emu();
    const std::int64_t row = std::max<std::int64_t>(0, (below_first + pitch - 1) / pitch);
    return geometry_.grid_top + geometry_.line_pitch * row;
}

Length PageFiller::block_top(const Style& style, unsigned blank_lines) const {
    if (is_empty()) return block_top_at_head(style);
    if (text_top_) return *text_top_;
    return top_below(*bottom_, style, blank_lines);
}

Length PageFiller::block_top_at_head(const Style& style) const {
    return geometry_.grid_top +
           geometry_.line_pitch * (static_cast<std::int64_t>(style.first_row) - 1);
}

Length PageFiller::top_below(Length bottom, const Style& style, unsigned blank_lines) const {
    if (blank_line_)
        return bottom + (blank_lines > 0 ? *blank_line_ * blank_lines : style.leading - style.size);
    const Length gap = blank_lines > 0 ? one_line(geometry_.em) * blank_lines
                                       : (style.leading - style.size).scaled(1, 2);
    if (geometry_.rows_on_grid) return on_grid(bottom + gap);
    return bottom + (blank_lines > 0 ? gap : style.leading - style.size);
}

std::optional<Length> PageFiller::impression_on(Length top, Length right) const {
    std::optional<Length> lowest;
    for (const Impressed& each : impressions_)
        if (each.left < right && each.bottom > top)
            lowest = std::max(lowest.value_or(each.bottom), each.bottom);
    return lowest;
}

Length PageFiller::next_top(const Style& style) const {
    return *bottom_ + style.leading - style.size;
}

bool PageFiller::fits(Length top, Length height) const {
    return top + height <= geometry_.type_height;
}

BrokenParagraph PageFiller::break_paragraph(const ShapedParagraph& paragraph, Looseness looseness) {
    auto broken = break_lines(paragraph, geometry_.type_width, layout_.line_rules, looseness);
    report(std::move(broken.diagnostics));
    return std::move(broken.value);
}

void PageFiller::begin_block_at(const ShapedBlock& block, Length top) {
    const Length height = geometry_.top + top;
    if (block.role == BlockRole::annex_label) annexes_[block.annex] = {page_index(), height};
    const std::optional<unsigned> level = outline_level(block.role);
    if (!level) return;
    outcome_.value.outline.push_back(
        {on_one_line(paragraph_of(block).source.utf8()), *level, page_index(), height});
}

void PageFiller::place_line(const ShapedBlock& block, const ShapedParagraph& paragraph,
                            const Line& line, Length top, ElementId element) {
    const Place origin{geometry_.left, geometry_.top + top};
    add_line(items(), paragraph, line, origin, element);
    const Length size = paragraph.style.size;
    if (block.links_to > 0) {
        const LinkArea area{geometry_.left + line.left, origin.y, line.width, size, 0, {}, element};
        links_.push_back({outcome_.value.pages.size() - 1, area, block.links_to});
    }
    bottom_ = top + size;
    text_top_.reset();
}

void PageFiller::resolve_links() {
    for (const PendingLink& link : links_) {
        const auto target = annexes_.find(link.annex);
        if (target == annexes_.end()) continue;
        LinkArea area = link.area;
        area.target_page = target->second.page;
        area.target_top = target->second.top;
        outcome_.value.pages[link.page].items.emplace_back(area);
    }
}

Outcome<PagedDocument> PageFiller::finish() {
    resolve_links();
    auto& pages = outcome_.value.pages;
    for (std::size_t k = 0; k < pages.size(); ++k) {
        if (pages[k].read_turned) turn_to_sheet(pages[k], layout_.page.paper_height);
        if (hidden_numbers_.contains(static_cast<std::uint32_t>(k))) continue;
        const std::size_t index = index_in_volume(k);
        if (k > 0 || layout_.page_number.on_first_page)
            add_page_number(pages[k].items, document_, layout_.page, layout_.page_number, index);
    }
    outcome_.value.elements = structure_.take();
    return std::move(outcome_);
}

}  // namespace banxin

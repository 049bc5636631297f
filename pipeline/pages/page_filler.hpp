// The pages while they are filled from top to bottom: what stands on the last of them, and where
// the next line goes. All heights are from the type area's top.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "pipeline/base/outcome.hpp"
#include "pipeline/layout/layout.hpp"
#include "pipeline/lines/break_lines.hpp"
#include "pipeline/pages/paged_document.hpp"
#include "pipeline/pages/structure_builder.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// One line of text (一行) is the height of a character and 7/8 of it: GB/T 9704-2012, clause 3.
[[nodiscard]] constexpr Length one_line(Length em) { return em.scaled(15, 8); }

[[nodiscard]] inline const ShapedParagraph& paragraph_of(const ShapedBlock& block) {
    return std::get<ShapedParagraph>(block.content);
}

/// Blank lines go before the first of several blocks in one style: a list stays together.
/// `before` is the block above, if there is one.
[[nodiscard]] unsigned blank_lines(const Style& style, const ShapedBlock* before);

class PageFiller {
  public:
    /// Opens the first page. Both must outlive the filler.
    PageFiller(const ShapedDocument& document, const Layout& layout);

    void open_page();

    /// Begins what is bound by itself: on a leaf of its own, with page numbers from 1. A page that
    /// this leaves blank has no number.
    void begin_volume();

    /// From 1, of all pages.
    [[nodiscard]] std::size_t page_number() const { return outcome_.value.pages.size(); }
    void hide_page_number() { hidden_numbers_.insert(page_index()); }

    /// Changes at a page's end only.
    void hold_page(PageOrientation orientation);

    /// Of the current page, as it is read.
    [[nodiscard]] const PageGeometry& geometry() const { return geometry_; }
    /// Of the page that open_page() would open.
    [[nodiscard]] PageGeometry geometry_of_next_page() const {
        return geometry_of(outcome_.value.pages.size());
    }
    [[nodiscard]] PageOrientation orientation() const { return orientation_; }
    [[nodiscard]] bool is_empty() const { return !bottom_.has_value(); }
    [[nodiscard]] std::vector<Item>& items() { return current().items; }

    /// Foot of the lowest em on the page; none on an empty page.
    [[nodiscard]] std::optional<Length> bottom() const { return bottom_; }
    void set_bottom(Length bottom) { bottom_ = bottom; }

    /// A seal reaches lower than the text that it is pressed on, whose foot stays `bottom`.
    void note_reach(Length bottom) { reach_ = std::max(reach_, bottom); }

    /// A seal or stamp from `left` on, in the type area, whose foot is at `bottom`.
    void note_impression(Length left, Length bottom) { impressions_.push_back({left, bottom}); }

    /// The lowest foot of the impressions that text would touch which begins at `top` and ends at
    /// `right`; none where it touches none.
    [[nodiscard]] std::optional<Length> impression_on(Length top, Length right) const;

    /// Of text and seals; none on an empty page.
    [[nodiscard]] std::optional<Length> lowest() const {
        if (!bottom_) return std::nullopt;
        return std::max(*bottom_, reach_);
    }

    /// Where the next block begins, on the grid or not.
    void set_text_top(Length top) { text_top_ = top; }

    /// From here on a blank line is this high from edge to edge and rows leave the grid; nothing
    /// goes back to the grid.
    void set_blank_line(std::optional<Length> height) { blank_line_ = height; }

    /// Puts the rows of this page's grid where one of them begins at `top`.
    void set_row_top(Length top);

    /// Where the first em of a block in `style` goes, `blank_lines` below what is there. The
    /// distance is measured from edge to edge, as GB/T 33476.2-2016, 7 does, and then to the grid.
    [[nodiscard]] Length block_top(const Style& style, unsigned blank_lines) const;
    [[nodiscard]] Length block_top_at_head(const Style& style) const;
    [[nodiscard]] Length top_below(Length bottom, const Style& style, unsigned blank_lines) const;
    [[nodiscard]] Length next_top(const Style& style) const;
    [[nodiscard]] bool fits(Length top, Length height) const;

    /// Breaks at the current measure; what line layout warns of is reported.
    [[nodiscard]] BrokenParagraph break_paragraph(const ShapedParagraph& paragraph,
                                                  Looseness looseness = Looseness::best);

    [[nodiscard]] StructureBuilder& structure() { return structure_; }
    void report(Diagnostics diagnostics) { append(outcome_.diagnostics, std::move(diagnostics)); }

    /// Makes `top` a place that links and the outline lead to, where `block` is such a place.
    void begin_block_at(const ShapedBlock& block, Length top);

    void place_line(const ShapedBlock& block, const ShapedParagraph& paragraph, const Line& line,
                    Length top, ElementId element);

    /// Resolves links and adds page numbers. Nothing may be added afterwards.
    [[nodiscard]] Outcome<PagedDocument> finish();

  private:
    /// What a page is called and how it is numbered: from 0 within its volume.
    [[nodiscard]] std::size_t index_in_volume(std::size_t page) const;

    /// A link whose target is not laid out yet.
    struct PendingLink {
        std::size_t page;
        LinkArea area;
        unsigned annex;
    };
    struct Impressed {
        Length left, bottom;
    };
    struct Target {
        std::uint32_t page = 0;
        Length top;
    };

    Page& current() { return outcome_.value.pages.back(); }
    [[nodiscard]] std::uint32_t page_index() const {
        return static_cast<std::uint32_t>(outcome_.value.pages.size() - 1);
    }
    [[nodiscard]] PageGeometry geometry_of(std::size_t page) const;
    [[nodiscard]] Length on_grid(Length height) const;
    void resolve_links();

    const ShapedDocument& document_;
    const Layout& layout_;
    PageGeometry landscape_;
    PageGeometry geometry_;
    PageOrientation orientation_ = PageOrientation::portrait;
    std::optional<Length> bottom_;
    Length reach_;
    std::vector<Impressed> impressions_;  ///< On the current page.
    std::optional<Length> text_top_;
    std::optional<Length> blank_line_;  ///< Where it is not that of the standard.
    std::vector<PendingLink> links_;
    std::set<std::uint32_t> hidden_numbers_;  ///< Pages without one, from 0.
    std::vector<std::size_t> volumes_ = {0};  ///< First pages, from 0.
    std::map<unsigned, Target> annexes_;
    StructureBuilder structure_;
    Outcome<PagedDocument> outcome_;
};

}  // namespace banxin

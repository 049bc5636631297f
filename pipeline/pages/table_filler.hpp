// Tables on pages: their room, their pieces and what is kept with them.
#pragma once

#include <optional>

#include "pipeline/pages/page_filler.hpp"
#include "pipeline/tables/place_table.hpp"

namespace banxin {

class TableFiller {
  public:
    /// All must outlive this.
    TableFiller(PageFiller& pages, const ShapedDocument& document, const Layout& layout)
        : pages_{pages}, document_{document}, layout_{layout} {}

    /// Whether anything of the table, block `index`, may stand below `bottom`. What it is kept
    /// with would end at `bottom_of_next` on a page of its own: a table that does not fit below
    /// that as a whole need not be kept together.
    [[nodiscard]] bool begins_below(Length bottom, Length bottom_of_next, std::size_t index);

    /// Whether a table stands at the head of its page together with what it is kept with. Then no
    /// page holds more of both, and it has to begin.
    enum class Lead : std::uint8_t { none, at_page_head };

    /// Adds the table that is block `index`.
    void add(std::size_t index, Lead lead);

  private:
    /// A table that is placed already, because of what is kept with it.
    struct TableAhead {
        std::size_t index;
        TableRoom room;
        Outcome<PlacedTable> placed;
    };

    [[nodiscard]] const ShapedTable& table_of(std::size_t index) const {
        return std::get<ShapedTable>(document_.blocks[index].content);
    }
    [[nodiscard]] Length table_top(std::optional<Length> bottom) const;
    [[nodiscard]] TableRoom room_for(const ShapedTable& table, Length top) const;
    [[nodiscard]] Outcome<PlacedTable> place(const ShapedTable& table, const TableRoom& room) const;
    [[nodiscard]] Outcome<PlacedTable> placed_table(std::size_t index, Length top, Lead lead);
    Length add_continued_line(const ShapedParagraph& paragraph, const BrokenParagraph& broken);
    void place_piece(const ShapedTable& table, const PlacedTable& placed, const TablePiece& piece,
                     Length top, const std::vector<ElementId>& elements);

    PageFiller& pages_;
    const ShapedDocument& document_;
    const Layout& layout_;
    std::optional<TableAhead> ahead_;
};

}  // namespace banxin

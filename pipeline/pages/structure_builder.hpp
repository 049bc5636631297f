// The structure tree, built while pages are laid out: which element the next items belong to.
#pragma once

#include <map>

#include "pipeline/pages/paged_document.hpp"
#include "pipeline/shape/shaped_document.hpp"
#include "pipeline/tables/placed_table.hpp"

namespace banxin {

class StructureBuilder {
  public:
    StructureBuilder();

    /// The element for the text of `block`. Annexes become sections; attachment lines that follow
    /// each other one list.
    [[nodiscard]] ElementId begin_block(const ShapedBlock& block);

    /// The element for the seal or stamp of `block`.
    [[nodiscard]] ElementId add_figure(const ShapedBlock& block);

    /// The elements of the cells of `table`, below `element`: rows grouped into head and body.
    [[nodiscard]] std::vector<ElementId> add_cells(ElementId element, const ShapedTable& table,
                                                   const PlacedTable& placed);

    [[nodiscard]] std::vector<StructureElement> take() { return std::move(elements_); }

  private:
    ElementId add(Tag tag, ElementId parent);
    ElementId section_of(unsigned annex);

    std::vector<StructureElement> elements_;
    std::map<unsigned, ElementId> annexes_;
    ElementId open_list_ = kArtifact;
    /// Of the last heading, from 1. Levels go down one by one (PDF/UA-1, 7.4.2), also where a
    /// document leaves one out, as 一、 and then 1. does.
    unsigned heading_ = 0;
};

}  // namespace banxin

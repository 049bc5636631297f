// The structure tree: what each piece of a page is, in the order of the text
// (ISO 32000-1, 14.7 and 14.8).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/pages/paged_document.hpp"
#include "pipeline/write/pdf/object_writer.hpp"

namespace banxin::pdf {

/// Collects the marked content of all pages and its links, then writes the tree.
class StructureTree {
  public:
    /// Both must outlive the tree.
    StructureTree(ObjectWriter& objects, const PagedDocument& document);

    /// The standard structure type of the content of `element`: `P`, `TD`; `Link` where a link
    /// covers it.
    [[nodiscard]] std::string_view type_of(ElementId element) const;

    /// Notes another piece of `element` on `page` (from 0); returns its number on that page.
    [[nodiscard]] std::size_t add_piece(std::size_t page, ElementId element);

    /// Notes the annotation of a link that covers `element` on `page`; returns its key of the
    /// parent tree.
    [[nodiscard]] int add_link(std::size_t page, ElementId element, Dictionary annotation);

    /// The words of `element`, which a link on it leads from.
    [[nodiscard]] const std::string& words_of(ElementId element) const { return words_[element]; }

    /// Writes all elements; a document without any is not marked. Called once, when all pieces and
    /// links are known.
    void write(Dictionary catalog, const std::vector<Dictionary>& pages);

  private:
    /// Marked content, or an annotation, of an element.
    struct Piece {
        std::size_t page;
        std::string syntax;  ///< Of a marked content: its number.
        bool is_link = false;
    };

    [[nodiscard]] std::string pieces(ElementId element, const std::vector<Dictionary>& pages) const;
    [[nodiscard]] std::string parent_tree() const;
    [[nodiscard]] std::string names() const;

    ObjectWriter& objects_;
    const PagedDocument& document_;
    std::vector<Dictionary> elements_;
    /// By element: the Link below it that holds its pieces, or the element itself.
    std::vector<Dictionary> holders_;
    std::vector<std::vector<ElementId>> children_;
    std::vector<std::vector<Piece>> pieces_;  ///< By element.
    std::vector<std::string> words_;
    std::vector<char> linked_;                         ///< By element: 1 where a link covers it.
    std::vector<std::vector<ElementId>> page_pieces_;  ///< By page: the element of each piece.
    std::vector<ElementId> link_parents_;              ///< By link: its element.
};

}  // namespace banxin::pdf

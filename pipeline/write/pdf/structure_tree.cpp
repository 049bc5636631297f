#include "pipeline/write/pdf/structure_tree.hpp"

#include <map>

namespace banxin::pdf {
namespace {

std::string_view structure_type(Tag tag) {
    switch (tag) {
        case Tag::document:
            return "Document";
        case Tag::sect:
            return "Sect";
        case Tag::h1:
            return "H1";
        case Tag::h2:
            return "H2";
        case Tag::h3:
            return "H3";
        case Tag::h4:
            return "H4";
        case Tag::h5:
            return "H5";
        case Tag::p:
            return "P";
        case Tag::list:
            return "L";
        case Tag::list_item:
            return "LI";
        case Tag::label:
            return "Lbl";
        case Tag::list_body:
            return "LBody";
        case Tag::table:
            return "Table";
        case Tag::table_head:
            return "THead";
        case Tag::table_body:
            return "TBody";
        case Tag::tr:
            return "TR";
        case Tag::th:
            return "TH";
        case Tag::td:
            return "TD";
        case Tag::caption:
            return "Caption";
        case Tag::link:
            return "Link";
        case Tag::note:
            return "Note";
        case Tag::span:
            return "Span";
        case Tag::figure:
            return "Figure";
    }
    return "P";
}

/// ISO 32000-1, 14.8.5.7; PDF/UA-1, 7.5 wants the scope of every head.
std::string table_attributes(const StructureElement& element) {
    std::string syntax;
    if (element.tag == Tag::th) syntax += element.heads_column ? " /Scope /Column" : " /Scope /Row";
    if (element.row_span > 1) syntax += " /RowSpan " + std::to_string(element.row_span);
    if (element.column_span > 1) syntax += " /ColSpan " + std::to_string(element.column_span);
    return syntax.empty() ? syntax : "<< /O /Table" + syntax + " >>";
}

std::string note_name(ElementId id) { return "note-" + std::to_string(id); }

}  // namespace

StructureTree::StructureTree(ObjectWriter& objects, const PagedDocument& document)
    : objects_(objects),
      document_(document),
      children_(document.elements.size()),
      pieces_(document.elements.size()),
      words_(document.elements.size()),
      linked_(document.elements.size()),
      page_pieces_(document.pages.size()) {
    for (ElementId id = 1; id < document.elements.size(); ++id)
        children_[document.elements[id].parent].push_back(id);
    for (const Page& page : document.pages) {
        for (const Item& item : page.items) {
            if (const auto* link = std::get_if<LinkArea>(&item); link && link->element != kArtifact)
                linked_[link->element] = 1;
        }
    }
    for (const Page& page : document.pages) {
        for (const Item& item : page.items) {
            const auto* run = std::get_if<GlyphRun>(&item);
            if (run && run->element != kArtifact && linked_[run->element] != 0)
                words_[run->element] += run->text;
        }
    }
}

std::string_view StructureTree::type_of(ElementId element) const {
    return linked_[element] != 0 ? "Link" : structure_type(document_.elements[element].tag);
}

std::size_t StructureTree::add_piece(std::size_t page, ElementId element) {
    const std::size_t number = page_pieces_[page].size();
    page_pieces_[page].push_back(element);
    pieces_[element].push_back({page, std::to_string(number)});
    return number;
}

int StructureTree::add_link(std::size_t page, ElementId element, Dictionary annotation) {
    pieces_[element].push_back({page, annotation.reference(), true});
    link_parents_.push_back(element);
    return static_cast<int>(document_.pages.size() + link_parents_.size() - 1);
}

/// Marked content and annotations, each with its page where that is not the element's first.
std::string StructureTree::pieces(ElementId element, const std::vector<Dictionary>& pages) const {
    std::string syntax;
    for (const Piece& piece : pieces_[element]) {
        const std::string page = pages[piece.page].reference();
        if (!syntax.empty()) syntax += ' ';
        if (piece.is_link)
            syntax += "<< /Type /OBJR /Pg " + page + " /Obj " + piece.syntax + " >>";
        else if (piece.page == pieces_[element].front().page)
            syntax += piece.syntax;
        else
            syntax += "<< /Type /MCR /Pg " + page + " /MCID " + piece.syntax + " >>";
    }
    return syntax;
}

/// What a number tree says of every page's pieces, and of every link.
std::string StructureTree::parent_tree() const {
    std::string syntax = "[";
    for (std::size_t page = 0; page < page_pieces_.size(); ++page) {
        syntax += std::to_string(page) + " [";
        for (const ElementId element : page_pieces_[page])
            syntax += holders_[element].reference() + " ";
        syntax += "] ";
    }
    for (std::size_t k = 0; k < link_parents_.size(); ++k) {
        syntax += std::to_string(page_pieces_.size() + k) + " " +
                  holders_[link_parents_[k]].reference() + " ";
    }
    return syntax + "]";
}

/// PDF/UA-1, 7.9 wants a name for every note, and ISO 32000-1, 14.7.2 a tree for all names.
std::string StructureTree::names() const {
    std::map<std::string, ElementId> notes;  // 7.9.6: names stand in lexical order.
    for (ElementId id = 0; id < document_.elements.size(); ++id)
        if (document_.elements[id].tag == Tag::note) notes.emplace(note_name(id), id);
    std::string syntax;
    for (const auto& [name, id] : notes)
        syntax += "(" + name + ") " + elements_[id].reference() + " ";
    return syntax;
}

void StructureTree::write(Dictionary catalog, const std::vector<Dictionary>& pages) {
    if (document_.elements.empty()) return;
    Dictionary root = objects_.add_dictionary();
    for (ElementId id = 0; id < document_.elements.size(); ++id)
        elements_.push_back(objects_.add_dictionary());
    holders_ = elements_;
    for (ElementId id = 0; id < document_.elements.size(); ++id) {
        const StructureElement& element = document_.elements[id];
        Dictionary object = elements_[id];
        object.value("S", "/" + std::string{structure_type(element.tag)});
        object.reference("P", id == 0 ? root : elements_[element.parent]);
        const std::string attributes = table_attributes(element);
        if (!attributes.empty()) object.value("A", attributes);
        if (!element.alternative.empty()) object.text("Alt", element.alternative);
        if (element.tag == Tag::note) object.ascii("ID", note_name(id));
        std::string kids;
        for (const ElementId child : children_[id]) kids += elements_[child].reference() + " ";
        std::string own = pieces(id, pages);
        if (linked_[id] != 0) {
            Dictionary link = holders_[id] = objects_.add_dictionary();
            link.value("S", "/Link");
            link.reference("P", object);
            link.value("K", "[" + own + "]");
            own = link.reference();
        }
        if (!pieces_[id].empty()) holders_[id].reference("Pg", pages[pieces_[id].front().page]);
        if (!kids.empty() || !own.empty()) object.value("K", "[" + kids + own + "]");
    }
    root.value("Type", "/StructTreeRoot");
    root.reference("K", elements_.front());
    Dictionary parents = objects_.add_dictionary();
    parents.value("Nums", parent_tree());
    root.reference("ParentTree", parents);
    if (const std::string notes = names(); !notes.empty())
        root.value("IDTree", "<< /Names [" + notes + "] >>");
    root.integer("ParentTreeNextKey", static_cast<int>(page_pieces_.size() + link_parents_.size()));
    catalog.reference("StructTreeRoot", root);
    catalog.value("MarkInfo", "<< /Marked true >>");
}

}  // namespace banxin::pdf

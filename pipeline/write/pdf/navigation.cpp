// Writes page labels, outlines and link annotations (ISO 32000-1, 12.3 to 12.5).
#include "pipeline/write/pdf/navigation.hpp"

#include <algorithm>
#include <cassert>
#include <optional>

#include "pipeline/write/pdf/pdf_syntax.hpp"

namespace banxin::pdf {
namespace {

// Bit 3, Print: archives' validators want it on every annotation (ISO 19005-2, 6.3.2).
constexpr int kPrint = 4;

// A place of the document: page and height; horizontal place and zoom stay as they are.
std::string destination(const PagedDocument& document, const std::vector<Dictionary>& pages,
                        std::size_t page, Length top) {
    assert(page < pages.size());
    std::string syntax = "[" + pages[page].reference() + " /XYZ null ";
    append_points(syntax, to_millipoints(document.pages[page].height - top));
    return syntax + " null]";
}

// The value of a label that is a plain number, without zeros in front; nothing for any other.
std::optional<unsigned> plain_number(const std::string& label) {
    const bool digits = std::ranges::all_of(
        label, [](char character) { return character >= '0' && character <= '9'; });
    if (!digits || label.empty() || label.size() > 8 || label.front() == '0') return std::nullopt;
    unsigned number = 0;
    for (const char digit : label) number = number * 10 + static_cast<unsigned>(digit - '0');
    return number;
}

// One entry of the outline, or its root.
struct OutlineNode {
    Dictionary object;
    unsigned level = 0;
    std::size_t parent = 0;
    std::vector<std::size_t> children = {};
    int descendants = 0;
};

// The root comes first, then the entries in their order.
std::vector<OutlineNode> make_outline_nodes(ObjectWriter& objects,
                                            const std::vector<OutlineEntry>& entries) {
    std::vector<OutlineNode> nodes = {{objects.add_dictionary()}};
    for (const OutlineEntry& entry : entries) {
        assert(entry.level >= 1);
        std::size_t parent = nodes.size() - 1;
        while (nodes[parent].level >= entry.level) parent = nodes[parent].parent;
        nodes[parent].children.push_back(nodes.size());
        for (std::size_t k = parent; true; k = nodes[k].parent) {
            ++nodes[k].descendants;
            if (k == 0) break;
        }
        nodes.push_back({objects.add_dictionary(), entry.level, parent});
    }
    return nodes;
}

// Everything a node says of its children, and they of one another. All levels show.
void link_children(std::vector<OutlineNode>& nodes, OutlineNode& node) {
    if (node.children.empty()) return;
    node.object.reference("First", nodes[node.children.front()].object);
    node.object.reference("Last", nodes[node.children.back()].object);
    node.object.integer("Count", node.descendants);
    for (std::size_t k = 0; k < node.children.size(); ++k) {
        Dictionary child = nodes[node.children[k]].object;
        child.reference("Parent", node.object);
        if (k > 0) child.reference("Prev", nodes[node.children[k - 1]].object);
        if (k + 1 < node.children.size()) {
            child.reference("Next", nodes[node.children[k + 1]].object);
        }
    }
}

std::string rectangle(const LinkArea& link, Length page_height) {
    std::string syntax = "[";
    append_points(syntax, to_millipoints(link.left));
    syntax += ' ';
    append_points(syntax, to_millipoints(page_height - link.top - link.height));
    syntax += ' ';
    append_points(syntax, to_millipoints(link.left + link.width));
    syntax += ' ';
    append_points(syntax, to_millipoints(page_height - link.top));
    return syntax + "]";
}

}  // namespace

std::string page_labels(const std::vector<Page>& pages) {
    std::string syntax = "<< /Nums [";
    std::optional<unsigned> expected;  // the number that the open range would give this page
    for (std::size_t k = 0; k < pages.size(); ++k) {
        const std::optional<unsigned> number = plain_number(pages[k].label);
        if (!number || number != expected) {
            syntax += std::to_string(k);
            if (number) {
                syntax += " << /S /D /St " + std::to_string(*number) + " >> ";
            } else {
                syntax += " << /P <FEFF";
                append_utf16_hex(syntax, pages[k].label);
                syntax += "> >> ";
            }
        }
        expected = number ? std::optional(*number + 1) : std::nullopt;
    }
    return syntax + "] >>";
}

void add_outline(ObjectWriter& objects, Dictionary catalog, const PagedDocument& document,
                 const std::vector<Dictionary>& pages) {
    if (document.outline.empty()) return;
    std::vector<OutlineNode> nodes = make_outline_nodes(objects, document.outline);
    nodes.front().object.name("Type", "Outlines");
    for (std::size_t k = 0; k < document.outline.size(); ++k) {
        const OutlineEntry& entry = document.outline[k];
        Dictionary object = nodes[k + 1].object;
        object.text("Title", entry.title);
        object.value("Dest", destination(document, pages, entry.page, entry.top));
    }
    for (OutlineNode& node : nodes) link_children(nodes, node);
    catalog.reference("Outlines", nodes.front().object);
}

void add_links(ObjectWriter& objects, const PagedDocument& document, std::size_t page,
               const std::vector<Dictionary>& pages, StructureTree& tree) {
    std::string annotations;
    for (const Item& item : document.pages[page].items) {
        const auto* link = std::get_if<LinkArea>(&item);
        if (link == nullptr) continue;
        Dictionary annotation = objects.add_dictionary();
        annotation.name("Type", "Annot");
        annotation.name("Subtype", "Link");
        annotation.integer("F", kPrint);
        annotation.value("Rect", rectangle(*link, document.pages[page].height));
        annotation.value("Border", "[0 0 0]");
        annotation.value("Dest", destination(document, pages, link->target_page, link->target_top));
        if (link->element != kArtifact) {
            // What the link says to somebody who does not see it: PDF/UA-1, 7.18.5.
            annotation.text("Contents", cut_to_limit(tree.words_of(link->element)));
            annotation.integer("StructParent", tree.add_link(page, link->element, annotation));
        }
        annotations += (annotations.empty() ? "[" : " ") + annotation.reference();
    }
    if (annotations.empty()) return;
    Dictionary object = pages[page];
    object.value("Annots", annotations + "]");
    object.name("Tabs", "S");  // In the order of the structure: PDF/UA-1, 7.18.3.
}

}  // namespace banxin::pdf

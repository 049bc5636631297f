// Assembles a PDF: fonts, pages, page tree, catalog, information. Decides nothing about layout.
#include "pipeline/write/pdf/write_pdf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <type_traits>
#include <variant>

#include "pipeline/write/pdf/attached_files.hpp"
#include "pipeline/write/pdf/check_document.hpp"
#include "pipeline/write/pdf/content_stream.hpp"
#include "pipeline/write/pdf/embedded_font.hpp"
#include "pipeline/write/pdf/glyph_usage.hpp"
#include "pipeline/write/pdf/image_objects.hpp"
#include "pipeline/write/pdf/metadata.hpp"
#include "pipeline/write/pdf/navigation.hpp"
#include "pipeline/write/pdf/object_writer.hpp"
#include "pipeline/write/pdf/output_intent.hpp"
#include "pipeline/write/pdf/pdf_syntax.hpp"
#include "pipeline/write/pdf/structure_tree.hpp"

namespace banxin {
namespace pdf {
namespace {

// Children of one node of the page tree. A page of 10,000 is found in three steps.
constexpr std::size_t kPageTreeWidth = 32;

Diagnostic not_written(std::string reason) {
    return {Code::pdf_not_written, Origin{}, {{"reason", std::move(reason)}}};
}

// Embeds every face that is shown anywhere.
Outcome<EmbeddedFonts> embed_fonts(ObjectWriter& objects, const PagedDocument& document,
                                   const FontSet& fonts) {
    Outcome<EmbeddedFonts> outcome;
    std::vector<GlyphUsage> usages(fonts.faces.size());
    for (const Page& page : document.pages) {
        for (const Item& item : page.items) {
            const auto* run = std::get_if<GlyphRun>(&item);
            if (run != nullptr && !run->glyphs.empty()) usages[run->face].add(*run);
        }
    }
    for (FaceId face = 0; face < fonts.faces.size(); ++face) {
        std::optional<EmbeddedFont>& font = outcome.value.emplace_back();
        if (usages[face].glyphs().empty()) continue;
        font = embed_font(objects, fonts.faces[face], usages[face]);
        if (!font) {
            outcome.diagnostics.push_back(not_written("font " + fonts.faces[face].file));
        }
    }
    return outcome;
}

// One set of resources serves all pages: documents use few faces, and most pages most of them.
Dictionary add_resources(ObjectWriter& objects, const EmbeddedFonts& fonts,
                         const ImageObjects& images) {
    std::string syntax = "<<";
    for (FaceId face = 0; face < fonts.size(); ++face) {
        if (!fonts[face]) continue;
        syntax += " /" + font_resource_name(face) + " " + fonts[face]->reference();
    }
    Dictionary resources = objects.add_dictionary();
    resources.value("Font", syntax + " >>");
    if (!images.empty()) resources.value("XObject", images.resources());
    return resources;
}

// What pages draw with.
struct Drawn {
    EmbeddedFonts fonts;
    ImageObjects images;
};

// The element of an item that draws something.
std::optional<ElementId> element_of(const Item& item) {
    return std::visit(
        [](const auto& each) -> std::optional<ElementId> {
            if constexpr (std::is_same_v<std::decay_t<decltype(each)>, LinkArea>)
                return std::nullopt;
            else
                return each.element;
        },
        item);
}

std::string page_content(const Page& page, std::size_t index, const Drawn& drawn,
                         StructureTree& tree) {
    ContentStream content(page.height, drawn.fonts);
    std::optional<ElementId> open;
    for (const Item& item : page.items) {
        const std::optional<ElementId> element = element_of(item);
        if (element && element != open) {
            if (*element == kArtifact)
                content.begin_artifact();
            else
                content.begin_element(tree.type_of(*element), [&tree, index, id = *element] {
                    return tree.add_piece(index, id);
                });
            open = element;
        }
        if (const auto* run = std::get_if<GlyphRun>(&item)) content.show(*run);
        if (const auto* box = std::get_if<FilledBox>(&item)) content.fill(*box);
        if (const auto* line = std::get_if<SlantedLine>(&item)) content.stroke(*line);
        if (const auto* placed = std::get_if<PlacedImage>(&item))
            content.draw(*placed, drawn.images.name_of(*placed->image));
    }
    return content.take();
}

Dictionary add_page(ObjectWriter& objects, const Page& page, std::size_t index, const Drawn& drawn,
                    Dictionary resources, StructureTree& tree) {
    std::string media_box = "[0 0 ";
    append_points(media_box, to_millipoints(page.width));
    media_box += ' ';
    append_points(media_box, to_millipoints(page.height));
    media_box += ']';

    Dictionary object = objects.add_dictionary();
    object.name("Type", "Page");
    object.value("MediaBox", media_box);
    if (page.read_turned) object.integer("Rotate", 90);
    object.reference("Resources", resources);
    object.reference("Contents", objects.add_stream(page_content(page, index, drawn, tree)));
    object.integer("StructParents", static_cast<int>(index));
    return object;
}

struct PageTreeNode {
    Dictionary object;
    int pages = 1;  // leaves below it, itself in the case of a leaf
};

PageTreeNode add_parent(ObjectWriter& objects, std::span<PageTreeNode> children) {
    PageTreeNode parent{objects.add_dictionary(), 0};
    std::string kids;
    for (PageTreeNode& child : children) {
        child.object.reference("Parent", parent.object);
        parent.pages += child.pages;
        kids += (kids.empty() ? "[" : " ") + child.object.reference();
    }
    parent.object.name("Type", "Pages");
    parent.object.integer("Count", parent.pages);
    parent.object.value("Kids", kids + "]");
    return parent;
}

// Balanced, so that a viewer finds any page of a long document at once. Gives the root.
Dictionary add_page_tree(ObjectWriter& objects, const std::vector<Dictionary>& pages) {
    std::vector<PageTreeNode> nodes;
    for (const Dictionary page : pages) nodes.push_back({page});
    do {
        std::vector<PageTreeNode> parents;
        for (std::span<PageTreeNode> rest = nodes; !rest.empty();) {
            const auto children = rest.first(std::min(rest.size(), kPageTreeWidth));
            parents.push_back(add_parent(objects, children));
            rest = rest.subspan(children.size());
        }
        nodes = std::move(parents);
    } while (nodes.size() > 1);
    return nodes.front().object;
}

Dictionary add_catalog(ObjectWriter& objects, const PagedDocument& document,
                       const std::vector<Dictionary>& pages) {
    Dictionary catalog = objects.add_dictionary();
    catalog.name("Type", "Catalog");
    catalog.ascii("Lang", "zh-CN");
    catalog.reference("Pages", add_page_tree(objects, pages));
    catalog.value("PageLabels", page_labels(document.pages));
    if (!document.information.title.empty()) {
        catalog.value("ViewerPreferences", "<< /DisplayDocTitle true >>");
    }
    add_outline(objects, catalog, document, pages);
    return catalog;
}

Dictionary add_information(ObjectWriter& objects, const DocumentInformation& information) {
    Dictionary object = objects.add_dictionary();
    if (!information.title.empty()) object.text("Title", information.title);
    if (!information.author.empty()) object.text("Author", information.author);
    if (!information.keywords.empty()) object.text("Keywords", keywords_of(information));
    object.ascii("Producer", producer());
    if (information.date) {
        // The day the document bears, begun in Beijing. Never the clock: the same inputs give the
        // same bytes.
        object.ascii("CreationDate", pdf_date(*information.date).c_str());
    }
    return object;
}

Outcome<std::string> write(const PagedDocument& document, const FontSet& font_set,
                           std::span<const Attachment> attachments) {
    Outcome<std::string> outcome;
    if (std::optional<std::string> reason = reason_against(document, font_set)) {
        outcome.diagnostics = {not_written(*std::move(reason))};
        return outcome;
    }

    ObjectWriter objects;
    Outcome<EmbeddedFonts> fonts = embed_fonts(objects, document, font_set);
    append(outcome.diagnostics, std::move(fonts.diagnostics));
    if (!outcome.ok()) return outcome;

    const Drawn drawn{std::move(fonts.value), ImageObjects{objects, document}};
    const Dictionary resources = add_resources(objects, drawn.fonts, drawn.images);
    std::vector<Dictionary> pages;
    pages.reserve(document.pages.size());
    StructureTree tree{objects, document};
    for (std::size_t k = 0; k < document.pages.size(); ++k)
        pages.push_back(add_page(objects, document.pages[k], k, drawn, resources, tree));
    for (std::size_t k = 0; k < pages.size(); ++k) add_links(objects, document, k, pages, tree);
    Dictionary catalog = add_catalog(objects, document, pages);
    tree.write(catalog, pages);
    attach_files(objects, catalog, attachments, document.information.date);
    const ArchiveClaim claim{
        attachments.empty() ? ArchivePart::two : ArchivePart::three,
        document.elements.empty() ? ArchiveLevel::text : ArchiveLevel::structure};
    catalog.reference("Metadata", objects.add_plain_stream("Metadata", "XML",
                                                           metadata(document.information, claim)));
    catalog.value("OutputIntents", output_intents(objects));
    objects.refer_from_trailer("Root", catalog);
    objects.refer_from_trailer("Info", add_information(objects, document.information));

    std::optional<std::string> file = objects.finish();
    if (file) {
        outcome.value = *std::move(file);
    } else {
        outcome.diagnostics.push_back(not_written(fmt::format("libharu {:#06x}", objects.error())));
    }
    return outcome;
}

}  // namespace
}  // namespace pdf

Outcome<std::string> write_pdf(const PagedDocument& document, const FontSet& fonts,
                               std::span<const Attachment> attachments) {
    return pdf::write(document, fonts, attachments);
}

}  // namespace banxin

// What leads around in a document: page labels, outline and links → their PDF objects.
#pragma once

#include <string>
#include <vector>

#include "pipeline/pages/paged_document.hpp"
#include "pipeline/write/pdf/object_writer.hpp"
#include "pipeline/write/pdf/structure_tree.hpp"

namespace banxin::pdf {

/// The number tree by which viewers name the pages (ISO 32000-1, 12.4.2).
[[nodiscard]] std::string page_labels(const std::vector<Page>& pages);

/// Adds the outline and makes it the `catalog`'s. `pages` are the objects of document.pages.
void add_outline(ObjectWriter& objects, Dictionary catalog, const PagedDocument& document,
                 const std::vector<Dictionary>& pages);

/// Adds the links of page number `page` (from 0) to its object and to the `tree`.
void add_links(ObjectWriter& objects, const PagedDocument& document, std::size_t page,
               const std::vector<Dictionary>& pages, StructureTree& tree);

}  // namespace banxin::pdf

#include "pipeline/check/check_content.hpp"

#include <optional>
#include <variant>

#include "pipeline/check/rules.hpp"

namespace banxin {
namespace {

/// The rules of single paragraphs. `next_begins_with`: see check_mark_pairs.
void check_passage(const Passage& passage, const std::optional<Date>& date,
                   char32_t next_begins_with, Diagnostics& found) {
    check_document_numbers(passage, found);
    if (date) check_number_years(passage, *date, found);
    check_dates(passage, found);
    check_calendar(passage, date, found);
    check_shares(passage, found);
    check_totals(passage, found);
    check_changes(passage, found);
    check_list_counts(passage, found);
    check_number_forms(passage, found);
    check_mark_pairs(passage, next_begins_with, found);
}

/// The paragraph that block `index` is; empty for a table and behind the end.
Passage passage_at(const Document& document, std::size_t index) {
    if (index >= document.blocks.size()) return Passage{Text{}};
    const auto* paragraph = std::get_if<Paragraph>(&document.blocks[index].content);
    return paragraph == nullptr ? Passage{Text{}} : passage_of(*paragraph);
}

/// The line above the table at block `index`, of which the end may be a block of its own.
Passage caption_of(const Document& document, std::size_t index) {
    const bool has_caption = index > 0 && document.blocks[index - 1].role == BlockRole::note;
    return has_caption ? passage_at(document, index - 1) : Passage{Text{}};
}

void check_block(const Document& document, std::size_t index, const std::optional<Date>& date,
                 Diagnostics& found) {
    const auto* table = std::get_if<Table>(&document.blocks[index].content);
    if (table == nullptr) {
        check_passage(passage_at(document, index), date, passage_at(document, index + 1).at(0),
                      found);
        return;
    }
    for (const TableCell& cell : table->cells)
        check_passage(passage_of(cell.paragraph), date, U'\0', found);
    check_table_totals(*table, found);
    check_table_units(*table, caption_of(document, index), found);
}

void check_headings_of(const Text& file, const BodyTexts& bodies, Diagnostics& found) {
    const auto body = bodies.find(file.utf8());
    if (body != bodies.end()) check_heading_order(body->second, found);
}

}  // namespace

Diagnostics check_content(const Job& job, const BodyTexts& bodies, const Document& document) {
    Diagnostics found;
    check_number_of_issuer(job, found);
    check_own_number_year(job, found);
    check_archival_code(job, found);
    check_headings_of(job.body, bodies, found);
    for (const EnclosureJob& enclosure : job.enclosures)
        check_headings_of(enclosure.body, bodies, found);
    for (const AnnexJob& annex : job.annexes) check_headings_of(annex.body, bodies, found);
    check_annexes(job, document, found);
    for (std::size_t index = 0; index < document.blocks.size(); ++index)
        check_block(document, index, job.date, found);
    return found;
}

}  // namespace banxin

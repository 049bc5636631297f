#include "pipeline/check/check_content.hpp"

#include <optional>
#include <variant>

#include "pipeline/check/rules.hpp"

namespace banxin {
namespace {

Passage passage_of(const Paragraph& paragraph) {
    Text text;
    for (const StyledText& run : paragraph.runs) text.append(run.text);
    return Passage{std::move(text)};
}

void check_paragraph(const Paragraph& paragraph, const std::optional<Date>& date,
                     Diagnostics& found) {
    const Passage passage = passage_of(paragraph);
    check_document_numbers(passage, found);
    if (date) check_number_years(passage, *date, found);
    check_dates(passage, found);
    check_shares(passage, found);
    check_totals(passage, found);
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
    check_headings_of(job.body, bodies, found);
    for (const EnclosureJob& enclosure : job.enclosures)
        check_headings_of(enclosure.body, bodies, found);
    for (const AnnexJob& annex : job.annexes) check_headings_of(annex.body, bodies, found);
    for (const Block& block : document.blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
            check_paragraph(*paragraph, job.date, found);
        } else {
            for (const TableCell& cell : std::get<Table>(block.content).cells)
                check_paragraph(cell.paragraph, job.date, found);
        }
    }
    return found;
}

}  // namespace banxin

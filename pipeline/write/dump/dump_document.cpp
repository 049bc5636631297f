// The document as words.
#include "pipeline/write/dump/dump_lines.hpp"
#include "pipeline/write/dump/dump_names.hpp"
#include "pipeline/write/dump/write_dump.hpp"

namespace banxin {
namespace {

using Deeper = DumpLines::Deeper;

/// One line where the paragraph is a single run in its own style, as nearly all are.
void dump_paragraph(DumpLines& lines, std::string_view lead, const Paragraph& paragraph) {
    std::string hanging;
    if (paragraph.hanging_bytes > 0) hanging = fmt::format("  hanging {}", paragraph.hanging_bytes);
    if (!paragraph.hang_under.empty()) hanging += "  under " + in_quotes(paragraph.hang_under);
    const bool plain = paragraph.runs.size() == 1 && paragraph.runs[0].style == paragraph.style;
    if (paragraph.runs.empty() || plain) {
        const Text& text = plain ? paragraph.runs[0].text : Text{};
        return lines.line("{}  style {}{}  {}", lead, in_quotes(paragraph.style), hanging,
                          with_places(text, nullptr));
    }
    lines.line("{}  style {}{}", lead, in_quotes(paragraph.style), hanging);
    const Deeper level{lines};
    for (const StyledText& run : paragraph.runs)
        lines.line("run {}  {}", in_quotes(run.style), with_places(run.text, nullptr));
}

}  // namespace

std::string dump(const Document& document) {
    DumpLines lines{"document"};
    const DocumentInformation& information = document.information;
    lines.line("information  title {}  author {}{}", in_quotes(information.title),
               in_quotes(information.author),
               information.date ? fmt::format("  date {}-{}-{}", information.date->year,
                                              information.date->month, information.date->day)
                                : std::string{});
    for (const Block& block : document.blocks) {
        std::string lead = block_lead(block.role, block.annex, block.links_to);
        if (block.impression) lead += "  under " + in_quotes(block.impression->alternative);
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
            dump_paragraph(lines, lead, *paragraph);
            continue;
        }
        const auto& table = std::get<Table>(block.content);
        lines.line("{}  rows {}", lead, table.rows.size());
        const Deeper level{lines};
        dump_grid(lines, table.sections, table.rows);
        for (const TableCell& cell : table.cells)
            dump_paragraph(lines, cell_lead(cell, cell.orientation), cell.paragraph);
    }
    return lines.take();
}

}  // namespace banxin

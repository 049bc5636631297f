// Shaped paragraphs, the lines they were broken into, and tables in their places.
#include <algorithm>

#include "pipeline/write/dump/dump_lines.hpp"
#include "pipeline/write/dump/dump_names.hpp"
#include "pipeline/write/dump/write_dump.hpp"

namespace banxin {
namespace {

using Deeper = DumpLines::Deeper;

std::string_view name(CharacterClass character_class) {
    switch (character_class) {
        case CharacterClass::han:
            return "han";
        case CharacterClass::opening:
            return "opening";
        case CharacterClass::closing:
            return "closing";
        case CharacterClass::pause:
            return "pause";
        case CharacterClass::stop:
            return "stop";
        case CharacterClass::middle_dot:
            return "middle-dot";
        case CharacterClass::connector:
            return "connector";
        case CharacterClass::dash:
            return "dash";
        case CharacterClass::ellipsis:
            return "ellipsis";
        case CharacterClass::slash:
            return "slash";
        case CharacterClass::prefix:
            return "prefix";
        case CharacterClass::postfix:
            return "postfix";
        case CharacterClass::digit:
            return "digit";
        case CharacterClass::latin:
            return "latin";
        case CharacterClass::latin_space:
            return "latin-space";
        case CharacterClass::wide_space:
            return "wide-space";
        case CharacterClass::line_feed:
            return "line-feed";
    }
    return {};
}

std::string_view bytes(const ShapedParagraph& paragraph, TextRange range) {
    return std::string_view{paragraph.source.utf8()}.substr(range.begin, range.size());
}

std::string face_name(FaceId face, const FontSet& fonts) {
    return face < fonts.faces.size() ? fonts.faces[face].postscript_name : "no-face";
}

bool alike(const Cluster& a, const Cluster& b) {
    return a.run == b.run && a.character_class == b.character_class && a.advance == b.advance &&
           a.blank_left == b.blank_left && a.blank_right == b.blank_right && a.em == b.em;
}

/// Neighbouring clusters with the same measures share a line.
void dump_clusters(DumpLines& lines, const ShapedParagraph& paragraph, const FontSet& fonts) {
    for (std::size_t begin = 0; begin < paragraph.clusters.size();) {
        const Cluster& first = paragraph.clusters[begin];
        std::size_t end = begin + 1;
        std::uint32_t glyphs = first.glyph_count;
        while (end < paragraph.clusters.size() && alike(first, paragraph.clusters[end]))
            glyphs += paragraph.clusters[end++].glyph_count;
        const TypeRun& run = paragraph.runs[first.run];
        const std::string blanks =
            first.blank_left == Length{} && first.blank_right == Length{}
                ? std::string{}
                : fmt::format("  blank {} {}", units(first.blank_left), units(first.blank_right));
        lines.line(
            "{}  {}  {} x {}  glyphs {}{}  {} {}",
            in_quotes(bytes(paragraph, {first.text.begin, paragraph.clusters[end - 1].text.end})),
            name(first.character_class), end - begin, units(first.advance), glyphs, blanks,
            face_name(run.face, fonts), units(run.size));
        begin = end;
    }
}

void dump_paragraph(DumpLines& lines, std::string_view lead, const ShapedParagraph& paragraph,
                    const FontSet& fonts) {
    std::string hanging;
    if (paragraph.hanging_clusters > 0)
        hanging += fmt::format("  hanging {}", paragraph.hanging_clusters);
    if (paragraph.hang_under != Length{})
        hanging += fmt::format("  under {}", units(paragraph.hang_under));
    lines.line("{}  style {}{}", lead, in_quotes(paragraph.style.name), hanging);
    const Deeper level{lines};
    dump_clusters(lines, paragraph, fonts);
}

/// `8 = 3x14108+5x14107`: how many clusters, and the spaces between their pens and the next.
std::string steps(const Line& line) {
    std::string result;
    for (std::size_t k = 1; k < line.positions.size();) {
        const Length step = line.positions[k] - line.positions[k - 1];
        std::size_t count = 0;
        while (k < line.positions.size() && line.positions[k] - line.positions[k - 1] == step) {
            ++count;
            ++k;
        }
        result += fmt::format(" {}x{}", count, units(step));
    }
    return result;
}

void dump_lines(DumpLines& lines, const ShapedParagraph& paragraph, const BrokenParagraph& broken) {
    for (std::size_t k = 0; k < broken.lines.size(); ++k) {
        const Line& line = broken.lines[k];
        lines.line("line {}  left {}  natural {}  width {}  {}", k + 1, units(line.left),
                   units(line.natural_width), units(line.width), name(line.reason));
        const Deeper level{lines};
        lines.line("{}  clusters {}  steps{}", in_quotes(bytes(paragraph, line.text)),
                   line.cluster_end - line.cluster_begin, steps(line));
    }
}

void dump_piece(DumpLines& lines, std::size_t number, const TablePiece& piece,
                const ShapedTable& table, const PlacedTable& placed) {
    lines.line("piece {}  height {}  rows {}-{}", number, units(piece.height), piece.row_begin,
               piece.row_end);
    const Deeper piece_level{lines};
    for (const PlacedCell& cell : piece.cells) {
        const ShapedCell& shaped = table.cells[cell.cell];
        lines.line("{}  at {},{} {}x{}{}", cell_lead(shaped, shaped.paragraph.orientation),
                   units(cell.left), units(cell.top), units(cell.width), units(cell.height),
                   cell.repeated ? "  repeated" : "");
        const Deeper cell_level{lines};
        for (const PlacedLine& line : cell.lines)
            lines.line("line at {},{}  {}", units(line.x), units(line.top),
                       in_quotes(bytes(shaped.paragraph,
                                       placed.paragraphs[cell.cell].lines[line.line].text)));
    }
    for (const PlacedRule& rule : piece.rules)
        lines.line("rule {},{} {},{}  thickness {}", units(rule.left), units(rule.top),
                   units(rule.right), units(rule.bottom), units(rule.thickness));
}

}  // namespace

std::string dump(const ShapedDocument& document, const FontSet& fonts) {
    DumpLines lines{"shaped"};
    for (const ShapedBlock& block : document.blocks) {
        const std::string lead = block_lead(block.role, block.annex, block.links_to);
        if (const auto* paragraph = std::get_if<ShapedParagraph>(&block.content)) {
            dump_paragraph(lines, lead, *paragraph, fonts);
            continue;
        }
        const auto& table = std::get<ShapedTable>(block.content);
        lines.line("{}  rows {}", lead, table.rows.size());
        const Deeper level{lines};
        dump_grid(lines, table.sections, table.rows);
        for (const ShapedCell& cell : table.cells)
            dump_paragraph(lines, cell_lead(cell, cell.paragraph.orientation), cell.paragraph,
                           fonts);
    }
    return lines.take();
}

std::string dump(const ShapedParagraph& paragraph, const BrokenParagraph& broken) {
    DumpLines lines{"lines"};
    dump_lines(lines, paragraph, broken);
    return lines.take();
}

std::string dump(const ShapedTable& table, const PlacedTable& placed) {
    DumpLines lines{"table"};
    std::string edges;
    for (const Length edge : placed.column_edges) edges += fmt::format(" {}", units(edge));
    lines.line("column edges{}", edges);
    for (std::size_t k = 0; k < placed.pieces.size(); ++k)
        dump_piece(lines, k + 1, placed.pieces[k], table, placed);
    return lines.take();
}

}  // namespace banxin

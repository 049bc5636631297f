// Paragraphs as clusters of glyphs with natural widths, not yet broken into lines.
//
// The class, width and blank sides of every mark were decided on the paragraph's text, before any
// font was chosen; whoever breaks lines never looks at runs or fonts again.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/base/text.hpp"
#include "pipeline/compose/document.hpp"
#include "pipeline/layout/style.hpp"
#include "pipeline/shape/character_class.hpp"
#include "pipeline/shape/font_set.hpp"

namespace banxin {

struct Glyph {
    std::uint32_t id = 0;  ///< Glyph of the face of its run.
    Length x_offset;       ///< From the pen, to the right.
    Length y_offset;       ///< From the baseline, upwards.
    Length advance;
};

/// Glyphs drawn from one face at one size.
struct TypeRun {
    FaceId face = kNoFace;
    Length size;
    std::string style;
};

/// The smallest piece of text that lines move as a whole: one Han, one mark, one ——, a letter
/// with its accents.
struct Cluster {
    TextRange text;  ///< Bytes of ShapedParagraph::text; clusters tile it.
    std::uint32_t first_glyph = 0;
    std::uint16_t glyph_count = 0;
    std::uint16_t run = 0;  ///< Index into ShapedParagraph::runs.
    CharacterClass character_class = CharacterClass::han;
    char32_t character = 0;  ///< Its first character.
    Length em;               ///< The pitch of its style: the unit of LineRules' thousandths.
    Length advance;          ///< Natural width, blank halves included.
    Length blank_left;       ///< How much of it may be cut on the left: half a cell of （
    Length blank_right;      ///< … on the right: half a cell of ，
    /// How far a mark that its face centres was moved to the left to make that blank: ？ of some.
    Length moved_left;
};

struct ShapedParagraph {
    Text source;  ///< The text with its origins; `source.utf8()` is the text.
    std::vector<Cluster> clusters;
    std::vector<Glyph> glyphs;
    std::vector<TypeRun> runs;
    Style style;
    std::uint32_t hanging_clusters = 0;  ///< See Paragraph::hanging_bytes.
    Length hang_under;                   ///< Extra indent of all lines, see Paragraph::hang_under.
};

struct ShapedCell {
    unsigned row = 0;
    unsigned column = 0;
    unsigned row_span = 1;
    unsigned column_span = 1;
    ShapedParagraph paragraph;
    Orientation orientation = Orientation::horizontal;
    VerticalAlignment vertical_alignment = VerticalAlignment::centre;
    bool head = false;
};

struct ShapedTable {
    TableFrame frame;
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    std::vector<ShapedCell> cells;
};

struct ShapedBlock {
    BlockRole role = BlockRole::body;
    std::variant<ShapedParagraph, ShapedTable> content;
    unsigned annex = 0;
    bool beside_previous = false;
    unsigned links_to = 0;
};

struct ShapedDocument {
    DocumentInformation information;
    std::vector<ShapedBlock> blocks;
    /// The signs of page numbers in their style: —, then 0 to 9. Empty when pages have no number.
    std::vector<ShapedParagraph> page_number_signs;
    Length dash_centre;  ///< Of that —: how far the middle of its ink lies above the baseline.
};

}  // namespace banxin

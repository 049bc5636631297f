// Paragraphs as clusters of glyphs with natural widths, not yet broken into lines.
//
// The class, width and blank sides of every mark were decided on the paragraph's text, before any
// font was chosen; whoever breaks lines never looks at runs or fonts again.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/base/text.hpp"
#include "pipeline/compose/document.hpp"
#include "pipeline/layout/style.hpp"
#include "pipeline/shape/character_class.hpp"
#include "pipeline/shape/font_set.hpp"
#include "pipeline/shape/posture.hpp"

namespace banxin {

/// How far the baseline lies below the top of an em of `size`: 0.88 em, the ideographic em box of
/// every Chinese face in use. Deliberately not a metric of the face, so that no fallback face and
/// no office font can move a line off the grid.
[[nodiscard]] constexpr Length baseline_below_top(Length size) { return size.scaled(88, 100); }

/// The pen goes along the baseline, or in vertical text down the left edge of the column, which is
/// one em wide.
struct Glyph {
    std::uint32_t id = 0;  ///< Glyph of the face of its run.
    Length x_offset;       ///< From the pen, to the right.
    Length y_offset;       ///< From the pen, upwards.
    Length advance;        ///< In the direction of the text, as all lengths of clusters.
};

/// Glyphs drawn from one face at one size.
struct TypeRun {
    FaceId face = kNoFace;
    Length size;
    std::string style;
    Posture posture = {};

    friend bool operator==(const TypeRun&, const TypeRun&) = default;
};

/// The smallest piece of text that lines move as a whole: one Han, one mark, one ——, a letter
/// with its accents.
struct Cluster {
    TextRange text;  ///< Bytes of ShapedParagraph::text; clusters tile it.
    std::uint32_t first_glyph = 0;
    std::uint32_t glyph_count = 0;
    std::uint32_t run = 0;  ///< Index into ShapedParagraph::runs.
    CharacterClass character_class = CharacterClass::han;
    char32_t character = 0;  ///< Its first character.
    Length em;               ///< The pitch of its style: the unit of LineRules' thousandths.
    Length advance;          ///< Natural width, blank halves included.
    Length blank_left;       ///< How much of it may be cut on the left: half a cell of （
    Length blank_right;  ///< … on the right: half a cell of ， In vertical text left is above.
    /// How far a mark that its face centres was moved to the left to make that blank: ？ of some.
    Length moved_left;
};

struct ShapedParagraph {
    Text source;  ///< The text with its origins; `source.utf8()` is the text.
    std::vector<Cluster> clusters;
    std::vector<Glyph> glyphs;
    std::vector<TypeRun> runs;
    Style style;
    Orientation orientation = Orientation::horizontal;
    std::uint32_t hanging_clusters = 0;  ///< See Paragraph::hanging_bytes.
    Length hang_under;                   ///< Extra indent of all lines, see Paragraph::hang_under.
};

struct ShapedCell {
    unsigned row = 0;
    unsigned column = 0;
    unsigned row_span = 1;
    unsigned column_span = 1;
    ShapedParagraph paragraph;
    VerticalAlignment vertical_alignment = VerticalAlignment::centre;
    bool head = false;
    CellRules rules;
    bool diagonal = false;
    AcrossPages across_pages = AcrossPages::once;
};

struct ShapedTable {
    TableFrame frame;
    std::vector<TableSection> sections;
    std::vector<TableRow> rows;
    std::vector<ShapedCell> cells;
    Shrink shrink = {};
    ShapedParagraph continued;  ///< See Table::continued; without clusters where there is none.
    bool keep_together = false;
    /// By cell: labels as they run down, for where their columns are too narrow for them.
    std::map<std::uint32_t, ShapedParagraph> turned = {};
};

/// How far ink reaches above the baseline of a first line and below that of a last one; below may
/// be negative.
struct InkHeight {
    Length above;
    Length below;
};

struct ShapedBlock {
    BlockRole role = BlockRole::body;
    std::variant<ShapedParagraph, ShapedTable> content;
    unsigned annex = 0;
    bool beside_previous = false;
    bool begins_volume = false;
    unsigned links_to = 0;
    PageOrientation orientation = PageOrientation::portrait;
    InkHeight ink = {};  ///< Of a mark or its end, which stand by their ink.
    std::optional<Impression> impression = {};
};

struct ShapedDocument {
    DocumentInformation information;
    std::vector<ShapedBlock> blocks;
    /// The signs of page numbers in their style: —, then 0 to 9. Empty when pages have no number.
    std::vector<ShapedParagraph> page_number_signs;
    ImprintPage imprint_page = ImprintPage::even;
    Length dash_centre;  ///< Of that —: how far the middle of its ink lies above the baseline.
};

}  // namespace banxin

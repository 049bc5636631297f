// The document as words: blocks with their roles, in reading order. No lengths, no fonts, no lines.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pipeline/base/archive_elements.hpp"
#include "pipeline/base/text.hpp"
#include "pipeline/layout/table_layout.hpp"
#include "pipeline/read/job.hpp"

namespace banxin {

/// What a block is. Decides its structure element; its look comes from its style.
enum class BlockRole : std::uint8_t {
    mark,             ///< 发文机关标志
    mark_end,         ///< 文件 beside several names
    document_number,  ///< 发文字号
    signer_label,     ///< 签发人：
    signer,           ///< one name of them
    row_issuer,       ///< the issuer in a head
    row_date,         ///< the date beside it
    head_line,        ///< 份号, 密级和保密期限, 紧急程度
    title,
    recipients,
    heading_1,
    heading_2,
    heading_3,
    heading_4,
    body,
    attendance,  ///< 出席：and the like
    attachment,  ///< one line of 附件说明
    issuer,
    post,  ///< 签发人职务 beside a signature stamp
    date,
    closing_note,  ///< 附注
    annex_label,
    annex_title,
    moved_recipients,  ///< 主送 in the 版记, for where it does not go before the body
    copies,            ///< 抄送
    printed_by,        ///< 印发机关
    printed_on,        ///< 印发日期, on the line of that
    table,
    note,  ///< other text around a form
};

/// Words in one style.
struct StyledText {
    Text text;
    std::string style;
};

/// One paragraph. A line feed in it breaks the line; nothing else does before line layout.
struct Paragraph {
    std::vector<StyledText> runs;
    std::string style;  ///< Of the paragraph as a whole: indents, alignment, leading.
    /// Bytes at the paragraph's start that hang: later lines begin where the text after them
    /// does. `附件：1. ` hangs so, and `2. ` below it is indented by `hang_under`.
    std::uint32_t hanging_bytes = 0;
    std::optional<Alignment> alignment;  ///< Where it is not that of the style.
    std::string hang_under;  ///< Words whose width the first line is indented by: `附件：`.
};

/// Rows that share their column edges; the sections of a table stand under each other.
struct TableSection {
    std::vector<TableColumn> columns;
    unsigned row_begin = 0;  ///< Half-open range of the table's rows.
    unsigned row_end = 0;
};

/// A cell of a table; rows and columns count from 0 without spans. No cell leaves its section.
struct TableCell {
    unsigned row = 0;     ///< Of the table.
    unsigned column = 0;  ///< Of its section.
    unsigned row_span = 1;
    unsigned column_span = 1;
    Paragraph paragraph;  ///< May be empty.
    Orientation orientation = Orientation::horizontal;
    VerticalAlignment vertical_alignment = VerticalAlignment::centre;
    bool head = false;  ///< TH
    CellRules rules;
    bool diagonal = false;  ///< As FormCell::diagonal.
    AcrossPages across_pages = AcrossPages::once;
};

struct TableRow {
    /// Comes again at the top of each page that rows up to `repeats_until` reach. Equal to the
    /// row's own number for a row that does not repeat.
    unsigned repeats_until = 0;
    bool keep_with_next = false;  ///< A group bar never ends a page.
    Length minimum_height;
    std::optional<RuleStyle> rule_above, rule_below;
};

struct Table {
    TableFrame frame;
    std::vector<TableSection> sections;  ///< From top to bottom; together they have all rows.
    std::vector<TableRow> rows;
    std::vector<TableCell> cells;  ///< By row, then column. They tile each section's grid.
    Shrink shrink = {};
    Paragraph continued;         ///< Above every piece but the first: （续表）. May be empty.
    bool keep_together = false;  ///< See FormLayout::keep_together.
};

/// What is pressed on the paper: a seal (印章) on the block's words, or beside them a signature
/// stamp (签名章).
struct Impression {
    SharedImage image;            ///< Nothing: its room is left.
    std::optional<Length> width;  ///< As the job says; of a seal the diameter.
    std::string alternative;      ///< What is said in the place of the picture.
};

struct Block {
    BlockRole role = BlockRole::body;
    std::variant<Paragraph, Table> content;
    unsigned annex = 0;            ///< From 1: part of this annex; 0 for the main document.
    bool beside_previous = false;  ///< Stands on the last line of the block before it.
    bool begins_volume = false;    ///< Is bound by itself from here on; see Binding::separately.
    unsigned links_to = 0;         ///< From 1: an attachment line leads to this annex.
    PageOrientation orientation = PageOrientation::portrait;
    std::optional<Impression> impression = {};
};

/// What the PDF says about itself.
struct DocumentInformation {
    std::string title;
    std::string author;  ///< The issuer.
    std::optional<Date> date;
    std::vector<std::string> keywords = {};
    std::vector<ArchiveEntry> archive = {};  ///< Each element once, in the order of the standard.
};

struct Document {
    DocumentInformation information;
    std::vector<Block> blocks;
    ImprintPage imprint_page = ImprintPage::even;
};

}  // namespace banxin

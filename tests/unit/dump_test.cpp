// The dumps that golden tests compare: places, quoting, whole numbers.
#include <gtest/gtest.h>

#include "pipeline/write/dump/write_dump.hpp"

namespace banxin {
namespace {

TEST(Dump, BodySaysWhereEachPieceWasWritten) {
    Sources sources;
    const std::uint8_t body_file = sources.add({"body.txt", SourceKind::text, {}});
    const std::uint8_t sheet_file = sources.add({"scores.csv", SourceKind::table, {""}});
    Text text{"评出", {.row = 3, .column = 1, .file = body_file}, Text::OriginStep::per_character};
    text.append("8", {.row = 2, .column = 2, .file = sheet_file});
    text.append(Text{
        "名\n\"", {.row = 3, .column = 9, .file = body_file}, Text::OriginStep::per_character});
    BodyText body;
    body.paragraphs.push_back({.level = 2, .heading_bytes = 6, .text = text});
    EXPECT_EQ(dump(body, sources),
              "dump 1  body  unit 1/36000mm\n"
              "level 2  heading 6  \"评出\" body.txt:3:1 + \"8\" scores.csv!B2 + \"名\\n\\\"\" "
              "body.txt:3:9\n");
}

TEST(Dump, DocumentShowsRunsSpansAndHanging) {
    const Origin origin{.row = 1, .column = 1, .file = 1};
    Document document;
    Paragraph heading;
    heading.style = "body";
    heading.runs.push_back({Text{"一、总则。", origin}, "heading-1"});
    heading.runs.push_back({Text{"正文。", {.row = 4, .column = 2, .file = 1}}, "body"});
    document.blocks.push_back({BlockRole::body, heading});
    Table table;
    table.sections = {{{{ColumnWidth::fixed, 10_mm, 1}, {ColumnWidth::relative, {}, 3}}, 0, 2}};
    table.rows.resize(2);
    for (TableRow& row : table.rows) row.repeats_until = 1;
    TableCell cell;
    cell.row_span = 2;
    cell.column_span = 2;
    cell.head = true;
    cell.paragraph.style = "cell";
    table.cells.push_back(cell);
    document.blocks.push_back({BlockRole::table, table, 2});
    EXPECT_EQ(dump(document),
              "dump 1  document  unit 1/36000mm\n"
              "information  title \"\"  author \"\"\n"
              "body  style \"body\"\n"
              "  run \"heading-1\"  \"一、总则。\" @1:1:1\n"
              "  run \"body\"  \"正文。\" @1:4:2\n"
              "table  annex 2  rows 2\n"
              "  columns 360000 3*\n"
              "  row 0  repeats until 1\n"
              "  cell 0,0  span 2x2  head  style \"cell\"  \"\"\n");
}

TEST(Dump, BrokenLinesShowTheStepsOfTheirPens) {
    ShapedParagraph paragraph;
    paragraph.source = Text{"各市", Origin{}};
    BrokenParagraph broken;
    Line line;
    line.text = {0, 6};
    line.cluster_end = 2;
    line.positions = {Length{}, 16_pt};
    line.width = 32_pt;
    line.natural_width = 32_pt;
    line.reason = BreakReason::forced;
    broken.lines.push_back(line);
    EXPECT_EQ(dump(paragraph, broken),
              "dump 1  lines  unit 1/36000mm\n"
              "line 1  left 0  natural 406400  width 406400  forced\n"
              "  \"各市\"  clusters 2  steps 1x203200\n");
}

}  // namespace
}  // namespace banxin

// Layout files: what their words mean in lengths, and that the files of layouts/ say what the
// standard says.
#include "pipeline/layout/read_layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <numeric>
#include <sstream>

#include "pipeline/layout/read_length.hpp"
#include "tests/layout_files.hpp"

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

std::string file_bytes(const std::filesystem::path& path) {
    std::ifstream stream{path, std::ios::binary};
    EXPECT_TRUE(stream) << path;
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

const std::filesystem::path kLayouts = std::filesystem::path{BANXIN_SOURCE_DIR} / "layouts";

std::vector<std::string> complaints(const std::string& bytes) {
    auto outcome = read_layout(bytes, "test", 1);
    sort_and_unite(outcome.diagnostics);
    std::vector<std::string> list;
    for (const Diagnostic& diagnostic : outcome.diagnostics) {
        list.push_back(std::string{info(diagnostic.code).name} + " " +
                       std::to_string(diagnostic.origin.row) + ":" +
                       std::to_string(diagnostic.origin.column));
    }
    return list;
}

double millimetres(Length length) { return static_cast<double>(length.emu()) / 36000.0; }

/// A page of 10 × 11 cells of 10 mm, one style, and what a test adds.
std::string with(const std::string& more) {
    return "summary: x\n"
           "page: {left: 0mm, top: 0mm, type-area: [100mm, 110mm], characters: 10, lines: 11, "
           "em: 10mm, line-pitch: fill}\n"
           "parts: []\n" +
           more;
}

std::string with_styles(const std::string& styles) { return with("styles:\n" + styles); }

const std::string kBody = "  body: {font: 仿宋, size: 8mm, leading: grid}\n";

Layout read(const std::string& bytes) {
    auto outcome = read_layout(bytes, "test", 1);
    EXPECT_THAT(complaints(bytes), IsEmpty());
    return std::move(outcome.value);
}

TEST(Lengths, KnowTheSizesOfTypeAndUnits) {
    const auto emu = [](std::string_view text) {
        const auto length = parse_length(text, 10_mm);
        return length ? length->emu() : -1;
    };
    EXPECT_EQ(emu("三号"), 16 * 12700);
    EXPECT_EQ(emu("五号"), 133350);  // 10.5 pt
    EXPECT_EQ(emu("小六"), 82550);   // 6.5 pt
    EXPECT_EQ(emu("初号"), 42 * 12700);
    EXPECT_EQ(emu("八号"), 5 * 12700);
    EXPECT_EQ(emu("15.75pt"), 200025);
    EXPECT_EQ(emu("5.6mm"), 201600);
    EXPECT_EQ(emu("10.39mm"), 374040);
    EXPECT_EQ(emu("2em"), 720000);
    EXPECT_EQ(emu("0.125em"), 45000);
    EXPECT_EQ(emu("0mm"), 0);
    EXPECT_EQ(emu("0.00002mm"), 1);  // 0.72 units, rounded
    for (const char* wrong : {"", "5", "mm", "5 mm", "-1mm", "1e3mm", "九号", "3号", "5cm",
                              "2001mm", "99999999999999999999mm", "五号pt"}) {
        EXPECT_EQ(emu(wrong), -1) << wrong;
    }
    EXPECT_FALSE(parse_length("2em", std::nullopt));
}

TEST(ReadLayout, AStyleHasTheSettingsOfTheOneItIsLike) {
    const Layout layout = read(with_styles(
        "  b: {like: a, size: 20mm, keep-with-next: true}\n"
        "  a: {font: 仿宋, size: 8mm, pitch: grid, leading: 1.5em, first-line-indent: 2em}\n"
        "  c: {like: b, font: 黑体, pitch: 5mm, align: centre}\n"));
    const Style& a = layout.style("a");
    EXPECT_EQ(a.name, "a");
    EXPECT_EQ(a.pitch, 10_mm);
    EXPECT_EQ(a.leading, 15_mm);
    EXPECT_EQ(a.first_line_indent, 20_mm);
    EXPECT_EQ(a.alignment, Alignment::justify);
    const Style& b = layout.style("b");
    EXPECT_EQ(b.size, 20_mm);
    EXPECT_EQ(b.font_role, "仿宋");
    EXPECT_EQ(b.pitch, 10_mm);
    EXPECT_TRUE(b.keep_with_next);
    EXPECT_FALSE(a.keep_with_next);
    // Words are inherited, not lengths: two em of the new pitch.
    const Style& c = layout.style("c");
    EXPECT_EQ(c.font_role, "黑体");
    EXPECT_EQ(c.size, 20_mm);
    EXPECT_EQ(c.first_line_indent, 10_mm);
    EXPECT_EQ(c.leading, 7.5_mm);
    EXPECT_EQ(c.alignment, Alignment::centre);
}

TEST(ReadLayout, TitlesHaveAShape) {
    const Layout layout = read(with_styles(
        kBody + "  a: {like: body, line-shape: title}\n  b: {like: a, line-shape: free}\n"));
    EXPECT_EQ(layout.style("body").line_shape, LineShape::free);
    EXPECT_EQ(layout.style("a").line_shape, LineShape::title);
    EXPECT_EQ(layout.style("b").line_shape, LineShape::free);
    EXPECT_THAT(complaints(with_styles(kBody + "  c: {like: body, line-shape: round}\n")),
                ElementsAre("value-invalid 6:31"));
    for (const char* name : {"title", "annex-title"}) {
        EXPECT_EQ(layout_of("notice").style(name).line_shape, LineShape::title);
    }
    EXPECT_EQ(layout_of("ranking").style("cell").line_shape, LineShape::free);
}

TEST(ReadLayout, OffTheGridACharacterIsAsWideAsItsSize) {
    const Layout layout = read(with_styles(kBody));
    EXPECT_EQ(layout.style("body").pitch, 8_mm);
    EXPECT_EQ(layout.style("body").leading, 10_mm);
}

TEST(ReadLayout, StylesThatAreNotThereAreReported) {
    EXPECT_THAT(complaints(with_styles("  a: {like: c, font: x, size: 三号, leading: 1em}\n"
                                       "  b: {like: b, font: x, size: 三号, leading: 1em}\n"
                                       "  d: {like: a}\n")),
                ElementsAre("style-unknown 5:13", "style-circle 6:13"));
    // Font, size and leading are not missed as well: the style that is not there may have them.
    EXPECT_THAT(complaints(with_styles("  a: {like: bdy}\n" + kBody + "  b: {like: b}\n")),
                ElementsAre("style-unknown 5:13", "style-circle 7:13"));
    EXPECT_THAT(complaints("summary: x\n"
                           "page: {left: 0mm, top: 0mm, type-area: [9mm, 9mm], characters: 1, "
                           "lines: 2, em: 4mm, line-pitch: fill}\n"
                           "styles:\n" +
                           kBody + "parts: [body, title, {text: x, style: bdy}]\n"),
                ElementsAre("style-unknown 5:9", "style-unknown 5:9", "style-unknown 5:9",
                            "style-unknown 5:9", "style-unknown 5:15", "style-unknown 5:39"));
}

TEST(ReadLayout, AStyleNeedsFontSizeAndLeading) {
    EXPECT_THAT(complaints(with_styles("  a: {align: left}\n")),
                ElementsAre("key-missing 5:6", "key-missing 5:6", "key-missing 5:6"));
}

TEST(ReadLayout, RefusesMeasuresThatLeaveNoRoom) {
    EXPECT_THAT(
        complaints(with_styles("  a: {like: body, left-indent: 6em, right-indent: 7em}\n" + kBody)),
        ElementsAre("value-invalid 5:32", "value-invalid 5:51"));
    EXPECT_THAT(complaints(with_styles("  a: {font: x, size: 0pt, leading: 0mm}\n")),
                ElementsAre("value-invalid 5:22", "value-invalid 5:36"));
    EXPECT_THAT(complaints("summary: x\npage: {left: 55mm, top: 0mm, type-area: [156mm, 225mm], "
                           "characters: 0, lines: 1, em: 三号, line-pitch: fill}\n"
                           "parts: []\nstyles: {}\n"),
                ElementsAre("value-invalid 2:41", "value-invalid 2:69", "value-invalid 2:79"));
}

TEST(ReadLayout, LinePitchFillsOrIsFixed) {
    const auto pitch = [](const std::string& word) {
        return read(
                   "summary: x\npage: {left: 28mm, top: 37mm, type-area: [156mm, 225mm], "
                   "characters: 28, lines: 22, em: 15.75pt, line-pitch: " +
                   word + "}\nparts: []\nstyles: {}\n")
            .page.line_pitch;
    };
    // (225 − 5.55625) / 21 mm = 376189.29 units
    EXPECT_EQ(pitch("fill").emu(), 376189);
    EXPECT_EQ(pitch("gb33476"), 10.39_mm);
    EXPECT_EQ(pitch("28pt"), 28_pt);
}

TEST(ReadLayout, LineRulesCanAllBeSet) {
    const LineRules rules =
        read(with("styles: {}\n"
                  "lines: {line-end: gb, latin-gap: 0.25em, latin-gap-shrink: 0.1em, "
                  "trim-paragraph-start: true, largest-han-gap: 0.05em, squeeze-cost: 1, "
                  "open-cost: 2, soft-break-cost: 3, runt-cost: 4, uneven-cost: 5, looseness-cost: "
                  "6}\n"))
            .line_rules;
    EXPECT_EQ(rules.line_end, LineEndMode::gb);
    EXPECT_EQ(rules.latin_gap, 250U);
    EXPECT_EQ(rules.latin_gap_shrink, 100U);
    EXPECT_TRUE(rules.trim_paragraph_start);
    EXPECT_EQ(rules.largest_han_gap, 50U);
    EXPECT_EQ(rules.squeeze_cost, 1U);
    EXPECT_EQ(rules.open_cost, 2U);
    EXPECT_EQ(rules.soft_break_cost, 3U);
    EXPECT_EQ(rules.runt_cost, 4U);
    EXPECT_EQ(rules.uneven_cost, 5U);
    EXPECT_EQ(rules.looseness_cost, 6U);
    const VerticalRules vertical =
        read(with("styles: {}\nlines: {vertical: {digits-abreast: 2, long-figures: upright, "
                  "longest-column: 5}}\n"))
            .line_rules.vertical;
    EXPECT_EQ(vertical.digits_abreast, 2U);
    EXPECT_EQ(vertical.long_figures, LongFigures::upright);
    EXPECT_EQ(vertical.longest_column, 5U);
    EXPECT_EQ(rules.vertical.digits_abreast, 3U);
    EXPECT_EQ(rules.vertical.long_figures, LongFigures::turned);
    EXPECT_THAT(complaints(with("styles: {}\nlines: {vertical: {digits-abreast: 4}}\n")),
                ElementsAre("value-invalid 5:36"));
    EXPECT_THAT(complaints(with("styles: {}\nlines: {latin-gap: 125, largest-han-gap: 2em}\n")),
                ElementsAre("value-invalid 5:20", "value-invalid 5:42"));
}

TEST(ReadLayout, TextPartsMayHaveTwoEnds) {
    const std::string bytes =
        "summary: x\npage: {left: 0mm, top: 0mm, type-area: [9mm, 9mm], characters: 1, lines: 2, "
        "em: 4mm, line-pitch: fill}\nstyles:\n" +
        kBody + "parts:\n- {text: 单位（盖章）：, end: \"填报日期：{日期}\", style: body}\n";
    const Layout layout = read(bytes);
    ASSERT_EQ(layout.parts.size(), 1U);
    EXPECT_EQ(layout.parts[0].part, Part::text);
    EXPECT_EQ(layout.parts[0].text.utf8(), "单位（盖章）：");
    EXPECT_EQ(layout.parts[0].end_text.utf8(), "填报日期：{日期}");
    EXPECT_EQ(layout.parts[0].style, "body");
}

std::vector<unsigned> shares_of(const FormSection& section) {
    std::vector<unsigned> shares;
    for (const TableColumn& column : section.columns) {
        EXPECT_EQ(column.kind, ColumnWidth::relative);
        shares.push_back(column.relative);
    }
    return shares;
}

/// A form with one section of four columns and these rows.
std::string form(const std::string& rows) {
    return with_styles(kBody) +
           "form:\n"
           "  frame: {outer-rule: 1mm, inner-rule: 1mm, horizontal-padding: 1mm, "
           "vertical-padding: 1mm}\n"
           "  cell-style: body\n"
           "  head-style: body\n"
           "  sections:\n"
           "  - columns: [1, 2, 3, 4]\n"
           "    rows:\n" +
           rows;
}

TEST(ReadForm, CellsMustFillTheirSection) {
    EXPECT_THAT(complaints(form("    - [a, b, c, d]\n"
                                "    - [{columns: 3}, \"\"]\n"
                                "    - [{columns: 4}]\n")),
                IsEmpty());
    EXPECT_THAT(complaints(form("    - [a, b, c]\n"
                                "    - [a, b, c, d, e]\n"
                                "    - [{columns: 5}]\n"
                                "    - []\n")),
                ElementsAre("form-columns-mismatch 13:7", "form-columns-mismatch 14:7",
                            "form-columns-mismatch 15:7", "form-columns-mismatch 16:7"));
}

TEST(ReadForm, SpansOfRowsAboveCount) {
    EXPECT_THAT(complaints(form("    - [{rows: to-end}, b, {rows: 2}, d]\n"
                                "    - [b, d]\n"
                                "    - [b, c, d]\n")),
                IsEmpty());
    // A cell too many beside a span; a span into a span; one that leaves the section.
    EXPECT_THAT(complaints(form("    - [{rows: 3}, b, {rows: 2}, d]\n"
                                "    - [b, c, d]\n"
                                "    - [b, c, d]\n")),
                ElementsAre("form-columns-mismatch 14:7"));
    EXPECT_THAT(complaints(form("    - [a, b, {rows: 2}, d]\n"
                                "    - [{columns: 3}, d]\n")),
                ElementsAre("form-columns-mismatch 14:7"));
    EXPECT_THAT(complaints(form("    - [a, b, c, {rows: 2}]\n")),
                ElementsAre("form-columns-mismatch 13:7"));
}

TEST(ReadForm, ColumnsAreSharesLengthsOrByContent) {
    const auto with_columns = [](const std::string& columns) {
        std::string text = form("    - [a, b, c, d]\n");
        return text.replace(text.find("[1, 2, 3, 4]"), 12, columns);
    };
    const Layout layout = read(with_columns("[20mm, auto, 2em, 7]"));
    const auto& columns = layout.form->sections.at(0).columns;
    ASSERT_EQ(columns.size(), 4U);
    EXPECT_EQ(columns[0].kind, ColumnWidth::fixed);
    EXPECT_EQ(columns[0].fixed, 20_mm);
    EXPECT_EQ(columns[1].kind, ColumnWidth::by_content);
    EXPECT_EQ(columns[2].kind, ColumnWidth::fixed);
    EXPECT_EQ(columns[2].fixed, 2 * layout.style("body").pitch);  // of the cells' style
    EXPECT_EQ(columns[3].kind, ColumnWidth::relative);
    EXPECT_EQ(columns[3].relative, 7U);
    EXPECT_THAT(complaints(with_columns("[0, 0mm, wide, {a: 1}]")),
                ElementsAre("value-invalid 11:15", "value-invalid 11:18", "value-invalid 11:23",
                            "text-expected 11:29"));
}

TEST(ReadForm, LabelsMayTurnAndNumbersStandPointUnderPoint) {
    std::string text = form("    - [{text: 目标, orientation: auto}, b, c, d]\n");
    const std::string decimal = "  number: {like: body, align: decimal}\n";
    text.insert(text.find("form:\n"), decimal);
    const Layout layout = read(text);
    EXPECT_EQ(layout.form->sections.at(0).rows.at(0).cells.at(0).orientation,
              Orientation::automatic);
    EXPECT_TRUE(layout.style("number").aligns_points);
    EXPECT_EQ(layout.style("number").alignment, Alignment::centre);
    EXPECT_FALSE(layout.style("body").aligns_points);
}

TEST(ReadForm, ReadsRowsAndCells) {
    const Layout layout =
        read(form("    - repeat: 指标\n"
                  "      repeat-head: true\n"
                  "      minimum-height: 8mm\n"
                  "      cells:\n"
                  "      - {text: \"{一级指标}\\n（分）\", merge: true, orientation: vertical}\n"
                  "      - {text: x, head: true, vertical-align: bottom, columns: 2}\n"
                  "      - plain\n"));
    const FormRow& row = layout.form->sections.at(0).rows.at(0);
    EXPECT_THAT(shares_of(layout.form->sections.at(0)), ElementsAre(1U, 2U, 3U, 4U));
    EXPECT_EQ(layout.form->sections.at(0).origin.row, 11U);
    EXPECT_EQ(row.repeat, "指标");
    EXPECT_TRUE(row.repeat_head);
    EXPECT_EQ(row.minimum_height, 8_mm);
    EXPECT_EQ(row.cells.at(0).text.utf8(), "{一级指标}\n（分）");
    EXPECT_EQ(row.cells.at(0).merge, Merge::equal);
    EXPECT_EQ(row.cells.at(0).orientation, Orientation::vertical);
    EXPECT_FALSE(row.cells.at(0).head);
    EXPECT_TRUE(row.cells.at(1).head);
    EXPECT_EQ(row.cells.at(1).columns, 2U);
    EXPECT_EQ(row.cells.at(1).vertical_alignment, VerticalAlignment::bottom);
    EXPECT_EQ(row.cells.at(2).text.utf8(), "plain");
    EXPECT_EQ(row.cells.at(2).vertical_alignment, VerticalAlignment::centre);
}

/// A form of one row of four columns, with more to say about the form itself.
std::string form_that_says(const std::string& line) {
    std::string text = form("    - [a, b, c, d]\n");
    return text.replace(text.find("  sections:"), 0, line);
}

TEST(ReadForm, LabelsAcrossPages) {
    const Layout layout =
        read(form("    - - {text: a, head: true}\n"
                  "      - {text: b, head: true, across-pages: once}\n"
                  "      - {text: c, across-pages: centre}\n"
                  "      - d\n"));
    const auto& cells = layout.form->sections.at(0).rows.at(0).cells;
    EXPECT_EQ(cells.at(0).across_pages, AcrossPages::repeat);
    EXPECT_EQ(cells.at(1).across_pages, AcrossPages::once);
    EXPECT_EQ(cells.at(2).across_pages, AcrossPages::centre);
    EXPECT_EQ(cells.at(3).across_pages, AcrossPages::once);
    EXPECT_THAT(complaints(form("    - [a, b, c, {text: d, across-pages: never}]\n")),
                ElementsAre(StartsWith("value-invalid 13:")));
}

TEST(ReadForm, KeepTogether) {
    EXPECT_TRUE(read(form_that_says("  keep-together: true\n")).form->keep_together);
    EXPECT_FALSE(read(form("    - [a, b, c, d]\n")).form->keep_together);
}

TEST(ReadForm, ContinuedLine) {
    const Layout layout = read(form_that_says("  continued: {text: （续表）, style: body}\n"));
    EXPECT_EQ(layout.form->continued.text.utf8(), "（续表）");
    EXPECT_EQ(layout.form->continued.style, "body");
    EXPECT_TRUE(read(form("    - [a, b, c, d]\n")).form->continued.text.empty());
    EXPECT_THAT(complaints(form_that_says("  continued: {text: （续表）, style: nothing}\n")),
                SizeIs(1));
}

TEST(LayoutFiles, AllReadWithoutComplaint) {
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator{kLayouts}) {
        if (entry.path().filename() == "layout.schema.json") continue;
        ASSERT_EQ(entry.path().extension(), ".yaml");
        EXPECT_FALSE(layout_of(entry.path().stem()).summary.empty()) << entry.path();
        ++files;
    }
    EXPECT_GE(files, 3);
}

TEST(LayoutFiles, TheNoticeIsThePageOfTheStandard) {
    const Layout layout = layout_of("notice");
    const PageGeometry& page = layout.page;
    EXPECT_EQ(page.paper_width, 210_mm);
    EXPECT_EQ(page.paper_height, 297_mm);
    EXPECT_EQ(page.left, 28_mm);
    EXPECT_EQ(page.top, 37_mm);
    EXPECT_EQ(page.type_width, 156_mm);
    EXPECT_EQ(page.type_height, 225_mm);
    EXPECT_EQ(page.characters, 28U);
    EXPECT_EQ(page.lines, 22U);
    EXPECT_TRUE(page.rows_on_grid);
    // The 22nd row ends at the foot of the type area.
    EXPECT_NEAR(millimetres(21 * page.line_pitch + page.em), 225.0, 0.001);
    EXPECT_LE(21 * page.line_pitch + page.em, 225_mm);

    const Style& body = layout.style("body");
    EXPECT_EQ(body.font_role, "仿宋");
    EXPECT_EQ(body.size, 16_pt);
    EXPECT_NEAR(millimetres(body.pitch), 5.5714, 0.0001);
    EXPECT_LE(28 * body.pitch, 156_mm);
    EXPECT_EQ(body.leading, page.line_pitch);
    EXPECT_NEAR(millimetres(body.first_line_indent), 11.1428, 0.0001);
    EXPECT_EQ(body.alignment, Alignment::justify);

    EXPECT_EQ(layout.style("heading-1").font_role, "黑体");
    EXPECT_EQ(layout.style("heading-2").font_role, "楷体");
    for (const char* heading : {"heading-1", "heading-2", "heading-3", "heading-4"}) {
        EXPECT_EQ(layout.style(heading).first_line_indent, body.first_line_indent) << heading;
        EXPECT_TRUE(layout.style(heading).keep_with_next) << heading;
    }
    EXPECT_EQ(layout.style("heading-3").font_role, "仿宋");
    EXPECT_EQ(layout.style("heading-4").font_role, "仿宋");

    const Style& title = layout.style("title");
    EXPECT_EQ(title.font_role, "小标宋");
    EXPECT_EQ(title.size, 22_pt);
    EXPECT_EQ(title.leading, 36_pt);
    EXPECT_EQ(title.alignment, Alignment::centre);
    EXPECT_EQ(title.first_row, 3U);

    EXPECT_EQ(layout.style("title").blank_lines_after, 1U);
    EXPECT_EQ(layout.style("recipients").first_line_indent, Length{});
    EXPECT_EQ(layout.style("issuer").blank_lines_before, 1U);
    EXPECT_EQ(layout.style("issuer").right_indent, 2 * body.pitch);
    EXPECT_EQ(layout.style("date").blank_lines_before, 0U);

    const Style& label = layout.style("annex-label");
    EXPECT_TRUE(label.new_page);
    EXPECT_EQ(label.font_role, "黑体");
    EXPECT_EQ(label.size, 16_pt);
    EXPECT_EQ(label.first_line_indent, Length{});
    EXPECT_EQ(label.first_row, 1U);
    EXPECT_EQ(layout.style("annex-title").size, 22_pt);
    EXPECT_EQ(layout.style("annex-title").blank_lines_before, 1U);

    EXPECT_TRUE(layout.page_number.shown);
    EXPECT_EQ(layout.page_number.font_role, "宋体");
    EXPECT_EQ(layout.page_number.size, 14_pt);
    EXPECT_EQ(layout.page_number.dash_below, 7_mm);
    EXPECT_EQ(layout.page_number.outer_indent, 14_pt);

    std::vector<Part> parts;
    for (const PartLayout& part : layout.parts) parts.push_back(part.part);
    EXPECT_THAT(parts, ElementsAre(Part::title, Part::recipients, Part::body, Part::attachments,
                                   Part::signature, Part::note, Part::enclosures, Part::annexes));
}

TEST(LayoutFiles, TheRankingTableShowsPlaceNameAndScore) {
    const Layout layout = layout_of("ranking");
    ASSERT_TRUE(layout.ranking);
    using Value = RankingColumn::Value;
    std::vector<Value> values;
    for (const RankingColumn& column : layout.ranking->columns) values.push_back(column.value);
    EXPECT_THAT(values, ElementsAre(Value::place, Value::name, Value::shown, Value::score));
    EXPECT_EQ(layout.ranking->bar.utf8(), "“{grade}”（{count}名）");
    // Two characters of the head stand side by side in the first column.
    const RankingColumn& place = layout.ranking->columns.at(0);
    EXPECT_GE(place.fixed_width, 2 * layout.style(layout.ranking->head_style).pitch +
                                     2 * layout.ranking->frame.horizontal_padding);
    EXPECT_EQ(layout.style(layout.ranking->head_style).font_role, "黑体");
}

TEST(LayoutFiles, TheFormsSectionsAreEquallyWide) {
    const Layout layout = layout_of("department-self-evaluation");
    ASSERT_TRUE(layout.form);
    for (const FormSection& section : layout.form->sections) {
        const auto shares = shares_of(section);
        EXPECT_EQ(std::accumulate(shares.begin(), shares.end(), 0U), 257U)
            << "line " << section.origin.row;
    }
    EXPECT_EQ(layout.page.paper_width, 297_mm);
    EXPECT_EQ(layout.page.type_width, 257_mm);
    std::vector<std::string> repeats;
    for (const FormSection& section : layout.form->sections) {
        for (const FormRow& row : section.rows) {
            if (!row.repeat.empty()) repeats.push_back(row.repeat);
        }
    }
    EXPECT_THAT(repeats, ElementsAre("资金", "指标"));
    // A note is one paragraph, joined without blanks.
    EXPECT_EQ(layout.parts.back().text.utf8().find(' '), std::string::npos);
}

/// What a layout says that has `own` laid over `base`, which lie in files 2 and 1.
Outcome<Layout> extended(const std::string& base, const std::string& own) {
    Outcome<YamlNode> below = read_yaml(base, 1);
    Outcome<YamlNode> above = read_yaml(own, 2);
    EXPECT_TRUE(below.ok() && above.ok());
    return read_layout(laid_over(below.value, above.value), "own");
}

Layout read_extended(const std::string& base, const std::string& own) {
    auto outcome = extended(base, own);
    EXPECT_THAT(outcome.diagnostics, IsEmpty());
    return std::move(outcome.value);
}

std::vector<std::string> places(Outcome<Layout> outcome) {
    sort_and_unite(outcome.diagnostics);
    std::vector<std::string> list;
    for (const auto& [code, origin, arguments, related] : outcome.diagnostics) {
        list.push_back(std::string{info(code).name} + " file " + std::to_string(origin.file) +
                       " line " + std::to_string(origin.row));
    }
    return list;
}

const std::string kBase = with(
    "head: {mark-below: 35mm, mark-width: 90mm, number-below: 20mm, text-below: 20mm}\n"
    "page-number: {font: 宋体, size: 四号, dash-below: 7mm, outer-indent: 1em, gap: 1mm}\n"
    "lines: {latin-gap: 0.25em, vertical: {digits-abreast: 2, longest-column: 5}}\n"
    "styles:\n"
    "  body: {font: 仿宋, size: 8mm, leading: grid, first-line-indent: 2em}\n"
    "  heading-1: {like: body, font: 黑体, keep-with-next: true}\n"
    "  title: {font: 小标宋, size: 9mm, leading: 20mm, align: centre, first-row: 3}\n"
    "  annex-title: {like: title, first-row: 1}\n");
const std::string kOwn = "summary: own\nextends: base\n";

TEST(Extends, ALayoutHasAllThatItsBaseSays) {
    const Layout base = read(kBase);
    const Layout own = read_extended(kBase, kOwn);
    EXPECT_EQ(own.summary.utf8(), "own");
    EXPECT_EQ(own.page.type_width, 100_mm);
    EXPECT_EQ(own.head->mark_width, 90_mm);
    EXPECT_TRUE(own.page_number.shown);
    EXPECT_EQ(own.line_rules.latin_gap, 250U);
    EXPECT_EQ(own.styles.size(), base.styles.size());
    EXPECT_EQ(own.style("heading-1").font_role, "黑体");
}

TEST(Extends, WhatItSaysItselfHoldsAndTheRestOfTheGroupStays) {
    const Layout own =
        read_extended(kBase, kOwn +
                                 "page: {top: 5mm, type-area: [90mm, 99mm]}\n"
                                 "head: {number-below: 2mm}\n"
                                 "page-number: {gap: 2mm}\n"
                                 "lines: {latin-gap: 0.1em, vertical: {longest-column: 9}}\n");
    EXPECT_EQ(own.page.top, 5_mm);
    EXPECT_EQ(own.page.type_width, 90_mm);
    EXPECT_EQ(own.page.characters, 10U);
    EXPECT_EQ(own.head->number_below, 2_mm);
    EXPECT_EQ(own.head->mark_below, 35_mm);
    EXPECT_EQ(own.page_number.gap, 2_mm);
    EXPECT_EQ(own.page_number.dash_below, 7_mm);
    EXPECT_EQ(own.line_rules.latin_gap, 100U);
    EXPECT_EQ(own.line_rules.vertical.longest_column, 9U);
    EXPECT_EQ(own.line_rules.vertical.digits_abreast, 2U);
    // The base's "grid" means the page of the layout that extends it.
    EXPECT_EQ(own.style("body").leading, own.page.line_pitch);
    EXPECT_FALSE(read_extended(kBase, kOwn + "page-number: none\n").page_number.shown);
    EXPECT_TRUE(read_extended(kBase, kOwn + "page-number:\n").page_number.shown);
}

TEST(Extends, AStyleIsChangedKeyByKeyAndThoseLikeItFollow) {
    const Layout own = read_extended(kBase, kOwn +
                                                "styles:\n"
                                                "  title: {size: 6mm}\n"
                                                "  heading-1: {align: left}\n"
                                                "  note: {like: heading-1, size: 4mm}\n");
    EXPECT_EQ(own.style("title").size, 6_mm);
    EXPECT_EQ(own.style("title").font_role, "小标宋");
    EXPECT_EQ(own.style("title").first_row, 3U);
    EXPECT_EQ(own.style("annex-title").size, 6_mm);
    EXPECT_EQ(own.style("annex-title").first_row, 1U);
    EXPECT_EQ(own.style("heading-1").font_role, "黑体");
    EXPECT_EQ(own.style("heading-1").alignment, Alignment::left);
    EXPECT_EQ(own.style("heading-1").first_line_indent, own.style("body").first_line_indent);
    EXPECT_EQ(own.style("note").font_role, "黑体");
    EXPECT_EQ(own.style("note").size, 4_mm);
}

TEST(Extends, AStyleWithLikeIsAnotherOneOfThatName) {
    const Layout own = read_extended(
        kBase,
        kOwn + "styles:\n  annex-title: {like: body, align: left}\n  heading-1: {like: body}\n");
    EXPECT_EQ(own.style("annex-title").font_role, "仿宋");
    EXPECT_EQ(own.style("annex-title").size, 8_mm);
    EXPECT_EQ(own.style("heading-1").font_role, "仿宋");
    EXPECT_FALSE(own.style("heading-1").keep_with_next);
}

TEST(Extends, PartsAndTablesAreTakenOverAsAWhole) {
    const auto parts_of = [](const Layout& layout) {
        std::vector<Part> parts;
        for (const PartLayout& part : layout.parts) parts.push_back(part.part);
        return parts;
    };
    std::string text = with_styles(kBody + "  title: {like: body}\n");
    text.replace(text.find("parts: []"), 9, "parts: [title]");
    EXPECT_THAT(parts_of(read_extended(text, kOwn)), ElementsAre(Part::title));
    EXPECT_THAT(parts_of(read_extended(text, kOwn + "parts: [title, title]\n")),
                ElementsAre(Part::title, Part::title));
    // A layout with a table of its own would have no place for it among the base's parts.
    const std::string whole = form("    - [a, b, c, d]\n");
    const std::string table = whole.substr(whole.find("form:\n"));
    const Layout with_table = read_extended(text, kOwn + table);
    EXPECT_THAT(parts_of(with_table), ElementsAre(Part::form));
    EXPECT_EQ(read_extended(whole, kOwn + "page: {top: 1mm}\n").form->sections.size(), 1U);
}

TEST(Extends, MistakesAreShownInTheFileTheyAreIn) {
    EXPECT_THAT(places(extended(with_styles("  body: {font: 仿宋, size: 9cm, leading: 1em}\n"),
                                kOwn + "pages: {}\nstyles:\n  body: {align: middle}\n")),
                ElementsAre("value-invalid file 1 line 5", "key-unknown file 2 line 3",
                            "value-invalid file 2 line 5"));
    // Its own summary is missed, and what neither has is missed in the file that may be mended.
    EXPECT_THAT(places(extended("summary: x\nlines: {}\nstyles: {body: {font: 仿宋, size: 9mm}}\n",
                                "extends: base\nstyles:\n  body: {align: left}\n"
                                "page: {top: 0mm}\n")),
                ElementsAre("key-missing file 2 line 1", "key-missing file 2 line 3",
                            "key-missing file 2 line 4", "key-missing file 2 line 4",
                            "key-missing file 2 line 4", "key-missing file 2 line 4",
                            "key-missing file 2 line 4", "key-missing file 2 line 4"));
}

TEST(Extends, ALayoutWithoutPartsIsOneToExtend) {
    EXPECT_THAT(
        complaints("summary: x\nstyles:\n" + kBody.substr(0, kBody.find("grid")) + "9mm}\n"),
        IsEmpty());
    EXPECT_THAT(complaints("summary: x\nparts: []\nstyles: {}\n"), ElementsAre("key-missing 1:1"));
    EXPECT_THAT(complaints("summary: x\nextends: [a, b]\nstyles: {}\n"),
                ElementsAre("text-expected 2:10"));
}

TEST(ReadLayout, SurvivesCutFiles) {
    const std::string whole = file_bytes(kLayouts / "department-self-evaluation.yaml");
    for (std::size_t size = 0; size < whole.size(); size += 97) {
        const auto outcome = read_layout(whole.substr(0, size), "cut", 1);
        // A cut between two parts, or two sections of the form, leaves a good layout with fewer.
        const auto& form = outcome.value.form;
        EXPECT_TRUE(!outcome.ok() || !form || !form->sections.empty()) << size;
    }
}

}  // namespace
}  // namespace banxin

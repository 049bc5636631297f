// Spreadsheets read as they were typed, whatever program saved them, and never a crash.
#include "pipeline/read/read_workbook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libdeflate.h>

#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace banxin {
namespace {

using testing::ElementsAre;
using namespace std::string_literals;

constexpr std::uint8_t kFile = 3;

std::string bytes_of(const std::string& name) {
    std::ifstream stream{BANXIN_SOURCE_DIR "/tests/data/workbooks/" + name, std::ios::binary};
    EXPECT_TRUE(stream) << name;
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// Rows as texts, an error cell with `!` before it, a number with `=`.
using Rows = std::vector<std::vector<std::string>>;
Rows rows_of(const Sheet& sheet) {
    Rows rows;
    for (const auto& row : sheet.rows) {
        rows.emplace_back();
        for (const Cell& cell : row) {
            const char* mark = cell.kind == CellKind::error    ? "!"
                               : cell.kind == CellKind::number ? "="
                                                               : "";
            rows.back().push_back(mark + cell.text.utf8());
        }
    }
    return rows;
}

Rows only_sheet(std::string_view bytes, std::string_view name) {
    const Outcome<Workbook> book = read_workbook(bytes, name, kFile);
    EXPECT_TRUE(book.diagnostics.empty()) << info(book.diagnostics.front().code).name;
    EXPECT_EQ(book.value.sheets.size(), 1U);
    return book.value.sheets.empty() ? Rows{} : rows_of(book.value.sheets.front());
}

/// `code row column`, one a diagnostic.
std::vector<std::string> complaints(std::string_view bytes, std::string_view name) {
    std::vector<std::string> lines;
    for (const Diagnostic& diagnostic : read_workbook(bytes, name, kFile).diagnostics) {
        EXPECT_EQ(diagnostic.origin.file, kFile);
        lines.push_back(std::string{info(diagnostic.code).name} + " " +
                        std::to_string(diagnostic.origin.row) + " " +
                        std::to_string(diagnostic.origin.column));
    }
    return lines;
}

std::string little_endian(std::size_t value, unsigned size) {
    std::string bytes;
    for (unsigned k = 0; k < size; ++k) bytes += static_cast<char>(value >> (8 * k) & 0xFFU);
    return bytes;
}

/// A zip archive of files that are not compressed.
std::string zip(const std::vector<std::pair<std::string, std::string>>& files) {
    std::string archive;
    std::string directory;
    for (const auto& [name, content] : files) {
        const std::string common =
            little_endian(20, 2) + little_endian(0, 2) + little_endian(0, 2) + little_endian(0, 4) +
            little_endian(libdeflate_crc32(0, content.data(), content.size()), 4) +
            little_endian(content.size(), 4) + little_endian(content.size(), 4) +
            little_endian(name.size(), 2) + little_endian(0, 2);
        directory += "PK\x01\x02" + little_endian(20, 2) + common + little_endian(0, 2) +
                     little_endian(0, 2) + little_endian(0, 2) + little_endian(0, 4) +
                     little_endian(archive.size(), 4) + name;
        archive += "PK\x03\x04" + common + name + content;
    }
    return archive + directory + "PK\x05\x06" + little_endian(0, 4) +
           little_endian(files.size(), 2) + little_endian(files.size(), 2) +
           little_endian(directory.size(), 4) + little_endian(archive.size(), 4) +
           little_endian(0, 2);
}

/// An xlsx with one sheet 表 whose sheetData and what follows it are `sheet`.
std::string xlsx(const std::string& sheet, const std::string& strings = "") {
    return zip(
        {{"xl/workbook.xml",
          "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
          "<sheets><sheet name='表' sheetId='1' r:id='rId1'/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id='rId1' Type='t/worksheet' Target='worksheets/a.xml'/>"
          "<Relationship Id='rId2' Type='t/sharedStrings' Target='/xl/strings.xml'/>"
          "</Relationships>"},
         {"xl/strings.xml", "<sst>" + strings + "</sst>"},
         {"xl/worksheets/a.xml", "<worksheet>" + sheet + "</worksheet>"}});
}

/// An ods whose office:spreadsheet holds `tables`.
std::string ods(const std::string& tables) {
    return zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                {"content.xml",
                 "<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
                 "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
                 "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:c='urn:org:"
                 "documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>"
                 "<o:body><o:spreadsheet>" +
                     tables + "</o:spreadsheet></o:body></o:document-content>"}});
}

TEST(ReadWorkbook, ReadsWhatOpenpyxlWrote) {
    const Outcome<Workbook> book = read_workbook(bytes_of("openpyxl.xlsx"), "a.xlsx", kFile);
    ASSERT_TRUE(book.diagnostics.empty());
    ASSERT_EQ(book.value.sheets.size(), 3U);
    EXPECT_EQ(book.value.sheets[0].name, "市直窗口部门");
    EXPECT_EQ(rows_of(book.value.sheets[0]),
              (Rows{{"单位名称", "考核得分", "完成率", "日期", "备注"},
                    {"市税务局", "=100.89", "79%", "2021-01-29", "首行空格"},
                    {"市档案馆\n（市地方志办）", "=0.3", "106%", "2021-01-29 08:30:00", "TRUE"},
                    {"", "", "", "", ""},
                    {"合并", "", "右", "", ""}}));
    EXPECT_TRUE(book.value.sheets[1].rows.empty());
    // The first cell with a value is B3; a number keeps nothing of its format 0.00.
    EXPECT_EQ(rows_of(book.value.sheets[2]), (Rows{{"", ""}, {"", ""}, {"", "=111"}}));
    const Origin place = book.value.sheets[2].rows[2][1].text.origin();
    EXPECT_EQ(place, (Origin{.row = 3, .column = 2, .file = kFile, .sheet = 2}));
}

/// The same workbook with formulas, saved in both formats of LibreOffice, which makes 1 of
/// TRUE in one of them.
TEST(ReadWorkbook, ReadsWhatLibreOfficeWrote) {
    for (const std::string name : {"libreoffice.xlsx", "libreoffice.ods"}) {
        SCOPED_TRACE(name);
        const std::string truth = name == "libreoffice.ods" ? "=1" : "TRUE";
        const Outcome<Workbook> book = read_workbook(bytes_of(name), name, kFile);
        ASSERT_TRUE(book.diagnostics.empty());
        ASSERT_EQ(book.value.sheets.size(), 3U);
        EXPECT_EQ(rows_of(book.value.sheets[0]),
                  (Rows{{"单位名称", "考核得分", "完成率", "日期", "备注", "公式"},
                        {"市税务局", "=100.89", "79%", "2021-01-29", "首行空格", "=201.78"},
                        {"市档案馆\n（市地方志办）", "=0.3", "106%", "2021-01-29 08:30:00", truth,
                         "市税务局甲"},
                        {"", "", "", "", "", ""},
                        {"合并", "", "右", "", "", "!#DIV/0!"}}));
        EXPECT_TRUE(book.value.sheets[1].rows.empty());
        EXPECT_EQ(rows_of(book.value.sheets[2]), (Rows{{"", ""}, {"", ""}, {"", "=111"}}));
    }
}

TEST(ReadWorkbook, ReadsWhatOdfpyWrote) {
    EXPECT_EQ(only_sheet(bytes_of("odfpy.ods"), "a.ods"),
              (Rows{{"单位名称", "考核得分", "完成率"},
                    {"中国邮政速递物流股份有限公司\n贵阳市分公司", "=89.24", "91%"},
                    {"合并", "", "右"}}));
}

TEST(ReadWorkbook, XlsxCellsOfEveryType) {
    const std::string sheet =
        "<sheetData><row r='2'><c r='B2' t='s'><v>0</v></c><c t='str'><f>A1</f><v>甲&amp;乙</v></c>"
        "<c r='E2' t='e'><v>#REF!</v></c></row>"
        "<row><c t='inlineStr'><is><t>行</t><rPh><t>háng</t></rPh><r><t>内</t></r></is></c>"
        "<c t='b'><v>0</v></c><c><f>1/3</f><v>0.33333333333333331</v></c><c><v>1E-2</v></c></row>"
        "</sheetData>";
    EXPECT_EQ(only_sheet(xlsx(sheet,
                              "<si><r><t>市</t></r><r><t>税_x000D_&#10;务_x0009_局</t></r>"
                              "<rPh><t>shi</t></rPh></si>"),
                         "a.xlsx"),
              (Rows{{"", "", "", "", ""},
                    {"", "市税\n务\t局", "甲&乙", "", "!#REF!"},
                    {"行内", "FALSE", "=0.333333333333333", "=0.01", ""}}));
}

TEST(ReadWorkbook, MergedRangesShowTheirFirstCellOnly) {
    const std::string data =
        "<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>"
        "<row r='2'><c r='A2'><v>3</v></c><c r='B2'><v>4</v></c></row></sheetData>";
    EXPECT_EQ(
        only_sheet(xlsx(data + "<mergeCells><mergeCell ref='A1:A2'/></mergeCells>"), "a.xlsx"),
        (Rows{{"=1", "=2"}, {"", "=4"}}));
    EXPECT_EQ(only_sheet(xlsx(data + "<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"),
                         "a.xlsx"),
              (Rows{{"=1", ""}, {"", ""}}));
}

TEST(ReadWorkbook, OdsRepeatsCoversAndErrors) {
    const std::string table =
        "<table:table table:name='表'><table:table-header-rows><table:table-row>"
        "<table:table-cell o:value-type='float' o:value='5' table:number-columns-repeated='2'/>"
        "<table:covered-table-cell o:value-type='string'><text:p>藏</text:p>"
        "</table:covered-table-cell>"
        "<table:table-cell o:value-type='string'><o:annotation><text:p>批注</text:p></o:annotation>"
        "<text:p>a<text:s text:c='2'/><text:span>b</text:span></text:p><text:p>c</text:p>"
        "</table:table-cell></table:table-row></table:table-header-rows>"
        "<table:table-row table:number-rows-repeated='2'>"
        "<table:table-cell o:value-type='string' c:value-type='error'><text:p>#N/A</text:p>"
        "</table:table-cell><table:table-cell o:value-type='date' o:date-value='2021-01-29'/>"
        "<table:table-cell o:value-type='boolean' o:boolean-value='true'/>"
        "</table:table-row></table:table>";
    EXPECT_EQ(only_sheet(ods(table), "a.ods"), (Rows{{"=5", "=5", "", "a  b\nc"},
                                                     {"!#N/A", "2021-01-29", "TRUE", ""},
                                                     {"!#N/A", "2021-01-29", "TRUE", ""}}));
}

TEST(ReadWorkbook, CsvQuotesLineFeedsAndRecords) {
    EXPECT_EQ(only_sheet("单位,分\r\n\"甲,\"\"乙\"\"\r\n丙\",１.5\n,\n丁,#DIV/0!", "a.csv"),
              (Rows{{"单位", "分"}, {"甲,\"乙\"\n丙", "=１.5"}, {"", ""}, {"丁", "!#DIV/0!"}}));
    EXPECT_EQ(only_sheet("a;b\n1;2\n", "a.csv"), (Rows{{"a", "b"}, {"=1", "=2"}}));
    EXPECT_EQ(only_sheet("a,b\t1\n", "a.TSV"), (Rows{{"a,b", "=1"}}));
    EXPECT_EQ(only_sheet("a\n\n\n\n\n", "a.csv"), (Rows{{"a"}}));
    // A record is one row, however many lines it has.
    const Outcome<Workbook> book = read_workbook("\"a\nb\"\n2,x", "a.csv", kFile);
    EXPECT_EQ(book.value.sheets[0].rows[1][1].text.origin().row, 2U);
    EXPECT_THAT(complaints("a,\"b\nc", "a.csv"), ElementsAre("quote-unclosed 1 2"));
}

TEST(ReadWorkbook, EncodingsOfCsv) {
    const Rows expected{{"单位名称", "分"}, {"市税务局", "=1"}};
    EXPECT_EQ(only_sheet("\xEF\xBB\xBF单位名称,分\n市税务局,1", "a.csv"), expected);
    EXPECT_EQ(only_sheet("\xB5\xA5\xCE\xBB\xC3\xFB\xB3\xC6,\xB7\xD6\n"
                         "\xCA\xD0\xCB\xB0\xCE\xF1\xBE\xD6,1",
                         "a.csv"),
              expected);
    // UTF-16LE with its mark and tabs: “Unicode text” of Excel, under the name of a csv.
    EXPECT_EQ(
        only_sheet("\xFF\xFE\x55\x53\x09\0\x06\x52\x0D\0\x0A\0\x02\x5E\x09\0\x31\0"s, "a.csv"),
        (Rows{{"单", "分"}, {"市", "=1"}}));
    // A four-byte character of GB18030 and one beyond the BMP: 㐀 (U+3400), 𬭊 (U+2CB4A).
    EXPECT_EQ(only_sheet("\x81\x39\xEE\x39\x99\x33\xA8\x38", "a.csv"), (Rows{{"㐀𬭊"}}));
}

TEST(ReadWorkbook, UndecodableBytesHaveALine) {
    EXPECT_THAT(complaints("单位,分\n市税务局,1\n\xFF\xFF,1", "a.csv"),
                ElementsAre("encoding-unknown 3 0"));
    // Big5 is valid GB18030 by chance, and still not taken for it.
    EXPECT_THAT(complaints("\xB3\xE6\xA6\xEC\xA6\x57\xBA\xD9,\xA6\xD2\xAE\xD6\xB1\x6F\xA4\xC0\n"
                           "\xA5\xAB\xB5\x7C\xB0\xC8\xA7\xBD,100.89\n"
                           "\xA5\xAB\xA5\xC1\xAC\x46\xA7\xBD,99.85\n",
                           "a.csv"),
                ElementsAre("encoding-unknown 1 0"));
    EXPECT_THAT(complaints("a\0b\0"s, "a.csv"), ElementsAre("encoding-unknown 1 0"));
}

TEST(ReadWorkbook, ControlCharactersAreReportedAtTheirCell) {
    EXPECT_THAT(complaints("甲,乙\v丙\n\v丁,", "a.csv"), ElementsAre("control-character 1 2"));
}

TEST(ReadWorkbook, RefusesWhatIsNoSpreadsheet) {
    EXPECT_THAT(complaints("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", "a.xls"),
                ElementsAre("workbook-format-unknown 0 0"));
    EXPECT_THAT(complaints("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
                           "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s,
                           "a.xlsx"),
                ElementsAre("workbook-encrypted 0 0"));
    EXPECT_THAT(complaints("\n <html><table>", "a.csv"),
                ElementsAre("workbook-format-unknown 0 0"));
    EXPECT_THAT(complaints(zip({{"word/document.xml", "<a/>"}}), "a.xlsx"),
                ElementsAre("workbook-format-unknown 0 0"));
    EXPECT_THAT(complaints(zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                {"META-INF/manifest.xml", "<m:encryption-data/>"}}),
                           "a.ods"),
                ElementsAre("workbook-encrypted 0 0"));
    EXPECT_THAT(complaints("", "a.xlsx"), ElementsAre("workbook-broken 0 0"));
    EXPECT_THAT(complaints("単なる文", "a.doc"), ElementsAre("workbook-format-unknown 0 0"));
}

TEST(ReadWorkbook, RefusesBrokenParts) {
    EXPECT_THAT(complaints(xlsx("<sheetData><row>"), "a.xlsx"), ElementsAre("workbook-broken 0 0"));
    EXPECT_THAT(
        complaints(xlsx("<sheetData><row><c t='s'><v>9</v></c></row></sheetData>"), "a.xlsx"),
        ElementsAre("workbook-broken 0 0"));
    EXPECT_THAT(complaints(ods("</wrong>"), "a.ods"), ElementsAre("workbook-broken 0 0"));
    // Entities that would grow when they are read.
    EXPECT_THAT(complaints(zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                {"content.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}}),
                           "a.ods"),
                ElementsAre("workbook-broken 0 0"));
}

TEST(ReadWorkbook, AClaimOfManyCellsIsRefusedAtTheOutermost) {
    EXPECT_THAT(complaints(xlsx("<sheetData><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"
                                "</sheetData>"),
                           "a.xlsx"),
                ElementsAre("sheet-too-large 1048576 16384"));
    EXPECT_THAT(complaints(ods("<table:table><table:table-row table:number-rows-repeated='1048576'>"
                               "<table:table-cell o:value-type='float' o:value='1' "
                               "table:number-columns-repeated='16384'/></table:table-row>"
                               "</table:table>"),
                           "a.ods"),
                ElementsAre("sheet-too-large 31 16384"));
}

/// Every prefix of a file and many with changed bytes: whatever comes out, nothing breaks. Run
/// under AddressSanitizer this is the test that matters.
TEST(ReadWorkbook, DamagedFilesNeverBreakTheReader) {
    constexpr unsigned kSeed = 20210129;
    std::mt19937 random{kSeed};
    SCOPED_TRACE(kSeed);
    for (const std::string name : {"libreoffice.xlsx", "libreoffice.ods"}) {
        const std::string sound = bytes_of(name);
        for (std::size_t size = 0; size < sound.size(); size += 1 + random() % 97) {
            const Outcome<Workbook> book = read_workbook(sound.substr(0, size), name, kFile);
            EXPECT_TRUE(has_errors(book.diagnostics)) << name << " cut at " << size;
        }
        for (int round = 0; round < 300; ++round) {
            std::string changed = sound;
            for (int change = 0; change < 3; ++change) {
                changed[random() % changed.size()] = static_cast<char>(random());
            }
            (void)read_workbook(changed, name, kFile);
        }
    }
    const std::string plain =
        xlsx("<sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData>");
    for (int round = 0; round < 300; ++round) {
        std::string changed = plain;
        changed[random() % changed.size()] = static_cast<char>(random());
        (void)read_workbook(changed, "a.xlsx", kFile);
    }
}

}  // namespace
}  // namespace banxin

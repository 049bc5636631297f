// Random words that the rules of texts look for, in any order: a rule never fails, what it reports
// stands where it says, and doing what it proposes silences it.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "pipeline/check/check_content.hpp"
#include "tests/unit/checked_text.hpp"

namespace banxin {
namespace {

constexpr unsigned kTexts = 1'500;
constexpr unsigned kTables = 500;

constexpr auto kWords = std::to_array<const char*>(
    {"0",    "1",      "3",    "9",    "12",         "26",   "31",     "100",  "2020", "2027",
     "３",   "０",     ".",    ",",    "-",          "～",   "—",      "%",    "万元", "亿",
     "个",   "家",     "年",   "月",   "日",         "号",   "〔",     "〕",   "[",    "]",
     "（",   "）",     "(",    ")",    "《",         "》",   "“",      "”",    "‘",    "’",
     "。",   "，",     "、",   "；",   "：",         " ",    "\u3000", "\n",   "甲局", "办法",
     "附件", "见",     "至",   "和",   "第",         "截至", "已",     "累计", "星期", "周",
     "五",   "日",     "占",   "合计", "其中",       "由",   "到",     "提高", "下降", "比",
     "增加", "百分点", "增长", "一是", "二是",       "三",   "项",     "方面", "两",   "十",
     "年底", "年度",   "构成", "元",   "\U00020000", "x",    "农历",   "底"});

std::string random_text(std::mt19937& random, std::size_t most) {
    std::string text;
    for (std::size_t words = random() % (most + 1); words > 0; --words)
        text += kWords.at(random() % kWords.size());
    return text;
}

Job random_job(std::mt19937& random) {
    Job job;
    if (random() % 4 > 0) job.date = Date{2021, 1, 29};
    job.annexes.resize(random() % 4);
    return job;
}

Document document_of(const std::vector<std::string>& paragraphs) {
    Document document;
    std::uint32_t row = 0;
    for (const std::string& utf8 : paragraphs) {
        Paragraph paragraph;
        const Origin begin{.row = ++row, .column = 1, .file = 1};
        paragraph.runs = {{Text{utf8, begin, Text::OriginStep::per_character}, "body"}};
        document.blocks.push_back({BlockRole::body, paragraph});
    }
    return document;
}

/// Byte of `utf8` at which character `column`, from 1, begins.
std::size_t byte_of(const std::string& utf8, unsigned column) {
    std::size_t at = 0;
    for (; at < utf8.size(); ++at)
        if ((static_cast<unsigned char>(utf8[at]) & 0xC0U) != 0x80U && --column == 0) break;
    return at;
}

/// Codes whose hint says what to write instead of `written`.
bool proposes(const Diagnostic& diagnostic) {
    return diagnostic.code == Code::date_form || diagnostic.code == Code::document_number_form ||
           diagnostic.code == Code::range_form || diagnostic.code == Code::full_width_digit ||
           diagnostic.code == Code::percentage_point_form;
}

class RandomTexts : public testing::TestWithParam<unsigned> {};

TEST_P(RandomTexts, AreReportedWhereTheyAreWrong) {
    std::mt19937 random{GetParam()};
    for (unsigned trial = 0; trial < kTexts; ++trial) {
        const Job job = random_job(random);
        const std::vector<std::string> paragraphs = {random_text(random, 14),
                                                     random_text(random, 40)};
        const Document document = document_of(paragraphs);
        for (const Diagnostic& each : check_content(job, {}, document)) {
            if (each.origin.row == 0) continue;  // Of the job.
            ASSERT_LE(each.origin.row, paragraphs.size());
            const std::string& text = paragraphs.at(each.origin.row - 1);
            const std::string written = argument_of(each, "written");
            const std::size_t at = byte_of(text, each.origin.column);
            ASSERT_LT(at, text.size()) << info(each.code).name << " in " << text;
            ASSERT_EQ(text.substr(at, written.size()), written)
                << info(each.code).name << " in " << text;
            if (!proposes(each)) continue;
            std::string mended = text;
            mended.replace(at, written.size(), argument_of(each, "meant"));
            for (const Diagnostic& left : check_content(job, {}, document_of({mended})))
                ASSERT_FALSE(left.code == each.code && left.origin.column == each.origin.column)
                    << info(each.code).name << ": " << text << " -> " << mended;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomTexts, testing::Values(1U, 2U, 3U));

/// A sheet's table of random cells, some of them wide.
Table random_table(std::mt19937& random) {
    Table table;
    TableSection section;
    section.columns.resize(1 + random() % 5);
    section.row_end = static_cast<unsigned>(random() % 8);
    table.rows.resize(section.row_end);
    const auto columns = static_cast<unsigned>(section.columns.size());
    for (unsigned row = 0; row < section.row_end; ++row) {
        for (unsigned column = 0; column < columns;) {
            TableCell cell;
            cell.row = row;
            cell.column = column;
            cell.column_span = 1 + static_cast<unsigned>(random() % (columns - column));
            cell.head = random() % 6 == 0;
            const Origin origin{.row = row + 1, .column = 1, .file = 1};
            cell.paragraph.runs = {{Text{random_text(random, 3), origin}, "cell"}};
            column += cell.column_span;
            table.cells.push_back(cell);
        }
    }
    table.sections = {section};
    return table;
}

TEST(RandomTables, HaveTotalsOfFiguresOnly) {
    std::mt19937 random{1};
    for (unsigned trial = 0; trial < kTables; ++trial) {
        Document document = document_of({random_text(random, 5)});
        document.blocks.front().role = BlockRole::note;
        document.blocks.push_back({BlockRole::table, random_table(random)});
        for (const Diagnostic& each : check_content(Job{}, {}, document)) {
            if (each.code != Code::total_contradicts_parts) continue;
            EXPECT_NE(argument_of(each, "total"), argument_of(each, "sum"));
        }
    }
}

// Long ones too: no rule looks at all of a text from each of its places.
TEST(LongTexts, AreReadOnce) {
    for (const char* word : {"（", "三项", "截至2021年2月30日，", "占3%", "合计3元，", "比上年增加",
                             "由5%", "》", "附件", "2020年", "一是"}) {
        std::string text;
        for (unsigned count = 0; count < 5'000; ++count) text += word;
        Job job;
        job.date = Date{2021, 1, 29};
        EXPECT_LE(check_content(job, {}, document_of({text})).size(), 5'000U) << word;
    }
}

}  // namespace
}  // namespace banxin

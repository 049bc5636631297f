// What every format must show on the finished page, whatever else it has: the type area, 22 lines
// of 28 characters, page numbers, line ends, the text itself. Each format's example is made with a
// long text and read back by poppler and mupdf; figures are those of GB/T 9704-2012, in
// millimetres from the page's top-left corner, written here by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "pipeline/base/utf8.hpp"
#include "tests/pdf_reader.hpp"
#include "tests/unit/made_jobs.hpp"

namespace banxin {
namespace {

constexpr double kLeft = 28, kRight = 184, kTop = 37, kFoot = 262;
constexpr double kEm = 16 * 25.4 / 72;        // 三号
constexpr double kNumberEm = 14 * 25.4 / 72;  // 四号
constexpr double kCell = 156.0 / 28;
constexpr double kRow = (225 - kEm) / 21;
constexpr double kBaseline = 0.88;  // below an em's top, in ems
constexpr double kTolerance = 0.2;

double mm(Length length) { return static_cast<double>(length.emu()) / 36000; }

/// Glyphs with one baseline, from left to right.
struct PrintedLine {
    double baseline = 0;
    std::vector<ReadGlyph> glyphs;
    [[nodiscard]] std::string text() const {
        std::string text;
        for (const ReadGlyph& glyph : glyphs) text += glyph.text;
        return text;
    }
};

struct Format {
    const char* name;  ///< of a folder of inputs/
    double last_text;  ///< where the first page's text may end
    /// Numbered paragraphs of the text, as many as leave the signature beside text: elsewhere a
    /// page may get other rows for its sake.
    int paragraphs = 30;

    friend void PrintTo(const Format& format, std::ostream* out) { *out << format.name; }
};

/// Two pages and more of full lines: a text of Han alone leaves no line a choice.
std::string long_text(int paragraphs) {
    constexpr const char* kHan[] = {"地", "方", "各", "级", "人", "民", "政", "府"};
    std::string text = "一、总的要求\n";
    for (int k = 0; k < 26 + 28 * 60; ++k) text += kHan[(k * 7 + k / 5) % 8];
    text += "。\n";
    for (int k = 0; k < paragraphs; ++k) {
        text += "（一）";
        for (int n = 0; n < 9 + k; ++n) text += kHan[(n * 3 + k) % 8];
        text +=
            "，占32.5%；详见《办法》〔2026〕5号第十二条（试行）——“"
            "公开”、‘透明’……按2026年3月2日的1,234.5万元计。\n";
    }
    return text;
}

class Acceptance : public testing::TestWithParam<Format> {
  protected:
    static PdfReader make() {
        const std::string name = GetParam().name;
        const fs::path inputs =
            fs::path{testing::TempDir()} / ("banxin-acceptance-" + std::to_string(getpid()));
        fs::remove_all(inputs);
        fs::create_directories(inputs);
        fs::copy(fs::path{BANXIN_SOURCE_DIR} / "inputs" / name, inputs / name);
        std::ofstream{inputs / name / "body.txt", std::ios::binary}
            << long_text(GetParam().paragraphs);
        const MadeJobs made{"acceptance", {name}, "", inputs};
        fs::remove_all(inputs);
        return PdfReader{made.pdf(name)};
    }

    static int pages(const PdfReader& reader) {
        return std::stoi(reader.run("qpdf --show-npages {}"));
    }

    static std::vector<PrintedLine> lines(const PdfReader& reader, int page) {
        std::map<long, PrintedLine> rows;
        for (const ReadGlyph& glyph : reader.glyphs(page)) {
            PrintedLine& row = rows[std::lround(mm(glyph.y) * 10)];
            row.baseline = mm(glyph.y);
            row.glyphs.push_back(glyph);
        }
        std::vector<PrintedLine> lines;
        for (auto& [height, row] : rows) {
            std::stable_sort(row.glyphs.begin(), row.glyphs.end(),
                             [](const auto& a, const auto& b) { return a.x < b.x; });
            lines.push_back(std::move(row));
        }
        return lines;
    }

    /// Without the page number below the type area.
    static std::vector<PrintedLine> text_lines(const PdfReader& reader, int page) {
        std::vector<PrintedLine> all = lines(reader, page);
        std::erase_if(all, [](const PrintedLine& line) {
            return line.text().find("—") == 0 && line.baseline > kFoot + 4;
        });
        return all;
    }
};

TEST_P(Acceptance, PaperIsA4AndTextStaysInTheTypeArea) {
    const PdfReader reader = make();
    EXPECT_THAT(reader.run("pdfinfo -box {}"),
                testing::ContainsRegex("Page size: +595\\.2[0-9]* x 841\\.[89]"));
    for (int page = 1; page <= pages(reader); ++page) {
        for (const PrintedLine& line : text_lines(reader, page)) {
            EXPECT_GE(mm(line.glyphs.front().x), kLeft - kCell / 2) << line.text();
            EXPECT_LE(mm(line.glyphs.back().x), kRight) << line.text();
            const double foot = page == 1 ? GetParam().last_text : kFoot;
            EXPECT_LE(line.baseline + (1 - kBaseline) * kEm, foot + kTolerance) << line.text();
        }
    }
}

TEST_P(Acceptance, AFullPageHas22LinesOf28Characters) {
    const std::vector<PrintedLine> full = text_lines(make(), 2);
    ASSERT_EQ(full.size(), 22U);
    for (std::size_t row = 0; row < full.size(); ++row) {
        const PrintedLine& line = full[row];
        EXPECT_NEAR(line.baseline - kBaseline * kEm, kTop + kRow * static_cast<double>(row), 0.1);
        ASSERT_EQ(line.glyphs.size(), 28U) << line.text();
        for (std::size_t k = 0; k < 28; ++k) {
            // A character stands in the middle of its cell.
            EXPECT_NEAR(mm(line.glyphs[k].x),
                        kLeft + kCell * static_cast<double>(k) + (kCell - kEm) / 2, kTolerance)
                << line.text();
        }
    }
    EXPECT_NEAR(full.back().baseline + (1 - kBaseline) * kEm, kFoot, kTolerance);
}

TEST_P(Acceptance, ParagraphsAreIndentedByTwoCharacters) {
    const PdfReader reader = make();
    for (int page = 1; page <= pages(reader); ++page) {
        for (const PrintedLine& line : text_lines(reader, page)) {
            if (!line.text().starts_with("一、总的") && !line.text().starts_with("（一）"))
                continue;
            const bool is_bracket = line.text().starts_with("（");
            // The ink of （ is in the right half of its cell: poppler and mupdf give its origin.
            EXPECT_NEAR(mm(line.glyphs.front().x), kLeft + 2 * kCell, is_bracket ? 0.3 : 0.1);
        }
    }
}

TEST_P(Acceptance, PageNumbersStandAtTheOuterEdge) {
    const PdfReader reader = make();
    for (int page = 2; page <= 3; ++page) {
        const std::vector<PrintedLine> all = lines(reader, page);
        const PrintedLine& number = all.back();
        ASSERT_EQ(number.text(), "—" + std::to_string(page) + "—");
        if (page % 2 == 1)
            EXPECT_NEAR(mm(number.glyphs.back().x) + kNumberEm, kRight - kNumberEm, 0.3);
        else
            EXPECT_NEAR(mm(number.glyphs.front().x), kLeft + kNumberEm, 0.3);
    }
}

/// No line begins or ends with a mark that must not; numbers with their units, dates, document
/// numbers and articles are whole.
TEST_P(Acceptance, LinesBeginAndEndWhereTheyMay) {
    const PdfReader reader = make();
    const auto starts = [](const std::string& text, const std::vector<std::string>& marks) {
        return std::any_of(marks.begin(), marks.end(),
                           [&](const std::string& mark) { return text.starts_with(mark); });
    };
    const auto ends = [](const std::string& text, const std::vector<std::string>& marks) {
        return std::any_of(marks.begin(), marks.end(),
                           [&](const std::string& mark) { return text.ends_with(mark); });
    };
    std::map<std::string, int> whole;
    for (int page = 1; page <= pages(reader); ++page) {
        for (const PrintedLine& line : text_lines(reader, page)) {
            const std::string text = line.text();
            EXPECT_FALSE(starts(text, {"，", "。", "、", "；", "：", "）", "》", "”", "’", "…", "—",
                                       "%", "〕", "号", "万"}))
                << text;
            EXPECT_FALSE(ends(text, {"（", "《", "“", "‘", "〔"})) << text;
            for (const char* piece : {"32.5%", "《办法》", "〔2026〕5号", "第十二条", "——", "……",
                                      "2026年3月2日", "1,234.5万元"})
                if (text.find(piece) != std::string::npos) ++whole[piece];
        }
    }
    for (const auto& [piece, count] : whole) EXPECT_GE(count, 30) << piece;
    EXPECT_EQ(whole.size(), 8U);
}

TEST_P(Acceptance, TheTextIsThatOfTheSource) {
    const PdfReader reader = make();
    const std::string text = reader.text();
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = next_character(text, at);
        EXPECT_FALSE(character >= 0x2F00 && character <= 0x2FD5);  // Kangxi radicals
        EXPECT_FALSE(character >= 0xF900 && character <= 0xFAFF);  // compatibility ideographs
        EXPECT_NE(character, 0xFFFDU);
    }
    std::string read;
    for (int page = 1; page <= pages(reader); ++page) {
        for (const PrintedLine& line : text_lines(reader, page)) read += line.text();
    }
    EXPECT_THAT(without_blanks(read),
                testing::HasSubstr(without_blanks(long_text(GetParam().paragraphs))));
}

INSTANTIATE_TEST_SUITE_P(
    Formats, Acceptance,
    testing::Values(Format{"example-official-document", kFoot},
                    Format{"example-upward-document", kFoot},
                    Format{"example-joint-document", kFoot}, Format{"example-joint-notice", kFoot},
                    Format{"example-letter", 272.16}, Format{"example-order", kFoot, 32},
                    Format{"example-minutes", kFoot}, Format{"hengnan-2020-letter", kFoot, 31}),
    [](const auto& format) {
        std::string name = format.param.name;
        std::erase(name, '-');
        return name;
    });

}  // namespace
}  // namespace banxin

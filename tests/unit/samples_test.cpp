// A notice and a form of inputs/, made by the program as a clerk would make them and read back by
// poppler, mupdf and qpdf: nothing is lost, and everything stands where the standard wants it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "pipeline/base/utf8.hpp"
#include "tests/pdf_reader.hpp"
#include "tests/unit/made_jobs.hpp"

namespace banxin {
namespace {

constexpr const char* kNotice = "guiyang-2020-notice";
constexpr const char* kForm = "qiannan-2023-department-self-evaluation";
const std::vector<std::string> kJobs = {kNotice, kForm};

class Samples : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        const MadeJobs made{"once", kJobs};
        notice_ = new PdfReader{made.pdf(kNotice)};
        form_ = new PdfReader{made.pdf(kForm)};
    }
    static void TearDownTestSuite() {
        delete notice_;
        delete form_;
    }

    static const PdfReader& notice() { return *notice_; }
    static const PdfReader& form() { return *form_; }

    static PdfReader* notice_;
    static PdfReader* form_;
};
PdfReader* Samples::notice_ = nullptr;
PdfReader* Samples::form_ = nullptr;

TEST_F(Samples, ReadersHaveNoComplaint) {
    for (const PdfReader* reader : {&notice(), &form()}) {
        EXPECT_THAT(reader->run("qpdf --check {}"),
                    testing::HasSubstr("No syntax or stream encoding errors"));
        const std::string complaints = reader->run("mutool draw -q -F text -o /dev/null {}");
        EXPECT_THAT(complaints, testing::Not(testing::HasSubstr("error")));
        EXPECT_THAT(complaints, testing::Not(testing::HasSubstr("repair")));
        std::istringstream fonts{reader->run("pdffonts {}")};
        std::string line;
        int count = 0;
        while (std::getline(fonts, line)) {
            if (line.find("Identity-H") == std::string::npos) continue;
            ++count;
            EXPECT_THAT(line, testing::MatchesRegex("[A-Z]{6}\\+.*yes yes yes.*")) << line;
        }
        EXPECT_GE(count, 3);
    }
}

TEST_F(Samples, EveryUnitWithItsScoreIsOnThePage) {
    const std::string text = without_blanks(notice().run("pdftotext -raw {} -"));
    for (const char* piece :
         {"“优秀”（8名）", "“良好”（20名）", "“合格”（11名）", "“优秀”（2名）", "“良好”（6名）",
          "“合格”（4名）", "“一等奖”（1名）", "“二等奖”（2名）", "“三等奖”（3名）",
          "“一等奖”（2名）", "“二等奖”（3名）", "“三等奖”（5名）", "“三等奖”（1名）"}) {
        EXPECT_THAT(text, testing::HasSubstr(piece));
    }
    // Place, name, what else is shown, score: each row of each panel.
    for (const char* unit :
         {"1市住房公积金中心111.00",
          "2市税务局100.89",
          "3市民政局99.85",
          "4市文化和旅游局97.97",
          "5市市场监管局97.30",
          "6市公安交通管理局96.71",
          "7市投资促进局94.90",
          "8市综合行政执法局94.04",
          "1市人防办92.67",
          "2市人力资源社会保障局91.24",
          "3市商务局91.17",
          "4市应急局91.01",
          "5市粮食和储备局90.70",
          "6市科技局90.08",
          "7市司法局90.02",
          "8市住房城乡建设局89.98",
          "9市卫生健康局89.93",
          "10市农业农村局89.40",
          "11市交委89.30",
          "12市民宗委89.08",
          "13市生态环境局88.45",
          "14市档案馆（市地方志办）88.03",
          "15市档案局88.00",
          "16市气象局87.95",
          "17市医保局87.70",
          "18市邮管局87.67",
          "19市财政局87.54",
          "20市水务局87.43",
          "1市林业局86.71",
          "2市教育局86.10",
          "3市金融办85.93",
          "4市侨务办85.50",
          "5市发展改革委85.18",
          "6市工业和信息化局84.50",
          "7市退役军人局84.00",
          "8市公安局83.98",
          "9市自然资源和规划局83.57",
          "10市体育局83.50",
          "11市消防救援支队82.32",
          "1中国电信贵阳分公司89.26",
          "2中国邮政速递物流股份有限公司贵阳市分公司89.24",
          "1贵阳银行87.84",
          "2市邮政局87.28",
          "3贵阳供电局85.30",
          "4贵州阳光产权交易所有限公司84.85",
          "5市公交公司84.77",
          "6贵阳北控水务有限责任公司84.67",
          "1贵阳通信联建办公室83.00",
          "2贵州广电网络贵阳分公司81.17",
          "3中国移动贵阳分公司81.00",
          "4贵州燃气集团股份有限公司贵阳分公司80.76",
          "1贵阳市人民政府政务服务中心住房公积金服务大厅市住房公积金中心109.50",
          "1贵阳市人民政府政务服务中心就业与职业技能开发服务大厅市人力资源社会保障局101.88",
          "2贵阳市人民政府政务服务中心车驾管服务大厅市公安交通管理局101.18",
          "1贵阳市人民政府政务服务中心不动产服务大厅（含万东站点）市自然资源和规划局100.20",
          "2贵阳市人民政府政务服务中心社会保险服务大厅市人力资源社会保障局98.54",
          "3贵阳市人民政府政务服务中心出入境服务大厅市公安局95.00",
          "1南明区人民政府政务服务中心103.64",
          "2清镇市人民政府政务服务中心103.12",
          "1观山湖区人民政府政务服务中心96.78",
          "2云岩区人民政府政务服务中心95.52",
          "3花溪区人民政府政务服务中心95.03",
          "1息烽县人民政府政务服务中心94.90",
          "2白云区人民政府政务服务中心92.86",
          "3开阳县人民政府政务服务中心91.26",
          "4修文县人民政府政务服务中心90.90",
          "5乌当区人民政府政务服务中心88.80",
          "1贵阳国家高新技术产业开发区政务服务中心101.29",
          "1贵阳国家经济技术开发区政务服务中心97.56",
          "2贵阳综合保税区政务服务中心96.43",
          "1贵州双龙航空港经济区政务服务中心86.13"}) {
        EXPECT_THAT(text, testing::HasSubstr(unit));
    }
}

TEST_F(Samples, EveryParagraphOfTheBodyComesBackWhole) {
    const std::string text =
        without_page_numbers(without_blanks(notice().run("pdftotext -layout {} -")));
    std::istringstream body{
        bytes_of(fs::path{BANXIN_SOURCE_DIR} / "inputs" / kNotice / "body.txt")};
    std::string line;
    int compared = 0;
    while (std::getline(body, line)) {
        // What stands between two names in braces is on the page as it was typed.
        std::size_t from = 0;
        while (from < line.size()) {
            const std::size_t open = std::min(line.find('{', from), line.size());
            const std::string piece = without_blanks(line.substr(from, open - from));
            EXPECT_THAT(text, testing::HasSubstr(piece));
            ++compared;
            const std::size_t close = line.find('}', open);
            from = close == std::string::npos ? line.size() : close + 1;
        }
    }
    EXPECT_GT(compared, 10);
}

TEST_F(Samples, TheFormsNumbersToTheLastDigit) {
    const std::string text = without_blanks(form().run("pdftotext -layout {} -"));
    for (const char* piece : {"752.03752.03592.181079%7.9", "377.57377.57399.98———", "2.52.28",
                              "2.51.22", "374.4651%53.5", "10096.4", "自评结论优"}) {
        EXPECT_THAT(text, testing::HasSubstr(piece));
    }
}

TEST_F(Samples, NoCompatibilityFormsInTheText) {
    for (const PdfReader* reader : {&notice(), &form()}) {
        const std::string text = reader->text();
        for (std::size_t at = 0; at < text.size();) {
            const char32_t character = next_character(text, at);
            EXPECT_FALSE(character >= 0x2E80 && character <= 0x2FDF)
                << static_cast<std::uint32_t>(character);
            EXPECT_FALSE(character >= 0xF900 && character <= 0xFAFF)
                << static_cast<std::uint32_t>(character);
        }
    }
}

double mm(Length length) { return static_cast<double>(length.emu()) / 36000; }

/// Glyphs of one page by their baselines, from top to bottom.
std::map<std::int64_t, std::vector<ReadGlyph>> rows_of(const PdfReader& reader, int page) {
    std::map<std::int64_t, std::vector<ReadGlyph>> rows;
    for (ReadGlyph& glyph : reader.glyphs(page)) {
        rows[std::llround(mm(glyph.y) * 20)].push_back(std::move(glyph));
    }
    return rows;
}

/// GB/T 9704-2012, 5.2: page 2 is full of body text, 22 rows from 37 mm to 262 mm.
TEST_F(Samples, TheBodyStandsInTheTypeArea) {
    const auto rows = rows_of(notice(), 2);
    ASSERT_EQ(rows.size(), 23U);  // and the page number
    int row = 0;
    for (const auto& [key, glyphs] : rows) {
        if (row == 22) break;
        const double top = mm(glyphs.front().y) - 0.88 * 16 * 25.4 / 72;
        EXPECT_NEAR(top, 37 + row * (225 - 16 * 25.4 / 72) / 21, 0.2) << row;
        double left = 1000;
        for (const ReadGlyph& glyph : glyphs) left = std::min(left, mm(glyph.x));
        const bool indented = left > 30;
        // A line may begin with a mark whose blank half is cut, never left of the type area.
        EXPECT_NEAR(left, indented ? 28 + 2 * 156.0 / 28 : 28, 0.2 + (indented ? 0 : 2.8)) << row;
        ++row;
    }
    const auto last_top = mm(std::prev(rows.end(), 2)->second.front().y) - 0.88 * 16 * 25.4 / 72;
    EXPECT_NEAR(last_top + 16 * 25.4 / 72, 262, 0.2);
}

/// A full line of Han has 28 of them, each on its cell.
TEST_F(Samples, HanStandOnTheGrid) {
    int full_lines = 0;
    for (const int page : {1, 2, 3}) {
        for (const auto& [key, glyphs] : rows_of(notice(), page)) {
            if (glyphs.size() != 28) continue;
            const bool grid =
                std::all_of(glyphs.begin(), glyphs.end(), [&](const ReadGlyph& glyph) {
                    const double cell = (mm(glyph.x) - 28) / (156.0 / 28);
                    return std::abs(cell - std::round(cell)) < 0.04;
                });
            if (grid) ++full_lines;
        }
    }
    EXPECT_GE(full_lines, 1);
}

TEST_F(Samples, PageNumbersAreWhereTheStandardWantsThem) {
    const double em = 14 * 25.4 / 72;
    for (const int page : {1, 2, 3, 4, 5, 6, 7, 8}) {
        const auto rows = rows_of(notice(), page);
        const auto& glyphs = rows.rbegin()->second;
        ASSERT_EQ(glyphs.size(), 3U) << page;
        EXPECT_EQ(glyphs[1].text, std::to_string(page));
        if (page % 2 == 1) {
            EXPECT_NEAR(mm(glyphs.back().x) + em, 179.06, 0.3) << page;
        } else {
            EXPECT_NEAR(mm(glyphs.front().x), 32.94, 0.3) << page;
        }
    }
}

/// 7 mm below the type area: the row of dots that a renderer draws the dash in.
TEST_F(Samples, TheDashOfThePageNumberIsSevenMillimetresDown) {
    std::istringstream picture{
        notice().run("pdftoppm -r 288 -gray -f 1 -l 1 -x 1990 -y 3000 -W 35 -H 150 {}")};
    std::string format;
    int width = 0;
    int height = 0;
    int most = 0;
    picture >> format >> width >> height >> most;
    picture.get();
    const std::string dots{std::istreambuf_iterator<char>{picture}, {}};
    ASSERT_EQ(dots.size(), static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    int first = -1;
    int last = -1;
    for (int row = 0; row < height; ++row) {
        const auto begin = dots.begin() + std::ptrdiff_t{row} * width;
        const bool ink = std::any_of(
            begin, begin + width, [](char dot) { return static_cast<unsigned char>(dot) < 128; });
        if (ink && first < 0) first = row;
        if (ink) last = row;
    }
    ASSERT_GE(first, 0);
    EXPECT_NEAR((3000 + (first + last + 1) / 2.0) / 288 * 25.4, 269, 0.2);
}

TEST_F(Samples, AttachmentsLeadToTheirAnnexes) {
    const std::string outline = notice().run("mutool show {} outline");
    for (const char* title : {"一、市人民政府政务大厅窗口部门考核情况",
                              "2020年度贵阳市开发区政务服务中心专项目标考核结果统计表"}) {
        EXPECT_THAT(outline, testing::HasSubstr(title));
    }
    const std::string links = notice().mupdf(
        "doc.loadPage(2).getLinks().forEach("
        "    function (link) { print(link.uri.replace(/#page=(\\d+).*/, '$1')); });");
    std::set<int> targets;
    std::istringstream numbers{links};
    for (int target = 0; numbers >> target;) targets.insert(target);
    EXPECT_EQ(targets, (std::set<int>{4, 5, 6, 7, 8}));
}

}  // namespace
}  // namespace banxin

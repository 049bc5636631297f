// One fault at a time in a document that has none: `inspect` must find it, call it by its rule, and
// find nothing else. The clean document is made by the program; most faults are made in its PDF
// behind its back, since Banxin cannot be made to set them, the others by a changed job.
#include "tests/unit/inspect_faults.hpp"

namespace banxin {
namespace {

fs::path clean_folder() { return fs::path{BANXIN_SOURCE_DIR} / "tests/data/inspect/clean"; }

constexpr const char* kMark = "示例市人民政府文件";
constexpr const char* kNumber = "示政发〔2026〕5号";
constexpr const char* kRule = "79.37 505.454 442.205 1.417 re";  // 28 to 184 mm, as it is written
constexpr const char* kDate = "2026年3月2日";
constexpr const char* kNote = "附件：";
constexpr const char* kSecondName = "示例市政务服务企业";

std::vector<Fault> page_faults() {
    return {
        {"left margin 31 mm",
         [](PdfEditor& pdf) {
             for (int page = 1; page <= 5; ++page) pdf.shift_page(page, 3, 0);
         },
         {"left-margin", "right-edge"}},
        {"top margin 34 mm on later pages",
         [](PdfEditor& pdf) {
             pdf.shift_page(2, 0, -3);
             pdf.shift_page(3, 0, -3);
         },
         {"top-margin", "page-number-height"}},
        {"rows 5 % closer",
         [](PdfEditor& pdf) {
             pdf.spread_below(1, 172, 0.95);
             pdf.spread_below(2, 30, 0.95);
             pdf.spread_below(3, 30, 0.95);
         },
         {"line-pitch"}},
        {"27 characters a line",
         [](PdfEditor& pdf) {
             // 156 mm / 27 instead of / 28: 0.585 pt more for each character of the text.
             pdf.wrap(2, "（一）基本原则", "0.585 Tc", "");
             pdf.wrap(2, "—2—", "0 Tc", "");
             pdf.wrap(3, "缩时限", "0.585 Tc", "");
             pdf.wrap(3, kNote, "0 Tc", "");
         },
         {"character-pitch", "right-edge"}},
        {"paper 215 mm wide", [](PdfEditor& pdf) { pdf.set_paper(2, 215, 297); }, {"paper-width"}},
        {"text below the type area", shifted(2, "各单位要对照事项清单", 0, 4), {"bottom-edge"}},
        {"page number on the wrong side", shifted(1, "—1—", -131, 0), {"page-number-side"}},
        {"page number in the centre", shifted(2, "—2—", 64, 0), {"page-number-side"}},
        {"page number too low", shifted(2, "—2—", 0, 3), {"page-number-height"}},
        {"page number at the edge", shifted(1, "—1—", 4.94, 0), {"page-number-indent"}},
        {"page number in 五号",
         [](PdfEditor& pdf) {
             pdf.resize(1, "—1—", 10.5);
             pdf.shift(1, "—1—", 3.7, -0.47);
         },
         {"page-number-size"}},
        {"page number missing",
         [](PdfEditor& pdf) { pdf.remove(2, "—2—"); },
         {"page-number-there"}},
        {"page number without a dash",
         [](PdfEditor& pdf) { pdf.drop(2, "—2—", -1); },
         {"page-number-dashes"}},
        {"page number twice", exchanged(2, "—2—", 1, U'1'), {"page-number-order"}},
        {"page number in a Latin face",
         renamed("NotoSerifCJKsc-Regular", "TimesNewRomanPSMT"),
         {"page-number-font"}},
    };
}

std::vector<Fault> head_faults() {
    return {
        {"copy number of five digits",
         [](PdfEditor& pdf) { pdf.drop(1, "000001", 0); },
         {"copy-number-digits"}},
        {"classification without a star",
         exchanged(1, "机密★1年", 2, U'一'),
         {"classification-star"}},
        {"classification indented", shifted(1, "机密★1年", kCharacter, 0), {"classification-left"}},
        {"classification on the first row",
         [](PdfEditor& pdf) {
             pdf.remove(1, "000001");
             pdf.shift(1, "机密★1年", 0, -kRow);
         },
         {"classification-row"}},
        {"mark too low", shifted(1, kMark, 0, 2), {"mark-top", "number-below-mark"}},
        {"mark off the centre", shifted(1, kMark, 2, 0), {"mark-centre"}},
        {"mark in black", wrapped(1, kMark, "0 g", "0 g"), {"mark-colour"}},
        {"number too near the mark",
         shifted(1, kNumber, 0, -5),
         {"number-below-mark", "head-rule-below"}},
        {"number off the centre", shifted(1, kNumber, 4, 0), {"number-centre"}},
        {"number in 小四",
         [](PdfEditor& pdf) {
             pdf.resize(1, kNumber, 12);
             pdf.shift(1, kNumber, 6, 0);
         },
         {"number-size"}},
        {"serial 5 written 05",
         [](PdfEditor& pdf) {
             pdf.insert(1, kNumber, 8, U'0');
             pdf.shift(1, kNumber, -1.4, 0);
         },
         {"number-serial"}},
        {"rule 3 mm lower",
         replaced(1, "505.454", "496.9"),
         {"head-rule-below", "title-below-rule"}},
        {"rule of 140 mm",
         replaced(1, kRule, "102.05 505.454 396.85 1.417 re"),
         {"head-rule-length"}},
        {"rule shifted",
         replaced(1, kRule, "85.04 505.454 442.205 1.417 re"),
         {"head-rule-centre"}},
        {"rule in black",
         replaced(1, kRule, "0 g\n79.37 505.454 442.205 1.417 re"),
         {"head-rule-colour"}},
        {"rule missing", replaced(1, kRule, "0 0 0 0 re"), {"head-rule-there"}},
    };
}

std::vector<Fault> text_faults() {
    return {
        {"title line off the centre", shifted(1, "政务服务考核工作的通知", 4, 0), {"title-centre"}},
        {"title nearer to the rule", shifted(1, "示例市人民政府关于", 0, -6), {"title-below-rule"}},
        {"title in 小二",
         [](PdfEditor& pdf) {
             for (const char* words : {"示例市人民政府关于", "政务服务考核工作的通知"}) {
                 pdf.wrap(1, words, "122.22 Tz", "100 Tz");
                 pdf.resize(1, words, 18);
             }
         },
         {"title-size"}},
        {"title, mark and annex titles in 黑体",
         renamed("NotoSerifCJKsc-Bold", "SimHei"),
         {"title-font", "mark-font", "annex-title-font"}},
        {"recipients without a colon",
         [](PdfEditor& pdf) { pdf.drop(1, "管理委员会：", -1); },
         {"recipients-colon"}},
        {"text in 宋体",
         renamed("FandolFang-Regular", "SimSun"),
         {"text-font", "heading-3-font", "heading-4-font", "number-font"}},
        {"headings 一、 in 宋体",
         renamed("FandolHei-Regular", "SimSun"),
         {"heading-1-font", "classification-font", "urgency-font", "annex-label-font"}},
        {"headings （一） in 宋体", renamed("FandolKai-Regular", "SimSun"), {"heading-2-font"}},
        {"a bold heading", wrapped(1, "一、总体要求", "2 Tr 0.4 w", "0 Tr"), {"heading-bold"}},
        {"bold text", wrapped(1, "考核坚持客观公正", "2 Tr 0.4 w", "0 Tr"), {"text-bold"}},
        {"red text", wrapped(1, "考核坚持客观公正", "1 0 0 rg", "0 g"), {"text-colour"}},
        {"grey text", wrapped(1, "考核坚持客观公正", "0.6 g", "0 g"), {"text-colour"}},
        {"a paragraph without indent",
         shifted(1, "考核坚持客观公正", -2 * kCharacter, 0),
         {"body-indent"}},
        {"a paragraph with four characters of indent",
         shifted(1, "考核坚持客观公正", 2 * kCharacter, 0),
         {"body-indent"}},
        {"heading label 1、", exchanged(2, "1.窗口建设", 1, U'、'), {"heading-label"}},
        {"half-width comma", exchanged(1, "考核坚持客观公正", 10, U','), {"half-width-mark"}},
        {"a line that begins with a comma", exchanged(2, "果，全面反映", 0, U'，'), {"line-start"}},
        {"a line that ends with a bracket", exchanged(2, "坚持问题导向", -1, U'（'), {"line-end"}},
        {"a number on two lines",
         [](PdfEditor& pdf) {
             pdf.exchange(2, "坚持问题导向", -1, U'9');
             pdf.exchange(2, "果，全面反映", 0, U'5');
         },
         {"number-torn"}},
        {"a zero in a date of the text",
         [](PdfEditor& pdf) { pdf.insert(3, "各单位于2026年4月10日", 8, U'0'); },
         {"date-zero"}},
    };
}

std::vector<Fault> ending_faults() {
    return {
        {"no blank line above the attachment note",
         [](PdfEditor& pdf) {
             for (const char* words : {kNote, kSecondName, "示例市人民政府", kDate})
                 pdf.shift(3, words, 0, -kRow);
         },
         {"attachment-above"}},
        {"no blank line above the issuer",
         [](PdfEditor& pdf) {
             for (const char* words : {"示例市人民政府", kDate}) pdf.shift(3, words, 0, -kRow);
         },
         {"issuer-above"}},
        {"attachment note indented by one character",
         [](PdfEditor& pdf) {
             for (const char* words : {kNote, kSecondName}) pdf.shift(3, words, -kCharacter, 0);
         },
         {"attachment-indent"}},
        {"full stop behind an attachment",
         [](PdfEditor& pdf) { pdf.insert(3, kNote, -1, U'。'); },
         {"attachment-end"}},
        {"attachment 1、",
         exchanged(3, kNote, 4, U'、'),
         {"attachment-numbers", "attachment-align"}},
        {"second attachment out of line", shifted(3, kSecondName, -2, 0), {"attachment-align"}},
        {"date below the issuer's beginning",
         shifted(3, kDate, -2 * kCharacter, 0),
         {"date-offset"}},
        {"issuer and date at the edge",
         [](PdfEditor& pdf) {
             for (const char* words : {"示例市人民政府", kDate}) pdf.shift(3, words, kCharacter, 0);
         },
         {"issuer-right"}},
        {"date with a zero",
         [](PdfEditor& pdf) { pdf.insert(3, kDate, 4, U'0'); },
         {"date-digits"}},
        {"annex label on the second row", shifted(4, "附件1", 0, kRow), {"annex-label-row"}},
        {"annex label indented", shifted(4, "附件1", 2 * kCharacter, 0), {"annex-label-left"}},
        {"annex label with a mark",
         [](PdfEditor& pdf) { pdf.insert(4, "附件1", -1, U'、'); },
         {"annex-label-form"}},
        {"annex label without a number",
         [](PdfEditor& pdf) { pdf.drop(4, "附件1", -1); },
         {"annex-label-form"}},
        {"annex title on the fourth row",
         shifted(4, "窗口部门考核结果", 0, kRow),
         {"annex-title-row"}},
        {"annex title off the centre",
         shifted(4, "窗口部门考核结果", 4, 0),
         {"annex-title-centre"}},
        {"annex title with another word",
         exchanged(4, "窗口部门考核结果", 7, U'企'),
         {"annex-name"}},
        {"an annex too few", [](PdfEditor& pdf) { pdf.drop_page(5); }, {"annex-count"}},
    };
}

class InspectFaults : public testing::Test {
  protected:
    /// The clean document with one word of its job changed.
    static std::string made(const std::string& from, const std::string& to) {
        const fs::path inputs =
            fs::path{testing::TempDir()} / ("banxin-fault-" + std::to_string(getpid()));
        fs::remove_all(inputs);
        fs::create_directories(inputs / "clean");
        for (const char* file : {"body.txt", "scores.csv"})
            fs::copy(clean_folder() / file, inputs / "clean" / file);
        std::string job = bytes_of(clean_folder() / "job.yaml");
        const std::size_t at = job.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        if (at != std::string::npos) job.replace(at, from.size(), to);
        std::ofstream{inputs / "clean" / "job.yaml", std::ios::binary} << job;
        const MadeJobs jobs{"faults", {"clean"}, "", inputs};
        fs::remove_all(inputs);
        return jobs.pdf("clean");
    }

    static void expect_found(const std::vector<Fault>& faults) {
        const std::string clean = made("layout", "layout");
        ASSERT_EQ(deviations_in(clean), Rules{});
        for (const Fault& fault : faults) {
            PdfEditor pdf{clean};
            fault.edit(pdf);
            EXPECT_EQ(deviations_in(pdf.bytes()), fault.expected) << fault.name;
        }
    }
};

TEST_F(InspectFaults, OfPagesAndTheirNumbers) { expect_found(page_faults()); }
TEST_F(InspectFaults, OfTheHead) { expect_found(head_faults()); }
TEST_F(InspectFaults, OfTheText) { expect_found(text_faults()); }
TEST_F(InspectFaults, OfTheEndingAndTheAnnexes) { expect_found(ending_faults()); }

TEST_F(InspectFaults, OfWordsInTheJob) {
    const std::string number = "document-number: 示政发〔2026〕5号";
    const std::string title = "title: [示例市人民政府关于做好年度, 政务服务考核工作的通知]";
    struct Change {
        std::string from, to;
        Rules expected;
    };
    for (const Change& change : std::vector<Change>{
             {number, "document-number: 示政发[2026]5号", {"number-brackets"}},
             {number, "document-number: 示政发（2026）5号", {"number-brackets"}},
             {number, "document-number: 示政发〔26〕5号", {"number-year"}},
             {number, "document-number: 示政发〔2026〕第5号", {"number-serial"}},
             {title, "title: [示例市人民政府关于做好, 政务服务的考核工作通知]", {"title-shape"}},
             {title,
              "title: [示例市人民政府办公室关于做好, 年度政务服务, 考核工作有关具体事项的通知]",
              {"title-shape"}},
             {title,
              "title: [示例市人民政府关于做好年度, 政务服务考核工作的通知。]",
              {"title-end"}},
         })
        EXPECT_EQ(deviations_in(made(change.from, change.to)), change.expected) << change.to;
}

}  // namespace
}  // namespace banxin

// One fault at a time in the samples of every format: letters, orders, minutes, documents to a
// superior, joint ones and sealed ones. The samples themselves have none.
#include "tests/unit/inspect_faults.hpp"

namespace banxin {
namespace {

/// Each fault is found in `pdf`, and nothing else.
void expect_found(const std::string& pdf, const std::vector<Fault>& faults) {
    ASSERT_EQ(deviations_in(pdf), Rules{});
    for (const Fault& fault : faults) {
        PdfEditor editor{pdf};
        fault.edit(editor);
        EXPECT_EQ(deviations_in(editor.bytes()), fault.expected) << fault.name;
    }
}

std::string sample(const std::string& job) { return MadeJobs{"formats", {job}}.pdf(job); }

Edit all(std::vector<Edit> edits) {
    return [edits = std::move(edits)](PdfEditor& pdf) {
        for (const Edit& edit : edits) edit(pdf);
    };
}

TEST(InspectFormats, TheSamplesHaveNoDeviation) {
    const std::vector<std::string> clean = {"example-official-document",
                                            "example-upward-document",
                                            "example-joint-document",
                                            "example-joint-notice",
                                            "example-letter",
                                            "example-order",
                                            "example-minutes",
                                            "guiyang-2020-notice",
                                            "chenggong-2021-project",
                                            "qiannan-2023-department-self-evaluation"};
    const MadeJobs jobs{"clean-formats", clean};
    for (const std::string& job : clean) EXPECT_EQ(deviations_in(jobs.pdf(job)), Rules{}) << job;
}

TEST(InspectFormats, FormsAndTurnedSheetsAreNotReadAsText) {
    const std::string form = "qiannan-2023-department-self-evaluation";
    const std::string turned = "chenggong-2021-project";
    const MadeJobs jobs{"forms", {form, turned}};
    EXPECT_EQ(recognise(read_pdf(jobs.pdf(form), 0).value, std::nullopt).format,
              DocumentFormat::form);
    const InspectedDocument text = recognise(read_pdf(jobs.pdf(turned), 0).value, std::nullopt);
    EXPECT_EQ(text.format, DocumentFormat::notice);
    EXPECT_TRUE(text.is_landscape(4));
    const auto numbers = text.all(ElementKind::page_number);
    ASSERT_EQ(numbers.size(), 6U);
    EXPECT_EQ(numbers[4]->text(), U"—5—");
    EXPECT_EQ(numbers[5]->text(), U"—6—");
}

TEST(InspectFormats, ALetter) {
    const char* kMark = "示例市人民政府办公室";
    const char* kNumber = "示政办函〔2026〕6号";
    const char* kHeadRules = "56.693 703.076 481.89 2.25 re f";
    const char* kThinHeadRule = "56.693 701.576 481.89 0.75 re f";
    expect_found(
        sample("example-letter"),
        {
            {"mark 35 mm below the paper's head",
             shifted(1, kMark, 0, 5),
             {"mark-top-letter", "double-rule-below"}},
            {"mark off both centres", shifted(1, kMark, 3, 0), {"mark-centre-letter"}},
            {"number in the centre", shifted(1, kNumber, -50, 0), {"number-right"}},
            {"number a row lower", shifted(1, kNumber, 0, kRow), {"number-below-double"}},
            {"small parts too near the rule",
             all({shifted(1, "000001", 0, -1), shifted(1, "秘密★1年", 0, -1),
                  shifted(1, "加急", 0, -1)}),
             {"parts-below-double", "title-below-parts"}},
            {"title one blank line below",
             all({shifted(1, "示例市人民政府办公室关于", 0, -kRow),
                  shifted(1, "政务服务管理办法意见的函", 0, -kRow)}),
             {"title-below-parts", "recipients-above"}},
            {"double rule of 156 mm",
             all({replaced(1, kHeadRules, "76.535 703.076 442.205 2.25 re f"),
                  replaced(1, kThinHeadRule, "76.535 701.576 442.205 0.75 re f")}),
             {"double-rule-length"}},
            {"double rule on the left",
             all({replaced(1, kHeadRules, "48.693 703.076 481.89 2.25 re f"),
                  replaced(1, kThinHeadRule, "48.693 701.576 481.89 0.75 re f")}),
             {"double-rule-centre"}},
            {"thin above thick at the head",
             all({replaced(1, kHeadRules, "56.693 704.576 481.89 0.75 re f"),
                  replaced(1, kThinHeadRule, "56.693 701.576 481.89 2.25 re f")}),
             {"double-rule-order"}},
            {"no double rule at the foot",
             all({replaced(1, "56.693 55.943 481.89 0.75 re f", ""),
                  replaced(1, "56.693 52.943 481.89 2.25 re f", "")}),
             {"double-rule-there"}},
            {"double rule at the foot 17 mm above the edge",
             all({replaced(1, "56.693 55.943", "56.693 47.439"),
                  replaced(1, "56.693 52.943", "56.693 44.439")}),
             {"double-rule-second"}},
            {"double rule in black",
             replaced(1, kHeadRules, "0 g 56.693 703.076 481.89 2.25 re f"),
             {"double-rule-colour"}},
            {"a date at the edge", shifted(2, "2026年3月9日", 3 * kCharacter, 0), {"date-offset"}},
        });
}

TEST(InspectFormats, TheFirstPageOfALetterEndsHigherThanItsLowerRule) {
    PdfEditor pdf{sample("example-letter")};
    pdf.shift_below(1, 262, 2);
    EXPECT_THAT(deviations_in(pdf.bytes()), testing::Contains("letter-bottom"));
}

TEST(InspectFormats, AnOrder) {
    expect_found(
        sample("example-order"),
        {
            {"mark as high as a document's",
             shifted(1, "示例市人民政府令", 0, 15),
             {"mark-top-order", "number-below-mark"}},
            {"number too low",
             shifted(1, "第5号", 0, 6),
             {"number-below-mark", "order-text-below"}},
            {"number on the left", shifted(1, "第5号", -40, 0), {"number-centre"}},
            {"date at the edge", shifted(1, "2026年3月10日", 4 * kCharacter, 0), {"date-right"}},
        });
}

/// The sample of an order with a picture of the stamp.
std::string stamped_order() {
    const fs::path inputs =
        fs::path{testing::TempDir()} / ("banxin-stamped-" + std::to_string(getpid()));
    fs::remove_all(inputs);
    fs::create_directories(inputs);
    fs::copy(input_file("example-order", ""), inputs / "order");
    std::string job = bytes_of(inputs / "order/job.yaml");
    const std::string signer = "signer: 赵一鸣";
    job.replace(job.find(signer), signer.size(), signer + ", image: stamp.svg");
    std::ofstream{inputs / "order/job.yaml", std::ios::binary} << job;
    std::ofstream{inputs / "order/stamp.svg"}
        << R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 350 150">)"
        << R"(<path d="M0 0h350v150h-350z M20 20v110h310v-110z" fill="#e00"/></svg>)";
    const MadeJobs jobs{"stamped", {"order"}, "", inputs};
    fs::remove_all(inputs);
    return jobs.pdf("order");
}

TEST(InspectFormats, StampsAndPosts) {
    const std::string pdf = stamped_order();
    const InspectedDocument document = recognise(read_pdf(pdf, 0).value, std::nullopt);
    EXPECT_EQ(document.format, DocumentFormat::order);
    ASSERT_NE(document.first(ElementKind::stamp), nullptr);
    ASSERT_NE(document.first(ElementKind::post), nullptr);
    expect_found(
        pdf,
        {
            {"post beside the stamp", shifted(1, "示例市市长", kCharacter, 0), {"post-gap"}},
            {"post above the stamp's middle", shifted(1, "示例市市长", 0, -3), {"post-middle"}},
            {"no blank line above the date", shifted(1, "2026年3月10日", 0, -kRow), {"stamp-date"}},
            {"one blank line above the stamp",
             shifted(1, "示例市以前的规定", 0, kRow),
             {"stamp-above"}},
        });
}

TEST(InspectFormats, Minutes) {
    expect_found(
        sample("example-minutes"),
        {
            {"mark too low",
             shifted(1, "示例市人民政府专题会议纪要", 0, 2),
             {"mark-top", "number-below-mark"}},
            {"rule in black",
             replaced(1, "79.37 488.872", "0 g\n79.37 488.872"),
             {"head-rule-colour"}},
            {"attendees flush left",
             shifted(1, "请假：周五", -2 * kCharacter, 0),
             {"attendees-indent"}},
            {"names wrapped below the label",
             shifted(1, "三立（市财政局）", kCharacter, 0),
             {"attendees-align"}},
            {"no blank line above the attendees",
             all({shifted(1, "出席：赵一鸣", 0, -kRow), shifted(1, "三立（市财政局）", 0, -kRow),
                  shifted(1, "请假：周五", 0, -kRow), shifted(1, "列席：", 0, -kRow)}),
             {"attendees-above"}},
            {"labels in 宋体",
             renamed("FandolHei-Regular", "SimSun"),
             {"attendees-font", "heading-1-font"}},
        });
}

TEST(InspectFormats, SignersOfADocumentToASuperior) {
    expect_found(
        sample("example-upward-document"),
        {
            {"signers at the edge",
             shifted(1, "签发人：", kCharacter, 0),
             {"signers-right", "signers-align"}},
            {"second row below the label",
             shifted(1, "孙三立", -4 * kCharacter, 0),
             {"signers-align"}},
            {"signers above the number's line", shifted(1, "孙三立", 0, -1), {"signers-row"}},
            {"number in the centre", shifted(1, "示政〔2026〕8号", 20, 0), {"number-indent"}},
            {"signers too near the mark", shifted(1, "签发人：", 0, -4), {"signers-below-mark"}},
            {"names in 仿宋", renamed("FandolKai-Regular", "FandolFang-Regular"), {"signers-font"}},
        });
}

TEST(InspectFormats, TheMarkOfAJointDocument) {
    expect_found(
        sample("example-joint-document"),
        {
            {"文件 beside the first name", shifted(1, "文件", 0, -14), {"mark-end-middle"}},
            {"a name that is not as wide as the others",
             [](PdfEditor& pdf) { pdf.drop(1, "示例市政务服务局", -1); },
             {"mark-names-width"}},
        });
}

constexpr const char* kSecondSeal = "127.559 0 0 127.559 213.307 528.52 cm";
constexpr const char* kLastSeal = "127.559 0 0 127.559 347.244 528.52 cm";

TEST(InspectFormats, SealsOfSeveralOrgans) {
    expect_found(sample("example-joint-notice"),
                 {
                     {"seals that overlap",
                      replaced(2, kSecondSeal, "127.559 0 0 127.559 202.307 528.52 cm"),
                      {"seal-distance", "seal-issuer"}},
                     {"seals that touch",
                      replaced(2, kSecondSeal, "127.559 0 0 127.559 206.929 528.52 cm"),
                      {"seal-distance", "seal-issuer"}},
                     {"a seal that is not level",
                      replaced(2, kSecondSeal, "127.559 0 0 127.559 213.307 522.52 cm"),
                      {"seal-row-level"}},
                     {"the last seal beside the date",
                      replaced(2, kLastSeal, "127.559 0 0 127.559 353.244 528.52 cm"),
                      {"seal-issuer", "seal-centre"}},
                     {"a seal missing", replaced(2, kSecondSeal, "0 0 0 0 0 0 cm"), {"seal-count"}},
                     {"a seal beside its name",
                      replaced(2, "79.37 528.52 cm", "83.37 528.52 cm"),
                      {"seal-issuer"}},
                 });
}

}  // namespace
}  // namespace banxin

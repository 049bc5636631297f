// Signatures in finished PDFs, made by the program as a clerk would make them and read back by
// mupdf, against GB/T 9704-2012, 7.3.5 and 7.3.6. The figures are written here by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/made_document.hpp"

namespace banxin {
namespace {

constexpr double kSame = 0.05;
constexpr double kDateRight = 184 - 4 * kCell;  // 右空四字: 161.71
const std::string kDate = "2026年3月2日";
constexpr double kDateWidth = 6 * kCell;  // three Han, six figures of half a cell
const std::string kBody = "现将有关事项通知如下。";

const std::vector<std::string> kOrgans = {
    "示例市财政局",   "示例市人力资源和社会保障局", "示例市政务服务中心", "示例市教育局",
    "示例市民政厅处", "示例市自然资源局",           "示例市司法局"};

std::string job_with(const std::string& signature) {
    return "layout: notice\ntitle: 关于考核工作的通知\nbody: body.txt\ndate: 2026-03-02\n" +
           signature;
}

std::string sealed_job(std::size_t organs, int diameter) {
    std::string seals = "seals:\n";
    for (std::size_t k = 0; k < organs; ++k)
        seals += "  - {issuer: " + kOrgans.at(k) +
                 ", image: seal.svg, diameter: " + std::to_string(diameter) + "mm}\n";
    return job_with(seals);
}

/// The only page of a document of a few lines.
MadePage only_page(const std::string& pdf) {
    const PdfReader reader{pdf};
    EXPECT_THAT(reader.run("pdfinfo {}"), testing::HasSubstr("Pages:           1\n"));
    return {reader, 1};
}

/// No two circles touch; those beside and below each other are 1 to 3 mm apart.
void expect_apart(const std::vector<WordBox>& seals, double diameter) {
    for (std::size_t k = 0; k < seals.size(); ++k) {
        EXPECT_NEAR(seals[k].right - seals[k].left, diameter, kSame);
        EXPECT_NEAR(seals[k].bottom - seals[k].top, diameter, kSame);
        EXPECT_GE(seals[k].left, 28 - kSame);
        EXPECT_LE(seals[k].right, 184 + kSame);
        double nearest = 1e9;
        for (std::size_t other = 0; other < seals.size(); ++other) {
            if (other == k) continue;
            const double apart = std::hypot(seals[k].centre() - seals[other].centre(),
                                            seals[k].middle() - seals[other].middle());
            nearest = std::min(nearest, apart - diameter);
        }
        if (seals.size() == 1) continue;
        EXPECT_GE(nearest, 1 - kSame);
        EXPECT_LE(nearest, 3 + kSame);
    }
}

/// How many rows the seals stand in, checking that they are read in order: from left to right on
/// one height, then the next row.
int rows_of(const std::vector<WordBox>& seals, double diameter) {
    int rows = seals.empty() ? 0 : 1;
    for (std::size_t k = 1; k < seals.size(); ++k) {
        if (seals[k].left > seals[k - 1].left) {
            EXPECT_NEAR(seals[k].top, seals[k - 1].top, kSame);
        } else {
            EXPECT_GT(seals[k].top, seals[k - 1].top + diameter);
            ++rows;
        }
    }
    return rows;
}

class Sealed : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        std::map<std::string, std::string> jobs;
        for (const int diameter : {42, 45, 50, 60})
            for (std::size_t organs = 1; organs <= kOrgans.size(); ++organs)
                jobs[name(organs, diameter)] = sealed_job(organs, diameter);
        pdfs_ = new std::map<std::string, std::string>{made(jobs)};
    }
    static void TearDownTestSuite() { delete pdfs_; }
    static std::string name(std::size_t organs, int diameter) {
        return std::to_string(organs) + "-of-" + std::to_string(diameter);
    }

    static std::map<std::string, std::string>* pdfs_;
};
std::map<std::string, std::string>* Sealed::pdfs_ = nullptr;

TEST_F(Sealed, SealsOfEverySizeAndNumberStandAsTheStandardWants) {
    for (const int diameter : {42, 45, 50, 60}) {
        for (std::size_t organs = 1; organs <= kOrgans.size(); ++organs) {
            SCOPED_TRACE(name(organs, diameter));
            // Seven seals of 60 mm do not fit below a title and a line of text.
            const PdfReader reader{pdfs_->at(name(organs, diameter))};
            const bool fits = MadePage{reader, 1}.has(kDate);
            const MadePage page{reader, fits ? 1 : 2};
            const std::vector<WordBox>& seals = page.images();
            ASSERT_EQ(seals.size(), organs);
            expect_apart(seals, diameter);
            const int abreast = diameter == 60 ? 2 : 3;
            const int rows = (static_cast<int>(organs) + abreast - 1) / abreast;
            EXPECT_EQ(rows_of(seals, diameter), rows);

            if (fits) {
                const double below = seals.front().top - page.find(kBody).bottom;
                EXPECT_GE(below, 0);
                EXPECT_LE(below, kLine + 0.01);
            }
            for (std::size_t k = 0; k < organs; ++k) {
                const WordBox words = page.find(kOrgans[k]);
                EXPECT_NEAR(words.centre(), seals[k].centre(), 0.2) << kOrgans[k];
                EXPECT_LT(std::abs(words.middle() - seals[k].middle()), 10) << kOrgans[k];
            }
            const WordBox date = page.find(kDate);
            EXPECT_NEAR(date.centre(), page.find(kOrgans[organs - 1]).centre(), 0.2);
            // 下压: the middle of the last name and the date is 3 to 5 mm below the seal's centre.
            const double pair = (page.find(kOrgans[organs - 1]).top + date.bottom) / 2;
            EXPECT_GE(pair - seals.back().middle(), 3);
            EXPECT_LE(pair - seals.back().middle(), 5);
        }
    }
}

/// Three seals of 50 mm take nearly all of the type area: the date moves right with the last of
/// them, from 右空四字, which is so in general (一般). Everywhere else it keeps that.
TEST_F(Sealed, TheDateIsFourCharactersFromTheRight) {
    for (const int diameter : {42, 45, 50, 60}) {
        for (std::size_t organs = 1; organs <= kOrgans.size(); ++organs) {
            SCOPED_TRACE(name(organs, diameter));
            const PdfReader reader{pdfs_->at(name(organs, diameter))};
            const MadePage first{reader, 1};
            const MadePage page{reader, first.has(kDate) ? 1 : 2};
            const bool three = diameter == 50 && (organs == 3 || organs >= 5);
            const double wanted = three ? 28 + 2 * 51 + 25 + kDateWidth / 2 : kDateRight;
            EXPECT_NEAR(page.find(kDate).right, wanted, 0.1);
        }
    }
}

TEST(Signatures, ReservedRoomIsAsLargeAsASeal) {
    const auto pdfs =
        made({{"drawn", sealed_job(1, 45)},
              {"reserved", job_with("issuer: 示例市财政局\nseals: [{diameter: 45mm}]\n")}});
    const MadePage drawn = only_page(pdfs.at("drawn"));
    const MadePage reserved = only_page(pdfs.at("reserved"));
    EXPECT_EQ(drawn.images().size(), 1U);
    EXPECT_EQ(reserved.images().size(), 0U);
    EXPECT_NEAR(drawn.find(kDate).top, reserved.find(kDate).top, 0.01);
    // Two rows are left empty, not three: the third would take the seal too far from the text.
    EXPECT_NEAR(drawn.find("示例市财政局").top - drawn.find(kBody).top, 3 * kPitch, 0.01);
}

TEST(Signatures, ALongNameStaysInTheTypeAreaAndTheSealGoesWithIt) {
    const std::string name = "示例市人民政府政务服务和数据管理局综合办公室";  // 22 characters
    const MadePage page =
        only_page(made({{"long", job_with("seals: [{issuer: " + name + ", image: seal.png}]\n")}})
                      .at("long"));
    const WordBox words = page.find(name);
    EXPECT_NEAR(words.right, 184, 0.2);
    EXPECT_NEAR(page.find(kDate).right, kDateRight, 0.1);
    EXPECT_NEAR(page.images().at(0).centre(), words.centre(), 0.2);
}

TEST(Signatures, NamesWithoutSealsStandBelowEachOtherTheHostFirst) {
    const auto pdfs = made({{"joint", job_with("issuers: [示例市财政管理局, 示例市教育管理局]\n")},
                            {"two-lines", job_with("issuer: [示例市人民政府, 办公厅]\n")}});
    const MadePage joint = only_page(pdfs.at("joint"));
    const WordBox host = joint.find("示例市财政管理局");
    const WordBox other = joint.find("示例市教育管理局");
    EXPECT_NEAR(host.right, 184 - 2 * kCell, 0.2);
    EXPECT_NEAR(other.left, host.left, kSame);
    EXPECT_NEAR(other.top, host.top + kPitch, kSame);
    EXPECT_NEAR(host.top - joint.find(kBody).top, 2 * kPitch, kSame);
    EXPECT_NEAR(joint.find(kDate).top, other.top + kPitch, kSame);
    EXPECT_NEAR(joint.find(kDate).left, host.left + 2 * kCell, kSame);

    const MadePage lines = only_page(pdfs.at("two-lines"));
    EXPECT_NEAR(lines.find("示例市人民政府").centre(), lines.find("办公厅").centre(), 0.2);
}

TEST(Signatures, StampsStandBesideTheirPosts) {
    const auto pdfs = made(
        {{"one", job_with("stamps: [{post: 市长, image: seal.png, width: 20mm}]\n")},
         {"two", job_with("stamps:\n  - {post: 示例市财政局局长, image: seal.png, width: 20mm}\n"
                          "  - {post: 示例市教育局局长, image: seal.svg, width: 16mm}\n")}});
    const MadePage one = only_page(pdfs.at("one"));
    const WordBox stamp = one.images().at(0);
    EXPECT_NEAR(stamp.right, kDateRight, kSame);
    EXPECT_NEAR(stamp.right - stamp.left, 20, kSame);
    EXPECT_NEAR(stamp.top - one.find(kBody).bottom, 2 * kLine, kSame);
    EXPECT_NEAR(one.find("市长").right, stamp.left - 2 * kCell, 0.2);
    EXPECT_NEAR(one.find("市长").middle(), stamp.middle(), kSame);
    EXPECT_NEAR(one.find(kDate).right, kDateRight, 0.2);
    EXPECT_NEAR(one.find(kDate).top - stamp.bottom, kLine, kSame);

    const MadePage two = only_page(pdfs.at("two"));
    const WordBox host = two.images().at(0);
    const WordBox other = two.images().at(1);
    EXPECT_NEAR(other.centre(), host.centre(), kSame);
    EXPECT_GT(other.top, host.bottom);
    EXPECT_NEAR(two.find("示例市财政局局长").right, two.find("示例市教育局局长").right, kSame);
    EXPECT_NEAR(two.find("示例市教育局局长").middle(), other.middle(), kSame);
    EXPECT_NEAR(two.find(kDate).top - other.bottom, kLine, kSame);
}

/// 7.3.6: on the line below the date, two characters in, in full-width brackets.
TEST(Signatures, TheNoteIsBelowTheDateInItsBrackets) {
    const std::string issuer = "issuer: 示例市财政局\n";
    const auto pdfs = made({{"bare", job_with(issuer + "note: 此件公开发布\n")},
                            {"wrapped", job_with(issuer + "note: （此件公开发布）\n")},
                            {"ascii", job_with(issuer + "note: (此件公开发布)\n")},
                            {"sealed", sealed_job(1, 45) + "note: 此件公开发布\n"}});
    for (const auto& [name, pdf] : pdfs) {
        SCOPED_TRACE(name);
        const MadePage page = only_page(pdf);
        EXPECT_FALSE(page.has("（（"));
        const WordBox note = page.find("（此件公开发布）");
        EXPECT_NEAR(note.top, page.find(kDate).top + kPitch, kSame);
        EXPECT_NEAR(page.find("此件公开发布").left, 28 + 3 * kCell, 0.3);
    }
}

/// The first of several seals hangs down where the note begins.
TEST(Signatures, TheNoteGoesBelowSealsThatWouldTouchIt) {
    const MadePage page =
        only_page(made({{"three", sealed_job(3, 45) + "note: 此件公开发布\n"}}).at("three"));
    double foot = 0;
    for (const WordBox& seal : page.images()) foot = std::max(foot, seal.bottom);
    const WordBox note = page.find("（此件公开发布）");
    EXPECT_GT(note.top, foot);
    EXPECT_LT(note.top, foot + kPitch + kLine);
}

TEST(Signatures, OnePictureUnderTwoSealsIsStoredOnce) {
    const PdfReader reader{made({{"three", sealed_job(3, 45)}}).at("three")};
    EXPECT_EQ(reader.run("qpdf --qdf {} - | grep -ac '/Subtype /Image'"), "2\n");  // with its alpha
}

}  // namespace
}  // namespace banxin

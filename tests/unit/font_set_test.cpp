// Which file a role draws a character from, with the drawn fonts of tests/fonts.
#include "pipeline/shape/font_set.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>

namespace banxin {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTrueType = "BanxinTest-TrueType.ttf";
constexpr const char* kCff = "BanxinTest-CFF.otf";

/// A font folder of its own for every test, with chosen copies of the drawn fonts.
class FontFolder : public testing::Test {
  protected:
    FontFolder() {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::path{testing::TempDir()} / "banxin-font-folder" / test->name();
        fs::remove_all(folder_);
        fs::create_directories(folder_ / "faces");
    }
    ~FontFolder() override { fs::remove_all(folder_); }

    void put(const char* drawn, const std::string& as) const {
        fs::copy_file(fs::path{BANXIN_SOURCE_DIR} / "tests/fonts" / drawn, folder_ / as);
    }
    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream{folder_ / name, std::ios::binary} << bytes;
    }
    auto open(std::string_view table) const { return open_font_set(table, 7, folder_.string()); }

    /// The file name of the face for `character` in the first role; "" for none.
    static std::string file_for(const FontSet& fonts, char32_t character) {
        const FaceId id = fonts.face_for(fonts.roles.at(0), character);
        return id == kNoFace ? "" : fs::path{fonts.faces.at(id).file}.filename().string();
    }

    fs::path folder_;
};

TEST_F(FontFolder, FilesThatAreNotThereArePassedOver) {
    put(kTrueType, "faces/free.ttf");
    const auto opened = open("roles:\n  仿宋:\n    faces: [simfang.ttf, free.ttf, other.otf]\n");
    EXPECT_THAT(opened.diagnostics, testing::IsEmpty());
    EXPECT_EQ(opened.value->faces.size(), 1U);
    EXPECT_EQ(file_for(*opened.value, U'国'), "free.ttf");
    EXPECT_EQ(opened.value->faces[0].postscript_name, "BanxinTest-TrueType");
    EXPECT_EQ(opened.value->faces[0].units_per_em, 1000U);
}

TEST_F(FontFolder, AnOfficeFontDroppedInIsPreferredWhateverItsCapitals) {
    put(kCff, "faces/free.otf");
    put(kTrueType, "SIMFANG.TTF");
    const auto opened = open("roles:\n  仿宋:\n    faces: [simfang.ttf, free.otf]\n");
    EXPECT_THAT(opened.diagnostics, testing::IsEmpty());
    EXPECT_EQ(file_for(*opened.value, U'国'), "SIMFANG.TTF");
    EXPECT_EQ(file_for(*opened.value, U'瞭'), "free.otf");  // only the CFF face has it
    EXPECT_EQ(file_for(*opened.value, U'\U00020BB7'), "free.otf");
    EXPECT_EQ(file_for(*opened.value, U'龘'), "");
}

TEST_F(FontFolder, TheFolderItselfComesBeforeItsFaces) {
    put(kTrueType, "same.ttf");
    put(kCff, "faces/same.ttf");
    const auto opened = open("roles:\n  宋体:\n    faces: [same.ttf]\n");
    EXPECT_EQ(opened.value->faces.at(0).postscript_name, "BanxinTest-TrueType");
}

TEST_F(FontFolder, RolesShareAFaceAndAreFoundByAllTheirNames) {
    put(kTrueType, "a.ttf");
    const auto opened = open(
        "roles:\n  仿宋: {names: [FangSong, 仿宋_GB2312], faces: [a.ttf]}\n"
        "  宋体: {faces: [a.ttf#0]}\n");
    const FontSet& fonts = *opened.value;
    EXPECT_EQ(fonts.faces.size(), 1U);
    EXPECT_EQ(fonts.find_role("仿宋_GB2312"), &fonts.roles[0]);
    EXPECT_EQ(fonts.find_role("宋体"), &fonts.roles[1]);
    EXPECT_EQ(fonts.find_role("楷体"), nullptr);
}

TEST_F(FontFolder, AnUnfitCharacterCountsAsLacking) {
    put(kTrueType, "a.ttf");
    put(kCff, "b.otf");
    const auto opened = open(
        "roles:\n  仿宋: {faces: [a.ttf, b.otf]}\n  楷体: {faces: [a.ttf]}\n"
        "faces:\n  a.ttf: {unfit: \"￥～\", features: {fwid: \"·—\"}}\n");
    ASSERT_THAT(opened.diagnostics, testing::IsEmpty());
    const FontSet& fonts = *opened.value;
    EXPECT_EQ(file_for(fonts, U'￥'), "b.otf");
    EXPECT_EQ(file_for(fonts, U'国'), "a.ttf");
    EXPECT_EQ(fonts.face_for(fonts.roles[1], U'￥'), kNoFace);  // better none than a wrong one
    ASSERT_EQ(fonts.faces[0].features.size(), 1U);
    EXPECT_EQ(fonts.faces[0].features[0].tag, HB_TAG('f', 'w', 'i', 'd'));
    EXPECT_EQ(fonts.faces[0].features[0].characters, U"·—");
}

TEST_F(FontFolder, ExceptionsOfARoleComeFirst) {
    put(kTrueType, "a.ttf");
    put(kCff, "b.otf");
    const auto opened =
        open("roles:\n  仿宋: {faces: [a.ttf], characters: {国瞭: b.otf, 家: c.ttf, 瞭: a.ttf}}\n");
    ASSERT_THAT(opened.diagnostics, testing::IsEmpty());
    EXPECT_EQ(file_for(*opened.value, U'国'), "b.otf");
    EXPECT_EQ(file_for(*opened.value, U'瞭'), "b.otf");  // a.ttf has no such glyph
    EXPECT_EQ(file_for(*opened.value, U'家'), "a.ttf");  // c.ttf is not there
}

TEST_F(FontFolder, ARoleWithoutAnyFileIsReportedAtItsName) {
    put(kTrueType, "a.ttf");
    const auto opened =
        open("roles:\n  宋体: {faces: [a.ttf]}\n  仿宋:\n    faces: [simfang.ttf, b.otf]\n");
    EXPECT_EQ(
        opened.diagnostics,
        (Diagnostics{
            {Code::font_missing,
             {.row = 3, .column = 3, .file = 7},
             {{"role", "仿宋"}, {"folder", folder_.string()}, {"files", "simfang.ttf, b.otf"}}}}));
}

TEST_F(FontFolder, AFileThatIsNoFontIsReportedWhereItIsNamed) {
    put(kTrueType, "a.ttf");
    write("page.ttf", "<html>404</html>");
    write("empty.ttf", "");
    write("cut.ttf", std::string{"\0\1\0\0\0\7", 6});
    fs::create_directory(folder_ / "folder.ttf");
    const auto opened = open(
        "roles:\n  宋体:\n    faces:\n      - page.ttf\n      - empty.ttf\n      - cut.ttf\n"
        "      - folder.ttf\n      - a.ttf#1\n      - a.ttf\n");
    std::vector<std::uint32_t> rows;
    for (const Diagnostic& diagnostic : opened.diagnostics) {
        EXPECT_EQ(diagnostic.code, Code::font_invalid);
        EXPECT_EQ(diagnostic.origin.column, 9U);
        rows.push_back(diagnostic.origin.row);
    }
    EXPECT_THAT(rows, testing::ElementsAre(4, 5, 6, 7, 8));
    EXPECT_EQ(file_for(*opened.value, U'国'), "a.ttf");
}

TEST_F(FontFolder, ARoleWhoseOnlyFileIsBrokenIsReportedOnce) {
    write("page.ttf", "<html>404</html>");
    const auto opened = open("roles:\n  宋体:\n    faces: [page.ttf, other.ttf]\n");
    ASSERT_EQ(opened.diagnostics.size(), 1U);
    EXPECT_EQ(opened.diagnostics[0].code, Code::font_invalid);
}

TEST_F(FontFolder, ATableCannotReachOutsideItsFolder) {
    for (const char* file : {"../a.ttf", "/etc/passwd", "a.ttf#", "a.ttf#x", "a.ttf#1111", "#1"}) {
        const auto opened = open(std::string{"roles:\n  宋体: {faces: [\""} + file + "\"]}\n");
        ASSERT_EQ(opened.diagnostics.size(), 1U) << file;
        EXPECT_EQ(opened.diagnostics[0].code, Code::value_invalid) << file;
    }
}

TEST_F(FontFolder, NotesOnAFileThatNoRoleNamesAreASlip) {
    put(kTrueType, "a.ttf");
    const auto opened = open("roles:\n  宋体: {faces: [a.ttf]}\nfaces:\n  b.ttf: {unfit: ￥}\n");
    ASSERT_EQ(opened.diagnostics.size(), 1U);
    EXPECT_EQ(opened.diagnostics[0].code, Code::key_unknown);
    EXPECT_EQ(opened.diagnostics[0].origin.row, 4U);
}

TEST_F(FontFolder, ManyThreadsMayAsk) {
    put(kTrueType, "a.ttf");
    put(kCff, "b.otf");
    const auto opened = open("roles:\n  仿宋: {faces: [a.ttf, b.otf]}\n");
    const FontSet& fonts = *opened.value;
    std::array<std::vector<FaceId>, 4> answers;
    {
        std::vector<std::jthread> threads;
        for (auto& answer : answers) {
            threads.emplace_back([&fonts, &answer] {
                for (char32_t character = 0x20; character < 0xA000; ++character) {
                    answer.push_back(fonts.face_for(fonts.roles[0], character));
                }
            });
        }
    }
    EXPECT_EQ(answers[0].at(U'国' - 0x20), 0);
    EXPECT_EQ(answers[0].at(U'瞭' - 0x20), 1);
    for (const auto& answer : answers) EXPECT_EQ(answer, answers[0]);
}

}  // namespace
}  // namespace banxin

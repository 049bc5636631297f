// The font table of the project with the faces that fonts/install.sh fetched.
#include <gtest/gtest.h>

#include "pipeline/shape/coverage.hpp"
#include "pipeline/shape/font_set.hpp"
#include "tests/test_fonts.hpp"

namespace banxin {
namespace {

class InstalledFonts : public testing::Test {
  protected:
    std::string name_for(std::string_view role_name, char32_t character) const {
        const FontRole* role = fonts_->find_role(role_name);
        if (role == nullptr) return "no such role";
        const FaceId id = fonts_->face_for(*role, character);
        return id == kNoFace ? "none" : fonts_->faces.at(id).postscript_name;
    }

    std::shared_ptr<const FontSet> fonts_ = installed_fonts();
};

TEST_F(InstalledFonts, RolesAreFoundByTheNamesOfficesUse) {
    const std::vector<std::pair<const char*, const char*>> names = {
        {"仿宋_GB2312", "仿宋"},
        {"FangSong", "仿宋"},
        {"楷体_GB2312", "楷体"},
        {"方正小标宋简体", "小标宋"},
        {"FZXiaoBiaoSong-B05S", "小标宋"},
        {"SimHei", "黑体"},
        {"SimSun", "宋体"},
        {"Times New Roman", "西文"},
        {"符号", "符号"}};
    for (const auto& [name, role] : names) {
        const FontRole* found = fonts_->find_role(name);
        ASSERT_NE(found, nullptr) << name;
        EXPECT_EQ(found->name, role);
    }
}

TEST_F(InstalledFonts, SignsThatFandolDrawsWrongComeFromNoto) {
    for (const char* role : {"仿宋", "楷体"}) {
        for (const char32_t sign : std::u32string_view{U"￥～－￣‰⑪㎡垟瞭"}) {
            EXPECT_EQ(name_for(role, sign), "NotoSerifCJKsc-Regular");
        }
    }
    EXPECT_EQ(name_for("黑体", U'￥'), "NotoSansCJKsc-Bold");
    EXPECT_EQ(name_for("仿宋", U'国'), "FandolFang-Regular");
    EXPECT_EQ(name_for("仿宋", U'8'), "FandolFang-Regular");
    EXPECT_EQ(name_for("小标宋", U'国'), "NotoSerifCJKsc-Bold");
}

TEST_F(InstalledFonts, BoxesAndTicksComeFromOneFace) {
    for (const char* role : {"仿宋", "楷体", "小标宋", "黑体", "宋体", "符号"}) {
        for (const char32_t sign : {U'☑', U'✓', U'☐'})
            EXPECT_EQ(name_for(role, sign), "DejaVuSans");
    }
}

// The counts were made with fontTools and Python's own gb2312 codec.
TEST_F(InstalledFonts, CoverageOfTheCharacterSets) {
    for (const char* name : {"仿宋", "楷体", "黑体"}) {
        const RoleCoverage coverage = measure_coverage(*fonts_, *fonts_->find_role(name));
        EXPECT_EQ(coverage.gb_2312.characters, 6763U);
        EXPECT_EQ(coverage.gb_2312.by_first_face, 6763U);
        EXPECT_EQ(coverage.common_characters.characters, 8105U);
        EXPECT_EQ(coverage.common_characters.by_first_face, 6638U);
        EXPECT_EQ(coverage.common_characters.by_role, 8105U);
    }
    const RoleCoverage latin = measure_coverage(*fonts_, *fonts_->find_role("西文"));
    EXPECT_EQ(latin.gb_2312.by_first_face, 0U);
    EXPECT_EQ(latin.gb_2312.by_role, 6763U);
}

}  // namespace
}  // namespace banxin

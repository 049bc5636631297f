// Pictures of inspected pages: as large as page and gutter, red where a deviation is, and in no
// other place. Its red is no colour that documents have.
#include <cairo.h>

#include <array>
#include <cmath>
#include <cstring>
#include <span>

#include "pipeline/annotate/draw_notes.hpp"
#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/run_pdf/inspection_notes.hpp"
#include "pipeline/run/language.hpp"
#include "tests/test_fonts.hpp"
#include "tests/unit/inspect_faults.hpp"

namespace banxin {
namespace {

using testing::HasSubstr;

constexpr unsigned kDotsPerInch = 144;
constexpr double kDotsPerMillimetre = kDotsPerInch / 25.4;

/// Which dots of a PNG have the colour of deviations.
struct Dots {
    int width = 0, height = 0;
    std::vector<bool> deviating;

    /// How many between these sides, in millimetres.
    [[nodiscard]] int count(double left, double top, double right, double bottom) const {
        int found = 0;
        for (int row = 0; row < height; ++row)
            for (int column = 0; column < width; ++column) {
                const double x = column / kDotsPerMillimetre;
                const double y = row / kDotsPerMillimetre;
                if (x >= left && x <= right && y >= top && y <= bottom)
                    found += deviating[static_cast<std::size_t>(row * width + column)] ? 1 : 0;
            }
        return found;
    }
};

cairo_status_t take_bytes(void* rest, unsigned char* data, unsigned length) {
    auto& bytes = *static_cast<std::span<const char>*>(rest);
    if (bytes.size() < length) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(data, bytes.data(), length);
    bytes = bytes.subspan(length);
    return CAIRO_STATUS_SUCCESS;
}

Dots dots_of(const std::string& png) {
    std::span<const char> rest{png};
    cairo_surface_t* surface = cairo_image_surface_create_from_png_stream(take_bytes, &rest);
    Dots dots;
    EXPECT_EQ(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    dots.width = cairo_image_surface_get_width(surface);
    dots.height = cairo_image_surface_get_height(surface);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    constexpr std::array<unsigned char, 3> kColour{kDeviationColour.blue, kDeviationColour.green,
                                                   kDeviationColour.red};
    for (int row = 0; row < dots.height; ++row)
        for (int column = 0; column < dots.width; ++column)
            dots.deviating.push_back(
                std::memcmp(data + row * stride + 4 * column, kColour.data(), 3) == 0);
    cairo_surface_destroy(surface);
    return dots;
}

Inspection inspection_of(const std::string& pdf) {
    InspectedDocument document = recognise(read_pdf(pdf, 0).value, std::nullopt);
    std::vector<Finding> findings = judge(document);
    return {"made", std::move(document), std::move(findings)};
}

std::vector<Dots> pictures_of(const std::string& pdf) {
    const auto pictures =
        draw_notes(pdf, 0, notes_on(inspection_of(pdf)), *installed_fonts(), kDotsPerInch);
    EXPECT_TRUE(pictures.ok());
    std::vector<Dots> found;
    for (const std::string& png : pictures.value) found.push_back(dots_of(png));
    return found;
}

std::string clean() {
    static const std::string pdf =
        MadeJobs{"preview", {"clean"}, "", fs::path{BANXIN_SOURCE_DIR} / "tests/data/inspect"}.pdf(
            "clean");
    return pdf;
}

std::string with_number_on_the_left() {
    PdfEditor pdf{clean()};
    pdf.shift(1, "—1—", -131, 0);
    return pdf.bytes();
}

TEST(InspectPreview, APictureIsAsLargeAsThePageAndItsGutter) {
    const std::vector<Dots> pictures = pictures_of(clean());
    ASSERT_EQ(pictures.size(), 5U);
    for (const Dots& picture : pictures) {
        EXPECT_EQ(picture.width, std::ceil((210 + 66) * kDotsPerMillimetre));
        EXPECT_EQ(picture.height, std::ceil(297 * kDotsPerMillimetre));
    }
}

TEST(InspectPreview, ACleanDocumentHasNoRedOfDeviations) {
    for (const Dots& picture : pictures_of(clean())) EXPECT_EQ(picture.count(0, 0, 276, 297), 0);
}

TEST(InspectPreview, ADeviationIsFramedWhereItIs) {
    const std::vector<Dots> pictures = pictures_of(with_number_on_the_left());
    ASSERT_EQ(pictures.size(), 5U);
    // The number now is 15 mm wide and 5 mm high, its left at 164.4 − 131 mm.
    constexpr double kLeft = 164.4 - 131;
    EXPECT_GT(pictures[0].count(kLeft - 2, 265, kLeft + 17, 273), 150);
    EXPECT_EQ(pictures[0].count(0, 0, 210, 262), 0);
    EXPECT_EQ(pictures[0].count(0, 0, kLeft - 2, 297), 0);
    EXPECT_GT(pictures[0].count(211, 200, 276, 297), 20);  // What is said of it.
    for (std::size_t page = 1; page < pictures.size(); ++page)
        EXPECT_EQ(pictures[page].count(0, 0, 276, 297), 0);
}

TEST(InspectPreview, ATurnedSheetIsDrawnAsItIsRead) {
    const MadeJobs jobs{"turned", {"chenggong-2021-project"}};
    const std::vector<Dots> pictures = pictures_of(jobs.pdf("chenggong-2021-project"));
    ASSERT_EQ(pictures.size(), 6U);
    EXPECT_EQ(pictures[4].width, std::ceil((297 + 66) * kDotsPerMillimetre));
    EXPECT_EQ(pictures[4].height, std::ceil(210 * kDotsPerMillimetre));
}

TEST(InspectPreview, WhatIsNoPdfCannotBeDrawn) {
    PageNotes page;
    page.width = page.height = Length::from_emu(100 * Length::kPerMillimetre);
    const auto pictures = draw_notes("no PDF", 0, {page}, *installed_fonts(), kDotsPerInch);
    EXPECT_FALSE(pictures.ok());
    page.width = Length::from_emu(100'000 * Length::kPerMillimetre);
    EXPECT_FALSE(draw_notes(clean(), 0, {page}, *installed_fonts(), kDotsPerInch).ok());
}

std::string said_of(const Inspection& inspection) {
    std::string said;
    for (const PageNotes& page : notes_on(inspection)) {
        said += page.head + "\n";
        for (const PageNote& note : page.notes) said += note.title + "\n" + note.text + "\n";
    }
    return said;
}

TEST(InspectPreview, NotesAreInTheLanguageOfTheRun) {
    const Inspection inspection = inspection_of(with_number_on_the_left());
    choose_language(Language::chinese, BANXIN_LOCALE);
    const std::string chinese = said_of(inspection);
    choose_language(Language::english, BANXIN_LOCALE);
    const std::string english = said_of(inspection);
    EXPECT_THAT(chinese, HasSubstr("页码居侧\n实测：左；应为：单页居右，双页居左\n7.5  必须"));
    EXPECT_THAT(chinese, HasSubstr("发文机关标志\n"));
    EXPECT_THAT(english, HasSubstr("side of the page number\nmeasured: left; expected: right on odd"
                                   " pages, left on even ones\n7.5  must"));
    EXPECT_THAT(english, HasSubstr("page 2: no deviation\n"));
}

TEST(InspectPreview, TheProgramWritesAPictureAPageAndRemovesOlderOnes) {
    const fs::path folder =
        fs::path{testing::TempDir()} / ("banxin-pictures-" + std::to_string(getpid()));
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::ofstream{folder / "draft.pdf", std::ios::binary} << with_number_on_the_left();
    std::ofstream{folder / "draft-inspect-6.png"} << "of a longer version";
    const fs::path source{BANXIN_SOURCE_DIR};
    const std::string program = quoted(BANXIN_PROGRAM) + " inspect --layouts " +
                                quoted(source / "layouts") + " --fonts " +
                                quoted(source / "fonts/fonts.yaml") + " --preview -o " +
                                quoted(folder) + " " + quoted(folder / "draft.pdf");
    EXPECT_NE(std::system((program + " >" + quoted(folder / "log") + " 2>&1").c_str()), 0);
    for (int page = 1; page <= 5; ++page)
        EXPECT_TRUE(fs::exists(folder / ("draft-inspect-" + std::to_string(page) + ".png")));
    EXPECT_FALSE(fs::exists(folder / "draft-inspect-6.png"));
    // Two files whose pictures would have one name: nothing is drawn.
    fs::remove(folder / "draft-inspect-1.png");
    fs::create_directories(folder / "older");
    fs::copy(folder / "draft.pdf", folder / "older/draft.pdf");
    const std::string two = program + " " + quoted(folder / "older/draft.pdf");
    EXPECT_NE(std::system((two + " >" + quoted(folder / "log") + " 2>&1").c_str()), 0);
    EXPECT_FALSE(fs::exists(folder / "draft-inspect-1.png"));
    EXPECT_THAT(bytes_of(folder / "log"), HasSubstr("older/draft.pdf"));
    fs::remove_all(folder);
}

}  // namespace
}  // namespace banxin

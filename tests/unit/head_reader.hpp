// The first page of a sample as the program makes it, read back by mupdf and poppler: where the ink
// of its head is, and where its words are. In millimetres from the page's top-left corner.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/pdf_reader.hpp"
#include "tests/unit/made_jobs.hpp"

namespace banxin {

inline constexpr double kEm = 16 * 25.4 / 72;       // 三号
inline constexpr double kTitleEm = 22 * 25.4 / 72;  // 二号
inline constexpr double kCell = 156.0 / 28;         // 28 characters fill 156 mm
inline constexpr double kRow = (225 - kEm) / 21;    // 22 rows fill 225 mm
inline constexpr double kTwoBlankLines = 20.78;     // GB/T 33476.2-2016, 7: edge to edge
inline constexpr double kBaseline = 0.88;           // below an em's top, in ems
inline constexpr double kTolerance = 0.1;
using Replacements = std::vector<std::pair<std::string, std::string>>;

inline double mm(Length length) { return static_cast<double>(length.emu()) / 36000; }

/// A copy of the sample `job` with some words of its job.yaml replaced, in a folder of its own.
class ChangedSample {
  public:
    ChangedSample(const char* job, const Replacements& replacements) {
        static int count = 0;
        inputs_ = fs::path{testing::TempDir()} /
                  ("banxin-head-" + std::to_string(getpid()) + "-" + std::to_string(++count));
        fs::create_directories(inputs_);
        fs::copy(input_file(job, ""), inputs_ / job);
        std::string text = bytes_of(inputs_ / job / "job.yaml");
        for (const auto& [from, to] : replacements) {
            const std::size_t at = text.find(from);
            EXPECT_NE(at, std::string::npos) << from;
            if (at != std::string::npos) text.replace(at, from.size(), to);
        }
        std::ofstream{inputs_ / job / "job.yaml", std::ios::binary} << text;
    }
    ~ChangedSample() { fs::remove_all(inputs_); }
    ChangedSample(const ChangedSample&) = delete;
    ChangedSample& operator=(const ChangedSample&) = delete;

    [[nodiscard]] const fs::path& inputs() const { return inputs_; }

  private:
    fs::path inputs_;
};

/// The PDF of the sample `job` with some of its words replaced.
inline std::string pdf_with(const char* job, const Replacements& replacements) {
    const ChangedSample sample{job, replacements};
    return MadeJobs{"head", {job}, "", sample.inputs()}.pdf(job);
}

/// Rows of dots that follow each other and are red, all of them as wide as a rule or none.
struct RedBand {
    double top = 0, bottom = 0;
    double left = 0, right = 0;
    bool is_rule = false;
};

/// What is red on page 1 as poppler draws it, a twentieth of a millimetre a dot, from its top down;
/// between these heights and sides.
inline std::vector<RedBand> red_bands(const PdfReader& reader, int first_mm, int last_mm,
                                      int left_mm = 0, int right_mm = 210) {
    constexpr int kDots = 20;
    constexpr int kRuleWidth = 150;
    const std::string area = " -x " + std::to_string(left_mm * kDots) + " -y " +
                             std::to_string(first_mm * kDots) + " -W " +
                             std::to_string((right_mm - left_mm) * kDots) + " -H " +
                             std::to_string((last_mm - first_mm) * kDots);
    std::istringstream picture{
        reader.run("pdftoppm -r 508 -aa no -aaVector no -f 1 -l 1" + area + " {}")};
    std::string format;
    int width = 0;
    int height = 0;
    int most = 0;
    picture >> format >> width >> height >> most;
    picture.get();
    const std::string dots{std::istreambuf_iterator<char>{picture}, {}};
    EXPECT_EQ(dots.size(), 3 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    std::vector<RedBand> bands;
    for (int row = 0; row < height; ++row) {
        int red = 0;
        int left = width;
        int right = 0;
        for (int column = 0; column < width; ++column) {
            const auto at = 3 * (static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
                                 static_cast<std::size_t>(column));
            if (dots[at] != '\xFF' || dots[at + 1] != 0 || dots[at + 2] != 0) continue;
            ++red;
            left = std::min(left, column);
            right = column + 1;
        }
        if (red == 0) continue;
        RedBand band;
        band.top = first_mm + static_cast<double>(row) / kDots;
        band.bottom = band.top + 1.0 / kDots;
        band.left = left_mm + static_cast<double>(left) / kDots;
        band.right = left_mm + static_cast<double>(right) / kDots;
        band.is_rule = red > kRuleWidth * kDots;
        const bool follows = !bands.empty() && bands.back().is_rule == band.is_rule &&
                             band.top - bands.back().bottom < 0.5 / kDots;
        if (!follows) {
            bands.push_back(band);
            continue;
        }
        bands.back().bottom = band.bottom;
        bands.back().left = std::min(bands.back().left, band.left);
        bands.back().right = std::max(bands.back().right, band.right);
    }
    return bands;
}

/// The mark and the first rule below it.
struct RedInk {
    RedBand mark;
    RedBand rule;
};

inline RedInk red_ink(const PdfReader& reader, int first_mm = 50, int last_mm = 250) {
    RedInk ink;
    bool has_mark = false;
    for (const RedBand& band : red_bands(reader, first_mm, last_mm)) {
        if (band.is_rule) {
            ink.rule = band;
            break;
        }
        if (!has_mark) ink.mark = band;
        has_mark = true;
        ink.mark.bottom = band.bottom;
        ink.mark.left = std::min(ink.mark.left, band.left);
        ink.mark.right = std::max(ink.mark.right, band.right);
    }
    EXPECT_TRUE(has_mark);
    return ink;
}

/// The first glyphs on `page` that spell `words`.
inline std::vector<ReadGlyph> find(const PdfReader& reader, const std::string& words,
                                   int page = 1) {
    const std::vector<ReadGlyph> glyphs = reader.glyphs(page);
    for (std::size_t begin = 0; begin < glyphs.size(); ++begin) {
        std::string text;
        for (std::size_t k = begin; k < glyphs.size() && text.size() < words.size(); ++k) {
            text += glyphs[k].text;
            if (text != words) continue;
            const auto first = glyphs.begin() + static_cast<std::ptrdiff_t>(begin);
            return {first, glyphs.begin() + static_cast<std::ptrdiff_t>(k + 1)};
        }
    }
    ADD_FAILURE() << words << " is not on page " << page;
    return {ReadGlyph{}};
}

inline double em_top(const ReadGlyph& glyph, double em = kEm) {
    return mm(glyph.y) - kBaseline * em;
}

/// The middle of a centred line of signs of equal width.
inline double middle(const std::vector<ReadGlyph>& glyphs, double width) {
    return (mm(glyphs.front().x) + mm(glyphs.back().x) + width) / 2;
}

inline double right_edge(const std::vector<ReadGlyph>& glyphs, double width = kCell) {
    return mm(glyphs.back().x) + width;
}

inline double em_bottom(const ReadGlyph& glyph) { return em_top(glyph) + kEm; }

/// The face that mupdf finds the first `character` of page 1 in.
inline std::string face_of(const PdfReader& reader, const std::string& character) {
    const std::string text = reader.run("mutool draw -q -F stext {} 1");
    std::size_t end = 0;
    std::ostringstream reference;  // as mupdf writes it: &#x5e02;
    reference << "&#x" << std::hex << static_cast<std::uint32_t>(next_character(character, end));
    const std::size_t at = text.find(reference.str() + ";");
    EXPECT_NE(at, std::string::npos) << character;
    if (at == std::string::npos) return {};
    const std::string key = "<font name=\"";
    const std::size_t begin = text.rfind(key, at) + key.size();
    return text.substr(begin, text.find('"', begin) - begin);
}

/// The lowest em above the page number.
inline double text_foot(const PdfReader& reader, int page) {
    double foot = 0;
    for (const ReadGlyph& glyph : reader.glyphs(page)) {
        const bool in_number = mm(glyph.y) > 266 && page > 1;
        if (!in_number) foot = std::max(foot, em_bottom(glyph));
    }
    return foot;
}

}  // namespace banxin

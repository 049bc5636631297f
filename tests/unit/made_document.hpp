// Documents made by the program out of a few lines, and where other programs see their words:
// millimetres from the page's top-left corner.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/pdf_reader.hpp"

namespace banxin {

inline constexpr double kEm = 16 * 25.4 / 72;  // 三号
inline constexpr double kCell = 156.0 / 28;    // GB/T 9704-2012, 5.2.3
inline constexpr double kPitch = (225 - kEm) / 21;
inline constexpr double kLine = 10.39;  // 一行, GB/T 33476.2-2016

/// Where words stand: around their cells, from top to bottom of their ems.
struct WordBox {
    double left = 0, top = 0, right = 0, bottom = 0;

    [[nodiscard]] double centre() const { return (left + right) / 2; }
    [[nodiscard]] double middle() const { return (top + bottom) / 2; }
};

/// The PDFs of jobs, made by one run of the program. `jobs` are files by name: job.yaml's text.
/// Each job may name body.txt, one line, and seal.svg and seal.png of the joint example.
[[nodiscard]] std::map<std::string, std::string> made(
    const std::map<std::string, std::string>& jobs);

/// One page of a PDF.
class MadePage {
  public:
    MadePage(const PdfReader& reader, int page);

    /// The box of the glyphs that spell `words`, one after the other and maybe on several lines;
    /// fails the test where they are not on the page. Requires Han and figures in 三号.
    [[nodiscard]] WordBox find(const std::string& words) const;

    /// Whether the page has them.
    [[nodiscard]] bool has(const std::string& words) const;

    [[nodiscard]] const std::vector<WordBox>& images() const { return images_; }

    [[nodiscard]] const std::vector<ReadGlyph>& glyphs() const { return glyphs_; }

  private:
    [[nodiscard]] std::vector<ReadGlyph> spelling(const std::string& words) const;

    std::vector<ReadGlyph> glyphs_;
    std::vector<WordBox> images_;
};

}  // namespace banxin

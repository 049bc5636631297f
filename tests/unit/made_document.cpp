#include "tests/unit/made_document.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "tests/unit/made_jobs.hpp"

namespace banxin {
namespace {

constexpr double kBaseline = 0.88;  // below an em's top, in ems

double mm(Length length) { return static_cast<double>(length.emu()) / 36000; }

/// Han have a cell of the grid, figures half of one.
double advance(const std::string& text) { return text.size() == 1 ? kCell / 2 : kCell; }

}  // namespace

std::map<std::string, std::string> made(const std::map<std::string, std::string>& jobs) {
    const fs::path folder =
        fs::path{testing::TempDir()} / ("banxin-made-" + std::to_string(getpid()));
    fs::remove_all(folder);
    const fs::path source{BANXIN_SOURCE_DIR};
    for (const auto& [name, job] : jobs) {
        const fs::path place = folder / "inputs" / name;
        fs::create_directories(place);
        std::ofstream{place / "job.yaml"} << job;
        std::ofstream{place / "body.txt"} << "现将有关事项通知如下。\n";
        for (const char* seal : {"seal.svg", "seal.png"})
            fs::copy(input_file("example-joint-notice", seal), place / seal);
    }
    const std::string command =
        quoted(BANXIN_PROGRAM) + " make " + quoted(folder / "inputs") + "/* -o " +
        quoted(folder / "outputs") + " --layouts " + quoted(source / "layouts") + " --fonts " +
        quoted(source / "fonts/fonts.yaml") + " >" + quoted(folder / "log") + " 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0) << bytes_of(folder / "log");
    std::map<std::string, std::string> pdfs;
    for (const auto& [name, job] : jobs)
        pdfs[name] = bytes_of(folder / "outputs" / (name + ".pdf"));
    fs::remove_all(folder);
    return pdfs;
}

MadePage::MadePage(const PdfReader& reader, int page) : glyphs_{reader.glyphs(page)} {
    for (const ReadBox& box : reader.images(page))
        images_.push_back({mm(box.left), mm(box.top), mm(box.right), mm(box.bottom)});
}

std::vector<ReadGlyph> MadePage::spelling(const std::string& words) const {
    for (std::size_t begin = 0; begin < glyphs_.size(); ++begin) {
        std::string text;
        for (std::size_t k = begin; k < glyphs_.size() && text.size() < words.size(); ++k) {
            text += glyphs_[k].text;
            if (text != words) continue;
            const auto first = glyphs_.begin() + static_cast<std::ptrdiff_t>(begin);
            return {first, glyphs_.begin() + static_cast<std::ptrdiff_t>(k + 1)};
        }
    }
    return {};
}

bool MadePage::has(const std::string& words) const { return !spelling(words).empty(); }

WordBox MadePage::find(const std::string& words) const {
    const std::vector<ReadGlyph> found = spelling(words);
    if (found.empty()) {
        ADD_FAILURE() << words << " is not on the page";
        return {};
    }
    constexpr double kFar = std::numeric_limits<double>::max();
    WordBox box{kFar, kFar, 0, 0};
    for (const ReadGlyph& glyph : found) {
        const double top = mm(glyph.y) - kBaseline * kEm;
        box.left = std::min(box.left, mm(glyph.x));
        box.right = std::max(box.right, mm(glyph.x) + advance(glyph.text));
        box.top = std::min(box.top, top);
        box.bottom = std::max(box.bottom, top + kEm);
    }
    return box;
}

}  // namespace banxin

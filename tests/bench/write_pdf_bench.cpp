// How long writing a PDF takes: write-pdf/<fonts>/<pages>.
//
// Texts are full pages of 22 lines by 28 characters in the body face, each with a line in two
// other faces, of 400 different Han: what a real notice shows.
#include <benchmark/benchmark.h>
#include <unicode/unistr.h>

#include <cstdlib>

#include "pipeline/write/pdf/write_pdf.hpp"
#include "tests/page_builder.hpp"

namespace banxin {
namespace {

constexpr unsigned kDistinctHan = 400;
constexpr unsigned kLines = 22;
constexpr unsigned kCharacters = 28;

// The k-th of the first Han of GB 2312's first level, which every face has. They are ordered by
// sound, so neighbours have nothing to do with each other in the face.
std::string han(unsigned k) {
    static const icu::UnicodeString all = [] {
        std::string bytes;
        for (unsigned place = 0; place < kDistinctHan; ++place) {
            bytes += static_cast<char>(0xB0 + place / 94);
            bytes += static_cast<char>(0xA1 + place % 94);
        }
        return icu::UnicodeString(bytes.c_str(), "GB18030");
    }();
    std::string utf8;
    all.tempSubString(static_cast<int>(k % kDistinctHan), 1).toUTF8String(utf8);
    return utf8;
}

std::string line(unsigned start) {
    std::string text;
    for (unsigned k = 0; k < kCharacters; ++k) text += han(start + k * 7);
    return text;
}

void set(const FontSet& fonts, Page& page, const char* role, const std::string& text,
         Length baseline) {
    for (GlyphRun& run : set_line(fonts, role, text, 16_pt, 28_mm, baseline)) {
        page.items.emplace_back(std::move(run));
    }
}

PagedDocument make_pages(const FontSet& fonts, unsigned pages) {
    PagedDocument document;
    for (unsigned k = 0; k < pages; ++k) {
        Page page = blank_page(std::to_string(k + 1));
        for (unsigned row = 0; row < kLines; ++row) {
            set(fonts, page, "仿宋", line(k * 31 + row * 11), 42_mm + 10.45_mm * row);
        }
        set(fonts, page, "小标宋", line(k * 13), 30_mm);
        set(fonts, page, "黑体", line(k * 17), 272_mm);
        document.pages.push_back(std::move(page));
    }
    return document;
}

void write_pages(benchmark::State& state, const std::shared_ptr<const FontSet>& fonts) {
    const auto pages = static_cast<unsigned>(state.range(0));
    const PagedDocument document = make_pages(*fonts, pages);
    const Outcome<std::string> first = write_pdf(document, *fonts);
    // A wrong answer is not worth timing.
    if (!first.ok() || write_pdf(document, *fonts).value != first.value) {
        state.SkipWithError("the PDF was not written, or differs from run to run");
        return;
    }
    for (auto _ : state) benchmark::DoNotOptimize(write_pdf(document, *fonts).value.size());
    state.counters["bytes"] = static_cast<double>(first.value.size());
    state.counters["pages/s"] =
        benchmark::Counter(static_cast<double>(pages) * static_cast<double>(state.iterations()),
                           benchmark::Counter::kIsRate);
}

BENCHMARK_CAPTURE(write_pages, installed, installed_fonts())
    ->Name("write-pdf/installed")
    ->Arg(1)
    ->Arg(7)
    ->Arg(300)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace banxin

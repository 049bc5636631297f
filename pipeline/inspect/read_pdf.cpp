#include "pipeline/inspect/read_pdf.hpp"

#include <algorithm>
#include <array>
#include <qpdf/QPDF.hh>
#include <string>
#include <utility>

#include "pipeline/inspect/content_reader.hpp"
#include "pipeline/inspect/open_pdf.hpp"
#include "pipeline/inspect/pdf_values.hpp"

namespace banxin {
namespace {

constexpr std::size_t kMostPages = 2000;
constexpr double kEmuPerUnit = static_cast<double>(Length::kPerPoint);
constexpr double kA4Width = 595.276;
constexpr double kA4Height = 841.89;

/// An attribute that a page may have from its ancestors, ISO 32000-1, 7.7.3.4.
QPDFObjectHandle inherited(QPDFObjectHandle page, const std::string& key) {
    constexpr int kDeepestTree = 64;
    for (int level = 0; level < kDeepestTree && page.isDictionary(); ++level) {
        QPDFObjectHandle value = page.getKey(key);
        if (!value.isNull()) return value;
        page = page.getKey("/Parent");
    }
    return QPDFObjectHandle::newNull();
}

struct Rectangle {
    double left, bottom, right, top;
};

/// The page as it is cut: the trim box, the crop box or the media box.
Rectangle page_box(QPDFObjectHandle page) {
    for (const char* key : {"/TrimBox", "/CropBox", "/MediaBox"}) {
        const auto values = items_in(inherited(page, key));
        if (values.size() != 4) continue;
        std::array<double, 4> sides{};
        for (std::size_t k = 0; k < sides.size(); ++k) sides[k] = number_or(values[k], 0);
        const Rectangle box{std::min(sides[0], sides[2]), std::min(sides[1], sides[3]),
                            std::max(sides[0], sides[2]), std::max(sides[1], sides[3])};
        if (box.right - box.left >= 1 && box.top - box.bottom >= 1) return box;
    }
    return {0, 0, kA4Width, kA4Height};
}

/// From the page's own space to EMU from the top-left corner of the page as it is shown.
PdfMatrix start_of(QPDFObjectHandle page, PdfPage& into) {
    const Rectangle box = page_box(page);
    const double unit = std::clamp(number_or(page.getKey("/UserUnit"), 1), 0.01, 100.0);
    const double scale = kEmuPerUnit * unit;
    double width = (box.right - box.left) * scale;
    double height = (box.top - box.bottom) * scale;
    PdfMatrix matrix{scale, 0, 0, -scale, -box.left * scale, box.top * scale};
    const int turns = static_cast<int>(number_or(inherited(page, "/Rotate"), 0)) / 90;
    for (int k = 0; k < ((turns % 4) + 4) % 4; ++k) {  // Each a quarter clockwise.
        matrix = matrix * PdfMatrix{0, 1, -1, 0, height, 0};
        std::swap(width, height);
    }
    into.width = Length::from_emu(std::llround(width));
    into.height = Length::from_emu(std::llround(height));
    return matrix;
}

/// The streams of a page are one, as if a blank stood between them.
std::string content_of(QPDFObjectHandle page, PdfStreams& streams) {
    QPDFObjectHandle contents = page.getKey("/Contents");
    if (contents.isStream()) return streams.decode(contents);
    std::string all;
    for (QPDFObjectHandle& each : items_in(contents)) all += streams.decode(each) + "\n";
    return all;
}

bool has_text(const PdfPages& pages) {
    return std::any_of(pages.pages.begin(), pages.pages.end(), [](const PdfPage& page) {
        return std::any_of(page.glyphs.begin(), page.glyphs.end(),
                           [](const PdfGlyph& glyph) { return !glyph.text.empty(); });
    });
}

void read_pages(QPDF& pdf, PdfPages& pages) {
    PdfReading reading{pdf, {}, pages};
    const auto found = pdf.getAllPages();
    if (found.size() > kMostPages) throw PdfTooLarge{};
    for (QPDFObjectHandle page : found) {
        PdfPage& read = pages.pages.emplace_back();
        const PdfMatrix start = start_of(page, read);
        read_content(reading, read, content_of(page, reading.streams),
                     inherited(page, "/Resources"), start);
    }
}

}  // namespace

void PdfBox::include(const PdfBox& other) {
    left = std::min(left, other.left);
    top = std::min(top, other.top);
    right = std::max(right, other.right);
    bottom = std::max(bottom, other.bottom);
}

Outcome<PdfPages> read_pdf(std::string_view bytes, std::uint8_t file) {
    auto outcome = with_pdf<PdfPages>(bytes, file, read_pages);
    const auto fail = [&](Code code, std::string problem) {
        outcome.value = {};
        outcome.diagnostics.push_back({code, {.file = file}, {{"problem", std::move(problem)}}});
    };
    if (!outcome.ok()) return outcome;
    if (outcome.value.pages.empty())
        fail(Code::pdf_broken, "it has no pages");
    else if (!has_text(outcome.value))
        fail(Code::pdf_without_text, {});
    return outcome;
}

}  // namespace banxin

// Any PagedDocument, sound or not → its PDF. Either it is refused in words and nothing comes out,
// or qpdf reads every page of it without a warning. The sanitizers watch over the rest.
#include <fuzzer/FuzzedDataProvider.h>
#include <hb.h>
#include <qpdf/qpdf-c.h>

#include <algorithm>
#include <limits>
#include <string>

#include "fuzzed_text.hpp"
#include "pipeline/write/pdf/write_pdf.hpp"
#include "tests/shaped.hpp"

namespace banxin {
namespace {

/// Once in 256 times, and never when the data are used up.
bool is_rare(FuzzedDataProvider& data) { return data.ConsumeIntegral<std::uint8_t>() == 255; }

/// Mostly a place on a page, now and then one that no page has.
Length some_length(FuzzedDataProvider& data) {
    if (!is_rare(data))
        return Length::from_emu(data.ConsumeIntegralInRange<std::int64_t>(-1'000'000, 11'000'000));
    constexpr std::int64_t kLargest = (14400_pt).emu();
    return Length::from_emu(data.PickValueInArray<std::int64_t>(
        {0, 1, -1, kLargest, -kLargest, kLargest + 1, std::numeric_limits<std::int64_t>::max(),
         std::numeric_limits<std::int64_t>::min()}));
}

/// A number below `end`, now and then another one.
std::uint32_t some_index(FuzzedDataProvider& data, std::size_t end) {
    if (end == 0 || is_rare(data)) return data.ConsumeIntegral<std::uint32_t>();
    return data.ConsumeIntegralInRange<std::uint32_t>(0, static_cast<std::uint32_t>(end - 1));
}

std::string some_text(FuzzedDataProvider& data) {
    std::string text = data.ConsumeRandomLengthString(60);
    if (is_rare(data) && !text.empty()) {
        const auto size = data.PickValueInArray<std::size_t>({16'000, 33'000, 70'000});
        while (text.size() < size) text += text;
    }
    return text;
}

class Maker {
  public:
    explicit Maker(FuzzedDataProvider& data) : data_{data} {}

    PagedDocument make() {
        make_elements();
        pages_ = data_.ConsumeIntegralInRange<std::size_t>(0, 4);
        document_.information.title = some_text(data_);
        document_.information.author = some_text(data_);
        if (data_.ConsumeBool()) document_.information.date = Date{2026, 2, 28};
        for (std::size_t k = 0; k < pages_; ++k) document_.pages.push_back(page());
        const auto entries = data_.ConsumeIntegralInRange<unsigned>(0, 5);
        for (unsigned k = 0; k < entries; ++k)
            document_.outline.push_back({some_text(data_), some_index(data_, 7),
                                         some_index(data_, pages_), some_length(data_)});
        return std::move(document_);
    }

  private:
    void make_elements() {
        const auto count = data_.ConsumeIntegralInRange<std::size_t>(0, 12);
        for (std::size_t id = 0; id < count; ++id) {
            StructureElement element;
            constexpr auto kLast = static_cast<std::uint8_t>(Tag::figure);
            const auto tag = data_.ConsumeIntegralInRange<std::uint8_t>(0, kLast);
            if (id == 0)
                element.tag = Tag::document;
            else
                element.tag = static_cast<Tag>(tag);
            element.parent = id == 0 ? 0 : some_index(data_, id);
            element.row_span = some_index(data_, 4) + 1;
            element.column_span = some_index(data_, 4) + 1;
            element.heads_column = data_.ConsumeBool();
            element.alternative = element.tag == Tag::figure ? some_text(data_) : std::string{};
            document_.elements.push_back(std::move(element));
        }
    }

    ElementId element() {
        const std::size_t count = document_.elements.size();
        return count == 0 || data_.ConsumeBool() ? kArtifact : some_index(data_, count);
    }

    Page page() {
        Page page{some_length(data_), some_length(data_), some_text(data_)};
        if (!is_rare(data_)) page.width = 210_mm, page.height = 297_mm;
        page.read_turned = data_.ConsumeBool();
        const auto items = data_.ConsumeIntegralInRange<unsigned>(0, 12);
        for (unsigned k = 0; k < items; ++k) page.items.push_back(item());
        return page;
    }

    Item item() {
        const auto length = [&] { return some_length(data_); };
        switch (data_.ConsumeIntegralInRange<int>(0, 7)) {
            case 0:
                return FilledBox{length(), length(), length(), length(), element(), colour()};
            case 1:
                return SlantedLine{length(), length(), length(), length(), length(), element()};
            case 2:
                return LinkArea{length(), length(), length(), length(), some_index(data_, pages_),
                                length(), element()};
            case 3:
                return PlacedImage{length(), length(), length(), length(), image(), element()};
            default:
                return run();
        }
    }

    Colour colour() { return data_.ConsumeBool() ? Colour::red : Colour::black; }

    SharedImage image() {
        if (is_rare(data_)) return nullptr;
        Image image;
        image.width = some_index(data_, 5);
        image.height = some_index(data_, 5);
        const std::size_t pixels =
            std::min<std::size_t>(std::size_t{image.width} * image.height, 100);
        image.colours.assign(3 * pixels, 'c');
        if (data_.ConsumeBool()) image.alpha.assign(pixels, 'a');
        return std::make_shared<const Image>(std::move(image));
    }

    GlyphRun run() {
        const FontSet& fonts = *test_fonts();
        GlyphRun run;
        run.face = static_cast<FaceId>(some_index(data_, fonts.faces.size()));
        run.size = data_.ConsumeBool() ? 16_pt : some_length(data_);
        run.text = some_text(data_);
        run.element = element();
        run.colour = colour();
        run.posture.turn = data_.PickValueInArray(
            {Posture::Turn::upright, Posture::Turn::clockwise, Posture::Turn::counter_clockwise});
        if (data_.ConsumeBool()) run.posture.width = data_.ConsumeIntegral<std::uint16_t>();
        const std::size_t ids = run.face < fonts.faces.size()
                                    ? hb_face_get_glyph_count(fonts.faces[run.face].harfbuzz.get())
                                    : 100;
        const auto glyphs = data_.ConsumeIntegralInRange<unsigned>(0, 12);
        const auto size = static_cast<std::uint32_t>(run.text.size());
        std::uint32_t end = 0;
        for (unsigned k = 0; k < glyphs; ++k) {
            PositionedGlyph glyph{
                some_index(data_, ids), some_length(data_), some_length(data_), {}};
            glyph.text.begin = end;
            end = std::min(end + some_index(data_, 5), size);
            glyph.text.end = is_rare(data_) ? some_index(data_, 0) : end;
            run.glyphs.push_back(glyph);
        }
        return run;
    }

    FuzzedDataProvider& data_;
    PagedDocument document_;
    std::size_t pages_ = 0;
};

/// qpdf's C interface: Clang 14 cannot read the other one with this standard library.
void read_with_qpdf(const std::string& pdf) {
    qpdf_data file = qpdf_init();
    qpdf_set_suppress_warnings(file, QPDF_TRUE);
    qpdf_silence_errors(file);
    qpdf_set_attempt_recovery(file, QPDF_FALSE);
    qpdf_read_memory(file, "fuzzed", pdf.data(), pdf.size(), nullptr);
    if (qpdf_has_error(file) == QPDF_FALSE) qpdf_check_pdf(file);
    if (qpdf_has_error(file) != QPDF_FALSE)
        fail(qpdf_get_error_full_text(file, qpdf_get_error(file)));
    if (qpdf_more_warnings(file) != QPDF_FALSE)
        fail(qpdf_get_error_full_text(file, qpdf_next_warning(file)));
    qpdf_cleanup(&file);
}

void fuzz(FuzzedDataProvider& data) {
    const PagedDocument document = Maker{data}.make();
    const Outcome<std::string> outcome = write_pdf(document, *test_fonts());
    if (outcome.diagnostics.empty()) {
        read_with_qpdf(outcome.value);
        return;
    }
    if (!outcome.value.empty()) fail("refused, and yet written");
    for (const Diagnostic& diagnostic : outcome.diagnostics)
        if (diagnostic.code != Code::pdf_not_written) fail("another complaint");
}

}  // namespace
}  // namespace banxin

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    FuzzedDataProvider data{bytes, size};
    banxin::fuzz(data);
    return 0;
}

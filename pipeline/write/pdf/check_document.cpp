#include "pipeline/write/pdf/check_document.hpp"

#include <hb.h>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <variant>

#include "pipeline/write/pdf/metadata.hpp"
#include "pipeline/write/pdf/pdf_syntax.hpp"

namespace banxin::pdf {
namespace {

// Pages are 3 to 14,400 units wide and high (ISO 19005-2, 6.1.13).
constexpr Length kSmallestPage = 3_pt;
constexpr Length kLargestPage = 14400_pt;

// Smaller type is not seen, and its kerning would leave the range of numbers.
constexpr Length kSmallestType = 0.1_pt;
constexpr std::uint16_t kNarrowestType = 10;  // thousandths, as Posture::width
constexpr std::uint16_t kWidestType = 10000;

constexpr unsigned kMostSpans = 65535;
constexpr unsigned kDeepestOutline = 32;

using Reason = std::optional<std::string>;

bool is_near(std::initializer_list<Length> lengths) {
    return std::all_of(lengths.begin(), lengths.end(), [](Length length) {
        return length >= -kLargestPage && length <= kLargestPage;
    });
}

class Check {
  public:
    Check(const PagedDocument& document, const FontSet& fonts)
        : document_{document}, fonts_{fonts} {}

    [[nodiscard]] Reason reason() const {
        if (document_.pages.empty()) return "no pages";
        const DocumentInformation& information = document_.information;
        for (const std::string* text : {&information.title, &information.author})
            if (is_too_long(*text)) return too_long("title or issuer");
        if (is_too_long(keywords_of(information))) return too_long("keywords");
        if (Reason found = elements()) return found;
        for (const Page& page : document_.pages)
            if (Reason found = of_page(page)) return found;
        return outline();
    }

  private:
    static std::string too_long(const std::string& what) {
        return what + " of more than " + std::to_string(kMostTextUnits) + " characters";
    }

    [[nodiscard]] Reason elements() const {
        for (ElementId id = 0; id < document_.elements.size(); ++id) {
            const StructureElement& element = document_.elements[id];
            if (id > 0 ? element.parent >= id : element.tag != Tag::document)
                return "an element before its parent";
            const unsigned spans = std::max(element.row_span, element.column_span);
            if (spans > kMostSpans || std::min(element.row_span, element.column_span) == 0)
                return "a cell over " + std::to_string(spans) + " rows or columns";
            if (is_too_long(element.alternative)) return too_long("words for a picture");
            if (element.tag == Tag::figure && element.alternative.empty())
                return "a picture without words for it";
        }
        return std::nullopt;
    }

    [[nodiscard]] Reason of_page(const Page& page) const {
        if (std::max(page.width, page.height) > kLargestPage) return "page larger than 5080 mm";
        if (std::min(page.width, page.height) < kSmallestPage) return "page smaller than 3 pt";
        if (is_too_long(page.label)) return too_long("page label");
        for (const Item& item : page.items) {
            const ElementId element =
                std::visit([](const auto& each) { return each.element; }, item);
            if (element != kArtifact && element >= document_.elements.size())
                return "an item of no element";
            if (Reason found = std::visit([&](const auto& each) { return of_item(each); }, item))
                return found;
        }
        return std::nullopt;
    }

    [[nodiscard]] Reason of_item(const GlyphRun& run) const {
        if (run.glyphs.empty()) return std::nullopt;
        if (run.face >= fonts_.faces.size()) return "text without a face";
        if (run.size < kSmallestType || run.size > kLargestPage ||
            run.posture.width < kNarrowestType || run.posture.width > kWidestType)
            return "type too small or too large";
        const Face& face = fonts_.faces[run.face];
        const unsigned glyphs = hb_face_get_glyph_count(face.harfbuzz.get());
        std::uint32_t end = 0;
        for (const PositionedGlyph& glyph : run.glyphs) {
            if (glyph.id == 0 || glyph.id >= glyphs) return "no glyph of " + face.file;
            if (!is_near({glyph.x, glyph.y})) return kFarAway;
            if (glyph.text.begin < end || glyph.text.end < glyph.text.begin)
                return "glyphs that are not in the order of their text";
            end = glyph.text.end;
            if (end > run.text.size()) return "a glyph for no text";
            if (glyph.text.size() > kMostTextUnits) return too_long("text for a glyph");
        }
        return std::nullopt;
    }

    [[nodiscard]] static Reason of_item(const FilledBox& box) {
        return is_near({box.left, box.top, box.width, box.height}) ? Reason{} : kFarAway;
    }

    [[nodiscard]] static Reason of_item(const SlantedLine& line) {
        if (line.thickness < Length{}) return "a line thinner than nothing";
        return is_near({line.left, line.top, line.right, line.bottom, line.thickness}) ? Reason{}
                                                                                       : kFarAway;
    }

    [[nodiscard]] Reason of_item(const LinkArea& link) const {
        if (link.target_page >= document_.pages.size()) return "a link to no page";
        if (std::min(link.width, link.height) < Length{}) return "a link smaller than nothing";
        return is_near({link.left, link.top, link.width, link.height, link.target_top}) ? Reason{}
                                                                                        : kFarAway;
    }

    [[nodiscard]] static Reason of_item(const PlacedImage& placed) {
        if (placed.image == nullptr) return "no picture";
        const Image& image = *placed.image;
        const std::size_t pixels = std::size_t{image.width} * image.height;
        const bool is_whole = pixels > 0 && std::max(image.width, image.height) < 0x7FFFFFFF &&
                              image.colours.size() == 3 * pixels &&
                              (image.alpha.empty() || image.alpha.size() == pixels);
        if (!is_whole) return "a picture that is not whole";
        return is_near({placed.left, placed.top, placed.width, placed.height}) ? Reason{}
                                                                               : kFarAway;
    }

    [[nodiscard]] Reason outline() const {
        for (const OutlineEntry& entry : document_.outline) {
            if (entry.page >= document_.pages.size()) return "an outline to no page";
            if (entry.level == 0 || entry.level > kDeepestOutline) return "an outline too deep";
            if (!is_near({entry.top})) return kFarAway;
            if (is_too_long(entry.title)) return too_long("heading");
        }
        return std::nullopt;
    }

    static constexpr const char* kFarAway = "something further off than any page reaches";

    const PagedDocument& document_;
    const FontSet& fonts_;
};

}  // namespace

std::optional<std::string> reason_against(const PagedDocument& document, const FontSet& fonts) {
    return Check{document, fonts}.reason();
}

}  // namespace banxin::pdf

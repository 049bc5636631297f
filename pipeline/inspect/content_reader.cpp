#include "pipeline/inspect/content_reader.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/inspect/graphics_state.hpp"
#include "pipeline/inspect/path_builder.hpp"
#include "pipeline/inspect/pdf_values.hpp"

namespace banxin {
namespace {

constexpr std::size_t kDeepestForms = 12;
constexpr std::size_t kDeepestStates = 256;
constexpr std::size_t kMostOperands = 1024;
constexpr std::size_t kMostGlyphs = 1'000'000;  // On one page.

Length length_of(double emu) {
    constexpr double kMost = 1e12;  // 28 km: what is further away than that is not on paper.
    return Length::from_emu(std::llround(std::clamp(emu, -kMost, kMost)));
}

/// Reads one stream; a form within it is read by another of these.
class ContentReader : public QPDFObjectHandle::ParserCallbacks {
  public:
    ContentReader(PdfReading& reading, PdfPage& page, QPDFObjectHandle resources,
                  GraphicsState state, std::size_t depth)
        : reading_{reading},
          page_{page},
          resources_{std::move(resources)},
          state_{std::move(state)},
          depth_{depth} {}

    void read(const std::string& content) {
        QPDFObjectHandle stream = reading_.pdf.newStream(content);
        try {
            stream.parseAsContents(this);
        } catch (const PdfTooLarge&) {
            is_too_large_ = true;
        } catch (const std::exception&) {
            // A broken stream shows what came before it broke.
        }
        if (is_too_large_) throw PdfTooLarge{};
    }

    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) {
            if (operands_.size() < kMostOperands) operands_.push_back(object);
            return;
        }
        if (reading_.operators_left == 0 || page_.glyphs.size() > kMostGlyphs) return give_up();
        --reading_.operators_left;
        run(object.getOperatorValue());
        operands_.clear();
    }
    void handleEOF() override {}

  private:
    void give_up() {
        is_too_large_ = true;
        terminateParsing();
    }

    void run(const std::string& name);
    bool run_state(const std::string& name);
    bool run_path(const std::string& name);
    bool run_colour(const std::string& name);
    bool run_text_state(const std::string& name);
    bool run_text(const std::string& name);

    [[nodiscard]] double operand(std::size_t at) const {
        return at < operands_.size() ? number_or(operands_[at], 0) : 0;
    }
    [[nodiscard]] QPDFObjectHandle object(std::size_t at) const {
        return at < operands_.size() ? operands_[at] : QPDFObjectHandle::newNull();
    }
    [[nodiscard]] std::vector<double> numbers() const {
        std::vector<double> found;
        for (const QPDFObjectHandle& each : operands_)
            if (const auto number = number_in(each)) found.push_back(*number);
        return found;
    }
    [[nodiscard]] PdfMatrix matrix() const {
        return {operand(0), operand(1), operand(2), operand(3), operand(4), operand(5)};
    }
    [[nodiscard]] QPDFObjectHandle resource(const char* kind, std::size_t at) const {
        return entry(entry(resources_, kind), "/" + name_in(object(at)));
    }
    [[nodiscard]] PdfMatrix::Point point(std::size_t at) const {
        return state_.matrix.apply(operand(at), operand(at + 1));
    }

    void paint(bool fills, bool strokes);
    void add_rectangle();
    void set_space(PdfPaint& paint);
    void draw_object();
    void add_picture();
    void draw_form(QPDFObjectHandle form);
    void next_line(double x, double y) {
        line_matrix_ = PdfMatrix{1, 0, 0, 1, x, y} * line_matrix_;
        text_matrix_ = line_matrix_;
    }
    void show(const std::string& bytes);
    void show_adjusted(QPDFObjectHandle array);
    void add_glyph(const ShownCode& code);

    PdfReading& reading_;
    PdfPage& page_;
    QPDFObjectHandle resources_;
    GraphicsState state_;
    std::size_t depth_;
    std::vector<GraphicsState> states_;
    std::vector<QPDFObjectHandle> operands_;
    PathBuilder path_;
    PdfMatrix::Point pen_{0, 0};  ///< In user space, for the operator v.
    PdfMatrix text_matrix_, line_matrix_;
    bool is_too_large_ = false;
};

void ContentReader::run(const std::string& name) {
    if (run_text(name) || run_text_state(name) || run_state(name) || run_path(name)) return;
    if (run_colour(name)) return;
    if (name == "Do") draw_object();
    if (name == "EI") add_picture();
}

bool ContentReader::run_state(const std::string& name) {
    if (name == "q") {
        if (states_.size() < kDeepestStates) states_.push_back(state_);
    } else if (name == "Q") {
        if (!states_.empty()) {
            state_ = std::move(states_.back());
            states_.pop_back();
        }
    } else if (name == "cm") {
        state_.matrix = matrix() * state_.matrix;
    } else if (name == "w") {
        state_.line_width = operand(0);
    } else if (name == "gs") {
        QPDFObjectHandle settings = resource("/ExtGState", 0);
        if (const auto width = number_in(entry(settings, "/LW"))) state_.line_width = *width;
        const auto font = items_in(entry(settings, "/Font"));
        if (font.size() == 2) {
            state_.font = reading_.font_number(font[0]);
            state_.font_size = number_or(font[1], 0);
        }
    } else {
        return false;
    }
    return true;
}

bool ContentReader::run_path(const std::string& name) {
    if (name == "m") {
        path_.move_to(point(0));
    } else if (name == "l") {
        path_.line_to(point(0));
    } else if (name == "c") {
        path_.curve_to(point(0), point(2), point(4));
    } else if (name == "v") {
        path_.curve_to(point(0), point(0), point(2));
    } else if (name == "y") {
        path_.curve_to(point(0), point(2), point(2));
    } else if (name == "h") {
        path_.close();
    } else if (name == "re") {
        add_rectangle();
    } else if (name == "f" || name == "F" || name == "f*") {
        paint(true, false);
    } else if (name == "S" || name == "s") {
        if (name == "s") path_.close();
        paint(false, true);
    } else if (name == "B" || name == "B*" || name == "b" || name == "b*") {
        if (name[0] == 'b') path_.close();
        paint(true, true);
    } else if (name == "n") {
        path_.clear();
    } else {
        return false;
    }
    return true;
}

void ContentReader::add_rectangle() {
    const double x = operand(0), y = operand(1), width = operand(2), height = operand(3);
    path_.move_to(state_.matrix.apply(x, y));
    path_.line_to(state_.matrix.apply(x + width, y));
    path_.line_to(state_.matrix.apply(x + width, y + height));
    path_.line_to(state_.matrix.apply(x, y + height));
    path_.close();
}

void ContentReader::paint(bool fills, bool strokes) {
    if (fills) path_.fill(page_, state_.fill.colour);
    if (strokes) {
        const double scale = std::sqrt(state_.matrix.width() * state_.matrix.height());
        path_.stroke(page_, state_.stroke.colour, state_.line_width * scale);
    }
    path_.clear();
}

void ContentReader::set_space(PdfPaint& paint) {
    QPDFObjectHandle named = resource("/ColorSpace", 0);
    paint.space = named.isNull() ? object(0) : named;
    paint.colour = first_colour_in(paint.space);
}

bool ContentReader::run_colour(const std::string& name) {
    if (name == "cs" || name == "CS") {
        set_space(name == "cs" ? state_.fill : state_.stroke);
        return true;
    }
    constexpr const char* kFilling[] = {"g", "rg", "k", "sc", "scn"};
    constexpr const char* kStroking[] = {"G", "RG", "K", "SC", "SCN"};
    for (std::size_t k = 0; k < std::size(kFilling); ++k) {
        const bool fills = name == kFilling[k];
        if (!fills && name != kStroking[k]) continue;
        PdfPaint& paint = fills ? state_.fill : state_.stroke;
        if (k < 3) paint.space = QPDFObjectHandle::newName("/Device");
        paint.colour = colour_in(paint.space, numbers());
        return true;
    }
    return false;
}

void ContentReader::draw_object() {
    QPDFObjectHandle drawn = resource("/XObject", 0);
    if (!drawn.isStream()) return;
    if (name_in(entry(drawn, "/Subtype")) == "Form")
        draw_form(drawn);
    else
        add_picture();
}

/// An image fills the unit square of user space, 8.9.5.
void ContentReader::add_picture() {
    PdfBox box;
    bool is_first = true;
    for (const auto& [x, y] : {std::pair{0, 0}, {1, 0}, {0, 1}, {1, 1}}) {
        const auto at = state_.matrix.apply(x, y);
        const PdfBox corner{length_of(at.x), length_of(at.y), length_of(at.x), length_of(at.y)};
        if (std::exchange(is_first, false))
            box = corner;
        else
            box.include(corner);
    }
    page_.pictures.push_back(box);
}

void ContentReader::draw_form(QPDFObjectHandle form) {
    if (depth_ >= kDeepestForms) return;
    GraphicsState state = state_;
    const auto values = items_in(entry(form, "/Matrix"));
    if (values.size() == 6) {
        const auto value = [&](std::size_t at) { return number_or(values[at], 0); };
        state.matrix =
            PdfMatrix{value(0), value(1), value(2), value(3), value(4), value(5)} * state.matrix;
    }
    QPDFObjectHandle own = entry(form, "/Resources");
    try {
        ContentReader{reading_, page_, own.isDictionary() ? own : resources_, std::move(state),
                      depth_ + 1}
            .read(reading_.streams.decode(form));
    } catch (const PdfTooLarge&) {
        give_up();
    }
}

bool ContentReader::run_text_state(const std::string& name) {
    if (name == "Tf") {
        state_.font = reading_.font_number(resource("/Font", 0));
        state_.font_size = operand(1);
    } else if (name == "Tc") {
        state_.character_spacing = operand(0);
    } else if (name == "Tw") {
        state_.word_spacing = operand(0);
    } else if (name == "Tz") {
        state_.stretch = operand(0) / 100;
    } else if (name == "TL") {
        state_.leading = operand(0);
    } else if (name == "Ts") {
        state_.rise = operand(0);
    } else if (name == "Tr") {
        state_.rendering = static_cast<int>(operand(0));
    } else {
        return false;
    }
    return true;
}

bool ContentReader::run_text(const std::string& name) {
    if (name == "BT") {
        text_matrix_ = line_matrix_ = {};
    } else if (name == "Td") {
        next_line(operand(0), operand(1));
    } else if (name == "TD") {
        state_.leading = -operand(1);
        next_line(operand(0), operand(1));
    } else if (name == "Tm") {
        text_matrix_ = line_matrix_ = matrix();
    } else if (name == "T*") {
        next_line(0, -state_.leading);
    } else if (name == "Tj") {
        if (object(0).isString()) show(object(0).getStringValue());
    } else if (name == "TJ") {
        show_adjusted(object(0));
    } else if (name == "'" || name == "\"") {
        const std::size_t text = name == "'" ? 0 : 2;
        if (text == 2) {
            state_.word_spacing = operand(0);
            state_.character_spacing = operand(1);
        }
        next_line(0, -state_.leading);
        if (object(text).isString()) show(object(text).getStringValue());
    } else {
        return false;
    }
    return true;
}

void ContentReader::show_adjusted(QPDFObjectHandle array) {
    for (QPDFObjectHandle& item : items_in(array)) {
        if (item.isString()) {
            show(item.getStringValue());
        } else if (const auto back = number_in(item)) {
            const double x = -*back / 1000 * state_.font_size * state_.stretch;
            text_matrix_ = PdfMatrix{1, 0, 0, 1, x, 0} * text_matrix_;
        }
    }
}

void ContentReader::show(const std::string& bytes) {
    if (!state_.font) return;
    for (const ShownCode& code : reading_.fonts[*state_.font]->decode(bytes)) {
        add_glyph(code);
        const double spacing = state_.character_spacing + (code.is_space ? state_.word_spacing : 0);
        const double x = (code.width * state_.font_size + spacing) * state_.stretch;
        text_matrix_ = PdfMatrix{1, 0, 0, 1, x, 0} * text_matrix_;
    }
}

void ContentReader::add_glyph(const ShownCode& code) {
    constexpr int kFillsAndStrokes = 2;
    constexpr int kInvisible = 3;
    const int rendering = state_.rendering & 3;  // 4 to 7 also clip
    if (rendering == kInvisible) return;
    const PdfMatrix to_page =
        PdfMatrix{state_.font_size * state_.stretch, 0, 0, state_.font_size, 0, state_.rise} *
        text_matrix_ * state_.matrix;
    const PdfColour colour = rendering == 1 ? state_.stroke.colour : state_.fill.colour;
    if (colour.is_white()) return;
    PdfGlyph glyph;
    glyph.text = code.text;
    glyph.font = *state_.font;
    glyph.colour = colour;
    glyph.x = length_of(to_page.e);
    glyph.baseline = length_of(to_page.f);
    glyph.advance = length_of(code.width * to_page.width());
    glyph.size = length_of(to_page.height());
    // y points downwards here, so that an upright em has d < 0.
    glyph.is_upright = to_page.a > 0 && to_page.d < 0 && std::abs(to_page.b) < 0.01 * to_page.a &&
                       std::abs(to_page.c) < -to_page.d;
    glyph.is_emboldened = rendering == kFillsAndStrokes;
    if (code.extent && glyph.is_upright)
        glyph.ink = PdfInk{length_of(to_page.f - code.extent->top * to_page.height()),
                           length_of(to_page.f - code.extent->bottom * to_page.height())};
    page_.glyphs.push_back(std::move(glyph));
}

}  // namespace

std::size_t PdfReading::font_number(QPDFObjectHandle object) {
    const QPDFObjGen id = object.getObjGen();
    const bool has_number = object.isIndirect();
    if (const auto found = font_numbers.find(id); has_number && found != font_numbers.end())
        return found->second;
    constexpr std::size_t kMostFonts = 2000;
    if (fonts.size() >= kMostFonts) throw PdfTooLarge{};
    fonts.push_back(read_font(object, streams));
    pages.fonts.push_back({fonts.back()->name(), fonts.back()->is_embedded()});
    if (has_number) font_numbers[id] = fonts.size() - 1;
    return fonts.size() - 1;
}

void read_content(PdfReading& reading, PdfPage& page, const std::string& content,
                  QPDFObjectHandle resources, const PdfMatrix& start) {
    GraphicsState state;
    state.matrix = start;
    ContentReader{reading, page, std::move(resources), std::move(state), 0}.read(content);
}

}  // namespace banxin

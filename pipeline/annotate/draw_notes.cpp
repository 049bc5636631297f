#include "pipeline/annotate/draw_notes.hpp"

#include <cairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "pipeline/annotate/lettering.hpp"
#include "pipeline/annotate/page_raster.hpp"
#include "pipeline/base/cairo_handles.hpp"

namespace banxin {
namespace {

struct Ink {
    double red, green, blue, alpha = 1;
};
constexpr double part(std::uint8_t value) { return value / 255.0; }
constexpr Ink kDeviation{part(kDeviationColour.red), part(kDeviationColour.green),
                         part(kDeviationColour.blue)};
constexpr Ink kRemark{0.72, 0.42, 0};
constexpr Ink kElement{0.13, 0.38, 0.72};
constexpr Ink kGrid{0.25, 0.6, 0.4};
constexpr Ink kWords{0.2, 0.2, 0.2};
constexpr Ink kGutter{0.965, 0.965, 0.955};

// All in millimetres of the page.
constexpr double kNameSize = 2.2;
constexpr double kNameSide = 26;    // Where names in the page's left margin end.
constexpr double kNearMargin = 46;  // Boxes that begin further left are named in that margin.
constexpr double kHeadSize = 3.2;
constexpr double kTitleSize = 2.8;
constexpr double kTextSize = 2.5;
constexpr double kLineHeight = 1.45;  // Of the size.
constexpr double kGutterMargin = 5;

double mm(Length length) {
    return static_cast<double>(length.emu()) / static_cast<double>(Length::kPerMillimetre);
}

Ink ink_of(NoteKind kind) {
    if (kind == NoteKind::element) return kElement;
    return kind == NoteKind::deviation ? kDeviation : kRemark;
}

/// One page's picture while it is drawn; its units are millimetres.
class NotedPage {
  public:
    NotedPage(cairo_t* cairo, const PageNotes& page, const Lettering& letters, double dots_per_mm)
        : cairo_{cairo}, page_{page}, letters_{letters}, scale_{dots_per_mm} {}

    void draw() {
        draw_grid();
        for (const PageNote& note : page_.notes)
            if (note.kind == NoteKind::element) draw_element(note);
        draw_gutter();
    }

  private:
    void choose(const Ink& ink) const {
        cairo_set_source_rgba(cairo_, ink.red, ink.green, ink.blue, ink.alpha);
    }
    /// The middle of the nearest pixel, so that thin lines are drawn sharp.
    [[nodiscard]] double sharp(double value) const {
        return (std::floor(value * scale_) + 0.5) / scale_;
    }
    void line(double x1, double y1, double x2, double y2) const {
        cairo_move_to(cairo_, sharp(x1), sharp(y1));
        cairo_line_to(cairo_, sharp(x2), sharp(y2));
    }
    void rectangle(double left, double top, double right, double bottom) const {
        const double x = sharp(left);
        const double y = sharp(top);
        cairo_rectangle(cairo_, x, y, sharp(right) - x, sharp(bottom) - y);
    }
    void stroke(double pixels) const {
        cairo_set_line_width(cairo_, pixels / scale_);
        cairo_stroke(cairo_);
    }
    void draw_grid() const;
    void draw_element(const PageNote& note);
    void draw_boxes(const PageNote& note);
    void draw_gutter();

    struct GutterLine {
        std::string words;
        double size;
        Ink ink;
    };
    struct GutterNote {
        const PageNote* note;
        std::vector<GutterLine> lines;
        double top, height;
    };
    [[nodiscard]] std::vector<GutterLine> lines_of(const PageNote& note, double scale) const;
    [[nodiscard]] std::vector<GutterNote> gutter_notes(double top) const;

    cairo_t* cairo_;
    const PageNotes& page_;
    const Lettering& letters_;
    double scale_;
    double names_end_ = 0;  ///< Foot of the last name in the page's margin.
    std::set<std::array<Length, 4>> tinted_;
};

void NotedPage::draw_grid() const {
    if (!page_.type_area) return;
    const PdfBox& area = *page_.type_area;
    choose({kGrid.red, kGrid.green, kGrid.blue, 0.3});
    for (const Length row : page_.rows) line(mm(area.left), mm(row), mm(area.right), mm(row));
    stroke(1);
    choose({kGrid.red, kGrid.green, kGrid.blue, 0.8});
    rectangle(mm(area.left), mm(area.top), mm(area.right), mm(area.bottom));
    stroke(1);
}

/// Boxes near the left margin are named there, one name below the other, the others above their
/// own top left corner.
void NotedPage::draw_element(const PageNote& note) {
    constexpr double kPadding = 0.5;
    const PdfBox& box = note.boxes.front();
    choose({kElement.red, kElement.green, kElement.blue, 0.75});
    for (const PdfBox& each : note.boxes)
        rectangle(mm(each.left) - kPadding, mm(each.top) - kPadding, mm(each.right) + kPadding,
                  mm(each.bottom) + kPadding);
    stroke(1);
    if (mm(box.left) > kNearMargin) {
        choose({1, 1, 1, 0.8});
        cairo_rectangle(cairo_, mm(box.left), mm(box.top) - 1.9 - kNameSize,
                        letters_.width(note.title, kNameSize), kNameSize * 1.2);
        cairo_fill(cairo_);
        choose(kElement);
        letters_.draw(cairo_, note.title, mm(box.left), mm(box.top) - 1.7, kNameSize);
        return;
    }
    choose(kElement);
    const double right = std::min(kNameSide, mm(box.left) - 1.5);
    const double left = std::max(1.0, right - letters_.width(note.title, kNameSize));
    const double baseline =
        std::max(mm(box.top) + kNameSize + 0.5, names_end_ + kNameSize * kLineHeight);
    names_end_ = baseline;
    letters_.draw(cairo_, note.title, left, baseline, kNameSize);
}

void NotedPage::draw_boxes(const PageNote& note) {
    const Ink ink = ink_of(note.kind);
    constexpr double kPadding = 0.9;
    constexpr double kInset = 0.6;        // A box as large as the page stays on it.
    constexpr double kMostTinted = 8000;  // Square millimetres: eight rows of text.
    for (const PdfBox& box : note.boxes) {
        const double left = std::max(mm(box.left) - kPadding, kInset);
        const double top = std::max(mm(box.top) - kPadding, kInset);
        const double right = std::min(mm(box.right) + kPadding, mm(page_.width) - kInset);
        const double bottom = std::min(mm(box.bottom) + kPadding, mm(page_.height) - kInset);
        // Small ones only, and once: what stands in several boxes must stay readable.
        const bool is_small = (right - left) * (bottom - top) < kMostTinted;
        if (is_small && tinted_.insert({box.left, box.top, box.right, box.bottom}).second) {
            choose({ink.red, ink.green, ink.blue, 0.06});
            rectangle(left, top, right, bottom);
            cairo_fill(cairo_);
        }
        choose(ink);
        rectangle(left, top, right, bottom);
        stroke(2);
    }
}

std::vector<NotedPage::GutterLine> NotedPage::lines_of(const PageNote& note, double scale) const {
    const double width = mm(kNoteGutter) - 2 * kGutterMargin;
    std::vector<GutterLine> lines;
    const auto add = [&](std::string_view words, double size, const Ink& ink) {
        for (std::string& each : letters_.wrapped(words, size * scale, width))
            lines.push_back({std::move(each), size * scale, ink});
    };
    add(note.title, kTitleSize, ink_of(note.kind));
    for (std::size_t begin = 0; begin < note.text.size();) {
        const std::size_t end = std::min(note.text.find('\n', begin), note.text.size());
        add(std::string_view{note.text}.substr(begin, end - begin), kTextSize, kWords);
        begin = end + 1;
    }
    return lines;
}

/// Where a leader leaves a box: near its top, since large ones hold others.
double leader_of(const PageNote& note) {
    const PdfBox& box = note.boxes.front();
    return std::min(mm(box.middle()), mm(box.top) + 4);
}

/// Notes from `top` down, each at the height of what it is about or below the note before, and as
/// much higher as those below it need. Many are set smaller.
std::vector<NotedPage::GutterNote> NotedPage::gutter_notes(double top) const {
    std::vector<const PageNote*> notes;
    for (const PageNote& note : page_.notes)
        if (note.kind != NoteKind::element) notes.push_back(&note);
    std::stable_sort(notes.begin(), notes.end(), [](const PageNote* one, const PageNote* two) {
        return leader_of(*one) < leader_of(*two);
    });
    const double foot = mm(page_.height) - kGutterMargin;
    std::vector<GutterNote> placed;
    constexpr double kLeast = 0.4;
    for (double scale = 1; scale > kLeast; scale -= 0.1) {
        placed.clear();
        double all = 0;
        for (const PageNote* note : notes) {
            GutterNote& each = placed.emplace_back(GutterNote{note, lines_of(*note, scale), 0, 0});
            for (const GutterLine& line : each.lines) each.height += line.size * kLineHeight;
            each.height += 2.5 * scale;
            all += each.height;
        }
        if (top + all < foot) break;
    }
    for (GutterNote& each : placed) {
        each.top = std::max(top, leader_of(*each.note) - 2.5);
        top = each.top + each.height;
    }
    double bottom = foot;
    for (auto each = placed.rbegin(); each != placed.rend(); ++each) {
        each->top = std::min(each->top, bottom - each->height);
        bottom = each->top;
    }
    return placed;
}

void NotedPage::draw_gutter() {
    const double left = mm(page_.width);
    choose(kGutter);
    cairo_rectangle(cairo_, left, 0, mm(kNoteGutter), mm(page_.height));
    cairo_fill(cairo_);
    choose(kWords);
    double top = kGutterMargin;
    for (const std::string& each :
         letters_.wrapped(page_.head, kHeadSize, mm(kNoteGutter) - 2 * kGutterMargin)) {
        top += kHeadSize * kLineHeight;
        letters_.draw(cairo_, each, left + kGutterMargin, top, kHeadSize);
    }
    for (const GutterNote& each : gutter_notes(top + 4)) {
        draw_boxes(*each.note);
        double baseline = each.top;
        for (const GutterLine& words : each.lines) {
            baseline += words.size * kLineHeight;
            choose(words.ink);
            letters_.draw(cairo_, words.words, left + kGutterMargin, baseline, words.size);
        }
        const double middle = each.top + each.lines.front().size;
        choose(ink_of(each.note->kind));
        line(std::min(mm(each.note->boxes.front().right) + 0.9, left - 0.6), leader_of(*each.note),
             left, middle);
        line(left, middle, left + kGutterMargin - 1, middle);
        stroke(1);
    }
}

struct PixelSize {
    int width, height;
};

/// As many pixels as the page and its gutter touch; none where that is more than anybody could see.
std::optional<PixelSize> pixel_size(const PageNotes& page, double dots_per_mm) {
    constexpr double kMostPixels = 80e6;
    const double width = std::ceil((mm(page.width) + mm(kNoteGutter)) * dots_per_mm);
    const double height = std::ceil(mm(page.height) * dots_per_mm);
    if (width < 1 || height < 1 || width * height > kMostPixels) return std::nullopt;
    return PixelSize{static_cast<int>(width), static_cast<int>(height)};
}

/// The PNG, or why there is none.
struct Drawn {
    std::string png;
    std::string problem;
};

Drawn draw_page(PageRaster raster, const PageNotes& page, const Lettering& letters,
                double dots_per_mm) {
    const auto size = pixel_size(page, dots_per_mm);
    if (!size) return {{}, "it is too large"};
    if (raster.pixels.empty()) return {{}, "Poppler cannot draw it"};
    const CairoSurface surface{
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, size->width, size->height)};
    const CairoSurface paper{cairo_image_surface_create_for_data(
        raster.pixels.data(), CAIRO_FORMAT_RGB24, raster.width, raster.height, raster.width * 4)};
    const CairoContext cairo{cairo_create(surface.get())};
    cairo_set_source_rgb(cairo.get(), 1, 1, 1);
    cairo_paint(cairo.get());
    cairo_set_source_surface(cairo.get(), paper.get(), 0, 0);
    cairo_paint(cairo.get());
    cairo_scale(cairo.get(), dots_per_mm, dots_per_mm);
    NotedPage{cairo.get(), page, letters, dots_per_mm}.draw();
    Drawn drawn;
    cairo_status_t status = cairo_status(cairo.get());
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_write_to_png_stream(surface.get(), append_bytes, &drawn.png);
    if (status != CAIRO_STATUS_SUCCESS) return {{}, cairo_status_to_string(status)};
    return drawn;
}

}  // namespace

Outcome<std::vector<std::string>> draw_notes(std::string_view pdf, std::uint8_t file,
                                             const std::vector<PageNotes>& pages,
                                             const FontSet& fonts, unsigned dots_per_inch) {
    Outcome<std::vector<std::string>> outcome;
    const RasterSource source{pdf};
    const Lettering letters{fonts};
    const double dots_per_mm = dots_per_inch / 25.4;
    for (std::size_t k = 0; k < pages.size(); ++k) {
        PageRaster raster;
        if (pixel_size(pages[k], dots_per_mm)) raster = source.draw(k, dots_per_inch);
        Drawn drawn = draw_page(std::move(raster), pages[k], letters, dots_per_mm);
        if (!drawn.problem.empty())
            outcome.diagnostics.push_back(
                {Code::preview_not_written,
                 {.file = file},
                 {{"page", std::to_string(k + 1)}, {"reason", std::move(drawn.problem)}}});
        outcome.value.push_back(std::move(drawn.png));
    }
    return outcome;
}

}  // namespace banxin

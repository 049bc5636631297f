#include "pipeline/shape/shape.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "pipeline/shape/ink_bounds.hpp"
#include "pipeline/shape/pango_fonts.hpp"
#include "pipeline/shape/paragraph_shaper.hpp"
#include "pipeline/shape/vertical_paragraph.hpp"

namespace banxin {

struct Shaper::State {
    explicit State(std::shared_ptr<const FontSet> set) : fonts{std::move(set)}, pango{*fonts} {}

    Outcome<ShapedParagraph> shape(const Paragraph& paragraph, const Layout& layout,
                                   Orientation orientation) const {
        auto shaped = shape_paragraph(paragraph, layout.styles, *fonts, pango);
        if (orientation == Orientation::vertical && !has_errors(shaped.diagnostics)) {
            shaped.value =
                set_vertically(shaped.value, layout.styles, *fonts, layout.line_rules.vertical);
        }
        return shaped;
    }

    std::shared_ptr<const FontSet> fonts;
    PangoFonts pango;
};

namespace {

/// The value of `outcome`, its diagnostics added to `diagnostics`.
template <typename Value>
Value take(Outcome<Value> outcome, Diagnostics& diagnostics) {
    append(diagnostics, std::move(outcome.diagnostics));
    return std::move(outcome.value);
}

/// The page number is set by itself on every page: its signs are shaped once.
std::vector<Paragraph> page_number_signs(const Style& style) {
    std::vector<Paragraph> signs;
    for (const char* sign : {"—", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}) {
        Paragraph paragraph;
        paragraph.style = style.name;
        paragraph.runs = {{Text{sign, {}}, style.name}};
        signs.push_back(std::move(paragraph));
    }
    return signs;
}

/// How far the middle of the ink of `sign`, one glyph, lies above the baseline.
Length ink_centre(const ShapedParagraph& sign, const FontSet& fonts) {
    if (sign.glyphs.empty()) return {};
    const TypeRun& run = sign.runs.front();
    const Face& face = fonts.faces[run.face];
    hb_glyph_extents_t ink{};
    if (hb_font_get_glyph_extents(face.font.get(), sign.glyphs.front().id, &ink) == 0) return {};
    // The bearing is the ink's top; its height is negative.
    return run.size.scaled(2 * std::int64_t{ink.y_bearing} + ink.height, 2 * face.units_per_em);
}

/// How far the ink of the first line of `paragraph` reaches above its baseline, and that of the
/// last line below its own. Requires upright glyphs.
InkHeight ink_height(const ShapedParagraph& paragraph, const FontSet& fonts) {
    std::optional<Length> above;
    std::optional<Length> below;
    bool on_first_line = true;
    for (const Cluster& cluster : paragraph.clusters) {
        if (cluster.character_class == CharacterClass::line_feed) {
            on_first_line = false;
            below.reset();
        }
        const TypeRun& run = paragraph.runs[cluster.run];
        const Face& face = fonts.faces[run.face];
        for (std::uint32_t k = 0; k < cluster.glyph_count; ++k) {
            const Glyph& glyph = paragraph.glyphs[cluster.first_glyph + k];
            const auto ink = ink_bounds(face, glyph.id);
            if (!ink) continue;
            const auto in_run = [&](std::int64_t units) {
                return run.size.scaled(units, face.units_per_em);
            };
            const Length up = in_run(ink->top) + glyph.y_offset;
            const Length down = in_run(-ink->bottom) - glyph.y_offset;
            if (on_first_line) above = std::max(above.value_or(up), up);
            below = std::max(below.value_or(down), down);
        }
    }
    return {above.value_or(Length{}), below.value_or(Length{})};
}

Style page_number_style(const PageNumberStyle& number) {
    Style style;
    style.name = "page-number";
    style.font_role = number.font_role;
    style.size = number.size;
    style.pitch = number.size;
    style.leading = number.size;
    style.alignment = Alignment::left;
    return style;
}

}  // namespace

Shaper::Shaper(std::shared_ptr<const FontSet> fonts)
    : state_{std::make_unique<State>(std::move(fonts))} {}
Shaper::~Shaper() = default;
Shaper::Shaper(Shaper&&) noexcept = default;
Shaper& Shaper::operator=(Shaper&&) noexcept = default;

Outcome<ShapedParagraph> Shaper::shape(const Paragraph& paragraph, const Layout& layout,
                                       Orientation orientation) {
    return state_->shape(paragraph, layout, orientation);
}

Outcome<ShapedDocument> Shaper::shape(const Document& document, const Layout& layout) {
    Outcome<ShapedDocument> outcome;
    ShapedDocument& shaped = outcome.value;
    shaped.information = document.information;
    shaped.imprint_page = document.imprint_page;
    const auto paragraph = [&](const Paragraph& source,
                               Orientation orientation = Orientation::horizontal) {
        return take(state_->shape(source, layout, orientation), outcome.diagnostics);
    };
    const auto table = [&](const Table& source) {
        ShapedTable result{source.frame, source.sections, source.rows, {}, source.shrink, {}};
        result.keep_together = source.keep_together;
        if (!source.continued.runs.empty()) result.continued = paragraph(source.continued);
        for (const TableCell& cell : source.cells) {
            if (cell.orientation == Orientation::automatic) {
                result.turned.emplace(static_cast<std::uint32_t>(result.cells.size()),
                                      paragraph(cell.paragraph, Orientation::vertical));
            }
            result.cells.push_back({cell.row, cell.column, cell.row_span, cell.column_span,
                                    paragraph(cell.paragraph, cell.orientation),
                                    cell.vertical_alignment, cell.head, cell.rules, cell.diagonal,
                                    cell.across_pages});
        }
        return result;
    };
    for (const Block& block : document.blocks) {
        ShapedBlock result{block.role,          {},
                           block.annex,         block.beside_previous,
                           block.begins_volume, block.links_to,
                           block.orientation,   {},
                           block.impression};
        if (const auto* words = std::get_if<Paragraph>(&block.content)) {
            result.content = paragraph(*words);
            if (block.role == BlockRole::mark || block.role == BlockRole::mark_end) {
                result.ink = ink_height(std::get<ShapedParagraph>(result.content), *state_->fonts);
            }
        } else {
            result.content = table(std::get<Table>(block.content));
        }
        shaped.blocks.push_back(std::move(result));
    }
    if (layout.page_number.shown) {
        const Style style = page_number_style(layout.page_number);
        const std::map<std::string, Style> styles = {{style.name, style}};
        for (const Paragraph& sign : page_number_signs(style)) {
            shaped.page_number_signs.push_back(take(
                shape_paragraph(sign, styles, *state_->fonts, state_->pango), outcome.diagnostics));
        }
        shaped.dash_centre = ink_centre(shaped.page_number_signs.front(), *state_->fonts);
    }
    return outcome;
}

}  // namespace banxin

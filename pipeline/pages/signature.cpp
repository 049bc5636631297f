#include "pipeline/pages/signature.hpp"

#include <algorithm>

namespace banxin {
namespace {

/// The first row from which the seals do not reach above the text's foot. Rows are a line apart:
/// the first seal is then less than a line below it, and where rows are wider than 一行 the rest
/// is made up by raising the seals.
SignaturePlace place_seals(const PageFiller& pages, const SignaturePlan& plan, const Style& style,
                           const SignatureLayout& layout) {
    if (pages.is_empty()) return {std::max(pages.block_top(style, 0), -plan.top), {}};
    const Length foot = *pages.bottom();
    Length origin;
    for (unsigned blank = 0; blank <= pages.geometry().lines; ++blank) {
        origin = pages.top_below(foot, style, blank);
        if (origin + plan.top >= foot) break;
    }
    const Length distance = origin + plan.top - foot;
    const Length too_far = std::max(Length{}, distance - layout.seal_below);
    return {origin, std::min(too_far, plan.raise)};
}

}  // namespace

SignaturePlace place_signature(const PageFiller& pages, const SignaturePlan& plan,
                               const Style& style, const ShapedBlock* before,
                               const SignatureLayout& layout) {
    if (plan.form == SignatureForm::sealed) return place_seals(pages, plan, style, layout);
    if (plan.form == SignatureForm::plain || pages.is_empty())
        return {pages.block_top(style, blank_lines(style, before)), {}};
    return {*pages.bottom() + layout.stamp_below, {}};
}

void add_signature(PageFiller& pages, std::span<const ShapedBlock> blocks,
                   const ShapedBlock* before, const Layout& layout) {
    Outcome<SignaturePlan> planned = plan_signature(blocks, layout);
    pages.report(std::move(planned.diagnostics));
    const SignaturePlan& plan = planned.value;
    const Style& style = paragraph_of(blocks.front()).style;
    const auto place = [&] {
        return place_signature(pages, plan, style, before, layout.signature);
    };
    SignaturePlace at = place();
    if (!pages.is_empty() && !pages.fits(at.origin, plan.bottom)) {
        pages.open_page();
        at = place();
    }
    std::size_t next_line = 0;
    for (std::size_t block = 0; block < blocks.size(); ++block) {
        const ShapedBlock& shaped = blocks[block];
        // Seals lie under their names, so that a picture with a white ground hides no words.
        for (const PlannedImpression& each : plan.impressions) {
            if (each.block != block || !shaped.impression->image) continue;
            const PageGeometry& page = pages.geometry();
            pages.items().emplace_back(PlacedImage{
                page.left + each.left, page.top + at.origin - at.raise + each.top, each.width,
                each.height, shaped.impression->image, pages.structure().add_figure(shaped)});
        }
        const ElementId element = pages.structure().begin_block(shaped);
        for (; next_line < plan.lines.size() && plan.lines[next_line].block == block; ++next_line) {
            const PlannedLine& line = plan.lines[next_line];
            pages.place_line(shaped, paragraph_of(shaped), line.line, at.origin + line.top,
                             element);
        }
    }
    pages.note_reach(at.origin + plan.bottom);
    for (const PlannedImpression& each : plan.impressions)
        pages.note_impression(each.left, at.origin - at.raise + each.top + each.height);
}

}  // namespace banxin

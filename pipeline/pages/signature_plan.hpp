// Names, seals, posts, stamps and the date at the end of a document → where each goes.
// GB/T 9704-2012, 7.3.5. Pure: knows no pages and adds nothing.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "pipeline/base/outcome.hpp"
#include "pipeline/layout/layout.hpp"
#include "pipeline/lines/broken_paragraph.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// A seal or a stamp, drawn or with its room left. Lengths as in SignaturePlan.
struct PlannedImpression {
    std::size_t block = 0;  ///< Index of the block it belongs to.
    Length left, top, width, height;
};

/// One line of a block; its positions are those in the type area.
struct PlannedLine {
    std::size_t block = 0;
    Line line;
    Length top;  ///< Of its em.
};

/// A signature, whole. Heights are from its origin, which is the top of the first line of the
/// names, or of the first stamp; they may be negative. Left edges are from the type area's.
struct SignaturePlan {
    SignatureForm form = SignatureForm::plain;
    std::vector<PlannedLine> lines;  ///< By block, from top to bottom.
    std::vector<PlannedImpression> impressions;
    Length top;          ///< Of what reaches highest: a seal, or the first line.
    Length text_bottom;  ///< Foot of the date's em.
    Length bottom;       ///< Of what reaches lowest: a seal, or the date.
    /// How far all seals may be raised still, to bring the first within a line of the text.
    Length raise;
};

/// How many blocks from `index` on sign the document together: names or posts, then the date.
/// 0 where none begins there.
[[nodiscard]] std::size_t signature_size(const std::vector<ShapedBlock>& blocks, std::size_t index);

/// Plans the signature of `blocks`, as signature_size counts them, for the upright page of
/// `layout`. Warnings: those of line layout.
[[nodiscard]] Outcome<SignaturePlan> plan_signature(std::span<const ShapedBlock> blocks,
                                                    const Layout& layout);

/// Moves the lines of names, `issuers`, and `date` to where GB/T 9704-2012, 7.3.5.2 wants them
/// in a type area of `measure`: the names two characters in from the right, each line centred on
/// the widest, and the date two characters to the right of where that begins; a date that is
/// longer stands two characters in from the right instead, and the names move left with it.
void indent_signature(std::span<BrokenParagraph> issuers, BrokenParagraph& date, Length measure,
                      Length character);

}  // namespace banxin

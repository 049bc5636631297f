// Seals and signature stamps: what is painted on a page besides its type.
#include <algorithm>
#include <tuple>

#include "pipeline/inspect/recognition.hpp"

namespace banxin {
namespace {

using namespace literals;

/// About as large as the seals of organs (42 to 60 mm), and no longer than wide.
bool may_be_seal(const PdfBox& box) {
    return box.width() > 30_mm && box.width() < 70_mm && box.height() > 30_mm &&
           box.height() < 70_mm;
}

/// A written name, wider than high.
bool may_be_stamp(const PdfBox& box) {
    return box.width() > 12_mm && box.width() < 70_mm && box.height() > 5_mm &&
           box.height() <= 30_mm && box.width() > box.height();
}

bool meet(const PdfBox& one, const PdfBox& two) {
    return one.left <= two.right && two.left <= one.right && one.top <= two.bottom &&
           two.top <= one.bottom;
}

/// Red shapes that hang together are one figure; two that are seals already stay two.
std::vector<PdfBox> red_figures(const PdfPage& page) {
    std::vector<PdfBox> figures;
    for (const PdfShape& shape : page.shapes) {
        if (!shape.colour.is_red()) continue;
        PdfBox figure = shape.box;
        for (std::size_t k = 0; k < figures.size();) {
            const bool are_seals = may_be_seal(figures[k]) && may_be_seal(figure);
            if (are_seals || !meet(figures[k], figure)) {
                ++k;
                continue;
            }
            figure.include(figures[k]);
            figures.erase(figures.begin() + static_cast<std::ptrdiff_t>(k));
            k = 0;
        }
        figures.push_back(figure);
    }
    return figures;
}

/// Figures whose tops are that near stand in one row.
constexpr Length kSameRow = 10_mm;

void sort_by_row(std::vector<PdfBox>& boxes) {
    std::sort(boxes.begin(), boxes.end(),
              [](const PdfBox& one, const PdfBox& two) { return one.top < two.top; });
    for (auto row = boxes.begin(); row != boxes.end();) {
        const auto end = std::find_if(
            row, boxes.end(), [&](const PdfBox& box) { return box.top - row->top > kSameRow; });
        std::sort(row, end,
                  [](const PdfBox& one, const PdfBox& two) { return one.left < two.left; });
        row = end;
    }
}

}  // namespace

SigningFigures signing_figures(const PdfPage& page, Length lowest) {
    SigningFigures figures;
    std::vector<PdfBox> boxes = red_figures(page);
    boxes.insert(boxes.end(), page.pictures.begin(), page.pictures.end());
    constexpr Length kFurthest = 160_mm;
    for (const PdfBox& box : boxes) {
        if (box.bottom < lowest - kFurthest || box.top > lowest) continue;
        if (may_be_seal(box))
            figures.seals.push_back(box);
        else if (may_be_stamp(box))
            figures.stamps.push_back(box);
    }
    sort_by_row(figures.seals);
    sort_by_row(figures.stamps);
    return figures;
}

}  // namespace banxin

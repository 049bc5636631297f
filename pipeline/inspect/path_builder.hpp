// Painted paths → rules where they are straight and thin, shapes where they are anything else.
#pragma once

#include <vector>

#include "pipeline/inspect/pdf_matrix.hpp"
#include "pipeline/inspect/pdf_pages.hpp"

namespace banxin {

/// The current path, in the page's EMU.
class PathBuilder {
  public:
    using Point = PdfMatrix::Point;

    void move_to(Point point);
    void line_to(Point point);
    void curve_to(Point one, Point two, Point end);
    void close();
    void clear() { parts_.clear(); }

    void fill(PdfPage& page, PdfColour colour) const;
    /// `width` in EMU.
    void stroke(PdfPage& page, PdfColour colour, double width) const;

  private:
    struct Part {
        std::vector<Point> points;
        bool is_curved = false;
    };
    std::vector<Part> parts_;
};

}  // namespace banxin

#include "pipeline/inspect/path_builder.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace banxin {
namespace {

using Point = PathBuilder::Point;

constexpr double kMillimetre = static_cast<double>(Length::kPerMillimetre);
constexpr double kStraight = 0.02 * kMillimetre;  // Off by less is straight.
constexpr double kThickest = 3 * kMillimetre;     // A thicker box is a shape, no rule.
constexpr double kRuleRatio = 4;                  // A rule is at least so much longer than thick.
constexpr double kHairline = 0.05 * kMillimetre;  // What width 0 comes to.
constexpr std::size_t kMostThings = 200'000;      // On one page; the rest is decoration.

Length length_of(double emu) {
    constexpr double kMost = 1e12;
    return Length::from_emu(std::llround(std::clamp(emu, -kMost, kMost)));
}

PdfBox box_around(const std::vector<Point>& points) {
    constexpr double kFar = std::numeric_limits<double>::max();
    double left = kFar, top = kFar, right = -kFar, bottom = -kFar;
    for (const Point& point : points) {
        left = std::min(left, point.x);
        right = std::max(right, point.x);
        top = std::min(top, point.y);
        bottom = std::max(bottom, point.y);
    }
    return {length_of(left), length_of(top), length_of(right), length_of(bottom)};
}

bool are_aligned(const Point& one, const Point& two) {
    return std::abs(one.x - two.x) < kStraight || std::abs(one.y - two.y) < kStraight;
}

/// Whether all sides run along the page's edges: an upright rectangle, or what degenerates to one.
bool is_upright(const std::vector<Point>& points) {
    if (points.size() < 2 || points.size() > 6) return false;
    for (std::size_t k = 0; k + 1 < points.size(); ++k)
        if (!are_aligned(points[k], points[k + 1])) return false;
    return are_aligned(points.front(), points.back());
}

void add(PdfPage& page, const PdfBox& box, PdfColour colour, bool may_be_rule) {
    if (colour.is_white() || page.rules.size() + page.shapes.size() > kMostThings) return;
    const double width = static_cast<double>(box.width().emu());
    const double height = static_cast<double>(box.height().emu());
    const double thickness = std::min(width, height);
    if (may_be_rule && thickness <= kThickest && std::max(width, height) >= kRuleRatio * thickness)
        page.rules.push_back({box, colour});
    else
        page.shapes.push_back({box, colour});
}

}  // namespace

void PathBuilder::move_to(Point point) { parts_.push_back({{point}}); }

void PathBuilder::line_to(Point point) {
    if (parts_.empty()) return move_to(point);
    parts_.back().points.push_back(point);
}

void PathBuilder::curve_to(Point one, Point two, Point end) {
    line_to(one);
    line_to(two);
    line_to(end);
    parts_.back().is_curved = true;
}

/// The next line of an unmoved pen begins where this one did.
void PathBuilder::close() {
    if (parts_.empty() || parts_.back().points.size() < 2) return;
    const Point start = parts_.back().points.front();
    parts_.back().points.push_back(start);
    parts_.push_back({{start}});
}

void PathBuilder::fill(PdfPage& page, PdfColour colour) const {
    for (const Part& part : parts_)
        if (part.points.size() > 1)
            add(page, box_around(part.points), colour, !part.is_curved && is_upright(part.points));
}

void PathBuilder::stroke(PdfPage& page, PdfColour colour, double width) const {
    const Length half = length_of(std::max(width, kHairline) / 2);
    for (const Part& part : parts_) {
        const bool is_straight =
            !part.is_curved && part.points.size() > 1 &&
            std::equal(part.points.begin() + 1, part.points.end(), part.points.begin(),
                       [](const Point& to, const Point& from) { return are_aligned(from, to); });
        if (part.points.size() < 2) continue;
        if (!is_straight) {
            add(page, box_around(part.points), colour, false);
            continue;
        }
        for (std::size_t k = 0; k + 1 < part.points.size(); ++k) {
            PdfBox box = box_around({part.points[k], part.points[k + 1]});
            Length& low = box.width() >= box.height() ? box.top : box.left;
            Length& high = box.width() >= box.height() ? box.bottom : box.right;
            low -= half;
            high += half;
            add(page, box, colour, true);
        }
    }
}

}  // namespace banxin

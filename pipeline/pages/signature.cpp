#include "pipeline/pages/signature.hpp"

#include <algorithm>

namespace banxin {
namespace {

void move_to(Line& line, Length left) {
    const Length shift = left - line.left;
    line.left = left;
    for (Length& position : line.positions) position += shift;
}

Length widest(const BrokenParagraph& paragraph) {
    Length width;
    for (const Line& line : paragraph.lines) width = std::max(width, line.width);
    return width;
}

}  // namespace

void indent_signature(BrokenParagraph& issuer, BrokenParagraph& date, Length measure,
                      Length character) {
    const Length issuer_width = widest(issuer);
    const Length date_width = widest(date);
    const Length indent = character * 2;
    Length issuer_left = measure - indent - issuer_width;
    Length date_left = issuer_left + indent;
    if (date_width > issuer_width) {
        date_left = measure - indent - date_width;
        issuer_left = date_left - indent;
    }
    // An issuer as wide as the measure leaves no room to its right: it never leaves the type area.
    issuer_left = std::max(issuer_left, Length{});
    date_left = std::min(date_left, measure - date_width);
    for (Line& line : issuer.lines) move_to(line, issuer_left);
    for (Line& line : date.lines) move_to(line, date_left);
}

}  // namespace banxin

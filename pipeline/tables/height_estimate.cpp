#include "pipeline/tables/height_estimate.hpp"

#include <algorithm>
#include <numeric>

namespace banxin {

HeightEstimate::HeightEstimate(const SampleRows& rows)
    : rows_{rows},
      known_(rows.cells.size()),
      changing_(rows.cells.size()),
      kept_heights_(rows.count),
      needed_(rows.cells.size()) {
    std::iota(changing_.begin(), changing_.end(), std::size_t{0});
    for (std::size_t cell = 0; cell < rows.cells.size(); ++cell) {
        if (rows.cells[cell].row_span > 1) spanning_.push_back(cell);
        Length& longest = longest_.emplace_back();
        for (const ContentSegment& segment : rows.cells[cell].segments)
            longest = std::max(longest, segment.natural);
    }
}

std::int64_t HeightEstimate::lines(std::size_t cell, const std::vector<Length>& widths) {
    const SampleCell& sample = rows_.cells[cell];
    Length inner = sample.fixed;
    for (const ColumnPart& part : sample.parts)
        inner += widths[part.group].scaled(part.numerator, part.denominator);
    if (inner >= longest_[cell]) return static_cast<std::int64_t>(sample.segments.size());
    const std::int64_t em = std::max<std::int64_t>(sample.em.emu(), 1);
    const std::int64_t quarters = std::max<std::int64_t>(inner.emu() * 4 / em, 1);
    std::vector<std::int32_t>& known = known_[cell];
    const auto place = static_cast<std::size_t>(quarters);
    if (known.size() <= place) known.resize(place + 1);
    if (known[place] == 0) {
        const Length measure = Length::from_emu(std::max<std::int64_t>(em * quarters / 4, 1));
        std::int64_t sum = 0;
        for (const ContentSegment& segment : sample.segments) sum += segment.lines_within(measure);
        known[place] = static_cast<std::int32_t>(sum);
    }
    return known[place];
}

void HeightEstimate::count(const std::vector<std::size_t>& cells,
                           const std::vector<Length>& widths) {
    for (const std::size_t cell : cells) {
        const SampleCell& sample = rows_.cells[cell];
        const std::int64_t own = lines(cell, widths);
        lines_ += own;
        needed_[cell] = sample.leading * own;
        if (sample.row_span == 1)
            heights_[sample.row] = std::max(heights_[sample.row], needed_[cell]);
    }
}

void HeightEstimate::keep_all_but(const std::vector<std::uint32_t>& groups,
                                  const std::vector<Length>& widths) {
    std::vector<std::size_t> kept;
    changing_.clear();
    for (std::size_t cell = 0; cell < rows_.cells.size(); ++cell) {
        const auto& parts = rows_.cells[cell].parts;
        const bool changes = std::any_of(parts.begin(), parts.end(), [&](const ColumnPart& part) {
            return std::find(groups.begin(), groups.end(), part.group) != groups.end();
        });
        (changes ? changing_ : kept).push_back(cell);
    }
    heights_.assign(rows_.count, Length{});
    lines_ = 0;
    count(kept, widths);
    kept_heights_ = heights_;
    kept_lines_ = lines_;
}

Estimate HeightEstimate::of(const std::vector<Length>& widths) {
    heights_ = kept_heights_;
    lines_ = kept_lines_;
    count(changing_, widths);
    // As where the rows are placed, what a cell over several rows lacks makes them higher.
    for (const std::size_t cell : spanning_) {
        const SampleCell& sample = rows_.cells[cell];
        const auto first = heights_.begin() + sample.row;
        const auto last = first + sample.row_span;
        const Length missing =
            needed_[cell] - sample.between - std::accumulate(first, last, Length{});
        if (missing > Length{}) *(last - 1) += missing;
    }
    return {std::accumulate(heights_.begin(), heights_.end(), Length{}), lines_};
}

}  // namespace banxin

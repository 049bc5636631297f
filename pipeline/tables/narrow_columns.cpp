#include "pipeline/tables/narrow_columns.hpp"

#include <algorithm>
#include <compare>
#include <utility>

namespace banxin {
namespace {

using Widths = std::vector<Length>;  ///< One a group.

Length clamped(Length width, const ColumnGroup& group) {
    return std::clamp(width, group.least, group.preferred);
}

/// What the widths are chosen by: the table's height, then the lines of all cells, so that of
/// two tables equally high the one with fewer broken cells is taken.
struct Estimate {
    Length height;
    std::int64_t lines = 0;

    friend auto operator<=>(const Estimate&, const Estimate&) = default;
};

std::int64_t line_count(const SampleCell& cell, Length inner_width, Length em) {
    const std::int64_t inner = inner_width.emu();
    const std::int64_t whole_ems = std::max(inner - inner % em.emu(), em.emu());
    std::int64_t lines = 0;
    for (const Length segment : cell.segments) {
        lines += segment <= inner_width ? 1 : (segment.emu() + whole_ems - 1) / whole_ems;
    }
    return lines;
}

/// Every column as far above its least width as any other, measured by what it lacks.
Widths in_proportion(const std::vector<ColumnGroup>& groups, Length room) {
    Length slack = room;
    Length lacking;
    for (const ColumnGroup& group : groups) {
        slack -= group.least * group.columns;
        lacking += (group.preferred - group.least) * group.columns;
    }
    Widths widths;
    for (const ColumnGroup& group : groups) {
        const std::int64_t wish = (group.preferred - group.least).emu();
        widths.push_back(group.least + Length::from_emu(wish * slack.emu() / lacking.emu()));
    }
    return widths;
}

/// All columns that would like to be wider than a common width get just that.
Widths to_one_level(const std::vector<ColumnGroup>& groups, Length room) {
    std::int64_t low = 0;
    std::int64_t high = room.emu();
    while (low < high) {
        const std::int64_t middle = low + (high - low + 1) / 2;
        Length total;
        for (const ColumnGroup& group : groups) {
            total += clamped(Length::from_emu(middle), group) * group.columns;
        }
        (total <= room ? low : high) = total <= room ? middle : middle - 1;
    }
    Widths widths;
    for (const ColumnGroup& group : groups) {
        widths.push_back(clamped(Length::from_emu(low), group));
    }
    return widths;
}

/// Improves widths by sharing what two groups have together in another way, as long as that
/// lowers the table.
class WidthExchange {
  public:
    WidthExchange(const std::vector<ColumnGroup>& groups, const std::vector<SampleRow>& rows,
                  Length padding, Widths widths)
        : groups_{groups}, rows_{rows}, padding_{padding}, widths_{std::move(widths)} {
        estimate_ = estimate(widths_);
    }

    void improve() {
        constexpr int kMostRounds = 8;
        for (int round = 0; round < kMostRounds; ++round) {
            const Estimate before = estimate_;
            for (std::size_t first = 0; first < groups_.size(); ++first) {
                for (std::size_t second = 0; second < groups_.size(); ++second) {
                    if (first != second) share_anew(first, second);
                }
            }
            if (estimate_ == before) return;
        }
    }

    [[nodiscard]] const Estimate& result() const { return estimate_; }
    [[nodiscard]] const Widths& widths() const { return widths_; }

  private:
    [[nodiscard]] Estimate estimate(const Widths& widths) const {
        Estimate total;
        for (const SampleRow& row : rows_) {
            Length row_height;
            for (const SampleCell& cell : row) {
                const std::int64_t lines =
                    line_count(cell, widths[cell.group] - padding_, groups_[cell.group].em);
                row_height = std::max(row_height, cell.leading * lines);
                total.lines += lines;
            }
            total.height += row_height;
        }
        return total;
    }

    /// Tries every width of whole ems for `first`; `second` gets the rest.
    void share_anew(std::size_t first, std::size_t second) {
        const ColumnGroup& one = groups_[first];
        const ColumnGroup& other = groups_[second];
        const Length both = widths_[first] * one.columns + widths_[second] * other.columns;
        const std::int64_t least_ems = (one.least - padding_).emu() / one.em.emu();
        Widths tried = widths_;
        for (Length width = one.em * least_ems + padding_; width < one.preferred + one.em;
             width += one.em) {
            tried[first] = clamped(width, one);
            const Length rest = both - tried[first] * one.columns;
            tried[second] = std::min(Length::from_emu(rest.emu() / other.columns), other.preferred);
            if (tried[second] < other.least) return;
            const Estimate found = estimate(tried);
            if (found >= estimate_) continue;
            estimate_ = found;
            widths_ = tried;
        }
    }

    const std::vector<ColumnGroup>& groups_;
    const std::vector<SampleRow>& rows_;
    Length padding_;
    Widths widths_;
    Estimate estimate_;
};

/// What the search left over goes to the columns that still lack something.
void use_up(std::vector<ColumnGroup>& groups, Length room) {
    Length rest = room;
    for (const ColumnGroup& group : groups) rest -= group.width * group.columns;
    for (ColumnGroup& group : groups) {
        const Length each =
            std::min(Length::from_emu(rest.emu() / group.columns), group.preferred - group.width);
        group.width += each;
        rest -= each * group.columns;
    }
}

}  // namespace

void narrow_columns(std::vector<ColumnGroup>& groups, const std::vector<SampleRow>& rows,
                    Length room, Length padding) {
    WidthExchange one{groups, rows, padding, in_proportion(groups, room)};
    WidthExchange other{groups, rows, padding, to_one_level(groups, room)};
    one.improve();
    other.improve();
    const Widths& widths = other.result() < one.result() ? other.widths() : one.widths();
    for (std::size_t index = 0; index < groups.size(); ++index) groups[index].width = widths[index];
    use_up(groups, room);
}

}  // namespace banxin

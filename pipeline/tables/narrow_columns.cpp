#include "pipeline/tables/narrow_columns.hpp"

#include <algorithm>
#include <utility>

#include "pipeline/tables/height_estimate.hpp"

namespace banxin {
namespace {

using Widths = std::vector<Length>;  ///< One a group.

/// How many lines of cells may be counted before trying all widths takes too long: about five
/// milliseconds.
constexpr std::size_t kMostCounted = 200'000;

Length clamped(Length width, const ColumnGroup& group) {
    return std::clamp(width, group.least, group.preferred);
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

/// Looks for the widths at which the table is lowest.
class WidthSearch {
  public:
    WidthSearch(const std::vector<ColumnGroup>& groups, const SampleRows& rows, Length room,
                Length padding)
        : groups_{groups}, heights_{rows}, room_{room}, padding_{padding} {
        std::size_t trials = rows.cells.size();
        for (std::size_t group = 0; group + 1 < groups.size(); ++group)
            trials *=
                std::min(steps(group).size(), kMostCounted / std::max(trials, std::size_t{1}) + 1);
        tries_all_ = trials <= kMostCounted;
    }

    Widths run() {
        widths_ = in_proportion(groups_, room_);
        exchange();
        const Widths first = widths_;
        const Estimate first_estimate = estimate_;
        widths_ = to_one_level(groups_, room_);
        exchange();
        if (first_estimate <= estimate_) {
            widths_ = first;
            estimate_ = first_estimate;
        }
        if (tries_all_ && groups_.size() > 2) try_all();
        return widths_;
    }

  private:
    /// The widths of whole ems that a group may have, and its preferred one.
    [[nodiscard]] Widths steps(std::size_t group) const {
        const ColumnGroup& one = groups_[group];
        const std::int64_t least_ems = (one.least - padding_).emu() / one.em.emu();
        Widths widths;
        for (Length width = one.em * least_ems + padding_;
             width < std::min(one.preferred, room_) + one.em; width += one.em)
            widths.push_back(clamped(width, one));
        return widths;
    }

    /// Shares what two groups have together in another way, as long as that lowers the table.
    void exchange() {
        heights_.keep_all_but({}, widths_);
        estimate_ = heights_.of(widths_);
        constexpr int kMostRounds = 8;
        for (int round = 0; round < kMostRounds; ++round) {
            const Estimate before = estimate_;
            for (std::uint32_t first = 0; first < groups_.size(); ++first) {
                for (std::uint32_t second = 0; second < groups_.size(); ++second) {
                    if (first != second) share_anew(first, second);
                }
            }
            if (estimate_ == before) return;
        }
    }

    /// Tries every width of whole ems for `first`; `second` gets the rest.
    void share_anew(std::uint32_t first, std::uint32_t second) {
        const ColumnGroup& one = groups_[first];
        const ColumnGroup& other = groups_[second];
        const Length both = widths_[first] * one.columns + widths_[second] * other.columns;
        heights_.keep_all_but({first, second}, widths_);
        Widths tried = widths_;
        for (const Length width : steps(first)) {
            tried[first] = width;
            const Length rest = both - tried[first] * one.columns;
            tried[second] = std::min(Length::from_emu(rest.emu() / other.columns), other.preferred);
            if (tried[second] < other.least) return;
            take_if_lower(tried);
        }
    }

    /// Tries every width of whole ems for all groups but the last, which gets the rest.
    void try_all() {
        std::vector<std::uint32_t> all;
        std::vector<Widths> steps_of;
        for (std::uint32_t group = 0; group < groups_.size(); ++group) {
            all.push_back(group);
            steps_of.push_back(steps(group));
        }
        heights_.keep_all_but(all, widths_);
        std::vector<std::size_t> chosen(groups_.size() - 1, 0);
        for (;;) {
            Widths tried;
            Length rest = room_;
            for (std::size_t group = 0; group < chosen.size(); ++group) {
                tried.push_back(steps_of[group][chosen[group]]);
                rest -= tried.back() * groups_[group].columns;
            }
            const ColumnGroup& last = groups_.back();
            tried.push_back(std::min(Length::from_emu(rest.emu() / last.columns), last.preferred));
            if (tried.back() >= last.least) take_if_lower(tried);
            std::size_t group = 0;
            while (group < chosen.size() && ++chosen[group] == steps_of[group].size())
                chosen[group++] = 0;
            if (group == chosen.size()) return;
        }
    }

    void take_if_lower(const Widths& tried) {
        const Estimate found = heights_.of(tried);
        if (found >= estimate_) return;
        estimate_ = found;
        widths_ = tried;
    }

    const std::vector<ColumnGroup>& groups_;
    HeightEstimate heights_;
    Length room_;
    Length padding_;
    bool tries_all_ = false;
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

void narrow_columns(std::vector<ColumnGroup>& groups, const SampleRows& rows, Length room,
                    Length padding) {
    const Widths widths = WidthSearch{groups, rows, room, padding}.run();
    for (std::size_t index = 0; index < groups.size(); ++index) groups[index].width = widths[index];
    use_up(groups, room);
}

}  // namespace banxin

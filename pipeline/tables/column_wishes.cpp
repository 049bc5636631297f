#include "pipeline/tables/column_wishes.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "pipeline/tables/align_points.hpp"
#include "pipeline/tables/content_width.hpp"

namespace banxin {
namespace {

/// Rows that the estimate of heights looks at; those of a long section resemble each other.
constexpr std::size_t kMostSampleRows = 128;

/// Stands for an em where a column has no text of its own.
constexpr Length kStepWithoutText = Length::from_emu(5 * Length::kPerMillimetre);

/// What is under a cell: its columns whose widths are not known, and the width of the others.
struct Under {
    std::vector<ColumnPart> parts;
    Length fixed;
    std::int64_t shares = 0;
};

class WishCollector {
  public:
    WishCollector(const ShapedTable& table, const TableSection& section, Length width)
        : section_{section},
          cells_{cells_of(table, section)},
          padding_{2 * table.frame.horizontal_padding},
          between_rows_{2 * table.frame.vertical_padding},
          width_{width} {
        collect_columns();
    }

    ColumnWishes run(const LineRules& rules) {
        if (wishes_.shares > 0) wishes_.one_han_each = least_of_relative_columns();
        if (wishes_.by_content > 0) {
            contents_.reserve(cells_.size());
            for (const ShapedCell& cell : cells_)
                contents_.push_back(content_width(cell, width_, rules));
            collect_single_cells();
            collect_spanning_cells();
            collect_shares();
            for (ColumnGroup& group : wishes_.groups) {
                // Columns that only wider cells touch: any step will do.
                if (group.em <= Length{}) group.em = kStepWithoutText;
            }
            collect_rows();
        } else if (wishes_.shares > 0) {
            shares().least = shares().preferred = wishes_.one_han_each;
        }
        return std::move(wishes_);
    }

  private:
    void collect_columns() {
        std::map<unsigned, std::uint32_t> group_by_name;
        auto& groups = wishes_.groups;
        for (const TableColumn& column : section_.columns) {
            wishes_.group_of.push_back(ColumnWishes::kNoGroup);
            if (column.kind == ColumnWidth::fixed) wishes_.fixed += column.fixed;
            if (column.kind == ColumnWidth::relative) wishes_.shares += column.relative;
            if (column.kind != ColumnWidth::by_content) continue;
            auto index = static_cast<std::uint32_t>(groups.size());
            if (column.group != 0)
                index = group_by_name.try_emplace(column.group, index).first->second;
            if (index == groups.size()) groups.emplace_back();
            ++groups[index].columns;
            ++wishes_.by_content;
            wishes_.group_of.back() = index;
        }
        if (wishes_.shares == 0) return;
        for (std::size_t column = 0; column < section_.columns.size(); ++column) {
            if (section_.columns[column].kind != ColumnWidth::relative) continue;
            wishes_.group_of[column] = static_cast<std::uint32_t>(groups.size());
        }
        groups.emplace_back().columns = 1;
    }

    /// Relative columns together. Only when there are any.
    [[nodiscard]] ColumnGroup& shares() { return wishes_.groups.back(); }

    [[nodiscard]] bool is_relative(const ColumnPart& part) const {
        return wishes_.shares > 0 && part.group + 1 == wishes_.groups.size();
    }

    [[nodiscard]] Under under(const ShapedCell& cell) const {
        Under under;
        const std::size_t end = std::min<std::size_t>(std::size_t{cell.column} + cell.column_span,
                                                      section_.columns.size());
        for (std::size_t k = cell.column; k < end; ++k) {
            const TableColumn& column = section_.columns[k];
            if (column.kind == ColumnWidth::fixed) {
                under.fixed += column.fixed;
            } else if (column.kind == ColumnWidth::relative) {
                under.parts.push_back({wishes_.group_of[k], column.relative, wishes_.shares});
                under.shares += column.relative;
            } else {
                under.parts.push_back({wishes_.group_of[k]});
            }
        }
        return under;
    }

    /// The least room in which every relative column of single cells holds one Han.
    [[nodiscard]] Length least_of_relative_columns() const {
        Length least;
        for (const ShapedCell& cell : cells_) {
            const TableColumn& column = section_.columns[cell.column];
            if (column.kind != ColumnWidth::relative || cell.column_span > 1) continue;
            const Length own = cell.paragraph.style.pitch + padding_;
            least = std::max(least, own.scaled(wishes_.shares, std::max(column.relative, 1U)));
        }
        return least;
    }

    /// Cells of one column say what their column needs.
    void collect_single_cells() {
        for (std::size_t index = 0; index < cells_.size(); ++index) {
            const ShapedCell& cell = cells_[index];
            const TableColumn& column = section_.columns[cell.column];
            if (cell.column_span > 1 || column.kind != ColumnWidth::by_content) continue;
            ColumnGroup& group = wishes_.groups[wishes_.group_of[cell.column]];
            group.least = std::max(group.least, contents_[index].least + padding_);
            group.preferred = std::max(group.preferred, contents_[index].preferred + padding_);
            group.em = std::max(group.em, cell.paragraph.style.pitch);
        }
        for (std::size_t column = 0; column < section_.columns.size(); ++column)
            if (section_.columns[column].kind == ColumnWidth::by_content) hold_points(column);
    }

    /// Numbers that stand point under point need room for the widest parts on either side of it.
    void hold_points(std::size_t column) {
        PointParts widest;
        for (const ShapedCell& cell : cells_) {
            if (cell.column != column || cell.column_span > 1) continue;
            if (cell.paragraph.style.aligns_points) widest = widest.united(cell.paragraph);
        }
        ColumnGroup& group = wishes_.groups[wishes_.group_of[column]];
        const Length needed = widest.before + widest.after + padding_;
        if (needed == padding_) return;
        group.least = std::max(group.least, needed);
        group.preferred = std::max(group.preferred, needed);
    }

    /// The cells over several columns whose columns by content may have to grow for them. Relative
    /// columns may well give enough: see collect_shares().
    void collect_spanning_cells() {
        std::vector<std::pair<Under, const ContentWidth*>> all;
        for (std::size_t index = 0; index < cells_.size(); ++index) {
            if (cells_[index].column_span <= 1) continue;
            Under found = under(cells_[index]);
            if (found.shares > 0 || found.parts.empty()) continue;
            all.emplace_back(std::move(found), &contents_[index]);
        }
        for (const auto& [spanning, content] : all) {
            const Length wanted = content->least + padding_;
            const Length most = wanted * static_cast<std::int64_t>(section_.columns.size());
            widen(spanning, wanted, &ColumnGroup::least, most);
        }
        for (ColumnGroup& group : wishes_.groups)
            group.preferred = std::max(group.preferred, group.least);
        // A long line over several columns may take what is left over, but it never makes the
        // table narrow its other columns: it can be broken.
        const Length room = width_ - wishes_.fixed - wishes_.one_han_each;
        for (const auto& [spanning, content] : all) {
            widen(spanning, content->preferred + padding_, &ColumnGroup::preferred,
                  room - wishes_.preferred());
        }
    }

    /// Adds the same to each column under a cell until together they have `wanted`. `width` is
    /// what grows, the least or the preferred one; the table grows by `most` at most.
    void widen(const Under& spanning, Length wanted, Length ColumnGroup::*width, Length most) {
        auto& groups = wishes_.groups;
        Length missing = wanted - spanning.fixed;
        std::vector<std::uint32_t> once;
        for (const ColumnPart& part : spanning.parts) {
            missing -= groups[part.group].*width;
            once.push_back(part.group);
        }
        if (missing <= Length{} || most <= Length{}) return;
        std::sort(once.begin(), once.end());
        once.erase(std::unique(once.begin(), once.end()), once.end());
        std::int64_t columns = 0;  // Those of the whole section that grow along.
        for (const std::uint32_t group : once) columns += groups[group].columns;
        const auto sharing = static_cast<std::int64_t>(spanning.parts.size());
        const std::int64_t each =
            std::min((missing.emu() + sharing - 1) / sharing, most.emu() / columns);
        for (const std::uint32_t group : once) groups[group].*width += Length::from_emu(each);
    }

    /// What relative columns need together: as much as the one that needs most for its share.
    void collect_shares() {
        if (wishes_.shares == 0) return;
        ColumnGroup& all = shares();
        all.least = wishes_.one_han_each;
        for (std::size_t index = 0; index < cells_.size(); ++index) {
            const Under found = under(cells_[index]);
            if (found.shares == 0) continue;
            Length others = found.fixed;
            for (const ColumnPart& part : found.parts)
                if (!is_relative(part)) others += wishes_.groups[part.group].least;
            const auto asks = [&](Length own) {
                return (own + padding_ - others).scaled(wishes_.shares, found.shares);
            };
            all.least = std::max(all.least, asks(contents_[index].least));
            if (cells_[index].column_span == 1)
                all.preferred = std::max(all.preferred, asks(contents_[index].preferred));
            all.em = std::max(all.em, cells_[index].paragraph.style.pitch);
        }
        all.preferred = std::max(all.preferred, all.least);
    }

    /// What the estimate of the section's height looks at.
    void collect_rows() {
        const std::size_t row_count = section_.row_end - section_.row_begin;
        const std::size_t stride = row_count / kMostSampleRows + 1;
        wishes_.rows.count = static_cast<std::uint32_t>(row_count / stride + 1);
        for (std::size_t index = 0; index < cells_.size(); ++index) {
            const ShapedCell& cell = cells_[index];
            const std::uint32_t row = cell.row - section_.row_begin;
            const bool over_all = cell.column_span >= section_.columns.size();
            const bool left_out = row % stride != 0 || (stride > 1 && cell.row_span > 1);
            if (over_all || left_out || contents_[index].segments.empty()) continue;
            Under found = under(cell);
            SampleCell sample;
            sample.row = static_cast<std::uint32_t>(row / stride);
            sample.row_span = std::min(cell.row_span, wishes_.rows.count - sample.row);
            sample.between = between_rows_ * (std::int64_t{sample.row_span} - 1);
            sample.parts = std::move(found.parts);
            sample.fixed = found.fixed - padding_;
            sample.em = cell.paragraph.style.pitch;
            sample.leading = cell.paragraph.style.leading;
            sample.segments = std::move(contents_[index].segments);
            wishes_.rows.cells.push_back(std::move(sample));
        }
        std::stable_sort(
            wishes_.rows.cells.begin(), wishes_.rows.cells.end(),
            [](const SampleCell& a, const SampleCell& b) { return a.row_span < b.row_span; });
    }

    const TableSection& section_;
    std::span<const ShapedCell> cells_;
    Length padding_;
    Length between_rows_;
    Length width_;
    std::vector<ContentWidth> contents_;  ///< One a cell of the section.
    ColumnWishes wishes_;
};

}  // namespace

std::span<const ShapedCell> cells_of(const ShapedTable& table, const TableSection& section) {
    const auto before = [](const ShapedCell& cell, unsigned row) { return cell.row < row; };
    const auto begin =
        std::lower_bound(table.cells.begin(), table.cells.end(), section.row_begin, before);
    const auto end = std::lower_bound(begin, table.cells.end(), section.row_end, before);
    return {begin, end};
}

Length ColumnWishes::least() const {
    Length total = fixed;
    for (const ColumnGroup& group : groups) total += group.least * group.columns;
    return total;
}

Length ColumnWishes::preferred() const {
    Length total;
    for (const ColumnGroup& group : groups) total += group.preferred * group.columns;
    return total;
}

ColumnWishes collect_wishes(const ShapedTable& table, const TableSection& section, Length width,
                            const LineRules& rules) {
    return WishCollector{table, section, width}.run(rules);
}

}  // namespace banxin

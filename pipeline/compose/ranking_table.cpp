#include "pipeline/compose/ranking_table.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "pipeline/compose/compose.hpp"
#include "pipeline/compose/form_table.hpp"
#include "pipeline/compose/wording.hpp"

namespace banxin {
namespace {

/// The layout with the job's wishes.
struct Plan {
    unsigned panels = 1;
    FillOrder fill = FillOrder::down;
    BarPlace bar = BarPlace::below_heads;
};

Plan plan_of(const RankingTableJob& wishes, const RankingLayout& layout) {
    const FillOrder fill = layout.fill_down ? FillOrder::down : FillOrder::across;
    const BarPlace bar = layout.bar_below_heads ? BarPlace::below_heads : BarPlace::above_heads;
    return {std::max(1U, wishes.panels.value_or(layout.panels)), wishes.fill.value_or(fill),
            wishes.bar.value_or(bar)};
}

/// One column of a panel: where its values come from, and its head.
struct PanelColumn {
    const RankingColumn* column = nullptr;
    std::size_t shown = 0;  ///< Which of the further columns, for Value::shown.
    Text head;
};

/// The units of one group that each panel holds, from top to bottom.
using Panels = std::vector<std::vector<const RankedUnit*>>;

/// Filled down, panels differ by one unit at most, the longer ones first: 20 in four are 5 each,
/// 11 in four are 3, 3, 3, 2.
Panels distribute(const RankedGroup& group, const Plan& plan) {
    Panels panels(plan.panels);
    const std::size_t count = group.units.size();
    if (plan.fill == FillOrder::across) {
        for (std::size_t k = 0; k < count; ++k) panels[k % plan.panels].push_back(&group.units[k]);
        return panels;
    }
    std::size_t next = 0;
    for (std::size_t panel = 0; panel < plan.panels; ++panel) {
        const std::size_t share = count / plan.panels + (panel < count % plan.panels ? 1 : 0);
        for (std::size_t k = 0; k < share; ++k) panels[panel].push_back(&group.units[next++]);
    }
    return panels;
}

void mark_as_head(TableCell& cell) {
    cell.head = true;
    cell.across_pages = AcrossPages::repeat;
}

/// Puts the rows of one table together.
class Builder {
  public:
    Builder(const Ranking& ranking, const Plan& plan, const Layout& layout,
            Diagnostics& diagnostics)
        : ranking_{ranking}, plan_{plan}, layout_{layout}, diagnostics_{diagnostics} {}

    Table build();

  private:
    void collect_columns();
    void add_heads();
    void add_bar(const RankedGroup& group);
    void add_group(const RankedGroup& group);
    void add_cell(unsigned column, unsigned column_span, Text text, const std::string& style);
    TableRow& add_row();
    [[nodiscard]] unsigned width() const {
        return plan_.panels * static_cast<unsigned>(columns_.size());
    }
    [[nodiscard]] unsigned last_row() const {
        return static_cast<unsigned>(table_.rows.size()) - 1;
    }

    const Ranking& ranking_;
    const Plan& plan_;
    const Layout& layout_;
    Diagnostics& diagnostics_;
    std::vector<PanelColumn> columns_;
    Table table_;
};

Table Builder::build() {
    table_.frame = layout_.ranking->frame;
    table_.shrink = layout_.ranking->shrink;
    collect_columns();
    const RankingLayout& ranking = *layout_.ranking;
    if (!ranking.continued.text.empty()) {
        table_.continued =
            continued_line({ranking.continued.text, table_style(layout_, ranking.continued.style)},
                           Names{}, diagnostics_);
    }
    const bool bar_first = plan_.bar == BarPlace::above_heads && !ranking_.groups.empty();
    if (bar_first) add_bar(ranking_.groups.front());
    add_heads();
    const unsigned heads = last_row();
    for (std::size_t k = 0; k < ranking_.groups.size(); ++k) {
        if (k > 0 || !bar_first) add_bar(ranking_.groups[k]);
        add_group(ranking_.groups[k]);
    }
    table_.rows[heads].repeats_until = last_row();
    table_.sections.back().row_end = last_row() + 1;
    return std::move(table_);
}

void Builder::collect_columns() {
    const auto add = [&](const RankingColumn& column, std::size_t shown, const Text& head) {
        Names names;
        names.row["head"] = head;
        columns_.push_back({&column, shown, fill(column.head, names, diagnostics_).text});
    };
    for (const RankingColumn& column : layout_.ranking->columns) {
        switch (column.value) {
            case RankingColumn::Value::place:
                add(column, 0, Text{});
                break;
            case RankingColumn::Value::name:
                add(column, 0, ranking_.name_head);
                break;
            case RankingColumn::Value::score:
                add(column, 0, ranking_.score_head);
                break;
            case RankingColumn::Value::shown:
                for (std::size_t k = 0; k < ranking_.shown_heads.size(); ++k)
                    add(column, k, ranking_.shown_heads[k]);
                break;
        }
    }
    std::vector<TableColumn>& all = table_.sections.emplace_back().columns;
    for (unsigned panel = 0; panel < plan_.panels; ++panel) {
        for (std::size_t k = 0; k < columns_.size(); ++k) {
            TableColumn width;
            width.group = static_cast<unsigned>(k + 1);  // as wide in every panel
            width.fixed = columns_[k].column->fixed_width;
            width.kind = width.fixed > Length{} ? ColumnWidth::fixed : ColumnWidth::by_content;
            all.push_back(width);
        }
    }
}

TableRow& Builder::add_row() {
    table_.rows.emplace_back();
    table_.rows.back().repeats_until = last_row();
    return table_.rows.back();
}

void Builder::add_cell(unsigned column, unsigned column_span, Text text, const std::string& style) {
    TableCell cell;
    cell.row = last_row();
    cell.column = column;
    cell.column_span = column_span;
    cell.paragraph.style = table_style(layout_, style);
    if (!text.empty()) cell.paragraph.runs.push_back({std::move(text), cell.paragraph.style});
    table_.cells.push_back(std::move(cell));
}

void Builder::add_heads() {
    add_row().keep_with_next = true;
    for (unsigned column = 0; column < width(); ++column) {
        add_cell(column, 1, columns_[column % columns_.size()].head, layout_.ranking->head_style);
        mark_as_head(table_.cells.back());
    }
}

void Builder::add_bar(const RankedGroup& group) {
    add_row().keep_with_next = true;
    Names names;
    names.row["grade"] = group.name;
    names.row["count"] = static_cast<std::int64_t>(group.units.size());
    add_cell(0, width(), fill(layout_.ranking->bar, names, diagnostics_).text,
             layout_.ranking->bar_style);
    mark_as_head(table_.cells.back());
}

Text value_of(const RankedUnit& unit, const PanelColumn& column) {
    switch (column.column->value) {
        case RankingColumn::Value::place:
            return Text{std::to_string(unit.place), unit.name.origin()};
        case RankingColumn::Value::name:
            return unit.name;
        case RankingColumn::Value::score:
            return unit.score;
        case RankingColumn::Value::shown:
            return column.shown < unit.shown.size() ? unit.shown[column.shown] : Text{};
    }
    return {};
}

void Builder::add_group(const RankedGroup& group) {
    const Panels panels = distribute(group, plan_);
    for (std::size_t row = 0; row < panels.front().size(); ++row) {
        add_row();
        for (unsigned column = 0; column < width(); ++column) {
            const auto& panel = panels[column / columns_.size()];
            const PanelColumn& place = columns_[column % columns_.size()];
            Text text = row < panel.size() ? value_of(*panel[row], place) : Text{};
            add_cell(column, 1, std::move(text), place.column->style);
        }
    }
}

}  // namespace

Table ranking_table(const Ranking& ranking, const RankingTableJob& wishes, const Layout& layout,
                    Diagnostics& diagnostics) {
    const Plan plan = plan_of(wishes, *layout.ranking);
    return Builder{ranking, plan, layout, diagnostics}.build();
}

}  // namespace banxin

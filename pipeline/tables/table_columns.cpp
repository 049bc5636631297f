#include "pipeline/tables/table_columns.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "pipeline/tables/column_widths.hpp"
#include "pipeline/tables/column_wishes.hpp"

namespace banxin {
namespace {

/// The edges of all sections, each once. `of_sections` has one list a section.
std::vector<Length> united(const std::vector<std::vector<Length>>& of_sections) {
    if (of_sections.size() == 1) return of_sections.front();
    std::vector<Length> edges;
    for (const std::vector<Length>& own : of_sections)
        edges.insert(edges.end(), own.begin(), own.end());
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

/// Which of `edges` each of a section's own edges is.
std::vector<std::uint32_t> places_of(const std::vector<Length>& own,
                                     const std::vector<Length>& edges) {
    std::vector<std::uint32_t> places;
    if (own.size() == edges.size()) {  // Columns without width keep their own edges.
        places.resize(own.size());
        std::iota(places.begin(), places.end(), 0U);
        return places;
    }
    for (const Length edge : own) {
        const auto found = std::lower_bound(edges.begin(), edges.end(), edge);
        places.push_back(static_cast<std::uint32_t>(found - edges.begin()));
    }
    return places;
}

}  // namespace

Outcome<TableColumns> solve_columns(const ShapedTable& table, Length width,
                                    const LineRules& rules) {
    Outcome<TableColumns> outcome;
    std::vector<std::vector<Length>> of_sections;
    for (const TableSection& section : table.sections) {
        auto edges = solve_column_edges(table, section, width, rules);
        append(outcome.diagnostics, std::move(edges.diagnostics));
        of_sections.push_back(std::move(edges.value));
    }
    TableColumns& columns = outcome.value;
    columns.edges = united(of_sections);
    columns.of_cells.reserve(table.cells.size());
    for (std::size_t k = 0; k < table.sections.size(); ++k) {
        const auto places = places_of(of_sections[k], columns.edges);
        const std::size_t last = places.size() - 1;
        for (const ShapedCell& cell : cells_of(table, table.sections[k])) {
            const std::size_t begin = std::min<std::size_t>(cell.column, last);
            const std::size_t end =
                std::min<std::size_t>(begin + std::max(cell.column_span, 1U), last);
            columns.of_cells.push_back({places[begin], places[end]});
        }
    }
    return outcome;
}

}  // namespace banxin

// Widths of columns → how high their table would be, as far as its lines can be counted without
// setting them.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/tables/narrow_columns.hpp"

namespace banxin {

/// What widths are chosen by: the table's height, then the lines of all cells, so that of two
/// tables equally high the one with fewer broken cells is taken.
struct Estimate {
    Length height;  ///< Of the lines alone, each as high as its leading.
    std::int64_t lines = 0;

    friend auto operator<=>(const Estimate&, const Estimate&) = default;
};

/// Counts each cell's lines once for each quarter of an em.
class HeightEstimate {
  public:
    explicit HeightEstimate(const SampleRows& rows);

    /// `widths` has one entry a group.
    [[nodiscard]] Estimate of(const std::vector<Length>& widths);

    /// The groups whose widths the next calls of `of` change: the lines of all cells without them
    /// are those of `widths`.
    void keep_all_but(const std::vector<std::uint32_t>& groups, const std::vector<Length>& widths);

  private:
    [[nodiscard]] std::int64_t lines(std::size_t cell, const std::vector<Length>& widths);
    void count(const std::vector<std::size_t>& cells, const std::vector<Length>& widths);

    const SampleRows& rows_;
    std::vector<std::vector<std::int32_t>> known_;  ///< By cell, then quarters of its em; 0: not.
    std::vector<Length> longest_;                   ///< Line of each cell.
    std::vector<std::size_t> changing_;             ///< Cells.
    std::vector<std::size_t> spanning_;
    std::vector<Length> kept_heights_, heights_;  ///< By row.
    std::vector<Length> needed_;                  ///< By cell.
    std::int64_t kept_lines_ = 0;
    std::int64_t lines_ = 0;
};

}  // namespace banxin

// A sheet as rows under column heads, found by their words. Knows nothing of what they mean.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/decimal.hpp"
#include "pipeline/base/outcome.hpp"
#include "pipeline/read/job.hpp"
#include "pipeline/read/workbook.hpp"
#include "pipeline/score/score.hpp"

namespace banxin {

/// Refers to a sheet of a workbook, which must outlive it. The first row with content holds the
/// heads; rows and columns are indices into Sheet::rows.
class SheetTable {
  public:
    /// The sheet that `reference` names; without a name the only one that has content. Nothing,
    /// silently, where the file itself could not be read: that was reported before.
    ///
    /// Errors, at the job's words: `sheet-missing`, `sheet-not-named`.
    static std::optional<SheetTable> open(const SheetReference& reference,
                                          const Workbooks& workbooks, Diagnostics& diagnostics);

    /// The column headed `head`, blanks and widths of characters set aside. Nothing for an empty
    /// head.
    ///
    /// Errors: `column-missing`, `column-duplicate`, at the words in the job or, where the job
    /// does not name the column, at the row of heads.
    std::optional<std::size_t> column(const Text& head, Diagnostics& diagnostics) const;
    std::optional<std::size_t> column(std::string_view head, Diagnostics& diagnostics) const;
    /// As above, for a column that need not be there.
    std::optional<std::size_t> column_if_any(std::string_view head, Diagnostics& diagnostics) const;

    /// The rows below the heads that have content.
    [[nodiscard]] std::vector<std::size_t> rows() const;

    [[nodiscard]] std::size_t column_count() const {
        return sheet_->rows.empty() ? 0 : sheet_->rows[heads_].size();
    }
    [[nodiscard]] const Cell& cell(std::size_t row, std::size_t column) const {
        return sheet_->rows[row][column];
    }
    /// Where a cell is, also an empty one.
    [[nodiscard]] Origin place(std::size_t row, std::size_t column) const;
    [[nodiscard]] const Text& head(std::size_t column) const { return cell(heads_, column).text; }
    [[nodiscard]] Origin place_of_head(std::size_t column) const { return place(heads_, column); }

    /// The text of a cell. Errors: `cell-error`.
    Text text(std::size_t row, std::size_t column, Diagnostics& diagnostics) const;

    /// The number in a cell; nothing for an empty cell, silently.
    /// Errors: `cell-error`, and `not_a_number` with an example of how to write it.
    std::optional<Decimal> number(std::size_t row, std::size_t column, Code not_a_number,
                                  Diagnostics& diagnostics) const;

  private:
    explicit SheetTable(const Sheet& sheet);
    /// Nothing for a sheet that is not complete.
    static std::optional<SheetTable> of(const Sheet& sheet);

    [[nodiscard]] std::vector<std::size_t> columns_headed(std::string_view head) const;
    std::optional<std::size_t> only_column(std::string_view head, Origin asked,
                                           Diagnostics& diagnostics) const;

    const Sheet* sheet_;
    std::size_t heads_ = 0;  ///< Index of the row of heads; 0 in a sheet without rows.
};

/// What `typed` was probably meant to be: `1O1.88` → `101.88`, `98,5分` → `98.5`; an example of
/// a number where nothing can be guessed.
[[nodiscard]] std::string number_like(std::string_view typed);

}  // namespace banxin

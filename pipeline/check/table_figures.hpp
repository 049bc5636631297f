// One section of a table as figures in rows and columns, with the words that head them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/base/decimal.hpp"
#include "pipeline/check/passage.hpp"
#include "pipeline/compose/document.hpp"

namespace banxin {

/// What a cell says: nothing, a figure, or words.
struct Figure {
    enum class Kind : std::uint8_t { none, number, words };
    Kind kind = Kind::none;
    Decimal value;
    bool is_share = false;  ///< 12.5%
    std::u32string words;   ///< Without blanks; of a number too.
    Origin origin;
};

/// Its cells; a figure in one that spans several rows or columns counts as words.
class TableFigures {
  public:
    TableFigures(const Table& table, const TableSection& section);

    [[nodiscard]] unsigned rows() const { return static_cast<unsigned>(rows_.size()); }
    [[nodiscard]] unsigned columns() const { return columns_; }
    [[nodiscard]] const Figure& at(unsigned row, unsigned column) const {
        return rows_[row][column];
    }
    /// All words above the first figure of `column`.
    [[nodiscard]] const std::u32string& head(unsigned column) const { return heads_[column]; }
    /// What `row` is among the rows below the head.
    enum class RowKind : std::uint8_t {
        plain,
        subtotal,     ///< 小计
        grand_total,  ///< 合计, 总计
        other_total,  ///< 部门支出合计: of what, is not known.
        part,         ///< 其中：…, or with a label such as （一）
    };
    [[nodiscard]] RowKind kind(unsigned row) const { return kinds_[row]; }
    [[nodiscard]] unsigned first_row() const { return first_row_; }

  private:
    void place(const TableCell& cell, unsigned row_begin);
    void find_heads();
    void find_kinds();

    unsigned columns_ = 0;
    unsigned first_row_ = 0;
    std::vector<std::vector<Figure>> rows_;
    std::vector<std::u32string> heads_;
    std::vector<RowKind> kinds_;
};

/// What `passage` is as a cell.
[[nodiscard]] Figure figure_of(const Passage& passage);

/// Whether `words` are or end with one that means a total.
[[nodiscard]] bool ends_with_total(const std::u32string& words);

}  // namespace banxin

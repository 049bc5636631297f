// Text of a csv or tsv file → Workbook with one sheet. Guesses no types: a number is text that
// Decimal can read, and dates stay as they were typed.
#include <algorithm>

#include "pipeline/base/decimal.hpp"
#include "pipeline/read/decode_text.hpp"
#include "pipeline/read/sheet_grid.hpp"
#include "pipeline/read/workbook_formats.hpp"

namespace banxin {
namespace {

char choose_delimiter(std::string_view text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    for (const char candidate : {',', '\t', ';'}) {
        if (line.find(candidate) != std::string_view::npos) return candidate;
    }
    return ',';
}

CellKind kind_of(std::string_view text) {
    if (is_error_name(text)) return CellKind::error;
    const TrimmedRange range = trimmed_range(text);
    const std::string_view trimmed = text.substr(range.begin, range.end - range.begin);
    return Decimal::parse(trimmed) ? CellKind::number : CellKind::text;
}

/// Reads cell by cell. A quote opens a quoted cell only as its first character; inside, a
/// doubled quote stands for one.
class Scanner {
  public:
    Scanner(std::string_view text, char delimiter, std::uint8_t file)
        : text_{text}, delimiter_{delimiter}, place_{.file = file}, grid_{{}, place_} {}

    Outcome<Sheet> scan() {
        while (at_ < text_.size() && !grid_.full()) take_cell();
        Outcome<Sheet> outcome = grid_.finish();
        append(outcome.diagnostics, std::move(diagnostics_));
        return outcome;
    }

  private:
    void take_cell() {
        std::string cell = text_[at_] == '"' ? take_quoted() : std::string{};
        // After a closing quote nothing should follow; what does is kept, not lost.
        while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n') {
            cell += text_[at_++];
        }
        grid_.set(row_, column_, kind_of(cell), cell);
        if (at_ == text_.size()) return;
        const bool row_ends = text_[at_++] == '\n';
        row_ += row_ends ? 1 : 0;
        column_ = row_ends ? 1 : column_ + 1;
    }

    std::string take_quoted() {
        std::string cell;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] != '"') {
                cell += text_[at_];
            } else if (text_.substr(at_).starts_with("\"\"")) {
                cell += text_[at_++];
            } else {
                ++at_;
                return cell;
            }
        }
        Origin origin = place_;
        origin.row = row_;
        origin.column = static_cast<std::uint16_t>(std::min<std::uint32_t>(column_, 0xFFFF));
        diagnostics_.push_back({Code::quote_unclosed, origin, {}});
        return cell;
    }

    std::string_view text_;
    char delimiter_;
    Origin place_;
    SheetGrid grid_;
    Diagnostics diagnostics_;
    std::size_t at_ = 0;
    std::uint32_t row_ = 1;
    std::uint32_t column_ = 1;
};

}  // namespace

Outcome<Workbook> read_delimited(std::string_view bytes, Delimiter delimiter, std::uint8_t file) {
    Outcome<std::string> text = decode_text(bytes, file);
    if (!text.ok()) return {{}, std::move(text.diagnostics)};
    const char sign = delimiter == Delimiter::by_first_line ? choose_delimiter(text.value)
                                                            : static_cast<char>(delimiter);
    Outcome<Sheet> sheet = Scanner{text.value, sign, file}.scan();
    return {{{std::move(sheet.value)}}, std::move(sheet.diagnostics)};
}

}  // namespace banxin

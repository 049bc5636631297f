// The content of an ods package → Workbook. Reads tables only: styles, drawings, notes and the
// formulas themselves are passed over.
#include <algorithm>
#include <charconv>

#include "pipeline/base/xml.hpp"
#include "pipeline/read/cell_number.hpp"
#include "pipeline/read/sheet_grid.hpp"
#include "pipeline/read/workbook_formats.hpp"

namespace banxin {
namespace {

// Ends of the namespaces of ODF 1.3 part 3, and of LibreOffice's own.
constexpr std::string_view kOffice = "office:1.0";
constexpr std::string_view kTable = "table:1.0";
constexpr std::string_view kText = "text:1.0";
constexpr std::string_view kCalcExtensions = "calcext:1.0";

bool is(const XmlName& name, std::string_view uri_end, std::string_view local) {
    return name.local == local && name.uri.ends_with(uri_end);
}

bool is_cell(const XmlName& name) {
    return is(name, kTable, "table-cell") || is(name, kTable, "covered-table-cell");
}

std::uint32_t repeated(std::string_view text) {
    std::uint32_t count = 1;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return std::max<std::uint32_t>(count, 1);
}

/// A cell's element until its end, when its text is known.
struct OpenCell {
    std::string type;   ///< office:value-type
    std::string value;  ///< The attribute that goes with the type; texts may have none.
    std::string text;   ///< Its paragraphs, joined by line feeds.
    bool has_paragraph = false;
    bool error = false;
    std::uint32_t columns = 1;  ///< How many cells alike stand side by side.
};

/// Reads the tables of office:spreadsheet, rows repeated and cells covered by others included.
class ContentReader final : public XmlHandler {
  public:
    explicit ContentReader(std::uint8_t file) : file_{file} {}

    void start_element(const XmlName& name, const XmlAttributes& attributes) override {
        ++depth_;
        if (ignored_from_ != 0) return;
        // Notes, drawings and readings in a cell have text of their own; tracked changes and links
        // to other files hold copies of tables.
        const bool foreign = is(name, kOffice, "annotation") || is(name, kTable, "shapes") ||
                             is(name, kTable, "tracked-changes") || is(name, kTable, "dde-links") ||
                             is(name, kText, "ruby-text") ||
                             (in_cell_ && name.uri.ends_with("drawing:1.0"));
        if (foreign) {
            ignored_from_ = depth_;
        } else if (is(name, kTable, "table")) {
            start_table(attributes);
        } else if (is(name, kTable, "table-row")) {
            row_count_ = repeated(attributes.get(kTable, "number-rows-repeated"));
            column_ = 1;
            row_cells_.clear();
        } else if (is_cell(name)) {
            start_cell(attributes);
            covered_ = name.local == "covered-table-cell";
        } else if (in_cell_ && name.uri.ends_with(kText)) {
            start_text(name, attributes);
        }
    }

    void end_element(const XmlName& name) override {
        if (ignored_from_ == depth_) ignored_from_ = 0;
        --depth_;
        if (ignored_from_ != 0) return;
        if (is(name, kTable, "table")) {
            in_table_ = false;
        } else if (is(name, kTable, "table-row")) {
            end_row();
        } else if (in_cell_ && is_cell(name)) {
            end_cell();
        } else if (is(name, kText, "p") || is(name, kText, "h")) {
            in_paragraph_ = false;
        }
    }

    void characters(std::string_view utf8) override {
        if (in_paragraph_ && ignored_from_ == 0) cell_.text += utf8;
    }

    [[nodiscard]] bool wants_more() const override { return grids_.size() <= kMostSheets; }

    Outcome<Workbook> finish() {
        Outcome<Workbook> outcome;
        grids_.resize(std::min(grids_.size(), kMostSheets), SheetGrid{{}, {}});
        for (SheetGrid& grid : grids_) {
            Outcome<Sheet> sheet = grid.finish();
            outcome.value.sheets.push_back(std::move(sheet.value));
            append(outcome.diagnostics, std::move(sheet.diagnostics));
        }
        return outcome;
    }

  private:
    struct RowCell {
        std::uint32_t column;
        CellKind kind;
        std::string text;
    };

    void start_table(const XmlAttributes& attributes) {
        const auto number = static_cast<std::uint8_t>(std::min(grids_.size(), kMostSheets));
        grids_.emplace_back(std::string{attributes.get(kTable, "name")},
                            Origin{.file = file_, .sheet = number});
        row_ = 1;
        in_table_ = true;
    }

    void start_cell(const XmlAttributes& attributes) {
        cell_ = {};
        in_cell_ = in_table_;
        cell_.type = attributes.get(kOffice, "value-type");
        cell_.error = attributes.get(kCalcExtensions, "value-type") == "error";
        cell_.columns = repeated(attributes.get(kTable, "number-columns-repeated"));
        if (cell_.type == "date") {
            cell_.value = attributes.get(kOffice, "date-value");
        } else if (cell_.type == "boolean") {
            cell_.value = attributes.get(kOffice, "boolean-value");
        } else if (cell_.type == "string") {
            cell_.value = attributes.get(kOffice, "string-value");
        } else {
            cell_.value = attributes.get(kOffice, "value");
        }
    }

    void start_text(const XmlName& name, const XmlAttributes& attributes) {
        if (name.local == "p" || name.local == "h") {
            if (cell_.has_paragraph) cell_.text += '\n';
            cell_.has_paragraph = in_paragraph_ = true;
        } else if (name.local == "s") {
            // More blanks than any text has would only be a way to fill memory.
            const std::uint32_t count = repeated(attributes.get(kText, "c"));
            cell_.text.append(std::min<std::uint32_t>(count, 1024), ' ');
        } else if (name.local == "tab") {
            cell_.text += '\t';
        } else if (name.local == "line-break") {
            cell_.text += '\n';
        }
    }

    void end_cell() {
        in_cell_ = in_paragraph_ = false;
        const auto [kind, text] = covered_ ? std::pair{CellKind::empty, std::string{}} : value();
        if (!text.empty()) {
            for (std::uint32_t k = 0; k < cell_.columns && !grids_.back().full(); ++k) {
                if (row_cells_.size() >= SheetGrid::kMostCells) break;
                row_cells_.push_back({column_ + k, kind, text});
            }
        }
        column_ = std::min(column_ + std::min(cell_.columns, kFar), kFar);
    }

    void end_row() {
        if (!in_table_) return;
        SheetGrid& grid = grids_.back();
        for (std::uint32_t k = 0; k < row_count_ && !row_cells_.empty() && !grid.full(); ++k) {
            for (const RowCell& cell : row_cells_) {
                grid.set(row_ + k, cell.column, cell.kind, cell.text);
            }
        }
        row_ = std::min(row_ + std::min(row_count_, kFar), kFar);
    }

    /// What a cell says, as the program showed it.
    [[nodiscard]] std::pair<CellKind, std::string> value() const {
        if (cell_.error) return {CellKind::error, cell_.text};
        const auto number = parse_stored_number(cell_.value);
        if (cell_.type == "percentage" && number) return {CellKind::text, percent_text(*number)};
        if ((cell_.type == "float" || cell_.type == "currency") && number) {
            return {CellKind::number, decimal_text(*number)};
        }
        if (cell_.type == "date" && !cell_.value.empty()) {
            std::string date = cell_.value;
            std::replace(date.begin(), date.end(), 'T', ' ');
            return {CellKind::text, date};
        }
        if (cell_.type == "boolean") {
            return {CellKind::text, cell_.value == "true" ? "TRUE" : "FALSE"};
        }
        return {CellKind::text, cell_.has_paragraph ? cell_.text : cell_.value};
    }

    static constexpr std::uint32_t kFar = 1U << 20U;  ///< More rows or columns than any sheet.

    std::uint8_t file_;
    std::vector<SheetGrid> grids_;
    std::vector<RowCell> row_cells_;
    OpenCell cell_;
    std::uint32_t row_ = 1;
    std::uint32_t column_ = 1;
    std::uint32_t row_count_ = 1;
    std::size_t depth_ = 0;
    std::size_t ignored_from_ = 0;  ///< Depth of the element whose content is ignored; 0: none.
    bool in_table_ = false;
    bool in_cell_ = false;
    bool in_paragraph_ = false;
    bool covered_ = false;
};

}  // namespace

Outcome<Workbook> read_ods(const ZipArchive& archive, std::uint8_t file) {
    const std::string part = "content.xml";
    const std::optional<std::string> xml = archive.read(part);
    ContentReader reader{file};
    if (!xml || !parse_xml(*xml, reader)) return {{}, {broken_part(file, part)}};
    return reader.finish();
}

}  // namespace banxin

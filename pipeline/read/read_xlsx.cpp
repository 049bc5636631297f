// The parts of an xlsx package → Workbook. Computes no formula: a cell has the value that the
// program which saved it computed.
#include <charconv>
#include <optional>

#include "pipeline/read/sheet_grid.hpp"
#include "pipeline/read/workbook_formats.hpp"
#include "pipeline/read/xlsx_parts.hpp"

namespace banxin {
namespace {

/// Last row and column of a sheet, ECMA-376 part 1, 18.3.1.73 as all programs have it.
constexpr std::uint32_t kLastRow = 1'048'576;
constexpr std::uint32_t kLastColumn = 16'384;

struct CellPlace {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
};

/// `C7`; nothing for what is not on a sheet.
std::optional<CellPlace> parse_place(std::string_view reference) {
    CellPlace place;
    std::size_t letters = 0;
    while (letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z') {
        place.column =
            place.column * 26 + static_cast<std::uint32_t>(reference[letters++] - 'A' + 1);
        if (place.column > kLastColumn) return std::nullopt;
    }
    const char* const end = reference.data() + reference.size();
    const auto read = std::from_chars(reference.data() + letters, end, place.row);
    const bool sound = letters > 0 && read.ec == std::errc{} && read.ptr == end;
    return sound && place.row >= 1 && place.row <= kLastRow ? std::optional{place} : std::nullopt;
}

/// `A1:C7`
std::optional<CellRange> parse_range(std::string_view reference) {
    const std::size_t colon = reference.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto first = parse_place(reference.substr(0, colon));
    const auto last = parse_place(reference.substr(colon + 1));
    if (!first || !last) return std::nullopt;
    return CellRange{first->row, first->column, last->row, last->column};
}

/// What the sheets of a workbook share.
struct Shared {
    const std::vector<std::string>& strings;
    const XlsxFormats& formats;
    DayCount day_count;
};

/// Reads sheetData and mergeCells. The other parts of a sheet say nothing about its values.
class SheetReader final : public XmlHandler {
  public:
    SheetReader(const Shared& shared, SheetGrid& grid) : shared_{shared}, grid_{grid} {}

    void start_element(const XmlName& name, const XmlAttributes& attributes) override {
        if (name.local == "sheetData") in_data_ = true;
        if (name.local == "mergeCell") {
            if (const auto range = parse_range(attributes.get("ref"))) grid_.merge(*range);
        }
        if (!in_data_) return;
        if (name.local == "row") start_row(attributes);
        if (name.local == "c") start_cell(attributes);
        if (name.local == "rPh") in_phonetic_ = true;
        takes_text_ = name.local == "v" || (name.local == "t" && !in_phonetic_);
    }

    void end_element(const XmlName& name) override {
        takes_text_ = false;
        if (name.local == "sheetData") in_data_ = false;
        if (name.local == "rPh") in_phonetic_ = false;
        if (in_data_ && name.local == "c") end_cell();
    }

    void characters(std::string_view utf8) override {
        if (takes_text_) text_ += utf8;
    }

    [[nodiscard]] bool wants_more() const override { return !grid_.full(); }

  private:
    /// Rows and cells may leave out where they are: then they follow the one before.
    void start_row(const XmlAttributes& attributes) {
        const std::string_view number = attributes.get("r");
        std::uint32_t row = place_.row + 1;
        std::from_chars(number.data(), number.data() + number.size(), row);
        place_ = {row, 0};
    }

    void start_cell(const XmlAttributes& attributes) {
        const auto place = parse_place(attributes.get("r"));
        place_ = place ? *place : CellPlace{place_.row, place_.column + 1};
        type_ = attributes.get("t");
        const std::string_view style = attributes.get("s");
        style_ = 0;
        std::from_chars(style.data(), style.data() + style.size(), style_);
        text_.clear();
    }

    void end_cell() {
        const bool on_sheet = place_.row >= 1 && place_.row <= kLastRow && place_.column >= 1 &&
                              place_.column <= kLastColumn;
        if (text_.empty() || !on_sheet) return;
        if (type_ == "s") {
            put_shared_string();
        } else if (type_ == "b") {
            put(CellKind::text, text_ == "0" ? "FALSE" : "TRUE");
        } else if (type_ == "e") {
            put(CellKind::error, text_);
        } else if (type_ == "str" || type_ == "inlineStr" || type_ == "d") {
            put(CellKind::text, unescaped(text_));
        } else {
            put_number();
        }
    }

    void put_shared_string() {
        std::size_t index = shared_.strings.size();
        std::from_chars(text_.data(), text_.data() + text_.size(), index);
        if (index < shared_.strings.size()) {
            put(CellKind::text, unescaped(shared_.strings[index]));
        } else {
            sound_ = false;
        }
    }

    void put_number() {
        const auto value = parse_stored_number(text_);
        if (!value) return put(CellKind::text, text_);
        switch (shared_.formats.format(style_)) {
            case NumberFormat::percent:
                return put(CellKind::text, percent_text(*value));
            case NumberFormat::date:
                if (const auto date = date_text(*value, shared_.day_count)) {
                    return put(CellKind::text, *date);
                }
                break;
            case NumberFormat::plain:
                break;
        }
        put(CellKind::number, decimal_text(*value));
    }

    void put(CellKind kind, std::string_view utf8) {
        grid_.set(place_.row, place_.column, kind, utf8);
    }

  public:
    /// False when a cell refers to a string that is not there.
    [[nodiscard]] bool sound() const { return sound_; }

  private:
    const Shared& shared_;
    SheetGrid& grid_;
    CellPlace place_;
    std::string type_;
    std::size_t style_ = 0;
    std::string text_;
    bool in_data_ = false;
    bool in_phonetic_ = false;
    bool takes_text_ = false;
    bool sound_ = true;
};

std::string folder_of(std::string_view part) {
    return std::string{part.substr(0, part.find_last_of('/') + 1)};
}

/// `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`
std::string relationships_of(std::string_view part) {
    const std::string folder = folder_of(part);
    return folder + "_rels/" + std::string{part.substr(folder.size())} + ".rels";
}

/// Reads one part into `handler`. A part that is optional may be missing, but not be broken.
enum class Presence : std::uint8_t { needed, optional };
bool read_part(const ZipArchive& archive, const std::string& part, XmlHandler& handler,
               Presence presence) {
    if (presence == Presence::optional && !archive.has(part)) return true;
    const std::optional<std::string> xml = archive.read(part);
    return xml && parse_xml(*xml, handler);
}

}  // namespace

Outcome<Workbook> read_xlsx(const ZipArchive& archive, std::uint8_t file) {
    const std::string book_part = "xl/workbook.xml";
    XlsxRelationships relationships{folder_of(book_part)};
    XlsxSheetList list;
    if (!read_part(archive, book_part, list, Presence::needed) ||
        !read_part(archive, relationships_of(book_part), relationships, Presence::needed)) {
        return {{}, {broken_part(file, book_part)}};
    }
    XlsxStrings strings;
    const std::string strings_part = relationships.target_of_type("sharedStrings");
    if (!read_part(archive, strings_part, strings, Presence::optional)) {
        return {{}, {broken_part(file, strings_part)}};
    }
    XlsxFormats formats;
    const std::string formats_part = relationships.target_of_type("styles");
    if (!read_part(archive, formats_part, formats, Presence::optional)) {
        return {{}, {broken_part(file, formats_part)}};
    }

    const Shared shared{strings.strings, formats, list.day_count};
    Outcome<Workbook> outcome;
    for (const XlsxSheetList::Entry& entry : list.sheets) {
        if (outcome.value.sheets.size() == kMostSheets) break;
        const auto number = static_cast<std::uint8_t>(outcome.value.sheets.size());
        SheetGrid grid{entry.name, {.file = file, .sheet = number}};
        SheetReader reader{shared, grid};
        const std::string part = relationships.target(entry.relationship);
        const bool sound = read_part(archive, part, reader, Presence::needed) && reader.sound();
        Outcome<Sheet> sheet = grid.finish();
        if (!sound) {
            sheet.value.complete = false;
            outcome.diagnostics.push_back(broken_part(file, part.empty() ? entry.name : part));
        }
        outcome.value.sheets.push_back(std::move(sheet.value));
        append(outcome.diagnostics, std::move(sheet.diagnostics));
    }
    return outcome;
}

}  // namespace banxin

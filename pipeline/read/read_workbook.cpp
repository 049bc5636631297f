#include "pipeline/read/read_workbook.hpp"

#include <algorithm>
#include <array>

#include "pipeline/read/workbook_formats.hpp"
#include "pipeline/read/zip_archive.hpp"

namespace banxin {
namespace {

constexpr std::string_view kZip = "PK\x03\x04";
/// Compound File Binary: .xls, .et, and anything an office program encrypted.
constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// The stream that holds an encrypted xlsx, as its directory names it, in UTF-16LE (MS-OFFCRYPTO).
constexpr std::string_view kEncryptedStream{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32};

Outcome<Workbook> refuse(Code code, std::uint8_t file) {
    return {{}, {{code, {.file = file}, {}}}};
}

bool ends_in(std::string_view name, std::string_view ending) {
    if (name.size() < ending.size()) return false;
    const auto same = [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    };
    return std::equal(ending.begin(), ending.end(),
                      name.end() - static_cast<std::ptrdiff_t>(ending.size()),
                      [&](char wanted, char given) { return same(given, wanted); });
}

/// A page or an XML document under a spreadsheet's name: what web systems export as .xls.
bool is_markup(std::string_view bytes) {
    const std::size_t first = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    return first != std::string_view::npos && bytes[first] == '<';
}

Outcome<Workbook> read_zipped(std::string_view bytes, std::uint8_t file) {
    const std::optional<ZipArchive> archive = ZipArchive::open(bytes);
    if (!archive) return {{}, {broken_part(file, "zip")}};
    const std::string manifest = archive->read("META-INF/manifest.xml").value_or("");
    if (manifest.find("encryption-data") != std::string::npos) {
        return refuse(Code::workbook_encrypted, file);
    }
    const std::string type = archive->read("mimetype").value_or("");
    if (type.starts_with("application/vnd.oasis.opendocument.spreadsheet")) {
        return read_ods(*archive, file);
    }
    if (archive->has("xl/workbook.xml")) return read_xlsx(*archive, file);
    return refuse(Code::workbook_format_unknown, file);
}

}  // namespace

Outcome<Workbook> read_workbook(std::string_view bytes, std::string_view name, std::uint8_t file) {
    if (bytes.starts_with(kZip)) return read_zipped(bytes, file);
    if (bytes.starts_with(kCompoundFile)) {
        const bool encrypted = bytes.find(kEncryptedStream) != std::string_view::npos;
        return refuse(encrypted ? Code::workbook_encrypted : Code::workbook_format_unknown, file);
    }
    const bool tabs = ends_in(name, ".tsv") || ends_in(name, ".tab");
    const bool text = tabs || ends_in(name, ".csv") || ends_in(name, ".txt");
    if (!text && (bytes.empty() || ends_in(name, ".xlsx") || ends_in(name, ".ods"))) {
        return is_markup(bytes) ? refuse(Code::workbook_format_unknown, file)
                                : Outcome<Workbook>{{}, {broken_part(file, "zip")}};
    }
    if (!text || is_markup(bytes)) return refuse(Code::workbook_format_unknown, file);
    return read_delimited(bytes, tabs ? Delimiter::tab : Delimiter::by_first_line, file);
}

Diagnostic broken_part(std::uint8_t file, std::string_view part) {
    return {Code::workbook_broken, {.file = file}, {{"part", std::string{part}}}};
}

bool is_error_name(std::string_view text) {
    // ECMA-376 part 1, 18.17.3; ODF adds the numbered ones of LibreOffice.
    constexpr auto kNames = std::to_array<std::string_view>(
        {"#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"});
    return std::find(kNames.begin(), kNames.end(), text) != kNames.end() ||
           (text.starts_with("Err:") && text.size() == 7);
}

}  // namespace banxin

#include "pipeline/read/xlsx_parts.hpp"

#include <charconv>

namespace banxin {
namespace {

unsigned to_unsigned(std::string_view text) {
    unsigned value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// `xl/` + `../a/b.xml` → `a/b.xml`. A target that begins with / is from the top.
std::string resolved(std::string_view folder, std::string_view target) {
    if (target.starts_with('/')) return std::string{target.substr(1)};
    std::string path{folder};
    while (target.starts_with("../") && !path.empty()) {
        target.remove_prefix(3);
        path.pop_back();
        path.erase(path.find_last_of('/') + 1);
    }
    return path + std::string{target};
}

void append_utf8(std::string& utf8, unsigned code_unit) {
    // A surrogate half or a NUL that stands alone has no UTF-8; the escape is kept as typed.
    if (code_unit < 0x80) {
        utf8 += static_cast<char>(code_unit);
    } else if (code_unit < 0x800) {
        utf8 += static_cast<char>(0xC0U | code_unit >> 6U);
        utf8 += static_cast<char>(0x80U | (code_unit & 0x3FU));
    } else {
        utf8 += static_cast<char>(0xE0U | code_unit >> 12U);
        utf8 += static_cast<char>(0x80U | (code_unit >> 6U & 0x3FU));
        utf8 += static_cast<char>(0x80U | (code_unit & 0x3FU));
    }
}

}  // namespace

NumberFormat builtin_number_format(unsigned id) {
    if (id == 9 || id == 10) return NumberFormat::percent;
    const bool date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
                      (id >= 50 && id <= 58);
    return date ? NumberFormat::date : NumberFormat::plain;
}

NumberFormat number_format_of(std::string_view code) {
    for (std::size_t k = 0; k < code.size(); ++k) {
        switch (code[k]) {
            case ';':
                return NumberFormat::plain;  // What follows is for negative numbers.
            case '"':
                k = code.find('"', k + 1);
                break;
            case '[':
                // [h] counts elapsed hours; [$-804], [Red] and conditions are no letters of a date.
                if (k + 1 < code.size() &&
                    std::string_view{"hms"}.find(code[k + 1]) != std::string_view::npos) {
                    return NumberFormat::date;
                }
                k = code.find(']', k + 1);
                break;
            case '\\':
            case '_':
            case '*':
                ++k;
                break;
            case '%':
                return NumberFormat::percent;
            case 'y':
            case 'Y':
            case 'm':
            case 'M':
            case 'd':
            case 'D':
            case 'h':
            case 'H':
            case 's':
            case 'S':
                return NumberFormat::date;
            default:
                break;
        }
        if (k == std::string_view::npos) break;
    }
    return NumberFormat::plain;
}

std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t k = 0; k < text.size(); ++k) {
        constexpr std::size_t kSize = 7;  // _xHHHH_
        const std::string_view escape = text.substr(k, kSize);
        unsigned unit = 0;
        const bool framed = escape.size() == kSize && escape.starts_with("_x") && escape[6] == '_';
        const auto read = framed ? std::from_chars(escape.data() + 2, escape.data() + 6, unit, 16)
                                 : std::from_chars_result{nullptr, std::errc::invalid_argument};
        const bool surrogate = unit >= 0xD800 && unit <= 0xDFFF;
        if (read.ec != std::errc{} || read.ptr != escape.data() + 6 || unit == 0 || surrogate) {
            plain += text[k];
            continue;
        }
        if (unit != '\r') append_utf8(plain, unit);
        k += kSize - 1;
    }
    return plain;
}

void XlsxRelationships::start_element(const XmlName& name, const XmlAttributes& attributes) {
    if (name.local != "Relationship" || attributes.get("TargetMode") == "External") return;
    const std::string target = resolved(folder_, attributes.get("Target"));
    const std::string_view type = attributes.get("Type");
    by_id_.insert({std::string{attributes.get("Id")}, target});
    by_type_.insert({std::string{type.substr(type.find_last_of('/') + 1)}, target});
}

std::string XlsxRelationships::target(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? std::string{} : found->second;
}

std::string XlsxRelationships::target_of_type(std::string_view type) const {
    const auto found = by_type_.find(type);
    return found == by_type_.end() ? std::string{} : found->second;
}

void XlsxSheetList::start_element(const XmlName& name, const XmlAttributes& attributes) {
    if (name.local == "workbookPr") {
        const std::string_view old = attributes.get("date1904");
        if (old == "1" || old == "true") day_count = DayCount::since_1904;
    } else if (name.local == "sheet") {
        sheets.push_back({std::string{attributes.get("name")},
                          std::string{attributes.get("relationships", "id")}});
    }
}

void XlsxStrings::start_element(const XmlName& name, const XmlAttributes& /*attributes*/) {
    if (name.local == "si") strings.emplace_back();
    if (name.local == "rPh") in_phonetic_ = true;
    in_text_ = name.local == "t" && !in_phonetic_ && !strings.empty();
}

void XlsxStrings::end_element(const XmlName& name) {
    in_text_ = false;
    if (name.local == "rPh") in_phonetic_ = false;
}

void XlsxStrings::characters(std::string_view utf8) {
    if (in_text_) strings.back() += utf8;
}

void XlsxFormats::start_element(const XmlName& name, const XmlAttributes& attributes) {
    if (name.local == "numFmt") {
        custom_[to_unsigned(attributes.get("numFmtId"))] =
            number_format_of(attributes.get("formatCode"));
    } else if (name.local == "cellXfs") {
        in_cell_formats_ = true;
    } else if (name.local == "xf" && in_cell_formats_) {
        const unsigned id = to_unsigned(attributes.get("numFmtId"));
        const auto custom = custom_.find(id);
        cell_formats_.push_back(custom == custom_.end() ? builtin_number_format(id)
                                                        : custom->second);
    }
}

void XlsxFormats::end_element(const XmlName& name) {
    if (name.local == "cellXfs") in_cell_formats_ = false;
}

}  // namespace banxin

#include "pipeline/write/dump/dump_lines.hpp"

namespace banxin {
namespace {

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

std::string place(Origin origin, const Sources* sources) {
    if (sources != nullptr) {
        const std::string described = sources->describe(origin);
        return described.empty() ? std::string{"nowhere"} : described;
    }
    if (origin.file == 0) return "@0";
    const std::string sheet = origin.sheet == 0 ? "" : fmt::format(".{}", origin.sheet);
    return fmt::format("@{}{}:{}:{}", origin.file, sheet, origin.row, origin.column);
}

/// Whether a character at `next` reads on from one at `origin`, `steps` characters before it.
bool reads_on(Origin origin, Origin next, unsigned steps) {
    if (next == origin) return true;
    origin.column = static_cast<std::uint16_t>(origin.column + steps);
    return next == origin;
}

}  // namespace

std::string in_quotes(std::string_view utf8) {
    std::string result = "\"";
    for (const char byte : utf8) {
        const auto value = static_cast<unsigned char>(byte);
        if (byte == '"' || byte == '\\') {
            result += '\\';
            result += byte;
        } else if (byte == '\n') {
            result += "\\n";
        } else if (byte == '\t') {
            result += "\\t";
        } else if (value < 0x20 || value == 0x7F) {
            result += fmt::format("\\u{{{:02x}}}", value);
        } else {
            result += byte;
        }
    }
    return result + "\"";
}

std::string with_places(const Text& text, const Sources* sources) {
    const std::string& utf8 = text.utf8();
    std::string result;
    std::size_t begin = 0;
    while (begin < utf8.size()) {
        const Origin origin = text.origin_at(begin);
        std::size_t end = begin;
        for (unsigned steps = 0; end < utf8.size(); ++steps) {
            if (!reads_on(origin, text.origin_at(end), steps)) break;
            do ++end;
            while (end < utf8.size() && !begins_character(utf8[end]));
        }
        if (!result.empty()) result += " + ";
        result += in_quotes(std::string_view{utf8}.substr(begin, end - begin));
        result += " " + place(origin, sources);
        begin = end;
    }
    return result.empty() ? "\"\"" : result;
}

DumpLines::DumpLines(std::string_view noun) { line("dump 1  {}  unit 1/36000mm", noun); }

void DumpLines::add(std::string_view content) {
    text_.append(std::size_t{2} * depth_, ' ');
    text_ += content;
    text_ += '\n';
}

}  // namespace banxin

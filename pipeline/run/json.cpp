#include "pipeline/run/json.hpp"

#include <fmt/format.h>

namespace banxin {

std::string json_string(std::string_view utf8) {
    std::string result = "\"";
    for (const char byte : utf8) {
        if (byte == '"' || byte == '\\')
            result += fmt::format("\\{}", byte);
        else if (static_cast<unsigned char>(byte) < 0x20)
            result += fmt::format("\\u{:04x}", static_cast<unsigned char>(byte));
        else
            result += byte;
    }
    return result + "\"";
}

}  // namespace banxin

// Texts for the rules of `check`, and what a rule has to say of them.
#pragma once

#include <string>
#include <vector>

#include "pipeline/check/passage.hpp"

namespace banxin {

/// As a line of a file: each character has its column.
inline Text text_line(const std::string& utf8) {
    return {utf8, {.row = 1, .column = 1, .file = 1}, Text::OriginStep::per_character};
}

inline std::string argument_of(const Diagnostic& diagnostic, const std::string& name) {
    for (const Argument& each : diagnostic.arguments)
        if (each.name == name) return each.value;
    return {};
}

/// The argument `name` of each diagnostic.
inline std::vector<std::string> arguments_of(const Diagnostics& found, const std::string& name) {
    std::vector<std::string> values;
    values.reserve(found.size());
    for (const Diagnostic& each : found) values.push_back(argument_of(each, name));
    return values;
}

}  // namespace banxin

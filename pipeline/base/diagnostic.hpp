// What is wrong with an input: a stable code, a place, the values that the sentence needs.
//
// Nothing here forms a sentence. The wording is in diagnostic_codes.inc, is translated by
// gettext, and is put together in run/, the only stage that prints.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/origin.hpp"

namespace banxin {

enum class Severity : std::uint8_t {
    warning,  ///< The document is made; somebody should look.
    error,    ///< Nothing is written.
};

/// One kind of mistake. The names are listed, with their wording, in diagnostic_codes.inc;
/// once released a code keeps its name and its meaning.
enum class Code : std::uint16_t {
#define BANXIN_DIAGNOSTIC(identifier, name, severity, message, hint) identifier,
#include "pipeline/base/diagnostic_codes.inc"
#undef BANXIN_DIAGNOSTIC
};

/// The fixed part of a diagnostic. `message` and `hint` are English, with `{argument}` places.
struct CodeInfo {
    std::string_view name;  ///< kebab-case, for example `score-not-a-number`
    Severity severity;
    std::string_view message;
    std::string_view hint;  ///< empty where nothing helpful can be said
};

[[nodiscard]] const CodeInfo& info(Code code);

/// All codes there are, in the order of diagnostic_codes.inc.
[[nodiscard]] const std::vector<Code>& all_codes();

/// A value for one `{name}` of a message or hint.
struct Argument {
    std::string name;
    std::string value;
    friend auto operator<=>(const Argument&, const Argument&) = default;
};

struct Diagnostic {
    Code code;
    Origin origin;  ///< Where the mistake is.
    std::vector<Argument> arguments;
    std::vector<Origin> related =
        {};  ///< Other places it speaks of, such as the first of two equal rows.

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);

/// Sorts by file, sheet, row, column, code and arguments, and drops all but the first of those that
/// agree in place, code and arguments.
void sort_and_unite(Diagnostics& diagnostics);

/// Appends all of `more` to `diagnostics`.
void append(Diagnostics& diagnostics, Diagnostics more);

}  // namespace banxin

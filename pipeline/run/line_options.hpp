// How `banxin lines` sets its text, from words of the command line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pipeline/base/length.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/layout/style.hpp"

namespace banxin {

/// The options as typed; empty where one was not.
struct TypedLineOptions {
    std::string measure;
    std::string role;
    std::string size;
    std::string mode;
    std::string gap;
    bool title = false;
    bool json = false;
};

struct LineOptions {
    std::int64_t measure = 28'000;  ///< In thousandths of an em.
    std::string role = "仿宋";
    Length size = 16_pt;
    LineEndMode line_end = LineEndMode::grid;
    unsigned latin_gap = 125;  ///< In thousandths of an em.
    LineShape shape = LineShape::free;
    enum class Form : std::uint8_t { text, json } form = Form::text;
};

/// An option whose value means nothing.
struct BadLineOption {
    const char* message;  ///< English, with a place for `{argument}`.
    std::string argument;
};

/// Understands `typed`, into `options`. Titles have the type and the measure of the standard's
/// titles unless they are told otherwise.
[[nodiscard]] std::optional<BadLineOption> read_line_options(const TypedLineOptions& typed,
                                                             LineOptions& options);

}  // namespace banxin

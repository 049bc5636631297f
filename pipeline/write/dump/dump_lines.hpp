// The lines of a dump: indentation, quoting and places. Knows no stage's noun.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "pipeline/base/length.hpp"
#include "pipeline/base/origin.hpp"
#include "pipeline/base/text.hpp"

namespace banxin {

/// `utf8` in quotes, with \" \\ \n \t and other control characters as \u{..}.
[[nodiscard]] std::string in_quotes(std::string_view utf8);

/// The quoted pieces of `text`, each with the place it was written at. Characters that follow each
/// other in their file, or that share a cell, are one piece. `sources` may be null: the place is
/// then `@file:row:column`, or `@file.sheet:row:column` beyond the first sheet.
[[nodiscard]] std::string with_places(const Text& text, const Sources* sources);

/// Whole units of 1/36000 mm.
[[nodiscard]] inline std::int64_t units(Length length) { return length.emu(); }

/// Collects lines. Deeper facts are indented by two blanks more.
class DumpLines {
  public:
    explicit DumpLines(std::string_view noun);

    template <typename... Arguments>
    void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        add(fmt::format(format, std::forward<Arguments>(arguments)...));
    }

    /// While it lives, lines are indented by one step more.
    class Deeper {
      public:
        explicit Deeper(DumpLines& lines) : lines_{lines} { ++lines_.depth_; }
        ~Deeper() { --lines_.depth_; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;

      private:
        DumpLines& lines_;
    };

    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    void add(std::string_view content);

    std::string text_;
    unsigned depth_ = 0;
};

}  // namespace banxin

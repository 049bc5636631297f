// Stage read: bytes of a text file → BodyText, or one plain Text.
#pragma once

#include <string_view>

#include "pipeline/base/outcome.hpp"
#include "pipeline/base/text.hpp"
#include "pipeline/read/body_text.hpp"

namespace banxin {

/// Reads paragraphs, one a line; empty lines are left out. A line that begins with 一、 （一）
/// 1. or （1） has level 1 to 4 (GB/T 9704-2012, 7.3.3). Half-width brackets, `1．` and `1、` count
/// too, and stay as typed.
///
/// A line of a level without any 。 is a heading, unless it ends in a mark that goes on (；：，、).
/// A first sentence of at most 20 characters without ，；：、 is a run-in heading when text follows
/// it. Every other line of a level is a paragraph with a label.
///
/// A tab counts as a blank: it is pasted along with labels, and no document has a use for one.
///
/// Errors: `encoding-unknown`, `control-character`.
[[nodiscard]] Outcome<BodyText> read_body_text(std::string_view bytes, std::uint8_t file);

/// Reads a text file as it is: line ends become U+000A, and the last one is dropped.
/// Errors: as above.
[[nodiscard]] Outcome<Text> read_plain_text(std::string_view bytes, std::uint8_t file);

}  // namespace banxin

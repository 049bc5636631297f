// A text with `{name}` places + the named values → the text a reader sees.
//
// Places are ICU MessageFormat arguments; which blocks there are is no concern of this file.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/base/text.hpp"
#include "pipeline/score/scorecard.hpp"

namespace banxin {

using NamedValues = std::map<std::string, NamedValue>;

/// The names that a text may use. Those of a table's row hide equal names of the document.
struct Names {
    const NamedValues* document = nullptr;
    NamedValues row = {};

    [[nodiscard]] const NamedValue* find(const std::string& name) const;

    /// The known name that `name` may be a slip for; empty where there are no names.
    [[nodiscard]] std::string nearest(const std::string& name) const;
};

/// A value in a finished text.
struct Insertion {
    TextRange place;  ///< Bytes of the template, braces included.
    TextRange text;   ///< Bytes of the finished text.
};

struct FilledText {
    Text text;
    std::vector<Insertion> insertions;  ///< In the order of the text.

    /// Where byte `offset` of the template has gone; the end of the value for one inside a place.
    [[nodiscard]] std::uint32_t place_of(std::uint32_t offset) const;

    /// Whether the byte belongs to a value.
    [[nodiscard]] bool is_inserted(std::size_t byte) const;
};

/// Puts the values of `names` into `pattern`.
///
/// `{name}` gives a count in plain digits, a decimal exactly as it was published, and words as they
/// are. `{name, spellout}` 二十, `{name, number}` 1,234, `ordinal`, `plural`, `select` and
/// `selectordinal` are ICU's, for Chinese. Dates and times are refused: they would depend on the
/// clock's zone.
///
/// Only `{` and `}` are special. An apostrophe is an apostrophe, not ICU's quotation mark: clerks
/// write prose, and a quoted brace has no use in an official document.
///
/// Every character keeps its origin: the template's, or that of the value; counts and decimals,
/// which have none, take that of their place.
///
/// Errors: `name-unknown`, `message-invalid`. What is wrong stays in the text as it was written.
[[nodiscard]] FilledText fill(const Text& pattern, const Names& names, Diagnostics& diagnostics);

}  // namespace banxin

// The formats of official documents that are told apart, and their names. Needs no other source.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace banxin {

/// The formats of GB/T 9704-2012 by what is on their first page; `notice` has no 版头, and a `form`
/// is a table: of what the standard says of text, nothing holds for it.
enum class DocumentFormat : std::uint8_t { notice, ordinary, upward, letter, order, minutes, form };

struct DocumentFormatName {
    std::string_view name;  ///< In JSON and for --format; never changes.
    DocumentFormat format;
};
inline constexpr DocumentFormatName kDocumentFormatNames[] = {
    {"notice", DocumentFormat::notice}, {"ordinary", DocumentFormat::ordinary},
    {"upward", DocumentFormat::upward}, {"letter", DocumentFormat::letter},
    {"order", DocumentFormat::order},   {"minutes", DocumentFormat::minutes},
    {"form", DocumentFormat::form},
};

[[nodiscard]] constexpr std::string_view name(DocumentFormat format) {
    for (const DocumentFormatName& known : kDocumentFormatNames)
        if (known.format == format) return known.name;
    return {};
}

[[nodiscard]] constexpr std::optional<DocumentFormat> format_called(std::string_view name) {
    for (const DocumentFormatName& known : kDocumentFormatNames)
        if (known.name == name) return known.format;
    return std::nullopt;
}

}  // namespace banxin

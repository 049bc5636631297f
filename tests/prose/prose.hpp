// Chinese official prose for tests of line layout, made from the patterns of tests/prose/*.txt:
// sentences that read like those of notices, reports and regulations and that say nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace banxin {

enum class ProseKind : std::uint8_t {
    mixed,     ///< Notices, opinions, regulations, reports, replies, budgets, interpretations.
    articles,  ///< Regulations and interpretations: 第二百零五条, items, few figures.
    figures,   ///< Reports and budgets: money, shares, dates, indicators.
};

/// Paragraphs in UTF-8 of `characters` characters or more altogether, ended with the document that
/// reaches them. The same seed gives the same text on every machine.
[[nodiscard]] std::vector<std::string> official_prose(std::uint64_t seed, std::size_t characters,
                                                      ProseKind kind = ProseKind::mixed);

}  // namespace banxin

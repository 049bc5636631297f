// Where a text speaks of its document's annexes: 附件1、附件2, 附件1、2, 附件1至附件3.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace banxin {

/// One annex that is mentioned; a range of them is several mentions at one place.
struct AnnexMention {
    std::optional<std::uint64_t> annex;  ///< From 1 as written; none for 附件 without a number.
    std::size_t at = 0;                  ///< The character at which 附件 begins.
    std::size_t end = 0;                 ///< Behind 附件, or behind the number.
};

/// All mentions in the order of the text. The annex of another document, written straight after
/// its name or number (《…办法》附件2, …87号）附件2), is none of ours.
[[nodiscard]] std::vector<AnnexMention> annex_mentions(const std::u32string& text);

}  // namespace banxin

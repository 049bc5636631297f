// What rules and findings are called, in the language of the run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/inspect/document_elements.hpp"
#include "pipeline/inspect/finding.hpp"

namespace banxin {

[[nodiscard]] std::string translated(std::string_view english);
/// Hundredths as a number with two decimals.
[[nodiscard]] std::string decimal(std::int64_t hundredths);
[[nodiscard]] std::string format_name(DocumentFormat format);
[[nodiscard]] std::string strength_name(RuleStrength strength);
/// `20.28–26.18 mm`, `± 0.50 mm`, or what a text rule wants.
[[nodiscard]] std::string allowed_by(const RuleInfo& rule);
[[nodiscard]] std::string measured_of(const Finding& finding);
[[nodiscard]] std::string page_name(std::size_t page);
/// `and 3 more`
[[nodiscard]] std::string more(std::size_t count);

}  // namespace banxin

// Stage inspect, third step: InspectedDocument → findings.
//
// Holds every element to the rules of rules.inc that it has to keep. Recognises nothing.
#pragma once

#include <vector>

#include "pipeline/inspect/document_elements.hpp"
#include "pipeline/inspect/finding.hpp"

namespace banxin {

/// Findings of all rules that apply, kept ones too, in the order of rules.inc and of the pages.
[[nodiscard]] std::vector<Finding> judge(const InspectedDocument& document);

}  // namespace banxin

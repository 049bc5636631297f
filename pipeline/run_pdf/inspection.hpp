// What `banxin inspect` says of one document: a table for people, JSON for machines.
#pragma once

#include <string>
#include <vector>

#include "pipeline/inspect/document_elements.hpp"
#include "pipeline/inspect/finding.hpp"
#include "pipeline/inspect/read_record.hpp"

namespace banxin {

struct Inspection {
    std::string name;  ///< As the command line has it.
    InspectedDocument document;
    std::vector<Finding> findings;
    PdfRecord record = {};
};

/// How many rules of each kind are not kept.
struct InspectionTally {
    std::size_t deviations = 0;  ///< From what must be.
    std::size_t remarks = 0;     ///< From what is usual or recommended.
};
[[nodiscard]] InspectionTally tally_of(const std::vector<Inspection>& inspections);

/// The elements with their places, and below each the rules it is held to.
[[nodiscard]] std::string as_table(const Inspection& inspection);

/// `2 deviations, 1 remark`, or that there are none.
[[nodiscard]] std::string closing_line(const InspectionTally& tally);

/// One object; its keys and the names in it do not depend on the language.
[[nodiscard]] std::string as_json(const std::vector<Inspection>& inspections);

}  // namespace banxin

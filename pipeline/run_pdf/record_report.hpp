// What a PDF says of itself, as `banxin inspect` prints it.
#pragma once

#include <string>

#include "pipeline/inspect/read_record.hpp"

namespace banxin {

/// A line for the standards that the file claims to keep, and one for each element of DA/T 46-2009
/// by its term there; empty where the file says nothing.
[[nodiscard]] std::string as_lines(const PdfRecord& record);

/// One object; elements go by the names of their properties in XMP.
[[nodiscard]] std::string as_json(const PdfRecord& record);

}  // namespace banxin

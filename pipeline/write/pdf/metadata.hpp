// What a document says of itself, in XMP (ISO 16684-1) as archives want it.
#pragma once

#include <string>

#include "pipeline/compose/document.hpp"

namespace banxin::pdf {

/// The program that wrote the file, in XMP and in the information dictionary alike.
[[nodiscard]] std::string producer();

/// The packet for `information`: PDF/A-2a (ISO 19005-2, 6.6) and PDF/UA-1 (ISO 14289-1, 5), with
/// the schema that PDF/A does not know. Says the same as the information dictionary.
[[nodiscard]] std::string metadata(const DocumentInformation& information);

}  // namespace banxin::pdf

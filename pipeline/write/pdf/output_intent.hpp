// What the document's colours mean: sRGB. ISO 19005-2, 6.2.3.
#pragma once

#include <string>

#include "pipeline/write/pdf/object_writer.hpp"

namespace banxin::pdf {

/// Adds the profile, and gives the value of the catalogue's OutputIntents.
[[nodiscard]] std::string output_intents(ObjectWriter& objects);

}  // namespace banxin::pdf

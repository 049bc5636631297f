// What a run tells on the terminal when all went well.
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/run/driver.hpp"

namespace banxin {

/// A few lines: title, units of each annex by grade, total of a form, pages, file and its size.
[[nodiscard]] std::string summary_of(const Product& product, const JobPlace& place,
                                     const std::filesystem::path& pdf);

/// The same without a file, for `check`.
[[nodiscard]] std::string summary_of(const Product& product, const JobPlace& place);

/// Each role, the faces found for it, and how much of the character sets they draw.
[[nodiscard]] std::string summary_of(const FontSet& fonts);

}  // namespace banxin

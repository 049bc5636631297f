// Text out of any bytes.
#pragma once

#include <string>

namespace banxin {

/// `bytes` as valid UTF-8, what is none replaced by U+FFFD: reading has refused such files.
[[nodiscard]] std::string valid_text(const std::string& bytes);

/// As valid_text(), each character that the drawn fonts lack replaced by one that they have: a
/// paragraph without its glyphs never reaches line layout.
[[nodiscard]] std::string drawable_text(const std::string& bytes);

/// Prints what failed and aborts, which is how libFuzzer learns of it.
[[noreturn]] void fail(const std::string& what);

}  // namespace banxin

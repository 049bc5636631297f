// The language of messages: which one, and their words in it.
//
// GNU gettext translates; numbers, dates and sorting stay in the C locale whatever the language.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/diagnostic.hpp"

namespace banxin {

/// Marks a message for xgettext where it is translated later.
#define N_(message) message

enum class Language : std::uint8_t { english, chinese };

/// `en` or `zh`, as the command line says it.
[[nodiscard]] std::optional<Language> language_called(std::string_view name);

/// What the environment asks for: the first of LANGUAGE, LC_ALL, LC_MESSAGES and LANG that is set.
[[nodiscard]] Language language_of_environment();

/// Translates from now on, with the catalogues in `folder` (zh_CN/LC_MESSAGES/banxin.mo).
///
/// Works where no Chinese locale was ever generated, as on a bare Debian: gettext translates in any
/// locale that is not plain C, and C.UTF-8 is always there.
void choose_language(Language language, const std::filesystem::path& folder);

/// `message` in the language chosen. xgettext finds messages by the names of these functions.
[[nodiscard]] std::string tr(const char* message);
[[nodiscard]] std::string trn(const char* singular, const char* plural, std::size_t count);

/// `pattern` with the values of `arguments` in its `{name}` places. Places without an argument stay
/// as they are.
[[nodiscard]] std::string with_arguments(std::string_view pattern,
                                         const std::vector<Argument>& arguments);

/// Whether every `{name}` of `pattern` has an argument that is not empty.
[[nodiscard]] bool has_all_arguments(std::string_view pattern,
                                     const std::vector<Argument>& arguments);

}  // namespace banxin

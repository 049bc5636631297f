#include "pipeline/run/language.hpp"

#include <libintl.h>

#include <algorithm>
#include <clocale>
#include <cstdlib>

namespace banxin {
namespace {

constexpr const char* kDomain = "banxin";

/// The next `{name}` of `pattern` from `from` on: its braces' places. Nothing else has braces.
struct Place {
    std::size_t begin;
    std::size_t end;  ///< Behind the closing brace.
    std::string_view name;
};

std::optional<Place> next_place(std::string_view pattern, std::size_t from) {
    const std::size_t begin = pattern.find('{', from);
    if (begin == std::string_view::npos) return std::nullopt;
    const std::size_t end = pattern.find('}', begin);
    if (end == std::string_view::npos) return std::nullopt;
    return Place{begin, end + 1, pattern.substr(begin + 1, end - begin - 1)};
}

const Argument* argument_called(std::string_view name, const std::vector<Argument>& arguments) {
    const auto found = std::find_if(arguments.begin(), arguments.end(),
                                    [&](const Argument& each) { return each.name == name; });
    return found == arguments.end() ? nullptr : &*found;
}

}  // namespace

std::optional<Language> language_called(std::string_view name) {
    if (name == "en") return Language::english;
    if (name == "zh") return Language::chinese;
    return std::nullopt;
}

Language language_of_environment() {
    for (const char* variable : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(variable);
        if (value == nullptr || *value == '\0') continue;
        return std::string_view{value}.starts_with("zh") ? Language::chinese : Language::english;
    }
    return Language::english;
}

void choose_language(Language language, const std::filesystem::path& folder) {
    if (language == Language::english) {
        std::setlocale(LC_MESSAGES, "C");
        return;
    }
    std::setlocale(LC_MESSAGES, "C.UTF-8");
    setenv("LANGUAGE", "zh_CN", 1);
    bindtextdomain(kDomain, folder.c_str());
    bind_textdomain_codeset(kDomain, "UTF-8");
}

std::string tr(const char* message) {
    // gettext would answer "" with the catalogue's head.
    return *message == '\0' ? std::string{} : std::string{dgettext(kDomain, message)};
}

std::string trn(const char* singular, const char* plural, std::size_t count) {
    return dngettext(kDomain, singular, plural, count);
}

std::string with_arguments(std::string_view pattern, const std::vector<Argument>& arguments) {
    std::string result;
    std::size_t copied = 0;
    while (const auto place = next_place(pattern, copied)) {
        const Argument* argument = argument_called(place->name, arguments);
        result += pattern.substr(copied, place->begin - copied);
        result += argument != nullptr ? std::string_view{argument->value}
                                      : pattern.substr(place->begin, place->end - place->begin);
        copied = place->end;
    }
    return result += pattern.substr(copied);
}

bool has_all_arguments(std::string_view pattern, const std::vector<Argument>& arguments) {
    std::size_t from = 0;
    while (const auto place = next_place(pattern, from)) {
        const Argument* argument = argument_called(place->name, arguments);
        if (argument == nullptr || argument->value.empty()) return false;
        from = place->end;
    }
    return true;
}

}  // namespace banxin

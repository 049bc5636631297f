// Values of PDF objects that may be of any type: the wrong one counts as none.
#pragma once

#include <cmath>
#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

namespace banxin {

/// A number of at most a million, which no place on a page needs more than.
[[nodiscard]] inline std::optional<double> number_in(QPDFObjectHandle object) {
    constexpr double kMost = 1e6;
    if (!object.isNumber()) return std::nullopt;
    const double value = object.getNumericValue();
    if (!std::isfinite(value) || std::abs(value) > kMost) return std::nullopt;
    return value;
}

[[nodiscard]] inline double number_or(QPDFObjectHandle object, double otherwise) {
    return number_in(object).value_or(otherwise);
}

/// The name without its slash.
[[nodiscard]] inline std::string name_in(QPDFObjectHandle object) {
    return object.isName() ? object.getName().substr(1) : std::string{};
}

[[nodiscard]] inline QPDFObjectHandle entry(QPDFObjectHandle dictionary, const std::string& key) {
    if (dictionary.isStream()) dictionary = dictionary.getDict();
    return dictionary.isDictionary() ? dictionary.getKey(key) : QPDFObjectHandle::newNull();
}

[[nodiscard]] inline std::vector<QPDFObjectHandle> items_in(QPDFObjectHandle array) {
    if (!array.isArray()) return {};
    return array.getArrayAsVector();
}

}  // namespace banxin

#include "pipeline/inspect/pdf_colour.hpp"

#include <algorithm>
#include <cmath>

#include "pipeline/inspect/pdf_values.hpp"

namespace banxin {
namespace {

std::uint8_t byte_of(double share) {
    return static_cast<std::uint8_t>(std::lround(255 * std::clamp(share, 0.0, 1.0)));
}

PdfColour device_colour(const std::vector<double>& parts) {
    if (parts.size() == 1) {
        const std::uint8_t grey = byte_of(parts[0]);
        return {grey, grey, grey};
    }
    if (parts.size() == 3) return {byte_of(parts[0]), byte_of(parts[1]), byte_of(parts[2])};
    if (parts.size() == 4) {  // 10.3.5, without the black that printers add
        const auto one = [&](double ink) { return byte_of(1 - std::min(1.0, ink + parts[3])); };
        return {one(parts[0]), one(parts[1]), one(parts[2])};
    }
    return {};
}

/// A tint of a separation by its exponential function, 7.10.3; others: how much ink there is.
PdfColour tint(QPDFObjectHandle space, const std::vector<double>& components) {
    const auto parts = items_in(space);
    if (components.empty() || parts.size() < 4) return {};
    if (name_in(parts[1]) == "All" || name_in(parts[1]) == "Black")
        return device_colour({1 - components[0]});
    QPDFObjectHandle function = parts[3];
    const auto none = items_in(entry(function, "/C0"));
    const auto full = items_in(entry(function, "/C1"));
    if (none.size() != full.size() || full.empty() || components.size() != 1) return {};
    std::vector<double> mixed;
    for (std::size_t k = 0; k < full.size(); ++k) {
        const double from = number_or(none[k], 0);
        mixed.push_back(from + components[0] * (number_or(full[k], 0) - from));
    }
    return colour_in(parts[2], mixed);
}

std::string family_of(QPDFObjectHandle space) {
    if (space.isName()) return name_in(space);
    const auto parts = items_in(space);
    return parts.empty() ? std::string{} : name_in(parts.front());
}

}  // namespace

PdfColour colour_in(QPDFObjectHandle space, const std::vector<double>& components) {
    const std::string family = family_of(space);
    if (family == "Separation" || family == "DeviceN") return tint(space, components);
    if (family == "Lab") return device_colour({components.empty() ? 0 : components[0] / 100});
    if (family == "Pattern" || family == "Indexed") return {};
    return device_colour(components);
}

PdfColour first_colour_in(QPDFObjectHandle space) {
    const std::string family = family_of(space);
    if (family == "Separation" || family == "DeviceN") return tint(space, {1});
    return {};
}

}  // namespace banxin

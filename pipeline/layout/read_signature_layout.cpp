#include "pipeline/layout/read_signature_layout.hpp"

#include <algorithm>

#include "pipeline/layout/read_length.hpp"

namespace banxin {
namespace {

constexpr unsigned kMostSealsAbreast = 10;

}  // namespace

SignatureLayout read_signature_layout(const YamlValue& value, const PageGeometry& page) {
    SignatureLayout signature;
    const Length cell = page.cell_left(1);
    if (cell > Length{}) {
        signature.date_indent = page.cell_left(4);
        signature.post_gap = page.cell_left(2);
    }
    YamlMap map{value};
    signature.form = map["form"].choice<SignatureForm>({{"plain", SignatureForm::plain},
                                                        {"sealed", SignatureForm::sealed},
                                                        {"stamped", SignatureForm::stamped}});
    const auto length = [&](const char* key, Length& field) {
        field = read_length(map[key], cell).value_or(field);
    };
    const auto extent = [&](const char* key, Length& field) {
        field = read_extent(map[key], cell).value_or(field);
    };
    length("date-indent", signature.date_indent);
    extent("seal", signature.seal);
    length("seal-raise", signature.seal_raise);
    length("most-raise", signature.most_raise);
    extent("seal-below", signature.seal_below);
    extent("least-seal-gap", signature.least_seal_gap);
    extent("most-seal-gap", signature.most_seal_gap);
    signature.seals_abreast =
        map["seals-abreast"].whole_number(1, kMostSealsAbreast).value_or(signature.seals_abreast);
    extent("stamp-width", signature.stamp_width);
    extent("stamp-height", signature.stamp_height);
    length("stamp-below", signature.stamp_below);
    length("stamp-gap", signature.stamp_gap);
    length("post-gap", signature.post_gap);
    length("date-below", signature.date_below);
    signature.most_raise = std::max(signature.most_raise, signature.seal_raise);
    signature.most_seal_gap = std::max(signature.most_seal_gap, signature.least_seal_gap);
    return signature;
}

}  // namespace banxin

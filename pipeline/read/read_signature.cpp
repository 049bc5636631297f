#include "pipeline/read/read_signature.hpp"

#include <optional>
#include <string_view>

#include "pipeline/read/read_official_parts.hpp"

namespace banxin {
namespace {

/// No seal is larger than 60 mm, 国发〔1999〕25号; stamps may be wider.
constexpr unsigned kMostMillimetres = 150;

/// The lines of a name as one text, a line feed between them.
Text read_name(const YamlValue& value) {
    Text name;
    for (const Text& line : read_lines(value)) {
        if (!name.empty()) name.append("\n", line.origin());
        name.append(line);
    }
    return name;
}

/// `42mm`
std::optional<Length> read_millimetres(const YamlValue& value) {
    constexpr std::string_view kUnit = "mm";
    const std::string written = value.text().utf8();
    if (written.empty()) return std::nullopt;
    const auto number = written.ends_with(kUnit)
                            ? Decimal::parse(written.substr(0, written.size() - kUnit.size()))
                            : std::nullopt;
    if (number && number->value() > 0 && number->value() <= kMostMillimetres) {
        const Rational emu = number->value() * Length::kPerMillimetre;
        const Decimal whole = Decimal::rounded(emu, 0, Rounding::half_away_from_zero);
        return Length::from_emu(std::stoll(whole.to_string()));
    }
    value.report_invalid("42mm, 45mm … " + std::to_string(kMostMillimetres) + "mm");
    return std::nullopt;
}

SignatoryJob read_seal(const YamlValue& value) {
    SignatoryJob signatory;
    YamlMap map{value};
    signatory.issuer = read_name(map["issuer"]);
    signatory.image = map["image"].text();
    signatory.width = read_millimetres(map["diameter"]);
    signatory.origin = value.origin();
    return signatory;
}

SignatoryJob read_stamp(const YamlValue& value) {
    SignatoryJob signatory;
    YamlMap map{value};
    signatory.post = read_name(map.required("post"));
    signatory.issuer = map["signer"].text();
    signatory.image = map["image"].text();
    signatory.width = read_millimetres(map["width"]);
    signatory.origin = value.origin();
    return signatory;
}

void report_conflict(const YamlValue& value, const char* key, const char* other) {
    value.report(Code::signature_conflict, {{"key", key}, {"other", other}});
}

/// Each seal with the name it is pressed on. The name of a single one may be that of `issuer`.
void read_seals(const YamlValue& seals, const Text& issuer, SignatureJob& signature) {
    signature.form = SignatureForm::sealed;
    const std::vector<YamlValue> items = seals.items();
    bool has_names = false;
    for (const YamlValue& item : items) {
        SignatoryJob signatory = read_seal(item);
        has_names = has_names || !signatory.issuer.empty();
        if (signatory.issuer.empty() && items.size() == 1) signatory.issuer = issuer;
        if (signatory.issuer.empty()) item.report(Code::key_missing, {{"key", "issuer"}});
        signature.signatories.push_back(std::move(signatory));
    }
    if (has_names && !issuer.empty()) report_conflict(seals, "issuer", "seals");
}

}  // namespace

void read_signature(YamlMap& map, Job& job) {
    job.issuer = read_name(map["issuer"]);
    SignatureJob& signature = job.signature;
    const YamlValue issuers = map["issuers"];
    const YamlValue seals = map["seals"];
    const YamlValue stamps = map["stamps"];
    if (issuers && seals) report_conflict(issuers, "issuers", "seals");
    if (issuers && stamps) report_conflict(issuers, "issuers", "stamps");
    if (issuers && !job.issuer.empty()) report_conflict(issuers, "issuers", "issuer");
    if (seals && stamps) report_conflict(seals, "seals", "stamps");
    if (seals) {
        read_seals(seals, job.issuer, signature);
    } else if (stamps) {
        signature.form = SignatureForm::stamped;
        for (const YamlValue& item : stamps.items())
            signature.signatories.push_back(read_stamp(item));
        return;  // Who they are does not say which organ issues the document.
    } else if (issuers) {
        for (const YamlValue& item : issuers.items()) {
            SignatoryJob signatory;
            signatory.issuer = read_name(item);
            signatory.origin = item.origin();
            if (!signatory.issuer.empty()) signature.signatories.push_back(std::move(signatory));
        }
    } else if (!job.issuer.empty()) {
        SignatoryJob signatory;
        signatory.issuer = job.issuer;
        signatory.origin = job.issuer.origin();
        signature.signatories.push_back(std::move(signatory));
    }
    if (job.issuer.empty() && !signature.signatories.empty())
        job.issuer = signature.signatories.front().issuer;
}

}  // namespace banxin

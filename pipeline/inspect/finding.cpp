#include "pipeline/inspect/finding.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "pipeline/inspect/characters_of_text.hpp"

namespace banxin {
namespace {

constexpr RuleInfo kRules[] = {
#define BANXIN_RULE(identifier, name, element, clause, strength, unit, low, high, says, wanted)    \
    {name,  ElementKind::element, clause, RuleStrength::strength, RuleUnit::unit, low, high, says, \
     wanted},
#include "pipeline/inspect/rules.inc"
#undef BANXIN_RULE
};

/// `value` hundredths: 12.34, -0.05.
std::string in_hundredths(std::int64_t value) {
    const std::int64_t units = std::abs(value);
    const std::string decimals = std::to_string(units % 100);
    return (value < 0 ? "-" : "") + std::to_string(units / 100) + "." +
           (decimals.size() < 2 ? "0" : "") + decimals;
}

std::int64_t rounded(std::int64_t value, std::int64_t unit) {
    return (value < 0 ? value - unit / 2 : value + unit / 2) / unit;
}

}  // namespace

const RuleInfo& info(RuleId rule) { return kRules[static_cast<std::size_t>(rule)]; }

const std::vector<RuleId>& all_rules() {
    static const std::vector<RuleId> rules = [] {
        std::vector<RuleId> all;
        for (std::size_t k = 0; k < std::size(kRules); ++k) all.push_back(static_cast<RuleId>(k));
        return all;
    }();
    return rules;
}

bool breaks_a_must(const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const Finding& each) {
        return each.verdict == Verdict::deviation && info(each.rule).strength == RuleStrength::must;
    });
}

Findings::Place Findings::at(const TextLine& line) { return {line.page, line.box, line.text}; }

Findings::Place Findings::at(const PageElement& element) {
    return {element.page, element.box, element.text()};
}

void Findings::add(RuleId rule, Verdict verdict, const Place& place, std::string measured) {
    constexpr std::size_t kLongestWords = 24;
    std::u32string words = place.words;
    if (words.size() > kLongestWords) words = words.substr(0, kLongestWords - 1) + U"…";
    findings_.push_back(
        {rule, verdict, place.page, place.box, std::move(measured), to_utf8(words)});
}

void Findings::number(RuleId rule, const Place& place, std::int64_t measured, int decimals) {
    const bool fits = measured >= info(rule).low && measured <= info(rule).high;
    add(rule, fits ? Verdict::ok : Verdict::deviation, place,
        decimals > 0 ? in_hundredths(measured) : std::to_string(measured));
}

void Findings::length(RuleId rule, const Place& place, Length measured) {
    number(rule, place, rounded(measured.emu(), Length::kPerMillimetre / 100), 2);
}

void Findings::size(RuleId rule, const Place& place, Length measured) {
    number(rule, place, rounded(measured.emu(), Length::kPerPoint / 100), 2);
}

void Findings::count(RuleId rule, const Place& place, std::int64_t measured) {
    number(rule, place, measured, 0);
}

void Findings::good(RuleId rule, const Place& place, std::string measured) {
    add(rule, Verdict::ok, place, std::move(measured));
}

void Findings::bad(RuleId rule, const Place& place, std::string measured) {
    add(rule, Verdict::deviation, place, std::move(measured));
}

void Findings::cannot_tell(RuleId rule, const Place& place, std::string measured) {
    add(rule, Verdict::cannot_tell, place, std::move(measured));
}

void Findings::face(RuleId rule, const TextLine& line, FaceRole face,
                    const std::vector<PdfFont>& fonts) {
    const std::string& font = fonts[line.font].name;
    const std::string shown = line.role == FaceRole::other ? font : std::string{name(line.role)};
    const Place place = at(line);
    if (line.role == face)
        good(rule, place, shown);
    else if (font.empty())
        cannot_tell(rule, place, {});
    else
        bad(rule, place, shown);
}

}  // namespace banxin

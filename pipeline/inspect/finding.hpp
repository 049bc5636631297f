// What a document was held to and how it stood: rules and findings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/inspect/document_elements.hpp"

/// Marks a message for xgettext; run/ translates it.
#define N_(message) message

namespace banxin {

/// How the standard words a rule: 必须 or a plain statement, 一般, 推荐, 可以 or mere practice.
enum class RuleStrength : std::uint8_t { must, general, recommended, optional };

enum class RuleUnit : std::uint8_t {
    mm,     ///< Hundredths of a millimetre.
    pt,     ///< Hundredths of a point.
    count,  ///< Whole numbers.
    text    ///< No number; `wanted` says what is expected.
};

enum class RuleId : std::uint8_t {
#define BANXIN_RULE(identifier, name, element, clause, strength, unit, low, high, says, wanted) \
    identifier,
#include "pipeline/inspect/rules.inc"
#undef BANXIN_RULE
};

struct RuleInfo {
    std::string_view name;  ///< In JSON; never changes.
    ElementKind element;
    std::string_view clause;
    RuleStrength strength;
    RuleUnit unit;
    int low, high;            ///< In `unit`; both allowed.
    std::string_view says;    ///< In English, for translation.
    std::string_view wanted;  ///< Of a text rule; in English or as it has to be written.
};
[[nodiscard]] const RuleInfo& info(RuleId rule);
[[nodiscard]] const std::vector<RuleId>& all_rules();

enum class Verdict : std::uint8_t { ok, deviation, cannot_tell };

struct Finding {
    RuleId rule;
    Verdict verdict = Verdict::ok;
    std::size_t page = 0;  ///< From 0.
    PdfBox box;            ///< What was measured.
    std::string measured;  ///< A number in the rule's unit, or text. Some texts have a translation.
    std::string words;     ///< The text concerned, where that helps; may be empty.
};

/// Whether a document with `findings` breaks something that it must keep.
[[nodiscard]] bool breaks_a_must(const std::vector<Finding>& findings);

/// Remembers findings; all numbers are turned into verdicts here.
class Findings {
  public:
    /// Where something was measured.
    struct Place {
        std::size_t page = 0;
        PdfBox box;
        std::u32string words = {};
    };
    [[nodiscard]] static Place at(const TextLine& line);
    [[nodiscard]] static Place at(const PageElement& element);

    void length(RuleId rule, const Place& place, Length measured);
    void size(RuleId rule, const Place& place, Length measured);
    void count(RuleId rule, const Place& place, std::int64_t measured);
    void good(RuleId rule, const Place& place, std::string measured);
    void bad(RuleId rule, const Place& place, std::string measured);
    void cannot_tell(RuleId rule, const Place& place, std::string measured);
    /// `face` has to be that of `line`, whose faces are named in `fonts`.
    void face(RuleId rule, const TextLine& line, FaceRole face, const std::vector<PdfFont>& fonts);

    [[nodiscard]] std::vector<Finding> take() { return std::move(findings_); }

  private:
    void number(RuleId rule, const Place& place, std::int64_t measured, int decimals);
    void add(RuleId rule, Verdict verdict, const Place& place, std::string measured);

    std::vector<Finding> findings_;
};

}  // namespace banxin

// 印章 and 签名章, and the names, posts and dates that they stand on: GB/T
// 9704-2012, 7.3.5.1, 7.3.5.3.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/inspect/judgement.hpp"

namespace banxin {
namespace {

using namespace literals;

using Elements = std::vector<const PageElement*>;

/// Whether issuer and date are placed for a seal: there is one, or room was left for one.
bool is_sealed(const InspectedDocument& document, const PageElement& issuer,
               const PageElement& date) {
    if (document.first(ElementKind::seal) != nullptr) return true;
    const Length right = right_of(document) - date.box.right;
    const Length off = issuer.lines.back().box.centre() - date.box.centre();
    return right > 3 * cell_of(document) && off < 1_mm && off > -1_mm;
}

bool has_inside(const PdfBox& seal, const PdfBox& words) {
    return words.centre() > seal.left && words.centre() < seal.right && words.middle() > seal.top &&
           words.middle() < seal.bottom;
}

/// Between the edges of two seals, taken for round; negative where they overlap.
Length distance(const PdfBox& one, const PdfBox& two) {
    const auto across = static_cast<double>((one.centre() - two.centre()).emu());
    const auto down = static_cast<double>((one.middle() - two.middle()).emu());
    const Length radii = (one.width() + one.height() + two.width() + two.height()).scaled(1, 4);
    return Length::from_emu(std::llround(std::hypot(across, down))) - radii;
}

/// Seals that stand beside each other, from the left.
std::vector<Elements> rows_of(const Elements& seals) {
    constexpr Length kSameRow = 10_mm;
    std::vector<Elements> rows;
    for (const PageElement* seal : seals) {
        if (rows.empty() || seal->box.top - rows.back().front()->box.top > kSameRow)
            rows.emplace_back();
        rows.back().push_back(seal);
    }
    return rows;
}

void judge_several_seals(const Elements& seals, Findings& findings) {
    for (std::size_t k = 1; k < seals.size(); ++k) {
        Length nearest = distance(seals[k]->box, seals[0]->box);
        for (std::size_t j = 1; j < k; ++j)
            nearest = std::min(nearest, distance(seals[k]->box, seals[j]->box));
        findings.length(RuleId::seal_distance, Findings::at(*seals[k]), nearest);
    }
    for (const Elements& row : rows_of(seals)) {
        PdfBox box = row.front()->box;
        for (const PageElement* seal : row) {
            box.include(seal->box);
            if (seal != row.front())
                findings.length(RuleId::seal_row_level, Findings::at(*seal),
                                seal->box.top - row.front()->box.top);
        }
        findings.length(RuleId::seal_row_width, {row.front()->page, box}, box.width());
    }
}

/// The last seal, on its issuer and the date, both a little below its middle.
void judge_last_seal(const PageElement& seal, const PageElement& issuer, const PageElement& date,
                     Findings& findings) {
    const auto place = Findings::at(seal);
    const bool is_on_date = has_inside(seal.box, date.box);
    is_on_date ? findings.good(RuleId::seal_date, place, N_("issuer and date"))
               : findings.bad(RuleId::seal_date, place, N_("not on the date"));
    findings.length(RuleId::seal_centre, place, seal.box.centre() - date.box.centre());
    PdfBox words = issuer.box;
    words.include(date.box);
    findings.length(RuleId::seal_middle, place, words.middle() - seal.box.middle());
}

/// Each seal belongs to the issuer in it. One that is in none has lost its own.
void judge_seals(const InspectedDocument& document, const Elements& issuers, const Elements& seals,
                 const PageElement& date, Findings& findings) {
    const PageElement& last = *seals.back();
    Length top = issuers.front()->box.top;
    for (const PageElement* issuer : issuers) top = std::min(top, issuer->box.top);
    if (const TextLine* above = line_above(document, last.page, top))
        findings.length(RuleId::seal_top, Findings::at(*seals.front()),
                        seals.front()->box.top - above->box.bottom);
    judge_last_seal(last, *issuers.back(), date, findings);
    std::size_t empty = 0;
    for (const PageElement* seal : seals) {
        const auto issuer = std::find_if(issuers.begin(), issuers.end(), [&](const auto* each) {
            return has_inside(seal->box, each->box);
        });
        if (issuer == issuers.end())
            ++empty;
        else
            findings.length(RuleId::seal_issuer, Findings::at(*seal),
                            seal->box.centre() - (*issuer)->box.centre());
    }
    const std::string counts =
        std::to_string(issuers.size()) + " / " + std::to_string(seals.size());
    empty == 0 && issuers.size() == seals.size()
        ? findings.good(RuleId::seal_count, Findings::at(last), counts)
        : findings.bad(RuleId::seal_count, Findings::at(last), counts);
    judge_several_seals(seals, findings);
}

void judge_sealed(const InspectedDocument& document, const Elements& issuers,
                  const PageElement& date, Findings& findings) {
    const PageElement& last = *issuers.back();
    findings.length(RuleId::issuer_centre, Findings::at(last),
                    last.box.centre() - date.box.centre());
    // The last of several seals stands where its row ends, and the date is below its issuer.
    if (issuers.size() == 1)
        findings.length(RuleId::date_right, Findings::at(date),
                        right_of(document) - date.box.right);
    const auto seals = document.all(ElementKind::seal);
    if (!seals.empty()) judge_seals(document, issuers, seals, date, findings);
}

/// A stamp four characters from the edge, the post two characters on its left, and the date after
/// a blank line. Where no stamp is printed yet, only its room is left.
void judge_stamped(const InspectedDocument& document, const PageElement& date, Findings& findings) {
    findings.length(RuleId::date_right, Findings::at(date), right_of(document) - date.box.right);
    const auto posts = document.all(ElementKind::post);
    const auto stamps = document.all(ElementKind::stamp);
    if (stamps.empty()) return;
    for (const PageElement* stamp : stamps)
        findings.length(RuleId::stamp_right, Findings::at(*stamp),
                        right_of(document) - stamp->box.right);
    const PageElement& first = *stamps.front();
    const Length top = std::min(first.box.top, posts.front()->box.top);
    if (const TextLine* above = line_above(document, first.page, top))
        findings.length(RuleId::stamp_above, Findings::at(first),
                        first.box.top - above->box.bottom);
    findings.length(RuleId::stamp_date, Findings::at(date),
                    date.box.top - stamps.back()->box.bottom);
    for (std::size_t k = 0; k < std::min(posts.size(), stamps.size()); ++k) {
        const auto place = Findings::at(*posts[k]);
        findings.length(RuleId::post_gap, place, stamps[k]->box.left - posts[k]->box.right);
        findings.length(RuleId::post_middle, place,
                        posts[k]->box.middle() - stamps[k]->box.middle());
    }
}

}  // namespace

bool judge_signature(const InspectedDocument& document, const PageElement& date,
                     Findings& findings) {
    const auto issuers = document.all(ElementKind::issuer);
    if (document.first(ElementKind::post) != nullptr) {
        judge_stamped(document, date, findings);
        return true;
    }
    if (issuers.empty()) return false;
    if (issuers.size() == 1 && !is_sealed(document, *issuers.front(), date)) return false;
    judge_sealed(document, issuers, date, findings);
    return true;
}

}  // namespace banxin

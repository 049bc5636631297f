// What the text says of the document's annexes.
#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/base/annex_mentions.hpp"
#include "pipeline/check/rules.hpp"
#include "pipeline/compose/block_roles.hpp"

namespace banxin {
namespace {

/// Words of the document itself, in which 附件 means one of its own.
bool is_text(const Block& block) {
    return is_running_text(block.role) && block.annex == 0 &&
           std::holds_alternative<Paragraph>(block.content);
}

std::vector<Passage> text_of(const Document& document) {
    std::vector<Passage> passages;
    for (const Block& block : document.blocks)
        if (is_text(block)) passages.push_back(passage_of(std::get<Paragraph>(block.content)));
    return passages;
}

/// 见附件, （附件2）: words that send the reader there, not the noun by itself.
bool sends_there(const Passage& passage, const AnnexMention& mention) {
    const char32_t before = mention.at > 0 ? passage.at(mention.at - 1) : U'\0';
    return before == U'见' || (mention.annex && is_one_of(before, U"（(按照附"));
}

/// Annexes that are typed in the text itself, as a chapter 五、附件 or as 附件说明.
bool has_own_annexes(const Passage& passage) {
    return passage.has(U"附件", 0) ||
           (passage.size() > 2 && passage.has(U"附件", passage.size() - 2));
}

void check_missing(const std::vector<Passage>& text, Diagnostics& found) {
    if (std::any_of(text.begin(), text.end(), has_own_annexes)) return;
    for (const Passage& passage : text) {
        for (const AnnexMention& mention : annex_mentions(passage.characters())) {
            if (!sends_there(passage, mention)) continue;
            found.push_back({Code::annex_missing, passage.origin_at(mention.at), {}});
            return;  // One is enough: they all miss the same.
        }
    }
}

/// The only annex has no number, GB/T 9704-2012, 7.3.4.
void check_number_of_only_one(const std::vector<Passage>& text, Diagnostics& found) {
    for (const Passage& passage : text)
        for (const AnnexMention& mention : annex_mentions(passage.characters()))
            if (mention.annex == 1)
                found.push_back({Code::annex_number,
                                 passage.origin_at(mention.at),
                                 {{"written", passage.utf8(mention.at, mention.end)}}});
}

/// The annexes in the order in which the text first mentions them.
class Mentioned {
  public:
    Mentioned(const std::vector<Passage>& text, std::uint64_t count, Diagnostics& found) {
        std::uint64_t highest = 0;
        for (const Passage& passage : text) {
            for (const AnnexMention& mention : annex_mentions(passage.characters())) {
                // 附件 without a number may mean any of them, or all.
                if (!mention.annex) may_mean_all_ = true;
                if (!mention.annex || *mention.annex == 0 || *mention.annex > count) continue;
                const bool is_first = annexes_.insert(*mention.annex).second;
                if (is_first && *mention.annex < highest)
                    found.push_back({Code::annex_order,
                                     passage.origin_at(mention.at),
                                     {{"annex", std::to_string(*mention.annex)},
                                      {"after", std::to_string(highest)}}});
                highest = std::max(highest, *mention.annex);
            }
        }
    }

    /// Whether the text leaves out `annex` while it sends the reader to others by their numbers.
    [[nodiscard]] bool leaves_out(std::uint64_t annex) const {
        return !annexes_.empty() && !may_mean_all_ && !annexes_.contains(annex);
    }

  private:
    std::set<std::uint64_t> annexes_;
    bool may_mean_all_ = false;
};

}  // namespace

void check_annexes(const Job& job, const Document& document, Diagnostics& found) {
    const std::vector<Passage> text = text_of(document);
    if (job.annexes.empty()) return check_missing(text, found);
    if (job.annexes.size() == 1) return check_number_of_only_one(text, found);
    const Mentioned mentioned{text, job.annexes.size(), found};
    for (std::size_t index = 0; index < job.annexes.size(); ++index)
        if (mentioned.leaves_out(index + 1))
            found.push_back({Code::annex_not_mentioned,
                             job.annexes[index].origin,
                             {{"annex", std::to_string(index + 1)}}});
}

}  // namespace banxin

#include "pipeline/lines/title_boundaries.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include "pipeline/lines/title_words.hpp"

namespace banxin {
namespace {

using Class = CharacterClass;

// How good a place for a line end is, where nothing forbids it. A place between two words of one
// phrase is worth a difference of five to six ems between lines to avoid.
constexpr TitleCost kBetweenWords = 30'000;
constexpr TitleCost kBesideLoneCharacter = 20'000;  // More: what a dictionary left over.
constexpr TitleCost kAfterModifier = 20'000;        // More.
constexpr TitleCost kBeforeHead = 100'000;          // More.
constexpr TitleCost kAfterFigure = 15'000;
constexpr TitleCost kBesideBracket = 10'000;
constexpr TitleCost kAfterVerb = 5'000;
constexpr TitleCost kBeforeVerb = 8'000;
constexpr TitleCost kAfterPause = 5'000;
constexpr TitleCost kInsideLongParentheses = 40'000;  // More.
constexpr int kShortParentheses = 8;  // Ems, with their contents, that stay together.
constexpr int kTailOfTitle = 4;       // Ems that follow 》 on its line: 的通知 and room.

// The fewest words win, and words of our own list before those of the dictionary.
constexpr int kOwnWord = 10;
constexpr int kDictionaryWord = 12;
constexpr int kLoneCharacter = 20;

struct TextCloser {
    void operator()(UText* text) const { utext_close(text); }
};

/// A stretch of clusters: a word, or a single character.
struct Token {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool listed = false;
    TitleWordKind kind = TitleWordKind::other;
    [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

class TitleBoundaries {
  public:
    TitleBoundaries(const ShapedParagraph& paragraph,
                    const std::vector<BreakOpportunity>& opportunities, Length widest)
        : paragraph_{paragraph},
          clusters_{paragraph.clusters},
          opportunities_{opportunities},
          widest_{widest},
          costs_(clusters_.size() + 1) {
        for (const Cluster& cluster : clusters_) text_ += cluster.character;
    }

    std::vector<TitleCost> run() {
        ask_dictionary();
        tokenise();
        for (std::size_t k = 1; k < tokens_.size(); ++k) weigh(tokens_[k - 1], tokens_[k]);
        for (const Token& token : tokens_) {
            for (std::uint32_t k = token.begin + 1; k < token.end; ++k) costs_[k] = kTitleWordTorn;
        }
        bind_organs();
        bind_issuers();
        bind_document_numbers();
        bind_enclosed();
        for (std::size_t k = 1; k < clusters_.size(); ++k) {
            const Bond bond = opportunities_[k].bond;
            if (bond != Bond::free && bond != Bond::forced) costs_[k] = kTitleNoBreak;
        }
        return std::move(costs_);
    }

  private:
    [[nodiscard]] bool han(std::size_t k) const {
        return k < clusters_.size() && clusters_[k].character_class == Class::han;
    }
    [[nodiscard]] std::u32string_view text(const Token& token) const {
        return std::u32string_view{text_}.substr(token.begin, token.size());
    }
    [[nodiscard]] char32_t last(const Token& token) const { return text_[token.end - 1]; }
    [[nodiscard]] bool is_han(const Token& token) const { return han(token.begin); }

    /// A character that no word took, and that is none of the small words itself.
    [[nodiscard]] bool is_lone(const Token& token) const {
        return token.size() == 1 && is_han(token) && !token.listed &&
               !never_begins_title_line(text(token)) && !never_ends_title_line(text(token));
    }

    void ask_dictionary() {
        boundary_.assign(clusters_.size() + 1, true);
        UErrorCode status = U_ZERO_ERROR;
        const std::string& utf8 = paragraph_.source.utf8();
        const std::unique_ptr<UText, TextCloser> source{
            utext_openUTF8(nullptr, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status)};
        const std::unique_ptr<icu::BreakIterator> words{
            icu::BreakIterator::createWordInstance(icu::Locale("zh"), status)};
        if (U_FAILURE(status)) return;
        words->setText(source.get(), status);
        for (std::size_t k = 1; k < clusters_.size() && U_SUCCESS(status); ++k) {
            const auto byte = static_cast<std::int32_t>(clusters_[k].text.begin);
            boundary_[k] = words->isBoundary(byte) != 0;
        }
    }

    /// Cuts the text into the fewest words, from its end to its beginning.
    void tokenise() {
        const auto count = static_cast<std::uint32_t>(clusters_.size());
        std::vector<int> least(count + 1, 0);
        std::vector<Token> best(count + 1);
        for (std::uint32_t k = count; k-- > 0;) {
            best[k] = {k, k + 1};
            least[k] = kLoneCharacter + least[k + 1];
            const auto offer = [&](const Token& token, int cost) {
                if (cost + least[token.end] > least[k]) return;
                const bool equal = cost + least[token.end] == least[k];
                if (equal && token.size() <= best[k].size()) return;
                least[k] = cost + least[token.end];
                best[k] = token;
            };
            if (const std::uint32_t end = end_of_dictionary_word(k); end > k + 1) {
                offer({k, end}, kDictionaryWord);
            }
            for (const TitleWord& word : title_words_beginning_with(text_[k])) {
                const auto end = k + static_cast<std::uint32_t>(word.text.size());
                if (std::u32string_view{text_}.substr(k, word.text.size()) != word.text) continue;
                offer({k, end, true, word.kind}, kOwnWord);
            }
        }
        for (std::uint32_t k = 0; k < count; k = best[k].end) tokens_.push_back(best[k]);
    }

    /// The dictionary's word of Han that begins at `k`; `k` itself where none begins.
    [[nodiscard]] std::uint32_t end_of_dictionary_word(std::uint32_t k) const {
        if (!boundary_[k] || !han(k)) return k;
        std::uint32_t end = k + 1;
        while (end < clusters_.size() && !boundary_[end]) {
            if (!han(end)) return k;
            ++end;
        }
        return end;
    }

    /// The cost of a break between two neighbours.
    void weigh(const Token& left, const Token& right) {
        TitleCost& cost = costs_[right.begin];
        if (joined(left, right)) {
            cost = kTitleWordTorn;
            return;
        }
        cost = grade(left, right);
        if (is_lone(left) || is_lone(right)) cost += kBesideLoneCharacter;
        // 的 and its kin at a line's beginning are worse than at its end.
        if (never_begins_title_line(text(right))) cost += 2 * kTitleBadEdge;
        if (never_ends_title_line(text(left))) cost += kTitleBadEdge;
    }

    /// Two tokens that are one word, though no dictionary has it: 贵阳 市, 规范 性, 督 查.
    [[nodiscard]] bool joined(const Token& left, const Token& right) const {
        const bool left_lone = is_lone(left);
        const bool right_lone = is_lone(right);
        if (!is_han(left) || !is_han(right)) return false;
        if (left_lone && right.size() == 1) return true;  // also 横 向, though 向 is a word
        if (right_lone && ends_words(last(right)) && !stands_before_noun(left)) return true;
        if (!left_lone) return false;
        // A place's ending that ended nothing stands for its place: 成立市|防汛抗旱指挥部.
        const bool stands_for_place =
            ends_place(last(left)) && (left.begin == 0 || stands_before_noun(before(left)));
        return begins_words(last(left)) || stands_for_place;
    }

    [[nodiscard]] const Token& before(const Token& token) const { return *(&token - 1); }

    /// After a verb, 对 or a mark, 市 begins a name and does not end one.
    [[nodiscard]] bool stands_before_noun(const Token& token) const {
        return !is_han(token) || token.kind == TitleWordKind::verb ||
               never_begins_title_line(text(token)) || never_ends_title_line(text(token));
    }

    /// How well the text falls apart between two words.
    [[nodiscard]] TitleCost grade(const Token& left, const Token& right) const {
        const Class l = clusters_[left.end - 1].character_class;
        const Class r = clusters_[right.begin].character_class;
        if (l == Class::latin_space || l == Class::wide_space || l == Class::dash) return 0;
        if (text(left) == U"的" || text(right) == U"关于") return 0;
        if (l == Class::pause || l == Class::stop) return kAfterPause;
        if (l == Class::closing) return kBesideBracket;
        const bool after_verb = left.kind == TitleWordKind::verb;
        if (r == Class::opening) return after_verb ? 0 : kBesideBracket;
        if (left.kind == TitleWordKind::modifier) return kBetweenWords + kAfterModifier;
        if (after_verb) return kAfterVerb;
        if (right.kind == TitleWordKind::verb || right.kind == TitleWordKind::modifier) {
            return kBeforeVerb;
        }
        if (text(left) == U"年度" || !is_han(left)) return kAfterFigure;
        return kBetweenWords + (right.kind == TitleWordKind::head ? kBeforeHead : 0);
    }

    [[nodiscard]] bool is_organ(const Token& token) const {
        if (!is_han(token)) return false;
        return token.kind == TitleWordKind::organ || (ends_organ(last(token)) && token.begin > 0 &&
                                                      costs_[token.begin] == kTitleWordTorn);
    }

    /// Keeps an organ's place, field and kind on one line: 云岭市|人民政府|办公厅.
    void bind_organs() {
        for (std::size_t k = tokens_.size(); k-- > 1;) {
            if (!is_organ(tokens_[k])) continue;
            std::size_t field = k;
            while (field > 0 && costs_[tokens_[field].begin] == kTitleWordTorn) --field;
            if (field == 0 || !is_han(tokens_[field - 1])) continue;
            const Token& owner = tokens_[field - 1];
            if (is_organ(owner) || ends_place(last(owner))) {
                TitleCost& cost = costs_[tokens_[field].begin];
                cost = std::max(cost, kTitleUnitTorn);
            }
        }
    }

    /// What stands before 关于 is who wrote the document: each name stays whole.
    void bind_issuers() {
        const auto about = std::find_if(tokens_.begin(), tokens_.end(),
                                        [&](const Token& token) { return text(token) == U"关于"; });
        if (about == tokens_.end()) return;
        for (std::uint32_t k = 1; k < about->begin; ++k) {
            if (!han(k - 1) || !han(k)) continue;
            costs_[k] = std::max(costs_[k], kTitleUnitTorn);
        }
    }

    /// 国办发〔2020〕4号 is one name: GB/T 9704-2012, 7.2.5. It begins with the first word that is
    /// not spelt in single characters.
    void bind_document_numbers() {
        for (std::size_t k = 1; k < tokens_.size(); ++k) {
            if (text(tokens_[k]) != U"〔") continue;
            for (std::size_t part = k; part > 0; --part) {
                const Token& left = tokens_[part - 1];
                const bool spelt = part == k || is_lone(tokens_[part]);
                if (!spelt || stands_before_noun(left)) break;
                TitleCost& cost = costs_[tokens_[part].begin];
                cost = std::max(cost, kTitleUnitTorn);
            }
        }
    }

    /// 《》, “” and short parentheses stay whole, as far as they leave room for what follows them.
    void bind_enclosed() {
        std::vector<std::uint32_t> open;
        for (std::uint32_t k = 0; k < clusters_.size(); ++k) {
            if (clusters_[k].character_class == Class::opening) open.push_back(k);
            if (clusters_[k].character_class != Class::closing || open.empty()) continue;
            bind_pair(open.back(), k);
            open.pop_back();
        }
    }

    void bind_pair(std::uint32_t opening, std::uint32_t closing) {
        Length width;
        for (std::uint32_t k = opening; k <= closing; ++k) width += clusters_[k].advance;
        const Length em = clusters_[opening].em;
        const bool parentheses = text_[opening] == U'（';
        TitleCost cost = kTitleUnitTorn;
        if (parentheses && width > em * kShortParentheses) cost = kInsideLongParentheses;
        if (!parentheses && width + em * kTailOfTitle > widest_) cost = kTitleLongUnitTorn;
        for (std::uint32_t k = opening + 1; k <= closing; ++k) costs_[k] += cost;
    }

    const ShapedParagraph& paragraph_;
    const std::vector<Cluster>& clusters_;
    const std::vector<BreakOpportunity>& opportunities_;
    const Length widest_;
    std::u32string text_;         ///< The first character of every cluster.
    std::vector<bool> boundary_;  ///< Before cluster k, by the dictionary.
    std::vector<Token> tokens_;
    std::vector<TitleCost> costs_;
};

}  // namespace

std::vector<TitleCost> title_break_costs(const ShapedParagraph& paragraph,
                                         const std::vector<BreakOpportunity>& opportunities,
                                         Length widest) {
    return TitleBoundaries{paragraph, opportunities, widest}.run();
}

}  // namespace banxin

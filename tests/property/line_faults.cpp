#include "line_faults.hpp"

#include <hb.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string_view>

#include "pipeline/base/utf8.hpp"

namespace banxin {
namespace {

using Class = CharacterClass;

bool is_one_of(char32_t character, std::u32string_view set) {
    return character != 0 && set.find(character) != std::u32string_view::npos;
}

// --- GB/T 15834-2011, 5.1, and the tailoring of UAX #14 that it asks for, by characters.

constexpr std::u32string_view kNeverStarts =
    U"、，。．：；！？‼⁇⁈⁉）〉》」』】〕〗］｝〞〟”’·‧・～〜／々";
constexpr std::u32string_view kNeverEnds = U"（〈《「『【〔〖［｛〝“‘／";
constexpr std::u32string_view kAfterFigures = U"%％‰℃°′″";
constexpr std::u32string_view kBeforeFigures = U"￥¥$€£№±";
constexpr std::u32string_view kInsideFigures = U".,:";
constexpr std::u32string_view kConnectors = U"—–-‐/";
constexpr std::u32string_view kBlanks = U" \u00A0";
constexpr std::u32string_view kUnits = U"年月日号元个名家条款项万亿";
constexpr std::u32string_view kChineseDigits = U"零〇一二三四五六七八九十百千万亿两";
constexpr std::u32string_view kArticles = U"第附件条款项";

bool is_digit(char32_t character) {
    return (character >= U'0' && character <= U'９' && (character <= U'9' || character >= U'０'));
}
bool is_letter(char32_t character) {
    return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z');
}
bool is_han(char32_t character) {
    return (character >= 0x4E00 && character <= 0x9FFF) || character >= 0x20000;
}
bool is_chinese(char32_t character) { return is_han(character) || is_digit(character); }

/// The characters of a text by their bytes.
class Characters {
  public:
    explicit Characters(std::string_view utf8) {
        for (std::size_t next = 0; next < utf8.size();) {
            const std::size_t begin = next;
            const char32_t character = next_character(utf8, next);
            index_[begin] = characters_.size();
            characters_.push_back(character);
        }
        index_[utf8.size()] = characters_.size();
    }

    /// Why no line may end before `byte`; nothing when it may.
    [[nodiscard]] std::optional<std::string> prohibition(std::uint32_t byte) const {
        const auto found = index_.find(byte);
        if (found == index_.end()) return "is inside a character";
        const std::size_t k = found->second;
        const char32_t after = at(k);
        const char32_t before = at(k - 1);
        if (is_one_of(after, kNeverStarts)) return "begins with a mark";
        std::size_t inked = k - 1;  // Blanks vanish at a line's end, and the mark is seen there.
        while (is_one_of(at(inked), kBlanks)) --inked;
        if (is_one_of(at(inked), kNeverEnds)) return "ends with a mark";
        if (is_digit(before) && is_digit(after)) return "tears a figure";
        if (is_letter(before) && is_letter(after)) return "tears a word";
        if (is_one_of(after, U"—…⋯") && in_pair(k)) return "tears a sign of two ems";
        if (in_address(k)) return std::nullopt;
        if (is_digit(before) && is_one_of(after, kAfterFigures)) return "tears a figure's unit";
        if (is_one_of(before, kBeforeFigures) && is_digit(after)) return "tears a figure's sign";
        const bool separates =
            (is_one_of(before, kInsideFigures) && is_digit(at(k - 2)) && is_digit(after)) ||
            (is_one_of(after, kInsideFigures) && is_digit(before) && is_digit(at(k + 1)));
        if (separates) return "tears a figure at its separator";
        const bool connects =
            is_one_of(after, kConnectors) && is_chinese(before) && is_chinese(at(k + 1));
        if (connects && at(k + 1) != after) return "begins with a connector";
        if (before == U'/' && is_han(at(k - 2)) && is_han(after)) return "ends with a slash";
        return std::nullopt;
    }

    /// Whether a line that ends before `byte` tears what GB/T 15835-2011 and GB/T 9704-2012 make
    /// one item: a figure and its unit, a date's parts, 第12条, 〔2020〕4号.
    [[nodiscard]] bool tears_unit(std::uint32_t byte) const {
        const std::size_t k = index_.at(byte);
        const char32_t before = at(k - 1);
        const char32_t after = at(k);
        if (is_digit(before) && is_one_of(after, kUnits)) return true;
        if (before == U'第' && (is_digit(after) || is_one_of(after, kChineseDigits))) return true;
        if (before != U'〕' || at(k - 6) != U'〔') return false;
        for (std::size_t year = k - 5; year < k - 1; ++year) {
            if (!is_digit(at(year))) return false;
        }
        std::size_t number = k;
        while (is_digit(at(number))) ++number;
        return number > k && at(number) == U'号';
    }

    /// Whether nothing at all holds the characters before and behind `byte` together.
    [[nodiscard]] bool surely_legal(std::uint32_t byte) const {
        const std::size_t k = index_.at(byte);
        const auto plain = [](char32_t character) {
            return is_han(character) && !is_one_of(character, kUnits) &&
                   !is_one_of(character, kChineseDigits) && !is_one_of(character, kArticles);
        };
        return plain(at(k - 1)) && plain(at(k)) && at(k) != U'〔';
    }

  private:
    /// The character at `k`, 0 outside the text.
    [[nodiscard]] char32_t at(std::size_t k) const {
        return k < characters_.size() ? characters_[k] : U'\0';
    }
    /// Whether `k` stands in what may be an address, where other rules hold: a run without blanks
    /// and Han that has ://, @ or two full stops in it.
    [[nodiscard]] bool in_address(std::size_t k) const {
        const auto belongs = [&](std::size_t n) { return at(n) > U' ' && !is_han(at(n)); };
        std::size_t begin = k;
        while (begin > 0 && belongs(begin - 1)) --begin;
        std::u32string run;
        for (std::size_t n = begin; belongs(n); ++n) run += at(n);
        return run.find(U"://") != std::u32string::npos || run.find(U'@') != std::u32string::npos ||
               std::count(run.begin(), run.end(), U'.') > 1;
    }
    /// Whether an odd number of equal characters stands before `k`.
    [[nodiscard]] bool in_pair(std::size_t k) const {
        std::size_t count = 0;
        while (count < k && at(k - 1 - count) == at(k)) ++count;
        return count % 2 == 1;
    }

    std::vector<char32_t> characters_;
    std::map<std::size_t, std::size_t> index_;  ///< From bytes.
};

bool vanishes(const Cluster& cluster) {
    return cluster.character_class == Class::latin_space ||
           cluster.character_class == Class::line_feed;
}

Length quarter(const Cluster& cluster) { return cluster.em.scaled(1, 4); }

/// How much of a cluster's advance a line may take away.
Length can_lose(const Cluster& cluster) {
    if (cluster.character_class == Class::latin_space) {
        return std::max(Length{}, cluster.advance - quarter(cluster));
    }
    return cluster.blank_left + cluster.blank_right;
}

struct Ink {
    Length left;
    Length right;
};

class Judge {
  public:
    explicit Judge(const BrokenCase& broken_case)
        : case_{broken_case},
          clusters_{broken_case.paragraph.clusters},
          lines_{broken_case.broken.value.lines},
          right_edge_{broken_case.measure - broken_case.paragraph.style.right_indent},
          characters_{broken_case.paragraph.source.utf8()} {}

    std::vector<std::string> run() {
        if (tiling()) {
            breaks();
            for (const Line& line : lines_) {
                line_ = &line;
                edges();
                gaps();
                ink();
            }
        }
        return std::move(faults_);
    }

  private:
    void fault(const Line& line, const std::string& what) {
        const std::string& utf8 = case_.paragraph.source.utf8();
        const bool inside = line.text.begin <= line.text.end && line.text.end <= utf8.size();
        const std::string text = inside ? utf8.substr(line.text.begin, line.text.size()) : "?";
        faults_.push_back("line " + std::to_string(&line - lines_.data() + 1) + " of " +
                          std::to_string(lines_.size()) + " \"" + text + "\" " + what);
    }

    /// Lines tile the text. What follows relies on it.
    bool tiling() {
        std::uint32_t byte = 0;
        std::uint32_t cluster = 0;
        for (const Line& line : lines_) {
            const bool follows = line.text.begin == byte && line.cluster_begin == cluster &&
                                 line.cluster_end > cluster && line.cluster_end <= clusters_.size();
            if (!follows) return fault(line, "does not follow the one before"), false;
            byte = line.text.end;
            cluster = line.cluster_end;
            if (clusters_[cluster - 1].text.end != byte)
                return fault(line, "has other bytes"), false;
            if (line.positions.size() != line.cluster_end - line.cluster_begin) {
                return fault(line, "has not one position a cluster"), false;
            }
        }
        if (cluster == clusters_.size() && byte == case_.paragraph.source.utf8().size())
            return true;
        faults_.emplace_back("the last line does not end with the text");
        return false;
    }

    [[nodiscard]] bool reported(const Line& line) const {
        const std::string text =
            case_.paragraph.source.utf8().substr(line.text.begin, line.text.size());
        const auto& diagnostics = case_.broken.diagnostics;
        return std::any_of(
            diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& diagnostic) {
                return diagnostic.code == Code::line_overfull &&
                       diagnostic.origin == case_.paragraph.source.origin_at(line.text.begin) &&
                       !diagnostic.arguments.empty() && diagnostic.arguments[0].value == text;
            });
    }

    void breaks() {
        for (const Line& line : lines_) {
            const bool feeds = clusters_[line.cluster_end - 1].character_class == Class::line_feed;
            const bool must_end = feeds || line.cluster_end == clusters_.size();
            if (must_end != (line.reason == BreakReason::forced)) {
                fault(line, must_end ? "should end by force" : "ends by force inside the text");
            }
            if (must_end) continue;
            const bool last_resort = line.reason == BreakReason::last_resort;
            if (last_resort && !reported(line)) fault(line, "is an unreported last resort");
            const auto why = characters_.prohibition(line.text.end);
            if (why && !last_resort) fault(line, "is followed by a break that " + *why);
            const bool tears = last_resort || characters_.tears_unit(line.text.end);
            if (tears && piece_fits(line.cluster_end)) {
                fault(line, "breaks a piece that would fit a line");
            }
        }
    }

    /// Whether what stands between surely legal breaks around cluster `k` fits a line of its own.
    /// Widths are taken as large as they can be.
    [[nodiscard]] bool piece_fits(std::uint32_t k) const {
        const auto legal = [&](std::uint32_t at) {
            return at == 0 || at == clusters_.size() ||
                   clusters_[at - 1].character_class == Class::line_feed ||
                   characters_.surely_legal(clusters_[at].text.begin);
        };
        std::uint32_t begin = k;
        std::uint32_t end = k;
        while (!legal(begin)) --begin;
        while (!legal(end)) ++end;
        Length width;
        for (std::uint32_t at = begin; at < end; ++at) {
            width += clusters_[at].advance + clusters_[at].em.scaled(1, 2);
        }
        const auto left = left_of(begin);
        return left && width <= right_edge_ - *left;
    }

    /// Where the column of a line that begins with cluster `begin` begins; nothing where that is
    /// below a text that the first line did not reach.
    [[nodiscard]] std::optional<Length> left_of(std::uint32_t begin) const {
        const Style& style = case_.paragraph.style;
        const Length left = style.left_indent + case_.paragraph.hang_under;
        if (begin == 0) return left + style.first_line_indent;
        const std::uint32_t hanging = case_.paragraph.hanging_clusters;
        if (hanging == 0 || hanging >= clusters_.size()) return left;
        const Line& first = lines_.front();
        // Where a mark stands there its blank decides, and it may have lost that.
        const Cluster& under = clusters_[hanging];
        const bool reached = hanging < first.positions.size() && !vanishes(under) &&
                             under.blank_left + under.blank_right == Length{};
        if (!reached || !fills_from_left()) return std::nullopt;
        return first.positions[hanging];
    }
    [[nodiscard]] bool fills_from_left() const {
        return case_.paragraph.style.alignment == Alignment::justify ||
               case_.paragraph.style.alignment == Alignment::left;
    }

    [[nodiscard]] const Cluster& cluster(std::size_t k) const {
        return clusters_[line_->cluster_begin + k];
    }
    /// Clusters of the line without the blanks that vanish at its end.
    [[nodiscard]] std::size_t visible() const {
        std::size_t count = line_->positions.size();
        while (count > 0 && vanishes(cluster(count - 1))) --count;
        return count;
    }
    [[nodiscard]] bool justified() const {
        return case_.paragraph.style.alignment == Alignment::justify &&
               line_->reason != BreakReason::forced;
    }
    /// Something on the line can be opened: two Han stand side by side.
    [[nodiscard]] bool has_han_pair() const {
        for (std::size_t k = 1; k < visible(); ++k) {
            if (is_han_pair(k)) return true;
        }
        return false;
    }
    /// Han `k` and the one before it, of one size.
    [[nodiscard]] bool is_han_pair(std::size_t k) const {
        return is_han(cluster(k - 1).character) && is_han(cluster(k).character) &&
               cluster(k - 1).em == cluster(k).em;
    }

    void edges() {
        const std::size_t count = visible();
        if (count == 0) return;
        const Cluster& first = cluster(0);
        const Cluster& last = cluster(count - 1);
        const Length cut_left = line_->left - line_->positions.front();
        if (cut_left < Length{} || cut_left > first.blank_left) {
            fault(*line_, "does not begin at its left edge");
        }
        const bool keeps_blank = line_->cluster_begin == 0 && !case_.rules.trim_paragraph_start;
        if (keeps_blank && cut_left != Length{}) fault(*line_, "lost the paragraph's first blank");

        const Length right = line_->left + line_->width;
        const Length cut_right = line_->positions[count - 1] + last.advance - right;
        if (cut_right < Length{} || cut_right > last.blank_right) {
            fault(*line_, "does not end where its last cluster does");
        }
        const bool always_half = case_.rules.line_end == LineEndMode::gb;
        if (always_half && cut_right != last.blank_right) {
            fault(*line_, "keeps a blank at its end");
        }
        // Indents may leave no column at all; the least one is a unit wide.
        const Length furthest = std::max(right_edge_, line_->left + Length::from_emu(1));
        if (right > furthest && !reported(*line_)) fault(*line_, "passes the measure");
        if (justified() && right < right_edge_ && has_han_pair()) {
            fault(*line_, "ends before the right edge");
        }
        const auto column = left_of(line_->cluster_begin);
        if (!column) return;
        const bool pushed = line_->left < *column && !reported(*line_);
        if (pushed) fault(*line_, "begins before its indent");
        if (fills_from_left() && line_->left != *column) fault(*line_, "begins after its indent");
    }

    void gaps() {
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        std::int64_t most = std::numeric_limits<std::int64_t>::min();
        for (std::size_t k = 1; k < visible(); ++k) {
            const Cluster& left = cluster(k - 1);
            const Length gap = line_->positions[k] - line_->positions[k - 1] - left.advance;
            // Only the half that faces the neighbour may go, but a mark has no other.
            if (-gap > can_lose(left) + cluster(k).blank_left) {
                fault(*line_, "closes up more than blank before its cluster " + std::to_string(k));
            }
            if (!is_han_pair(k)) continue;
            least = std::min(least, gap.emu());
            most = std::max(most, gap.emu());
        }
        if (most < least) return;
        if (least < 0) fault(*line_, "pushes Han together");
        if (most - least > 1) fault(*line_, "opens its Han unevenly");
        if (!justified() && most > 0) fault(*line_, "opens Han though nothing is to be filled");
    }

    [[nodiscard]] std::optional<Ink> ink_of(std::size_t k) const {
        const Cluster& own = cluster(k);
        // An accent typed after a blank or a line feed has no letter to stay over.
        const bool bare = own.character >= 0x0300 && own.character <= 0x036F;
        if (bare || vanishes(own)) return std::nullopt;
        const TypeRun& run = case_.paragraph.runs[own.run];
        const Face& face = case_.fonts.faces[run.face];
        Length pen = line_->positions[k];
        std::optional<Ink> ink;
        // Accents belong over letters; where one was typed over a mark, the mark alone counts.
        const std::uint32_t count = is_letter(own.character) || is_han(own.character)
                                        ? own.glyph_count
                                        : std::min<std::uint32_t>(own.glyph_count, 1);
        for (std::uint32_t n = own.first_glyph; n < own.first_glyph + count; ++n) {
            const Glyph& glyph = case_.paragraph.glyphs[n];
            hb_glyph_extents_t box{};
            const bool drawn =
                hb_font_get_glyph_extents(face.font.get(), glyph.id, &box) != 0 && box.width != 0;
            if (drawn) {
                const auto scaled = [&](std::int64_t units) {
                    return run.size.scaled(units, face.units_per_em);
                };
                const Length left = pen + glyph.x_offset + scaled(box.x_bearing);
                const Length right = left + scaled(box.width);
                ink = ink ? Ink{std::min(ink->left, left), std::max(ink->right, right)}
                          : Ink{left, right};
            }
            pen += glyph.advance;
        }
        return ink;
    }

    /// How far ink may pass its cell: what is drawn larger than its pitch, as 16 pt on a page of 28
    /// cells, does so by itself; and bearings are rounded one by one.
    [[nodiscard]] Length may_pass(std::size_t k) const {
        const Cluster& own = cluster(k);
        const Length larger = case_.paragraph.runs[own.run].size - own.em;
        return std::max(Length{}, larger) * 2 + Length::from_emu(1);
    }

    /// An accent without a letter, alone or on a sign that draws nothing, is drawn to the left.
    static bool is_mark_on_nothing(char32_t character) {
        const auto code = static_cast<UChar32>(character);
        return u_charType(code) == U_NON_SPACING_MARK ||
               u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
    }

    void ink() {
        std::optional<Ink> before;
        Length tolerance;
        for (std::size_t k = 0; k < visible(); ++k) {
            const auto own = ink_of(k);
            if (!own || is_mark_on_nothing(cluster(k).character)) continue;
            if (before && own->left + tolerance + may_pass(k) < before->right) {
                fault(*line_, "lets ink cross before its cluster " + std::to_string(k));
            }
            before = own;
            tolerance = may_pass(k);
        }
        const bool inside = !before || before->right <= right_edge_ + tolerance;
        if (!inside && !reported(*line_)) fault(*line_, "has ink past the right edge");
    }

    const BrokenCase& case_;
    const std::vector<Cluster>& clusters_;
    const std::vector<Line>& lines_;
    const Length right_edge_;
    const Characters characters_;
    const Line* line_ = nullptr;  ///< The one that is looked at.
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> line_faults(const BrokenCase& broken_case) {
    return Judge{broken_case}.run();
}

std::int64_t widest_han_gap(const ShapedParagraph& paragraph, const Line& line) {
    std::int64_t widest = 0;
    for (std::size_t k = 1; k < line.positions.size(); ++k) {
        const Cluster& left = paragraph.clusters[line.cluster_begin + k - 1];
        const Cluster& right = paragraph.clusters[line.cluster_begin + k];
        if (!is_han(left.character) || !is_han(right.character)) continue;
        const Length gap = line.positions[k] - line.positions[k - 1] - left.advance;
        widest = std::max(widest, gap.emu() * 1000 / paragraph.style.pitch.emu());
    }
    return widest;
}

}  // namespace banxin

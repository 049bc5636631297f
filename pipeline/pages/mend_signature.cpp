#include "pipeline/pages/mend_signature.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace banxin {
namespace {

/// More paragraphs than this are not changed together: the eye would see it.
constexpr std::size_t kMostParagraphs = 6;

/// How far apart 附件说明 and its neighbours must be, edge to edge: 10.39 mm in
/// GB/T 33476.2-2016, 7, less what nobody sees.
constexpr Length kLeastBlankLine = 10_mm;

/// Both fill the type area as well as the eye can tell: 22 lines and 21.
constexpr auto kPitches = std::to_array<Length>({10.35_mm, 10.5_mm});

Origin origin_of(const ShapedBlock& block) {
    return std::get<ShapedParagraph>(block.content).source.origin();
}

Origin signature_of(const ShapedDocument& document) {
    for (const ShapedBlock& block : document.blocks)
        if (block.role == BlockRole::issuer || block.role == BlockRole::post)
            return origin_of(block);
    return {};
}

/// 10.35: hundredths are what figures of the standards have.
std::string in_millimetres(Length length) {
    const std::int64_t hundredths = length.emu() * 100 / Length::kPerMillimetre;
    const std::string digits = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + (digits.size() < 2 ? ".0" : ".") + digits;
}

/// The same words with every row of the grid `pitch` below the last one.
ShapedDocument with_line_pitch(ShapedDocument document, Length from, Length pitch) {
    for (ShapedBlock& block : document.blocks) {
        auto* paragraph = std::get_if<ShapedParagraph>(&block.content);
        if (paragraph != nullptr && paragraph->style.leading == from)
            paragraph->style.leading = pitch;
    }
    return document;
}

class Mender {
  public:
    Mender(const ShapedDocument& document, const Layout& layout, const PageFit& fit)
        : document_{document}, layout_{layout}, fit_{fit} {}

    /// Tries one remedy after the other.
    std::optional<Diagnostic> mend(PagingAttempt& attempt) {
        find_loose_paragraphs(attempt.body);
        if (auto done = try_lines(attempt)) return done;
        const bool has_attachments = std::any_of(
            document_.blocks.begin(), document_.blocks.end(),
            [](const ShapedBlock& block) { return block.role == BlockRole::attachment; });
        if (has_attachments) {
            fit_.blank_line = kLeastBlankLine;
            if (solves(document_, layout_, fit_, attempt))
                return report(Code::signature_kept_by_spacing, {}, kLeastBlankLine);
        }
        for (const Length pitch : kPitches)
            if (auto done = try_pitch(pitch, attempt)) return done;
        return try_turn(attempt);
    }

  private:
    using Paragraphs = std::vector<std::size_t>;

    /// From the last one up, so that what changes is near the signature.
    void find_loose_paragraphs(const Paragraphs& body) {
        for (std::size_t k = body.size(); k-- > 0;) {
            const auto* paragraph =
                std::get_if<ShapedParagraph>(&document_.blocks[body[k]].content);
            if (paragraph == nullptr) continue;
            const std::size_t best = lines_of(*paragraph);
            if (tighter_.size() < kMostParagraphs &&
                lines_of(*paragraph, Looseness::tighter) < best)
                tighter_.push_back(body[k]);
            if (looser_.size() < kMostParagraphs && lines_of(*paragraph, Looseness::looser) > best)
                looser_.push_back(body[k]);
            if (tighter_.size() == kMostParagraphs && looser_.size() == kMostParagraphs) break;
        }
    }

    std::optional<Diagnostic> try_lines(PagingAttempt& attempt) {
        for (std::size_t count = 1; count <= kMostParagraphs; ++count) {
            if (auto done = try_lines(tighter_, count, Looseness::tighter, attempt)) return done;
            if (auto done = try_lines(looser_, count, Looseness::looser, attempt)) return done;
        }
        return std::nullopt;
    }

    /// One paragraph may be any of those that can change; several are the last of them.
    std::optional<Diagnostic> try_lines(const Paragraphs& paragraphs, std::size_t count,
                                        Looseness looseness, PagingAttempt& attempt) {
        if (paragraphs.size() < count) return std::nullopt;
        const std::size_t last_begin = count == 1 ? paragraphs.size() - 1 : 0;
        for (std::size_t begin = 0; begin <= last_begin; ++begin) {
            PageFit fit = fit_;
            std::vector<Origin> places;
            for (std::size_t k = begin; k < begin + count; ++k) {
                fit.looseness[paragraphs[k]] = looseness;
                places.push_back(origin_of(document_.blocks[paragraphs[k]]));
            }
            if (!solves(document_, layout_, fit, attempt)) continue;
            return report(looseness == Looseness::tighter ? Code::signature_kept_by_fewer_lines
                                                          : Code::signature_kept_by_more_lines,
                          std::move(places), {});
        }
        return std::nullopt;
    }

    std::optional<Diagnostic> try_pitch(Length pitch, PagingAttempt& attempt) {
        const Length usual = layout_.page.line_pitch;
        // A house that prints at another pitch altogether wants that one.
        if (!layout_.page.rows_on_grid || usual < kPitches.front() || usual > kPitches.back())
            return std::nullopt;
        const ShapedDocument document = with_line_pitch(document_, usual, pitch);
        Layout layout = layout_;
        layout.page.line_pitch = pitch;
        PageFit usual_spacing = fit_;
        usual_spacing.blank_line.reset();
        if (!solves(document, layout, usual_spacing, attempt) &&
            !(fit_.blank_line && solves(document, layout, fit_, attempt)))
            return std::nullopt;
        return report(Code::signature_kept_by_line_pitch, {}, pitch);
    }

    /// The end of the text goes to the signature's page: two lines where that leaves as many
    /// behind, else the whole paragraph with the headings above it.
    std::optional<Diagnostic> try_turn(PagingAttempt& attempt) {
        const auto paragraph = [&](std::size_t index) {
            return std::get_if<ShapedParagraph>(&document_.blocks[index].content);
        };
        if (attempt.body.empty() || paragraph(attempt.body.back()) == nullptr) return std::nullopt;
        PageTurn turn{attempt.body.back(), lines_of(*paragraph(attempt.body.back()))};
        if (turn.lines >= 4) {
            turn.lines = 2;
        } else {
            while (turn.block > attempt.body.front() && paragraph(turn.block - 1) != nullptr &&
                   paragraph(turn.block - 1)->style.keep_with_next)
                turn = {turn.block - 1, lines_of(*paragraph(turn.block - 1))};
        }
        PageFit fit = fit_;
        fit.blank_line.reset();
        fit.turn = turn;
        if (!solves(document_, layout_, fit, attempt)) return std::nullopt;
        return Diagnostic{
            Code::signature_kept_by_moved_lines, origin_of(document_.blocks[turn.block]), {}};
    }

    [[nodiscard]] std::size_t lines_of(const ShapedParagraph& paragraph,
                                       Looseness looseness = Looseness::best) const {
        return break_lines(paragraph, layout_.page.type_width, layout_.line_rules, looseness)
            .value.lines.size();
    }

    /// Whether pages are well with this; then they are the attempt.
    static bool solves(const ShapedDocument& document, const Layout& layout, const PageFit& fit,
                       PagingAttempt& attempt) {
        PagingAttempt other = paginate(document, layout, fit);
        if (other.signature_page == TextOnPage::missing) return false;
        if (other.first_page == TextOnPage::missing && attempt.first_page == TextOnPage::there)
            return false;
        attempt = std::move(other);
        return true;
    }

    [[nodiscard]] Diagnostic report(Code code, std::vector<Origin> places, Length length) const {
        Diagnostic done{code, signature_of(document_), {}};
        if (!places.empty()) {
            done.origin = places.front();
            done.related.assign(places.begin() + 1, places.end());
            done.arguments.push_back({"count", std::to_string(places.size())});
        } else {
            done.arguments.push_back({"height", in_millimetres(length)});
        }
        return done;
    }

    const ShapedDocument& document_;
    const Layout& layout_;
    PageFit fit_;
    Paragraphs tighter_, looser_;
};

}  // namespace

Diagnostics mend_signature(const ShapedDocument& document, const Layout& layout, const PageFit& fit,
                           PagingAttempt& attempt) {
    if (auto done = Mender{document, layout, fit}.mend(attempt)) return {std::move(*done)};
    return {{Code::signature_alone, signature_of(document), {}}};
}

}  // namespace banxin

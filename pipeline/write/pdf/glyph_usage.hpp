// Which glyphs of a face a document shows, and what text each of them stands for.
//
// One glyph may stand for different texts (力 and the radical ⼒), and one text may take several
// glyphs. What a reader copies comes from the text that was laid out, never from the font.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/pages/paged_document.hpp"

namespace banxin::pdf {

/// Neighbouring glyphs of a run that stand for one piece of text together.
struct GlyphCluster {
    std::size_t begin = 0;  ///< Index into GlyphRun::glyphs.
    std::size_t end = 0;    ///< One past the last.
    std::string_view text;  ///< Part of GlyphRun::text.
};

/// The cluster that begins at glyph `begin`: it and the glyphs after it that have no text.
[[nodiscard]] GlyphCluster cluster_at(const GlyphRun& run, std::size_t begin);

class GlyphUsage {
  public:
    /// Counts the glyphs of `run` and their texts.
    void add(const GlyphRun& run);

    /// The glyphs shown, rising.
    [[nodiscard]] std::vector<std::uint32_t> glyphs() const;

    /// The text `glyph` stands for most often by itself, the earlier one of two equals. A glyph
    /// that is never by itself has the text of the cluster it begins; one that does not even
    /// begin any has a zero width space, because every glyph needs a text
    /// (ISO 19005-2, 6.2.11.7.2). Requires a glyph that was counted.
    [[nodiscard]] const std::string& text_of(std::uint32_t glyph) const;

  private:
    struct TextCount {
        std::string text;
        std::size_t alone = 0;  // Times the glyph stood for it by itself.
    };

    std::vector<TextCount>& texts(std::uint32_t glyph);

    // A CJK face has 65535 glyphs of which a document shows some hundreds, so places are found
    // through small numbers.
    std::vector<std::uint16_t> place_;  // By glyph: index into texts_ plus one; 0 is not shown.
    std::vector<std::vector<TextCount>> texts_;
};

}  // namespace banxin::pdf

// Counts glyphs and their texts. Opens no font.
#include "pipeline/write/pdf/glyph_usage.hpp"

#include <algorithm>
#include <cassert>

#include "pipeline/write/pdf/pdf_syntax.hpp"

namespace banxin::pdf {
namespace {

// An OpenType face numbers its glyphs with 16 bits, and has at most 65535 (maxp).
constexpr std::uint32_t kLastGlyph = 0xFFFE;

const std::string kZeroWidthSpace = "\u200B";

}  // namespace

GlyphCluster cluster_at(const GlyphRun& run, std::size_t begin) {
    const TextRange text = run.glyphs[begin].text;
    std::size_t end = begin + 1;
    while (end < run.glyphs.size() && run.glyphs[end].text.size() == 0) ++end;
    return {begin, end, std::string_view(run.text).substr(text.begin, text.size())};
}

std::vector<GlyphUsage::TextCount>& GlyphUsage::texts(std::uint32_t glyph) {
    assert(glyph <= kLastGlyph);
    if (glyph >= place_.size()) place_.resize(glyph + 1);
    if (place_[glyph] == 0) {
        texts_.emplace_back();
        place_[glyph] = static_cast<std::uint16_t>(texts_.size());
    }
    return texts_[place_[glyph] - 1U];
}

void GlyphUsage::add(const GlyphRun& run) {
    for (std::size_t begin = 0; begin < run.glyphs.size();) {
        const GlyphCluster cluster = cluster_at(run, begin);
        for (std::size_t k = begin; k < cluster.end; ++k) {
            const std::string_view text = k == begin ? cluster.text : std::string_view();
            std::vector<TextCount>& counts = texts(run.glyphs[k].id);
            auto found = std::find_if(counts.begin(), counts.end(),
                                      [&](const TextCount& count) { return count.text == text; });
            if (found == counts.end()) found = counts.insert(found, {std::string(text), 0});
            if (cluster.end - begin == 1) ++found->alone;
        }
        begin = cluster.end;
    }
}

std::vector<std::uint32_t> GlyphUsage::glyphs() const {
    std::vector<std::uint32_t> shown;
    for (std::uint32_t glyph = 0; glyph < place_.size(); ++glyph) {
        if (place_[glyph] != 0) shown.push_back(glyph);
    }
    return shown;
}

const std::string& GlyphUsage::text_of(std::uint32_t glyph) const {
    const TextCount* best = nullptr;
    for (const TextCount& count : texts_[place_[glyph] - 1U]) {
        if (clean_text(count.text).empty()) continue;
        if (best == nullptr || count.alone > best->alone) best = &count;
    }
    return best == nullptr ? kZeroWidthSpace : best->text;
}

}  // namespace banxin::pdf

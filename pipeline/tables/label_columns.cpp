#include "pipeline/tables/label_columns.hpp"

#include <algorithm>
#include <utility>

#include "pipeline/lines/break_lines.hpp"

namespace banxin {
namespace {

constexpr Length kOneUnit = Length::from_emu(1);

/// As centred text is broken: as few columns as can be, balanced, between words.
ShapedParagraph for_breaking(const ShapedParagraph& label) {
    ShapedParagraph plain = label;
    plain.style.alignment = Alignment::centre;
    plain.style.first_line_indent = plain.style.left_indent = plain.style.right_indent = Length{};
    plain.hanging_clusters = 0;
    plain.hang_under = Length{};
    return plain;
}

/// Turned words keep a gap between themselves and Han; a letter that stands upright in a cell of
/// its own has room enough.
LineRules rules_for(const ShapedParagraph& label, LineRules rules) {
    const bool words =
        std::any_of(label.clusters.begin(), label.clusters.end(), [](const Cluster& cluster) {
            return cluster.character_class == CharacterClass::latin && cluster.advance < cluster.em;
        });
    if (!words) rules.latin_gap = 0;
    return rules;
}

Length sum_of_advances(const ShapedParagraph& label) {
    Length sum;
    for (const Cluster& cluster : label.clusters) sum += cluster.advance;
    return sum;
}

class LabelSetter {
  public:
    LabelSetter(const ShapedParagraph& label, LabelRoom room, const LineRules& rules)
        : label_{for_breaking(label)},
          alignment_{label.style.alignment},
          room_{room},
          rules_{rules_for(label, rules)},
          em_{label.style.pitch} {}

    Outcome<LabelColumns> run() {
        const Length spare = std::max(room_.width - em_, Length{});
        const auto abreast =
            static_cast<std::uint32_t>(1 + spare.emu() / column_pitch(label_.style).emu());
        const Length wanted = std::min(em_ * rules_.vertical.longest_column, room_.height);
        auto best = broken(wanted);
        if (!is_good(best, abreast)) best = broken(least_height(abreast, wanted));
        const Length height = tighten(best.value);
        return {{std::move(best.value), height, abreast}, std::move(best.diagnostics)};
    }

  private:
    [[nodiscard]] Outcome<BrokenParagraph> broken(Length height) const {
        return break_lines(label_, std::max(height, kOneUnit), rules_);
    }

    [[nodiscard]] static bool is_good(const Outcome<BrokenParagraph>& outcome,
                                      std::uint32_t columns) {
        return outcome.diagnostics.empty() && outcome.value.lines.size() <= columns;
    }

    /// The least height above `low`, to a quarter of an em, at which `columns` are enough and no
    /// word is too long for one; the height of the room where there is none.
    [[nodiscard]] Length least_height(std::uint32_t columns, Length low) const {
        const Length step = std::max(em_.scaled(1, 4), kOneUnit);
        const Length boundless = 2 * sum_of_advances(label_) + em_;
        std::int64_t below = low.emu() / step.emu();
        std::int64_t least = std::min(boundless, room_.height).emu() / step.emu() + 1;
        while (below + 1 < least) {
            const std::int64_t middle = below + (least - below) / 2;
            (is_good(broken(step * middle), columns) ? least : below) = middle;
        }
        return std::min(step * least, room_.height);
    }

    /// Takes off what no column needs, and aligns the columns in the rest.
    Length tighten(BrokenParagraph& columns) const {
        Length height;
        for (const Line& column : columns.lines) height = std::max(height, column.width);
        for (Line& column : columns.lines) {
            const Length spare = height - column.width;
            Length left;
            if (alignment_ == Alignment::centre) left = spare.scaled(1, 2);
            if (alignment_ == Alignment::right) left = spare;
            for (Length& position : column.positions) position += left - column.left;
            column.left = left;
        }
        return height;
    }

    const ShapedParagraph label_;
    const Alignment alignment_;
    const LabelRoom room_;
    const LineRules rules_;
    const Length em_;
};

}  // namespace

Length column_pitch(const Style& style) { return std::max({style.leading, style.pitch, kOneUnit}); }

Length columns_width(const Style& style, std::uint32_t count) {
    return style.pitch + column_pitch(style) * (std::max(count, 1U) - 1);
}

std::uint32_t wanted_columns(const ShapedParagraph& label, const LineRules& rules) {
    const Length longest = label.style.pitch * rules.vertical.longest_column;
    std::uint32_t columns = 1;
    Length length;
    for (const Cluster& cluster : label.clusters) {
        const bool line_feed = cluster.character_class == CharacterClass::line_feed;
        if (line_feed || length + cluster.advance > longest) {
            ++columns;
            length = Length{};
        }
        length += cluster.advance;
    }
    return columns;
}

Outcome<LabelColumns> set_label(const ShapedParagraph& label, LabelRoom room,
                                const LineRules& rules) {
    return LabelSetter{label, room, rules}.run();
}

}  // namespace banxin

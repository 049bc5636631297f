#include "pipeline/lines/measured_paragraph.hpp"

#include <algorithm>

namespace banxin {
namespace {

using Class = CharacterClass;

bool is_closing_kind(Class character_class) {
    return character_class == Class::closing || character_class == Class::pause ||
           character_class == Class::stop;
}

bool is_latin_kind(Class character_class) { return character_class == Class::latin; }

/// CLREQ 3.1.6 and CSS Text 4 text-spacing-trim: where two marks meet, one blank half goes.
void trim_adjacent(const Cluster& left, const Cluster& right, Joint& joint) {
    const Class l = left.character_class;
    const Class r = right.character_class;
    const bool before_opening = l == Class::opening || is_closing_kind(l) ||
                                l == Class::middle_dot || l == Class::wide_space;
    if (r == Class::opening && before_opening) joint.trim_after = right.blank_left;
    const bool follows_closing = is_closing_kind(r) || r == Class::middle_dot;
    if (is_closing_kind(l) && follows_closing) joint.trim_before = left.blank_right;
}

/// Whether the space between two clusters may open. Brackets stay tight to what they enclose,
/// marks to what they follow, and figures, words and connectors are never spread.
bool may_open(const Cluster& left, const Cluster& right) {
    const auto rigid = [](Class c) {
        return c == Class::connector || c == Class::slash || c == Class::middle_dot ||
               c == Class::latin_space || c == Class::line_feed;
    };
    const Class l = left.character_class;
    const Class r = right.character_class;
    if (rigid(l) || rigid(r) || l == Class::opening || is_closing_kind(r)) return false;
    if (l == Class::prefix || r == Class::postfix) return false;
    const auto wide = [](Class c) {
        return c == Class::han || c == Class::opening || c == Class::dash || c == Class::ellipsis ||
               is_closing_kind(c);
    };
    return wide(l) || wide(r);
}

Length thousandths(Length em, unsigned count) { return em.scaled(count, 1000); }

constexpr auto index(Squeeze step) { return static_cast<std::size_t>(step); }

}  // namespace

MeasuredParagraph::MeasuredParagraph(const ShapedParagraph& paragraph, const LineRules& rules)
    : paragraph_{paragraph}, rules_{rules} {
    make_joints();
    make_sums();
}

void MeasuredParagraph::make_joints() {
    const auto& clusters = paragraph_.clusters;
    joints_.resize(clusters.size() + 1);
    for (std::size_t k = 1; k < clusters.size(); ++k) {
        const Cluster& left = clusters[k - 1];
        const Cluster& right = clusters[k];
        Joint& joint = joints_[k];
        trim_adjacent(left, right, joint);
        const bool han_latin =
            left.character_class == Class::han && is_latin_kind(right.character_class);
        const bool latin_han =
            is_latin_kind(left.character_class) && right.character_class == Class::han;
        if (han_latin || latin_han) joint.latin_gap = thousandths(left.em, rules_.latin_gap);
        joint.opens = may_open(left, right);
    }
}

Length MeasuredParagraph::squeezable(Squeeze step, std::size_t k) const {
    const Cluster& cluster = paragraph_.clusters[k];
    const Length left = cluster.blank_left - joints_[k].trim_after;
    const Length right = cluster.blank_right - joints_[k + 1].trim_before;
    switch (step) {
        case Squeeze::line_end:
        case Squeeze::line_start:
            return {};
        case Squeeze::space: {
            // The blank after a number that hangs is the same in every item of its list.
            if (cluster.character_class != Class::latin_space || hangs(k)) return {};
            return std::max(Length{}, cluster.advance - cluster.em.scaled(1, 4));
        }
        case Squeeze::bracket:
            if (cluster.character_class == Class::opening) return left;
            return cluster.character_class == Class::closing ? right : Length{};
        case Squeeze::pause:
            return cluster.character_class == Class::pause ? right : Length{};
        case Squeeze::latin_gap:
            return std::min(joints_[k].latin_gap, thousandths(cluster.em, rules_.latin_gap_shrink));
        case Squeeze::stop:
            return cluster.character_class == Class::stop ? right : Length{};
    }
    return {};
}

void MeasuredParagraph::make_sums() {
    const auto& clusters = paragraph_.clusters;
    sums_.resize(clusters.size() + 1);
    for (std::size_t k = 0; k < clusters.size(); ++k) {
        const Cluster& cluster = clusters[k];
        const Joint& joint = joints_[k];
        const Sums& before = sums_[k];
        Sums& sums = sums_[k + 1];
        sums.advances = before.advances + cluster.advance;
        sums.joints = before.joints + joint.latin_gap - joint.trim_before - joint.trim_after;
        for (std::size_t step = 0; step < kSqueezes; ++step) {
            sums.squeeze[step] = before.squeeze[step] + squeezable(static_cast<Squeeze>(step), k);
        }
        sums.space_stretch = before.space_stretch;
        if (cluster.character_class == Class::latin_space && !hangs(k)) {
            sums.space_stretch += std::max(Length{}, cluster.em.scaled(1, 2) - cluster.advance);
        }
        sums.gap_stretch = before.gap_stretch;
        if (joint.latin_gap > Length{}) {
            sums.gap_stretch += std::max(Length{}, cluster.em.scaled(1, 4) - joint.latin_gap);
        }
        sums.openings = before.openings + (joint.opens ? 1U : 0U);
    }
}

bool MeasuredParagraph::vanishes_at_end(std::size_t k) const {
    const Class character_class = paragraph_.clusters[k].character_class;
    return character_class == Class::latin_space || character_class == Class::line_feed;
}

Length MeasuredParagraph::start_blank(std::uint32_t begin) const {
    const Cluster& first = paragraph_.clusters[begin];
    if (begin == 0 && !rules_.trim_paragraph_start) return {};
    return first.character_class == Class::opening ? first.blank_left : Length{};
}

LineExtent MeasuredParagraph::extent(std::uint32_t begin, std::uint32_t end) const {
    LineExtent line;
    line.begin = begin;
    while (end > begin + 1 && vanishes_at_end(end - 1U)) --end;
    line.end = end;
    const bool empty = vanishes_at_end(begin) && end == begin + 1;
    if (empty) return line;

    // Joint `begin` belongs to the line before; joints_[begin] is part of sums_[begin + 1].
    const Sums& low = sums_[begin];
    const Sums& high = sums_[end];
    const Joint& outer = joints_[begin];
    line.natural = high.advances - low.advances + high.joints - low.joints -
                   (outer.latin_gap - outer.trim_before - outer.trim_after);
    line.openings = high.openings - low.openings - (outer.opens ? 1U : 0U);
    line.space_stretch = high.space_stretch - low.space_stretch;
    line.gap_stretch = high.gap_stretch - low.gap_stretch;
    if (outer.latin_gap > Length{}) {
        const Length em = paragraph_.clusters[begin].em;
        line.gap_stretch -= std::max(Length{}, em.scaled(1, 4) - outer.latin_gap);
    }
    for (std::size_t step = 0; step < kSqueezes; ++step) {
        line.squeeze[step] = high.squeeze[step] - low.squeeze[step];
    }
    line.squeeze[index(Squeeze::latin_gap)] -= squeezable(Squeeze::latin_gap, begin);

    // The first and the last mark give way at the line's edge, not inside it.
    const Cluster& first = paragraph_.clusters[begin];
    const Cluster& last = paragraph_.clusters[end - 1U];
    if (first.character_class == Class::opening) {
        line.squeeze[index(Squeeze::bracket)] -= squeezable(Squeeze::bracket, begin);
        line.squeeze[index(Squeeze::line_start)] = start_blank(begin);
    }
    if (is_closing_kind(last.character_class)) {
        for (const Squeeze step : {Squeeze::bracket, Squeeze::pause, Squeeze::stop}) {
            line.squeeze[index(step)] -= squeezable(step, end - 1U);
        }
        line.squeeze[index(Squeeze::line_end)] = last.blank_right;
    }
    if (rules_.line_end == LineEndMode::gb) {
        line.natural -= line.squeeze[index(Squeeze::line_end)];
        line.squeeze[index(Squeeze::line_end)] = Length{};
    }
    return line;
}

}  // namespace banxin

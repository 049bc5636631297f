#include "pipeline/lines/measured_paragraph.hpp"

#include <algorithm>

namespace banxin {
namespace {

using Class = CharacterClass;

bool is_closing_kind(Class character_class) {
    return character_class == Class::closing || character_class == Class::pause ||
           character_class == Class::stop;
}

bool is_mark(Class character_class) {
    return character_class == Class::opening || is_closing_kind(character_class);
}

/// What stands in a Latin run: letters, figures, and the narrow marks that go with them.
bool in_latin_run(const Cluster& cluster) {
    switch (cluster.character_class) {
        case Class::latin:
        case Class::digit:
        case Class::latin_space:
            return true;
        case Class::prefix:
        case Class::postfix:
        case Class::connector:
        case Class::slash:
            return cluster.advance < cluster.em;
        default:
            return false;
    }
}

/// CLREQ 3.1.6 and CSS Text 4 text-spacing-trim: where two marks meet, one blank half goes.
void trim_adjacent(const Cluster& left, const Cluster& right, Joint& joint) {
    const Class l = left.character_class;
    const Class r = right.character_class;
    const bool before_opening = is_mark(l) || l == Class::middle_dot || l == Class::wide_space;
    if (r == Class::opening && before_opening) joint.trim_after = right.blank_left;
    const bool follows_closing = is_closing_kind(r) || r == Class::middle_dot;
    if (is_closing_kind(l) && follows_closing) joint.trim_before = left.blank_right;
}

/// Whether the space between two clusters may open: everywhere, marks included, so that no place
/// opens far; but figures and words are never spread, nor what joins them. CLREQ 3.1.7.
bool may_open(const Cluster& left, const Cluster& right) {
    const Class l = left.character_class;
    const Class r = right.character_class;
    if (l == Class::han && r == Class::han) return true;
    const auto rigid = [](Class c) {
        return c == Class::connector || c == Class::slash || c == Class::middle_dot ||
               c == Class::latin_space || c == Class::line_feed;
    };
    if (rigid(l) || rigid(r) || l == Class::prefix || r == Class::postfix) return false;
    const auto wide = [](Class c) {
        return c == Class::han || c == Class::dash || c == Class::ellipsis || is_mark(c);
    };
    return wide(l) || wide(r);
}

Length thousandths(Length em, unsigned count) { return em.scaled(count, 1000); }

constexpr auto index(Squeeze step) { return static_cast<std::size_t>(step); }

}  // namespace

bool on_grid(const ShapedParagraph& paragraph, const LineRules& rules) {
    return rules.line_end == LineEndMode::grid && paragraph.style.alignment == Alignment::justify;
}

MeasuredParagraph::MeasuredParagraph(const ShapedParagraph& paragraph,
                                     const std::vector<HouseUnit>& units, const LineRules& rules,
                                     LatinGaps gaps)
    : paragraph_{paragraph}, rules_{rules} {
    make_joints();
    make_latin_gaps(units, gaps);
    hold_the_hang();
    make_sums();
}

void MeasuredParagraph::make_joints() {
    const auto& clusters = paragraph_.clusters;
    joints_.resize(clusters.size() + 1);
    for (std::size_t k = 1; k < clusters.size(); ++k) {
        Joint& joint = joints_[k];
        trim_adjacent(clusters[k - 1], clusters[k], joint);
        joint.opens = may_open(clusters[k - 1], clusters[k]);
    }
}

void MeasuredParagraph::make_latin_gaps(const std::vector<HouseUnit>& units, LatinGaps gaps) {
    const auto& clusters = paragraph_.clusters;
    const std::vector<bool> tight = clusters_that_stand_tight(units, clusters.size());
    for (std::size_t begin = 0; begin < clusters.size();) {
        std::size_t end = begin + 1;
        if (!in_latin_run(clusters[begin])) {
            begin = end;
            continue;
        }
        while (end < clusters.size() && in_latin_run(clusters[end])) ++end;
        const bool before = begin > 0 && clusters[begin - 1].character_class == Class::han;
        const bool after = end < clusters.size() && clusters[end].character_class == Class::han;
        const bool gap_before = before && !tight[begin];
        const bool gap_after = after && !tight[end - 1];
        if (gap_before) set_latin_gap(begin);
        if (gap_after) set_latin_gap(end);
        const bool lone_blank =
            end == begin + 1 && clusters[begin].character_class == Class::latin_space;
        if (lone_blank && before && after && on_grid(paragraph_, rules_)) fill_a_cell(begin);
        const bool fits =
            gap_before && gap_after && gaps == LatinGaps::to_the_grid && !hangs(begin);
        if (fits && !lone_blank) fit_to_the_grid(begin, end);
        begin = end;
    }
}

void MeasuredParagraph::set_latin_gap(std::size_t k) {
    // Beside a typed blank there is space enough.
    const auto& clusters = paragraph_.clusters;
    const bool blank = clusters[k].character_class == Class::latin_space ||
                       clusters[k - 1].character_class == Class::latin_space;
    const bool figure = clusters[k].character_class != Class::latin &&
                        clusters[k - 1].character_class != Class::latin;
    if (blank) return;
    const unsigned gap = figure ? rules_.figure_gap : rules_.latin_gap;
    const unsigned smallest = gap - std::min(gap, rules_.latin_gap_shrink);
    const Length em = clusters[k].em;
    Joint& joint = joints_[k];
    joint.latin_gap = thousandths(em, gap);
    joint.smallest_gap = thousandths(em, smallest);
    joint.largest_gap = em.scaled(1, 4);
    joint.largest_gap = std::max(joint.largest_gap, joint.latin_gap);
}

/// Widens or narrows both gaps of the run [begin, end) so that it fills whole cells, where a
/// quarter em on either side is enough.
void MeasuredParagraph::fit_to_the_grid(std::size_t begin, std::size_t end) {
    const auto& clusters = paragraph_.clusters;
    Joint& before = joints_[begin];
    Joint& after = joints_[end];
    const Length em = clusters[begin].em;
    Length width;
    for (std::size_t k = begin; k < end; ++k) width += clusters[k].advance;
    const std::int64_t cells = (width.emu() + em.emu() - 1) / std::max<std::int64_t>(em.emu(), 1);
    const Length spare = em * cells - width;
    const Length half = Length::from_emu(spare.emu() / 2);
    const Length most = em.scaled(1, 4) + Length::from_emu(1);
    if (half < std::max(before.smallest_gap, after.smallest_gap) || spare - half > most) return;
    before.latin_gap = half;
    after.latin_gap = spare - half;
    before.largest_gap = std::max(before.largest_gap, before.latin_gap);
    after.largest_gap = std::max(after.largest_gap, after.latin_gap);
}

/// 第一条 为了: a blank typed between Han stands for one of theirs.
void MeasuredParagraph::fill_a_cell(std::size_t blank) {
    const Cluster& cluster = paragraph_.clusters[blank];
    Joint& after = joints_[blank + 1];
    after.latin_gap = std::max(Length{}, cluster.em - cluster.advance);
    after.smallest_gap = Length{};
    after.largest_gap = after.latin_gap;
}

/// What hangs is as wide as it was shaped, with the gap behind it: later lines begin where the
/// words after it do, and the numbers of a list stand alike in all its items.
void MeasuredParagraph::hold_the_hang() {
    if (paragraph_.hanging_clusters >= paragraph_.clusters.size()) return;
    for (std::size_t k = 1; k <= paragraph_.hanging_clusters; ++k) {
        Joint& joint = joints_[k];
        joint.opens = false;
        joint.smallest_gap = joint.largest_gap = joint.latin_gap;
    }
}

bool MeasuredParagraph::in_pair(std::size_t k) const {
    const auto trimmed = [](const Joint& joint) {
        return joint.trim_before > Length{} || joint.trim_after > Length{};
    };
    return trimmed(joints_[k]) || trimmed(joints_[k + 1]);
}

/// What a mark has left to give inside a line.
Length MeasuredParagraph::mark_blank(std::size_t k) const {
    const Cluster& cluster = paragraph_.clusters[k];
    if (hangs(k)) return {};
    return cluster.character_class == Class::opening
               ? cluster.blank_left - joints_[k].trim_after
               : cluster.blank_right - joints_[k + 1].trim_before;
}

Length MeasuredParagraph::squeezable(Squeeze step, std::size_t k) const {
    const Cluster& cluster = paragraph_.clusters[k];
    const Class character_class = cluster.character_class;
    switch (step) {
        case Squeeze::line_end:
        case Squeeze::line_start:
            return {};
        case Squeeze::space: {
            if (character_class != Class::latin_space || hangs(k)) return {};
            return std::max(Length{}, cluster.advance - cluster.em.scaled(1, 4));
        }
        case Squeeze::latin_gap:
            return joints_[k].latin_gap - joints_[k].smallest_gap;
        case Squeeze::bracket: {
            const bool bracket =
                character_class == Class::opening || character_class == Class::closing;
            return bracket && !in_pair(k) ? mark_blank(k) : Length{};
        }
        case Squeeze::pause:
            return character_class == Class::pause && !in_pair(k) ? mark_blank(k) : Length{};
        case Squeeze::stop:
            return character_class == Class::stop && !in_pair(k) ? mark_blank(k) : Length{};
        case Squeeze::pair:
            return is_mark(character_class) && in_pair(k) ? mark_blank(k) : Length{};
    }
    return {};
}

Length MeasuredParagraph::space_stretch(std::size_t k) const {
    const Cluster& cluster = paragraph_.clusters[k];
    if (cluster.character_class != Class::latin_space || hangs(k)) return {};
    const bool fills_a_cell = joints_[k + 1].latin_gap > Length{};
    const Length most = fills_a_cell ? cluster.advance : cluster.em.scaled(1, 2);
    return std::max(Length{}, most - cluster.advance);
}

void MeasuredParagraph::make_sums() {
    const auto& clusters = paragraph_.clusters;
    const Length largest_opening = thousandths(paragraph_.style.pitch, rules_.largest_han_gap);
    sums_.resize(clusters.size() + 1);
    for (std::size_t k = 0; k < clusters.size(); ++k) {
        const Cluster& cluster = clusters[k];
        const Joint& joint = joints_[k];
        Sums& sums = sums_[k + 1];
        sums = sums_[k];
        sums.natural += cluster.advance + joint.latin_gap - joint.trim_before - joint.trim_after;
        Length opens = joint.latin_gap;
        if (joint.opens) {
            ++sums.openings;
            opens += largest_opening;
        }
        if (cluster.character_class == Class::han) {
            ++sums.han;
        } else {
            for (std::size_t step = index(Squeeze::space); step < kSqueezes; ++step) {
                if (step != index(Squeeze::latin_gap)) {
                    sums.squeeze[step] += squeezable(static_cast<Squeeze>(step), k);
                }
            }
        }
        if (joint.largest_gap > Length{} || cluster.character_class == Class::latin_space) {
            const Length stretch = joint.largest_gap - joint.latin_gap + space_stretch(k);
            sums.squeeze[index(Squeeze::latin_gap)] += squeezable(Squeeze::latin_gap, k);
            sums.stretch += stretch;
            opens += stretch;
        }
        sums.widest += cluster.advance + opens;
    }
}

bool MeasuredParagraph::vanishes_at_end(std::size_t k) const {
    const Class character_class = paragraph_.clusters[k].character_class;
    return character_class == Class::latin_space || character_class == Class::line_feed;
}

Length MeasuredParagraph::start_blank(std::uint32_t begin) const {
    const Cluster& first = paragraph_.clusters[begin];
    if (begin == 0 && !rules_.trim_paragraph_start) return {};
    if (hangs(begin)) return {};
    return first.character_class == Class::opening ? first.blank_left : Length{};
}

LineExtent MeasuredParagraph::extent(std::uint32_t begin, std::uint32_t end, Length measure) const {
    LineExtent line;
    line.begin = begin;
    while (end > begin + 1 && vanishes_at_end(end - 1U)) --end;
    line.end = end;
    const bool empty = vanishes_at_end(begin) && end == begin + 1;
    if (empty) return line;

    // Joint `begin` belongs to the line before; it is part of sums_[begin + 1].
    const Sums& low = sums_[begin];
    const Sums& high = sums_[end];
    const Joint& outer = joints_[begin];
    line.natural =
        high.natural - low.natural - (outer.latin_gap - outer.trim_before - outer.trim_after);
    line.openings = high.openings - low.openings - (outer.opens ? 1U : 0U);
    line.han = high.han - low.han;
    line.stretch = high.stretch - low.stretch - (outer.largest_gap - outer.latin_gap);
    const Cluster& last = paragraph_.clusters[end - 1U];
    const bool trims = rules_.line_end == LineEndMode::gb && is_closing_kind(last.character_class);
    if (trims) line.natural -= last.blank_right;
    if (line.natural > measure) find_squeezes(line);
    return line;
}

void MeasuredParagraph::find_squeezes(LineExtent& line) const {
    const Sums& low = sums_[line.begin];
    const Sums& high = sums_[line.end];
    for (std::size_t step = index(Squeeze::space); step < kSqueezes; ++step) {
        line.squeeze[step] = high.squeeze[step] - low.squeeze[step];
    }
    line.squeeze[index(Squeeze::latin_gap)] -= squeezable(Squeeze::latin_gap, line.begin);

    // The first and the last mark give way at the line's edge, not inside it.
    const Cluster& first = paragraph_.clusters[line.begin];
    const Cluster& last = paragraph_.clusters[line.end - 1U];
    if (first.character_class == Class::opening) {
        remove_mark(line, line.begin);
        line.squeeze[index(Squeeze::line_start)] = start_blank(line.begin);
    }
    if (is_closing_kind(last.character_class)) {
        remove_mark(line, line.end - 1U);
        const bool grid = rules_.line_end == LineEndMode::grid;
        if (grid) line.squeeze[index(Squeeze::line_end)] = last.blank_right;
    }
}

void MeasuredParagraph::remove_mark(LineExtent& line, std::uint32_t k) const {
    for (std::size_t step = kFirstMarkStep; step < kSqueezes; ++step) {
        line.squeeze[step] -= squeezable(static_cast<Squeeze>(step), k);
    }
}

}  // namespace banxin

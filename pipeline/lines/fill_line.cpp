#include "pipeline/lines/fill_line.hpp"

#include <algorithm>
#include <vector>

namespace banxin {
namespace {

using Class = CharacterClass;

/// Changes to one cluster of the line.
struct Adjustment {
    Length cut_left;  ///< Blank taken from its left side: the glyph moves left with it.
    Length cut_right;
    Length gap_before;  ///< Latin gap and opening before it.
};

/// Shares `total` among parts in proportion to `capacities`, which add up to at least as much.
std::vector<Length> share(Length total, const std::vector<Length>& capacities) {
    std::vector<Length> shares(capacities.size());
    Length sum;
    for (const Length capacity : capacities) sum += capacity;
    if (sum <= Length{}) return shares;
    Length given;
    for (std::size_t k = 0; k < capacities.size(); ++k) {
        shares[k] = Length::from_emu(total.emu() * capacities[k].emu() / sum.emu());
        given += shares[k];
    }
    for (std::size_t k = 0; given < total; k = (k + 1) % shares.size()) {
        if (capacities[k] <= Length{}) continue;
        shares[k] += Length::from_emu(1);
        given += Length::from_emu(1);
    }
    return shares;
}

class Filler {
  public:
    Filler(const MeasuredParagraph& measured, const LineRules& rules, const LineExtent& extent)
        : measured_{measured},
          clusters_{measured.paragraph().clusters},
          rules_{rules},
          extent_{extent},
          adjustments_(extent.end - extent.begin) {}

    void rest() {
        for (std::uint32_t k = extent_.begin; k < extent_.end; ++k) {
            if (k == extent_.begin) continue;
            const Joint& joint = measured_.joint(k);
            at(k).gap_before = joint.latin_gap;
            at(k).cut_left = joint.trim_after;
            at(k - 1).cut_right = joint.trim_before;
        }
        const bool gb = rules_.line_end == LineEndMode::gb;
        if (gb) at(extent_.end - 1).cut_right = clusters_[extent_.end - 1].blank_right;
    }

    void squeeze(Length excess) {
        for (std::size_t k = 0; k < kFirstMarkStep && excess > Length{}; ++k) {
            const auto step = static_cast<Squeeze>(k);
            const Length taken = std::min(excess, extent_.squeeze[k]);
            if (taken <= Length{}) continue;
            take(step, taken);
            excess -= taken;
        }
        if (excess > Length{}) squeeze_marks(excess);
    }

    void open(Length missing) {
        const Length stretched = std::min(missing, extent_.stretch);
        stretch_blanks(stretched);
        missing -= stretched;
        if (extent_.openings > 0) open_everywhere(missing);
    }

    Line place() const {
        Line line;
        line.cluster_begin = extent_.begin;
        line.natural_width = extent_.natural;
        Length pen;
        for (std::uint32_t k = extent_.begin; k < extent_.end; ++k) {
            const Adjustment& own = adjustments_[k - extent_.begin];
            pen += own.gap_before;
            // At the line's end a mark that keeps its cell stands in it as its face has it, so that
            // the right edge is seen to be met.
            const bool whole_at_end = k + 1 == extent_.end && own.cut_right <= Length{};
            const Cluster& cluster = clusters_[k];
            const Length moved =
                whole_at_end ? std::min(cluster.moved_left, cluster.blank_right) : Length{};
            line.positions.push_back(pen - own.cut_left + moved);
            pen += clusters_[k].advance - own.cut_left - own.cut_right;
        }
        line.width = pen;
        return line;
    }

  private:
    Adjustment& at(std::uint32_t k) { return adjustments_[k - extent_.begin]; }

    void take(Squeeze step, Length taken) {
        if (step == Squeeze::line_end) {
            at(extent_.end - 1).cut_right += taken;
            return;
        }
        if (step == Squeeze::line_start) {
            at(extent_.begin).cut_left += taken;
            return;
        }
        const std::vector<Length> shares = share(taken, capacities(step));
        for (std::uint32_t k = extent_.begin; k < extent_.end; ++k) {
            const Length part = shares[k - extent_.begin];
            if (step == Squeeze::latin_gap) {
                at(k).gap_before -= part;
            } else {
                at(k).cut_right += part;
            }
        }
    }

    /// The marks inside the line share `excess` by their willingness; none loses more than its
    /// blank, and what it cannot give the others do.
    void squeeze_marks(Length excess) {
        std::vector<Length> room(adjustments_.size());
        std::vector<Length> willing(adjustments_.size());
        for (std::size_t step = kFirstMarkStep; step < kSqueezes; ++step) {
            const std::vector<Length> list = capacities(static_cast<Squeeze>(step));
            for (std::size_t k = 0; k < list.size(); ++k) {
                room[k] += list[k];
                willing[k] += list[k] * willingness(static_cast<Squeeze>(step));
            }
        }
        while (excess > Length{}) {
            const std::vector<Length> shares = share(excess, willing);
            Length taken;
            for (std::size_t k = 0; k < room.size(); ++k) {
                const Length part = std::min(shares[k], room[k]);
                cut_mark(extent_.begin + static_cast<std::uint32_t>(k), part);
                room[k] -= part;
                taken += part;
                if (room[k] <= Length{}) willing[k] = Length{};
            }
            if (taken <= Length{}) return;
            excess -= taken;
        }
    }

    void cut_mark(std::uint32_t k, Length part) {
        if (clusters_[k].character_class == Class::opening) {
            at(k).cut_left += part;
        } else {
            at(k).cut_right += part;
        }
    }

    [[nodiscard]] std::vector<Length> capacities(Squeeze step) const {
        std::vector<Length> list(adjustments_.size());
        for (std::uint32_t k = extent_.begin; k < extent_.end; ++k) {
            list[k - extent_.begin] = measured_.squeezable(step, k);
        }
        // The marks at the line's edges gave way before, and no gap stands before the first.
        const bool opens = clusters_[extent_.begin].character_class == Class::opening;
        if (opens || step == Squeeze::latin_gap) list.front() = Length{};
        const Class last = clusters_[extent_.end - 1].character_class;
        const bool closes = last == Class::closing || last == Class::pause || last == Class::stop;
        if (closes && step != Squeeze::latin_gap) list.back() = Length{};
        return list;
    }

    /// Typed blanks and Latin gaps open in proportion to their room, so that both sides of a run
    /// stay equal.
    void stretch_blanks(Length total) {
        if (total <= Length{}) return;
        std::vector<Length> blanks(adjustments_.size());
        std::vector<Length> gaps(adjustments_.size());
        Length of_blanks;
        for (std::uint32_t k = extent_.begin; k < extent_.end; ++k) {
            const std::size_t place = k - extent_.begin;
            blanks[place] = measured_.space_stretch(k);
            of_blanks += blanks[place];
            const Joint& joint = measured_.joint(k);
            if (k > extent_.begin) gaps[place] = joint.largest_gap - joint.latin_gap;
        }
        const Length to_blanks = std::min(total, of_blanks);
        const std::vector<Length> wider = share(to_blanks, blanks);
        const std::vector<Length> further = share(total - to_blanks, gaps);
        for (std::size_t k = 0; k < wider.size(); ++k) {
            adjustments_[k].cut_right -= wider[k];
            adjustments_[k].gap_before += further[k];
        }
    }

    void open_everywhere(Length total) {
        const std::int64_t each = total.emu() / extent_.openings;
        std::int64_t left_over = total.emu() % extent_.openings;
        for (std::uint32_t k = extent_.begin + 1; k < extent_.end; ++k) {
            if (!measured_.joint(k).opens) continue;
            at(k).gap_before += Length::from_emu(each + (left_over > 0 ? 1 : 0));
            --left_over;
        }
    }

    const MeasuredParagraph& measured_;
    const std::vector<Cluster>& clusters_;
    const LineRules& rules_;
    const LineExtent& extent_;
    std::vector<Adjustment> adjustments_;
};

}  // namespace

Line fill_line(const MeasuredParagraph& measured, const LineRules& rules, const LineExtent& extent,
               Length measure, Fill fill) {
    Filler filler{measured, rules, extent};
    filler.rest();
    if (extent.natural > measure) filler.squeeze(extent.natural - measure);
    if (extent.natural < measure && fill == Fill::justified) filler.open(measure - extent.natural);
    return filler.place();
}

}  // namespace banxin

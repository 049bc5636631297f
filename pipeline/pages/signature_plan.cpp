#include "pipeline/pages/signature_plan.hpp"

#include <algorithm>
#include <utility>

#include "pipeline/lines/break_lines.hpp"
#include "pipeline/pages/line_moves.hpp"

namespace banxin {
namespace {

Length widest(std::span<const BrokenParagraph> paragraphs) {
    Length width;
    for (const BrokenParagraph& paragraph : paragraphs)
        for (const Line& line : paragraph.lines) width = std::max(width, line.width);
    return width;
}

Length widest(const BrokenParagraph& paragraph) { return widest(std::span{&paragraph, 1}); }

Length half(Length length) { return length.scaled(1, 2); }

const ShapedParagraph& words_of(const ShapedBlock& block) {
    return std::get<ShapedParagraph>(block.content);
}

const Style& style_of(const ShapedBlock& block) { return words_of(block).style; }

/// From the first em's top to the last em's foot.
Length height_of(const Style& style, std::size_t lines) {
    if (lines == 0) return {};
    return style.leading * static_cast<std::int64_t>(lines - 1) + style.size;
}

/// Plans one signature. Its steps fill `plan_`.
class Planner {
  public:
    Planner(std::span<const ShapedBlock> blocks, const Layout& layout)
        : blocks_{blocks},
          names_{blocks.first(blocks.size() - 1)},
          layout_{layout},
          rules_{layout.signature},
          measure_{layout.page.type_width},
          style_{style_of(blocks.front())} {}

    Outcome<SignaturePlan> run() {
        date_ = broken(blocks_.size() - 1, measure_);
        if (!blocks_.front().impression) {
            plan_plain();
        } else if (blocks_.front().role == BlockRole::post) {
            plan_stamps();
        } else {
            plan_seals();
        }
        finish();
        return std::move(outcome_);
    }

  private:
    /// The lines of a block that is to be placed here: without the indents of its style. In less
    /// than the type area names are broken as titles are, between words and evenly.
    BrokenParagraph broken(std::size_t block, Length measure) {
        ShapedParagraph paragraph = words_of(blocks_[block]);
        Style& style = paragraph.style;
        style.left_indent = style.right_indent = style.first_line_indent = Length{};
        style.alignment = Alignment::left;
        if (measure < measure_) style.line_shape = LineShape::title;
        auto lines = break_lines(paragraph, measure, layout_.line_rules);
        append(outcome_.diagnostics, std::move(lines.diagnostics));
        return std::move(lines.value);
    }

    void add_lines(std::size_t block, const BrokenParagraph& paragraph, Length top) {
        for (const Line& line : paragraph.lines) {
            plan_.lines.push_back({block, line, top});
            top += style_of(blocks_[block]).leading;
        }
    }

    void plan_plain() {
        std::vector<BrokenParagraph> names;
        for (std::size_t k = 0; k < names_.size(); ++k) names.push_back(broken(k, measure_));
        indent_signature(names, date_, measure_, style_.pitch);
        Length top;
        for (std::size_t k = 0; k < names.size(); ++k) {
            add_lines(k, names[k], top);
            top += style_.leading * static_cast<std::int64_t>(names[k].lines.size());
        }
        add_lines(names.size(), date_, top);
    }

    [[nodiscard]] Length diameter(std::size_t block) const {
        return blocks_[block].impression->width.value_or(rules_.seal);
    }

    /// Where the seals' centres stand: columns, the last of them that of the date.
    struct Columns {
        std::size_t count = 1;
        Length last;     ///< Centre of the last column, from the type area's left.
        Length pitch;    ///< From centre to centre, across and down.
        Length measure;  ///< Of the names in them.
    };

    /// As many columns as are needed for rows of nearly equal length. The date keeps its indent
    /// (一般右空四字) while the seals beside it have room; else it moves to the right with them.
    [[nodiscard]] Columns columns() const {
        Length seal;
        for (std::size_t k = 0; k < names_.size(); ++k) seal = std::max(seal, diameter(k));
        const std::int64_t abreast = std::clamp<std::int64_t>(
            (measure_ + rules_.least_seal_gap).emu() / (seal + rules_.least_seal_gap).emu(), 1,
            rules_.seals_abreast);
        const auto count = static_cast<std::int64_t>(names_.size());
        const std::int64_t rows = (count + abreast - 1) / abreast;
        const std::int64_t used = (count + rows - 1) / rows;

        Columns columns;
        columns.count = static_cast<std::size_t>(used);
        columns.last = measure_ - rules_.date_indent - half(widest(date_));
        columns.pitch = seal + rules_.most_seal_gap;
        columns.measure = used > 1 ? seal : measure_;
        if (used == 1) return columns;
        const Length left = half(seal);  // of the first column's centre, at the least
        const Length room = (columns.last - left).scaled(1, used - 1);
        columns.pitch = std::clamp(room, seal + rules_.least_seal_gap, columns.pitch);
        columns.last = std::max(columns.last, left + columns.pitch * (used - 1));
        return columns;
    }

    /// Lines of `paragraph` centred on `centre`, but within the type area. Returns where they are.
    std::pair<Length, Length> centre_on(BrokenParagraph& paragraph, Length centre) const {
        const Length width = widest(paragraph);
        const Length left = std::max(Length{}, std::min(centre - half(width), measure_ - width));
        for (Line& line : paragraph.lines) move_to(line, left + half(width - line.width));
        return {left, left + width};
    }

    /// One row of names, `first` to `end`, whose seals' centres are at height `centre`. Only the
    /// last row has the date below its last name.
    void add_row(std::vector<BrokenParagraph>& names, std::size_t first, std::size_t end,
                 const Columns& columns, Length centre) {
        const bool has_date = end == names.size();
        const Length middle = centre + rules_.seal_raise;
        // The names of the last row end on one line, right above the date.
        Length foot;
        if (has_date) {
            const std::size_t lines = names.back().lines.size() + date_.lines.size();
            foot = middle - half(height_of(style_, lines)) +
                   style_.leading * static_cast<std::int64_t>(names.back().lines.size());
        }
        for (std::size_t k = first; k < end; ++k) {
            const auto from_last =
                static_cast<std::int64_t>(has_date ? end - 1 - k : columns.count - 1 - (k - first));
            Length x = columns.last - columns.pitch * from_last;
            const auto [left, right] = centre_on(names[k], x);
            if (names.size() == 1) x = middle_of_pair(left, right);
            const std::size_t lines = names[k].lines.size();
            const Length top = has_date ? foot - style_.leading * static_cast<std::int64_t>(lines)
                                        : middle - half(height_of(style_, lines));
            add_lines(k, names[k], top);
            const Length size = diameter(k);
            plan_.impressions.push_back({k, x - half(size), centre - half(size), size, size});
        }
        if (has_date) add_lines(names.size(), date_, foot);
    }

    /// A single long name that cannot be centred on the date takes the seal with it.
    [[nodiscard]] Length middle_of_pair(Length left, Length right) const {
        for (const Line& line : date_.lines) {
            left = std::min(left, line.left);
            right = std::max(right, line.left + line.width);
        }
        return half(left + right);
    }

    void plan_seals() {
        plan_.form = SignatureForm::sealed;
        plan_.raise = rules_.most_raise - rules_.seal_raise;
        const Columns columns = this->columns();
        centre_on(date_, columns.last);
        std::vector<BrokenParagraph> names;
        for (std::size_t k = 0; k < names_.size(); ++k) names.push_back(broken(k, columns.measure));
        Length centre;
        for (std::size_t first = 0; first < names.size(); first += columns.count) {
            const std::size_t end = std::min(names.size(), first + columns.count);
            add_row(names, first, end, columns, centre);
            centre += columns.pitch;
        }
        // The first line is the origin.
        Length top = plan_.lines.front().top;
        for (const PlannedLine& line : plan_.lines) top = std::min(top, line.top);
        for (PlannedLine& line : plan_.lines) line.top -= top;
        for (PlannedImpression& each : plan_.impressions) each.top -= top;
    }

    /// A stamp keeps the proportions of its picture.
    [[nodiscard]] Length stamp_height(const Impression& stamp, Length width) const {
        if (stamp.image) return width.scaled(stamp.image->height, stamp.image->width);
        return width.scaled(rules_.stamp_height.emu(), rules_.stamp_width.emu());
    }

    /// Stamps below each other, each on the middle of the widest, and the posts beside them end
    /// on one line.
    void plan_stamps() {
        plan_.form = SignatureForm::stamped;
        Length widest_stamp;
        const auto width = [&](std::size_t block) {
            return blocks_[block].impression->width.value_or(rules_.stamp_width);
        };
        for (std::size_t k = 0; k < names_.size(); ++k)
            widest_stamp = std::max(widest_stamp, width(k));
        const Length left = measure_ - rules_.date_indent - widest_stamp;
        const Length posts_end = std::max(left - rules_.post_gap, style_.pitch);
        Length top;
        for (std::size_t k = 0; k < names_.size(); ++k) {
            const Length height = stamp_height(*blocks_[k].impression, width(k));
            plan_.impressions.push_back(
                {k, left + half(widest_stamp - width(k)), top, width(k), height});
            BrokenParagraph post = broken(k, posts_end);
            const Length post_height = height_of(style_, post.lines.size());
            for (Line& line : post.lines) move_to(line, posts_end - line.width);
            add_lines(k, post, top + half(height - post_height));
            top += std::max(height, post_height) +
                   (k + 1 < names_.size() ? rules_.stamp_gap : rules_.date_below);
        }
        for (Line& line : date_.lines) move_to(line, measure_ - rules_.date_indent - line.width);
        add_lines(names_.size(), date_, top);
    }

    void finish() {
        const Style& date_style = style_of(blocks_.back());
        for (const PlannedLine& line : plan_.lines) {
            plan_.top = std::min(plan_.top, line.top);
            plan_.bottom = std::max(plan_.bottom, line.top + date_style.size);
        }
        plan_.text_bottom = plan_.bottom;
        for (const PlannedImpression& each : plan_.impressions) {
            plan_.top = std::min(plan_.top, each.top);
            plan_.bottom = std::max(plan_.bottom, each.top + each.height);
        }
        // A seal that is smaller than its words leaves them to be the highest.
        if (plan_.form != SignatureForm::sealed) return;
        plan_.top = plan_.impressions.front().top;
        for (const PlannedImpression& each : plan_.impressions)
            plan_.top = std::min(plan_.top, each.top);
    }

    std::span<const ShapedBlock> blocks_;
    std::span<const ShapedBlock> names_;  ///< Without the date.
    const Layout& layout_;
    const SignatureLayout& rules_;
    Length measure_;
    const Style& style_;
    BrokenParagraph date_;
    Outcome<SignaturePlan> outcome_;
    SignaturePlan& plan_ = outcome_.value;
};

bool signs(BlockRole role) { return role == BlockRole::issuer || role == BlockRole::post; }

}  // namespace

std::size_t signature_size(const std::vector<ShapedBlock>& blocks, std::size_t index) {
    std::size_t end = index;
    while (end < blocks.size() && signs(blocks[end].role)) ++end;
    const bool is_dated = end > index && end < blocks.size() && blocks[end].role == BlockRole::date;
    return is_dated ? end - index + 1 : 0;
}

Outcome<SignaturePlan> plan_signature(std::span<const ShapedBlock> blocks, const Layout& layout) {
    return Planner{blocks, layout}.run();
}

void indent_signature(std::span<BrokenParagraph> issuers, BrokenParagraph& date, Length measure,
                      Length character) {
    const Length issuer_width = widest(issuers);
    const Length date_width = widest(date);
    const Length indent = character * 2;
    Length issuer_left = measure - indent - issuer_width;
    Length date_left = issuer_left + indent;
    if (date_width > issuer_width) {
        date_left = measure - indent - date_width;
        issuer_left = date_left - indent;
    }
    // An issuer as wide as the measure leaves no room to its right: it never leaves the type area.
    issuer_left = std::max(issuer_left, Length{});
    date_left = std::min(date_left, measure - date_width);
    for (BrokenParagraph& issuer : issuers)
        for (Line& line : issuer.lines)
            move_to(line, issuer_left + half(issuer_width - line.width));
    for (Line& line : date.lines) move_to(line, date_left);
}

}  // namespace banxin

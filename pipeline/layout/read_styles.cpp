#include "pipeline/layout/read_styles.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "pipeline/base/nearest.hpp"
#include "pipeline/layout/read_length.hpp"

namespace banxin {
namespace {

constexpr auto kSettings = std::to_array<std::string_view>(
    {"font", "size", "pitch", "leading", "align", "line-shape", "first-line-indent", "left-indent",
     "right-indent", "blank-lines-before", "blank-lines-after", "first-row", "new-page",
     "keep-with-next", "keep-names", "hanging-labels", "colour"});

/// The settings that a style makes itself, by key, not yet understood.
using Settings = std::map<std::string_view, YamlValue>;

struct WrittenStyle {
    YamlValue value;
    YamlValue like;
    Settings settings;
};
using WrittenStyles = std::map<std::string, WrittenStyle>;

WrittenStyle read_written(const YamlValue& value) {
    YamlMap map{value};
    WrittenStyle style{value, map["like"], {}};
    for (const std::string_view key : kSettings) {
        if (const YamlValue setting = map[key]) style.settings.emplace(key, setting);
    }
    return style;
}

template <typename Named>
void report_unknown(const YamlValue& value, const std::string& name,
                    const std::map<std::string, Named>& styles) {
    std::vector<std::string> known;
    for (const auto& entry : styles) known.push_back(entry.first);
    value.report(Code::style_unknown,
                 {{"style", name}, {"known", nearest_first(name, std::move(known))}});
}

struct InheritedSettings {
    Settings settings;
    bool complete = true;  ///< False where a style that this one is like is not there.
};

/// The settings of a style and, after its own, those of the styles it is like.
InheritedSettings with_inherited(const WrittenStyle& style, const WrittenStyles& all) {
    InheritedSettings result{style.settings};
    std::vector<const WrittenStyle*> chain = {&style};
    while (const YamlValue like = chain.back()->like) {
        const std::string name = like.text().utf8();
        if (name.empty()) break;
        const auto found = all.find(name);
        if (found == all.end()) {
            report_unknown(like, name, all);
            result.complete = false;
            break;
        }
        if (std::find(chain.begin(), chain.end(), &found->second) != chain.end()) {
            like.report(Code::style_circle, {{"style", name}});
            result.complete = false;
            break;
        }
        chain.push_back(&found->second);
        result.settings.insert(found->second.settings.begin(), found->second.settings.end());
    }
    return result;
}

/// `align`: where lines stand, and whether numbers stand point under point.
struct LineAlignment {
    Alignment lines = Style{}.alignment;
    bool points = false;
};

/// Understands the settings of one style.
class Resolver {
  public:
    Resolver(const YamlValue& style, const InheritedSettings& inherited, const PageGeometry& page)
        : style_{style}, inherited_{inherited}, page_{page} {}

    [[nodiscard]] Style resolve(const std::string& name) const {
        Style style;
        style.name = name;
        style.font_role = required("font").text().utf8();
        style.size = read_extent(required("size")).value_or(16_pt);
        style.pitch = on_grid("pitch", page_.cell(), style.size).value_or(style.size);
        static_cast<void>(required("leading"));
        style.leading = on_grid("leading", page_.line_pitch, style.pitch).value_or(style.pitch);
        const LineAlignment aligned = alignment().value_or(LineAlignment{});
        style.alignment = aligned.lines;
        style.aligns_points = aligned.points;
        style.line_shape = line_shape().value_or(style.line_shape);
        style.colour = setting("colour")
                           .choice<Colour>({{"black", Colour::black}, {"red", Colour::red}})
                           .value_or(style.colour);
        style.first_line_indent = indent("first-line-indent", style);
        style.left_indent = indent("left-indent", style);
        style.right_indent = indent("right-indent", style);
        style.blank_lines_before =
            setting("blank-lines-before").whole_number(0, page_.lines).value_or(0);
        style.blank_lines_after =
            setting("blank-lines-after").whole_number(0, page_.lines).value_or(0);
        style.first_row = setting("first-row").whole_number(1, page_.lines).value_or(1);
        style.new_page = read_truth(setting("new-page")).value_or(false);
        style.hanging_labels = read_truth(setting("hanging-labels")).value_or(false);
        style.keeps_names = read_truth(setting("keep-names")).value_or(false);
        style.keep_with_next = read_truth(setting("keep-with-next")).value_or(false);
        check_room(style);
        return style;
    }

  private:
    [[nodiscard]] YamlValue setting(std::string_view key) const {
        const auto found = inherited_.settings.find(key);
        return found != inherited_.settings.end() ? found->second : style_.absent();
    }

    [[nodiscard]] YamlValue required(std::string_view key) const {
        YamlValue value = setting(key);
        // What a style that is not there would have given is not missed a second time.
        if (!value && inherited_.complete)
            style_.report(Code::key_missing, {{"key", std::string{key}}});
        return value;
    }

    /// A length, or `grid` for what the page has, when the layout has a page.
    [[nodiscard]] std::optional<Length> on_grid(std::string_view key, Length grid,
                                                Length em) const {
        const YamlValue value = setting(key);
        if (grid > Length{} && value.is_text() && value.text().utf8() == "grid") return grid;
        return read_extent(value, em);
    }

    [[nodiscard]] Length indent(std::string_view key, const Style& style) const {
        return read_length(setting(key), style.pitch).value_or(Length{});
    }

    [[nodiscard]] std::optional<LineAlignment> alignment() const {
        return setting("align").choice<LineAlignment>({{"justify", {Alignment::justify}},
                                                       {"left", {Alignment::left}},
                                                       {"centre", {Alignment::centre}},
                                                       {"right", {Alignment::right}},
                                                       {"decimal", {Alignment::centre, true}}});
    }

    [[nodiscard]] std::optional<LineShape> line_shape() const {
        return setting("line-shape")
            .choice<LineShape>({{"free", LineShape::free}, {"title", LineShape::title}});
    }

    /// Line layout relies on a measure of at least one character.
    void check_room(const Style& style) const {
        const Length indents = style.left_indent + style.right_indent + style.first_line_indent;
        const bool has_page = page_.type_width > Length{};
        if (!has_page || indents + style.pitch <= page_.type_width) return;
        for (const auto* key : {"left-indent", "right-indent", "first-line-indent"}) {
            if (const YamlValue value = setting(key)) value.report_invalid("0em, 2em");
        }
    }

    const YamlValue& style_;
    const InheritedSettings& inherited_;
    const PageGeometry& page_;
};

}  // namespace

Styles read_styles(const YamlValue& value, const PageGeometry& page) {
    WrittenStyles written;
    YamlMap map{value};
    for (const auto& [name, style] : map.entries()) {
        written.emplace(name.utf8(), read_written(style));
    }
    Styles styles;
    for (const auto& [name, style] : written) {
        const InheritedSettings inherited = with_inherited(style, written);
        styles.emplace(name, Resolver{style.value, inherited, page}.resolve(name));
    }
    return styles;
}

std::string read_style_name(const YamlValue& value, const Styles& styles) {
    std::string name = value.text().utf8();
    if (!name.empty()) require_style(value, name, styles);
    return name;
}

void require_style(const YamlValue& value, const std::string& name, const Styles& styles) {
    if (!styles.contains(name)) report_unknown(value, name, styles);
}

}  // namespace banxin

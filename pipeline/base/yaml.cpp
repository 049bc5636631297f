#include "pipeline/base/yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>

#include "pipeline/base/control_characters.hpp"
#include "pipeline/base/line_joint.hpp"
#include "pipeline/base/utf8.hpp"

namespace banxin {
namespace {

/// Bytes of the valid UTF-8 character at the start of `bytes` (RFC 3629), or 0.
std::size_t character_size(std::string_view bytes) {
    const auto at = [&](std::size_t k) {
        return k < bytes.size() ? static_cast<unsigned char>(bytes[k]) : 0U;
    };
    const unsigned lead = at(0);
    if (lead < 0x80) return 1;
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    // The second byte's range keeps out overlong forms, surrogates and what lies past U+10FFFF.
    const unsigned least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (at(1) < least || at(1) > most) return 0;
    for (std::size_t k = 2; k < size; ++k) {
        if (at(k) < 0x80 || at(k) > 0xBF) return 0;
    }
    return size;
}

/// The first byte that is no part of plain UTF-8 text, or nothing.
std::optional<std::size_t> first_bad_byte(std::string_view bytes) {
    for (std::size_t k = 0; k < bytes.size();) {
        const char byte = bytes[k];
        const bool control = (byte >= 0 && byte < ' ') || byte == '\x7F';
        const bool blank = byte == '\t' || byte == '\n' || byte == '\r';
        const std::size_t size = character_size(bytes.substr(k));
        if (size == 0 || (control && !blank)) return k;
        k += size;
    }
    return std::nullopt;
}

std::string hexadecimal(char byte) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    return {'0', 'x', kDigits[value >> 4U], kDigits[value & 0xFU]};
}

/// The file's bytes, and the places of the marks that the parser hands out. A mark counts lines
/// by U+000A, and columns in bytes.
class Source {
  public:
    Source(std::string_view bytes, std::uint8_t file) : bytes_{bytes}, file_{file} {
        lines_.push_back(0);
        for (std::size_t k = 0; k < bytes.size(); ++k) {
            if (bytes[k] == '\n') lines_.push_back(k + 1);
        }
    }

    [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const {
        if (mark.line < 0 || static_cast<std::size_t>(mark.line) >= lines_.size()) {
            return bytes_.size();
        }
        const std::size_t begin = lines_[static_cast<std::size_t>(mark.line)];
        return std::min(begin + static_cast<std::size_t>(std::max(mark.column, 0)), bytes_.size());
    }

    [[nodiscard]] char byte(std::size_t offset) const {
        return offset < bytes_.size() ? bytes_[offset] : '\0';
    }

    /// Where the first line begins that is too long, or nothing.
    [[nodiscard]] std::optional<std::size_t> first_long_line() const {
        for (std::size_t k = 0; k < lines_.size(); ++k) {
            if (line(k).size() > YamlLimits::kLineBytes) return lines_[k];
        }
        return std::nullopt;
    }

    [[nodiscard]] Origin origin(std::size_t offset) const {
        const std::size_t line = line_of(offset);
        const auto first = bytes_.begin() + static_cast<std::ptrdiff_t>(lines_[line]);
        const auto last = bytes_.begin() + static_cast<std::ptrdiff_t>(offset);
        const auto before = std::count_if(first, last, [](char byte) {
            return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
        });
        const auto column = std::min<std::ptrdiff_t>(before + 1, 0xFFFF);
        return {.row = static_cast<std::uint32_t>(line + 1),
                .column = static_cast<std::uint16_t>(column),
                .file = file_};
    }

    /// `value`, which the scalar at `begin` stands for. Its characters get places of their own
    /// where they are shown as they are, on one line or folded over several; escapes only have the
    /// scalar's. A line end that YAML folds to a space is one only between Latin words.
    [[nodiscard]] Text text(std::size_t begin, const std::string& value) const {
        const char sign = byte(begin);
        if (sign == '|') return literal_block(begin, value);
        const std::size_t shown = sign == '"' || sign == '\'' ? begin + 1 : begin;
        const bool one_line = value.find('\n') == std::string::npos;
        if (one_line && bytes_.substr(std::min(shown, bytes_.size()), value.size()) == value) {
            return {value, origin(shown), Text::OriginStep::per_character};
        }
        if (auto text = folded(begin, value)) return std::move(*text);
        return {value, origin(begin)};
    }

  private:
    /// Where the characters of the scalar at `begin` are shown first.
    [[nodiscard]] std::size_t first_shown(std::size_t begin) const {
        const char sign = byte(begin);
        if (sign == '"' || sign == '\'') return begin + 1;
        if (sign != '>') return begin;
        std::size_t at = bytes_.find('\n', begin);
        at = at == std::string_view::npos ? bytes_.size() : at + 1;
        while (byte(at) == ' ') ++at;
        return at;
    }

    /// The first byte from `at` that is no blank.
    [[nodiscard]] std::size_t behind_blanks(std::size_t at) const {
        while (at < bytes_.size() &&
               std::string_view{" \t\r\n"}.find(bytes_[at]) != std::string_view::npos) {
            ++at;
        }
        return at;
    }

    /// `value` found line by line in the source, where its lines were folded. Nothing when the
    /// source shows it in any other way, as with escapes.
    [[nodiscard]] std::optional<Text> folded(std::size_t begin, const std::string& value) const {
        Text text;
        std::size_t at = first_shown(begin);
        std::size_t part = 0;      ///< Where in `value` the current line begins …
        std::size_t part_at = at;  ///< … and where in the source.
        const auto end_part = [&](std::size_t end) {
            if (end == part) return;
            text.append(Text{value.substr(part, end - part), origin(part_at),
                             Text::OriginStep::per_character});
        };
        for (std::size_t k = 0; k < value.size();) {
            const bool is_blank = value[k] == ' ' || value[k] == '\n';
            const std::size_t next = is_blank ? behind_blanks(at) : at + 1;
            const std::string_view shown = bytes_.substr(at, next - at);
            const bool line_ends = is_blank && shown.find('\n') != std::string_view::npos;
            at = next;
            if (!line_ends) {
                if (shown.empty() || value.compare(k, shown.size(), shown) != 0)
                    return std::nullopt;
                k += shown.size();
                continue;
            }
            end_part(k);
            // Folding leaves one blank of a line end, or a line feed for each empty line.
            const std::size_t end = value[k] == ' ' ? k + 1 : value.find_first_not_of('\n', k);
            const std::string_view left = std::string_view{value}.substr(k, end - k);
            k += left.size();
            const std::string_view rest = std::string_view{value}.substr(k);
            text.append(left == " " ? line_joint(text.utf8(), rest) : left, origin(part_at));
            part = k;
            part_at = at;
        }
        end_part(value.size());
        return text;
    }

    [[nodiscard]] std::size_t line_of(std::size_t offset) const {
        const auto after = std::upper_bound(lines_.begin(), lines_.end(), offset);
        return static_cast<std::size_t>(after - lines_.begin()) - 1;
    }

    [[nodiscard]] std::string_view line(std::size_t number) const {
        if (number >= lines_.size()) return {};
        const std::size_t end = number + 1 < lines_.size() ? lines_[number + 1] : bytes_.size();
        std::string_view whole = bytes_.substr(lines_[number], end - lines_[number]);
        while (whole.ends_with('\n') || whole.ends_with('\r')) whole.remove_suffix(1);
        return whole;
    }

    /// Below a `|` every line of the value stands on its own line, after the indentation.
    [[nodiscard]] Text literal_block(std::size_t begin, const std::string& value) const {
        Text text;
        std::size_t number = line_of(begin) + 1;
        for (std::size_t k = 0; k < value.size(); ++number) {
            const std::size_t end = std::min(value.find('\n', k), value.size() - 1) + 1;
            std::string part = value.substr(k, end - k);
            const std::string_view shown{part.data(), part.size() - (part.back() == '\n' ? 1 : 0)};
            const bool found = line(number).ends_with(shown);
            if (found) {
                const std::size_t at = lines_[std::min(number, lines_.size() - 1)] +
                                       line(number).size() - shown.size();
                text.append(Text{std::move(part), origin(at), Text::OriginStep::per_character});
            } else {
                text.append(Text{std::move(part), origin(begin)});
            }
            k = end;
        }
        return text;
    }

    std::string_view bytes_;
    std::vector<std::size_t> lines_;  ///< Offsets where lines begin.
    std::uint8_t file_;
};

Diagnostic too_large(Origin origin) {
    return {Code::yaml_too_large,
            origin,
            {{"bytes", std::to_string(YamlLimits::kFileBytes)},
             {"depth", std::to_string(YamlLimits::kDepth)},
             {"line_bytes", std::to_string(YamlLimits::kLineBytes)},
             {"values", std::to_string(YamlLimits::kValues)}}};
}

/// Ends the parsing at something that is refused.
struct Refusal {
    Diagnostic diagnostic;
};

/// Builds the tree from the parser's events. Open lists and maps wait on a stack of our own, so
/// that no pointer into a growing vector is kept.
class TreeBuilder final : public YAML::EventHandler {
  public:
    TreeBuilder(const Source& source, Diagnostics& diagnostics)
        : source_{source}, diagnostics_{diagnostics} {}

    [[nodiscard]] YamlNode take() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (std::exchange(document_seen_, true)) {
            throw Refusal{{Code::yaml_syntax,
                           source_.origin(source_.offset(mark)),
                           {{"problem", "more than one document"}}}};
        }
    }
    void OnDocumentEnd() override {}
    void OnAnchor(const YAML::Mark& mark, const std::string& /*name*/) override {
        refuse("&", mark);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { refuse("*", mark); }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
        add({.kind = YamlNode::Kind::empty,
             .origin = source_.origin(source_.offset(mark)),
             .entries = {}});
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                  const std::string& value) override {
        refuse_tag(tag, mark);
        const std::size_t offset = source_.offset(mark);
        // An escape such as "\0" can stand for what the file itself must not have.
        if (const auto bad = first_bad_byte(value)) {
            throw Refusal{{Code::yaml_not_text,
                           source_.origin(offset),
                           {{"byte", hexadecimal(value[*bad])}}}};
        }
        add({.kind = value.empty() ? YamlNode::Kind::empty : YamlNode::Kind::scalar,
             .origin = source_.origin(offset),
             .scalar = without_controls(source_.text(offset, value)),
             .entries = {}});
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                         YAML::EmitterStyle::value /*style*/) override {
        open(YamlNode::Kind::list, tag, mark);
    }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                    YAML::EmitterStyle::value /*style*/) override {
        open(YamlNode::Kind::map, tag, mark);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapEnd() override { close(); }

  private:
    struct Open {
        YamlNode node;
        std::optional<Text> key;              ///< Read, its value not yet.
        std::map<std::string, Origin> known;  ///< Keys so far.
    };

    [[noreturn]] void refuse(std::string sign, const YAML::Mark& mark) const {
        throw Refusal{{Code::yaml_sign_refused,
                       source_.origin(source_.offset(mark)),
                       {{"sign", std::move(sign)}}}};
    }

    /// Drops and reports what is valid UTF-8 and yet no text, such as "\u202E".
    [[nodiscard]] Text without_controls(Text text) {
        Text clean;
        std::size_t begin = 0;
        for (std::size_t next = 0; next < text.utf8().size();) {
            const std::size_t at = next;
            const char32_t character = next_character(text.utf8(), next);
            if (!is_control_character(character)) continue;
            diagnostics_.push_back({Code::control_character,
                                    text.origin_at(at),
                                    {{"code_point", code_point_name(character)}}});
            clean.append(text.slice(begin, at));
            begin = next;
        }
        if (begin == 0) return text;
        clean.append(text.slice(begin, text.utf8().size()));
        return clean;
    }

    /// The parser calls plain scalars `?` and quoted ones `!`; anything else was written. So was
    /// an `!` before Han, which it takes for a tag without a name and drops.
    void refuse_tag(const std::string& tag, const YAML::Mark& mark) const {
        const bool is_made = tag.empty() || tag == "?" || tag == "!";
        if (!is_made || source_.byte(source_.offset(mark)) == '!') refuse("!", mark);
    }

    void open(YamlNode::Kind kind, const std::string& tag, const YAML::Mark& mark) {
        refuse_tag(tag, mark);
        const Origin origin = source_.origin(source_.offset(mark));
        if (open_.size() >= YamlLimits::kDepth) refuse_size(origin);
        if (expects_key()) refuse_key(origin);
        Open opened;
        opened.node.kind = kind;
        opened.node.origin = origin;
        open_.push_back(std::move(opened));
    }

    void close() {
        YamlNode node = std::move(open_.back().node);
        open_.pop_back();
        add(std::move(node));
    }

    void add(YamlNode node) {
        if (++values_ > YamlLimits::kValues) refuse_size(node.origin);
        if (open_.empty()) {
            root_ = std::move(node);
            return;
        }
        Open& parent = open_.back();
        if (parent.node.kind == YamlNode::Kind::list) {
            parent.node.items.push_back(std::move(node));
        } else if (!parent.key) {
            if (node.kind == YamlNode::Kind::empty) refuse_key(node.origin);
            parent.key = std::move(node.scalar);
        } else {
            add_entry(parent, std::move(node));
        }
    }

    void add_entry(Open& parent, YamlNode value) {
        Text key = std::move(*parent.key);
        parent.key.reset();
        const auto [first, is_new] = parent.known.emplace(key.utf8(), key.origin());
        if (is_new) {
            parent.node.entries.push_back({std::move(key), std::move(value)});
        } else {
            diagnostics_.push_back(
                {Code::key_duplicate, key.origin(), {{"key", key.utf8()}}, {first->second}});
        }
    }

    [[nodiscard]] bool expects_key() const {
        return !open_.empty() && open_.back().node.kind == YamlNode::Kind::map &&
               !open_.back().key.has_value();
    }

    [[noreturn]] static void refuse_key(Origin origin) {
        throw Refusal{{Code::yaml_syntax, origin, {{"problem", "a key must be text"}}}};
    }

    [[noreturn]] static void refuse_size(Origin origin) { throw Refusal{too_large(origin)}; }

    const Source& source_;
    Diagnostics& diagnostics_;
    YamlNode root_;
    std::vector<Open> open_;
    std::size_t values_ = 0;
    bool document_seen_ = false;
};

/// What the parser's own exception says, as one of our kinds of mistake.
Diagnostic explain(const YAML::Exception& problem, const Source& source) {
    const Origin origin = source.origin(source.offset(problem.mark));
    // An alias without an anchor never reaches the events: `title: *重要*`.
    if (problem.msg.starts_with(YAML::ErrorMsg::UNKNOWN_ANCHOR) ||
        problem.msg.starts_with(YAML::ErrorMsg::ALIAS_NOT_FOUND) ||
        problem.msg.starts_with(YAML::ErrorMsg::CHAR_IN_ALIAS)) {
        return {Code::yaml_sign_refused, origin, {{"sign", "*"}}};
    }
    if (problem.msg.starts_with(YAML::ErrorMsg::ANCHOR_NOT_FOUND) ||
        problem.msg.starts_with(YAML::ErrorMsg::CHAR_IN_ANCHOR)) {
        return {Code::yaml_sign_refused, origin, {{"sign", "&"}}};
    }
    return {Code::yaml_syntax, origin, {{"problem", problem.msg}}};
}

/// Runs the parser; whatever it throws becomes a diagnostic.
YamlNode parse(std::string_view bytes, const Source& source, Diagnostics& diagnostics) {
    TreeBuilder builder{source, diagnostics};
    try {
        std::istringstream stream{std::string{bytes}};
        YAML::Parser parser{stream};
        while (parser.HandleNextDocument(builder)) {
        }
        return builder.take();
    } catch (const Refusal& refusal) {
        diagnostics.push_back(refusal.diagnostic);
    } catch (const YAML::Exception& problem) {
        diagnostics.push_back(explain(problem, source));
    }
    return {};
}

}  // namespace

Outcome<YamlNode> read_yaml(std::string_view bytes, std::uint8_t file) {
    Outcome<YamlNode> outcome;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const Origin whole_file{.row = 1, .column = 1, .file = file};
    const Source source{bytes.substr(0, YamlLimits::kFileBytes), file};
    if (bytes.size() > YamlLimits::kFileBytes) {
        outcome.diagnostics.push_back(too_large(whole_file));
    } else if (const auto bad = first_bad_byte(bytes)) {
        outcome.diagnostics.push_back(
            {Code::yaml_not_text, source.origin(*bad), {{"byte", hexadecimal(bytes[*bad])}}});
    } else if (const auto line = source.first_long_line()) {
        outcome.diagnostics.push_back(too_large(source.origin(*line)));
    } else {
        outcome.value = parse(bytes, source, outcome.diagnostics);
        const bool is_map = outcome.value.kind == YamlNode::Kind::map;
        if (!is_map && outcome.ok()) {
            outcome.diagnostics.push_back({Code::yaml_not_a_map, whole_file, {}});
        }
        if (!is_map) outcome.value = {};
    }
    return outcome;
}

}  // namespace banxin

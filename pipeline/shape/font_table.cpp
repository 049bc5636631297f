#include "pipeline/shape/font_table.hpp"

#include <hb.h>
#include <unicode/unistr.h>

#include <optional>

#include "pipeline/base/yaml_reader.hpp"

namespace banxin {
namespace {

constexpr const char* kFaceExamples = "simfang.ttf, simsun.ttc#1";
constexpr std::size_t kMostIndexDigits = 3;

std::u32string characters_of(const Text& text) {
    const auto utf16 = icu::UnicodeString::fromUTF8(text.utf8());
    std::u32string characters;
    for (int at = 0; at < utf16.length(); at = utf16.moveIndex32(at, 1)) {
        characters += static_cast<char32_t>(utf16.char32At(at));
    }
    return characters;
}

/// `FILE` or `FILE#3`. A table names files only, never folders: it cannot reach outside its own.
std::optional<NamedFace> read_face(const YamlValue& value) {
    NamedFace face{value.text().utf8(), {}, 0, value.origin()};
    if (face.written.empty()) return std::nullopt;
    const std::size_t mark = face.written.find('#');
    face.file = face.written.substr(0, mark);
    const std::string digits =
        mark == std::string::npos ? "0" : face.written.substr(mark + 1, kMostIndexDigits + 1);
    const bool is_index = !digits.empty() && digits.size() <= kMostIndexDigits &&
                          digits.find_first_not_of("0123456789") == std::string::npos;
    const bool is_file = !face.file.empty() && face.file.find_first_of("/\\") == std::string::npos;
    if (!is_index || !is_file) {
        value.report_invalid(kFaceExamples);
        return std::nullopt;
    }
    for (const char digit : digits) {
        face.index = face.index * 10 + static_cast<unsigned>(digit - '0');
    }
    return face;
}

NamedRole read_role(const Text& name, const YamlValue& value) {
    NamedRole role{.name = name, .names = {}, .faces = {}, .characters = {}};
    YamlMap map{value};
    for (const Text& further : map["names"].texts()) role.names.push_back(further.utf8());
    const YamlValue faces = map.required("faces");
    const std::vector<YamlValue> items = faces.items();
    if (faces.is_list() && items.empty()) faces.report_invalid(kFaceExamples);
    for (const YamlValue& item : items) {
        if (auto face = read_face(item)) role.faces.push_back(std::move(*face));
    }
    if (const YamlValue exceptions = map["characters"]) {
        YamlMap files{exceptions};
        for (const auto& [characters, file] : files.entries()) {
            if (auto face = read_face(file)) {
                role.characters.emplace_back(characters_of(characters), std::move(*face));
            }
        }
    }
    return role;
}

FaceNotes read_notes(const YamlValue& value) {
    FaceNotes notes;
    YamlMap map{value};
    notes.unfit = characters_of(map["unfit"].text());
    const YamlValue features = map["features"];
    if (!features) return notes;
    YamlMap tags{features};
    for (const auto& [tag, characters] : tags.entries()) {
        if (tag.utf8().size() != 4) {
            characters.report_invalid("fwid: \"·\"");
            continue;
        }
        notes.features.push_back(
            {hb_tag_from_string(tag.utf8().data(), 4), characters_of(characters.text())});
    }
    return notes;
}

}  // namespace

Outcome<FontTable> read_font_table(std::string_view bytes, std::uint8_t file) {
    Outcome<FontTable> outcome;
    auto tree = read_yaml(bytes, file);
    append(outcome.diagnostics, std::move(tree.diagnostics));
    if (!outcome.ok()) return outcome;

    FontTable& table = outcome.value;
    YamlMap top{YamlValue{tree.value, outcome.diagnostics}};
    YamlMap roles{top.required("roles")};
    for (const auto& [name, role] : roles.entries()) table.roles.push_back(read_role(name, role));

    // Only files that a role names are asked for, so that a slip in a file's name is reported.
    YamlMap files{top["faces"]};
    const auto read_notes_of = [&](const NamedFace& face) {
        if (table.notes.contains(face.written)) return;
        const YamlValue notes = files[face.written];
        table.notes[face.written] = notes ? read_notes(notes) : FaceNotes{};
    };
    for (const NamedRole& role : table.roles) {
        for (const NamedFace& face : role.faces) read_notes_of(face);
        for (const auto& [characters, face] : role.characters) read_notes_of(face);
    }
    return outcome;
}

}  // namespace banxin

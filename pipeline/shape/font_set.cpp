#include "pipeline/shape/font_set.hpp"

#include <hb-ot.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "pipeline/shape/font_table.hpp"

namespace banxin {
namespace {

namespace fs = std::filesystem;

struct HarfBuzzBlobDeleter {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
using HarfBuzzBlob = std::unique_ptr<hb_blob_t, HarfBuzzBlobDeleter>;

std::string with_small_letters(std::string_view name) {
    std::string small{name};
    for (char& letter : small) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return small;
}

/// The files of a font folder by their names in small letters, for Windows writes SIMFANG.TTF.
using FontFiles = std::map<std::string, fs::path>;

/// Adds the files of `folder`. What is there already comes first; of two names that differ only
/// in capitals the one that sorts first is taken, whatever order the file system has.
void add_files(FontFiles& files, const fs::path& folder) {
    FontFiles found;
    std::error_code ignored;  // A folder that is not there has no fonts.
    for (fs::directory_iterator entry{folder, ignored}; entry != fs::directory_iterator{};
         entry.increment(ignored)) {
        const auto [place, is_new] =
            found.try_emplace(with_small_letters(entry->path().filename().string()), *entry);
        if (!is_new) place->second = std::min(place->second, entry->path());
    }
    files.merge(found);
}

bool has_table(hb_face_t* face, const char (&tag)[5]) {
    const HarfBuzzBlob table{hb_face_reference_table(face, HB_TAG(tag[0], tag[1], tag[2], tag[3]))};
    return hb_blob_get_length(table.get()) > 0;
}

/// Whether the face has what shaping and a PDF need: characters, widths and fixed outlines.
bool is_usable(hb_face_t* face) {
    return hb_face_get_glyph_count(face) > 0 && has_table(face, "head") &&
           has_table(face, "cmap") && has_table(face, "hhea") && has_table(face, "hmtx") &&
           !has_table(face, "fvar") && (has_table(face, "glyf") || has_table(face, "CFF "));
}

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
    std::array<char, 256> buffer{};
    unsigned length = buffer.size();
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &length, buffer.data());
    return {buffer.data(), std::min<std::size_t>(length, buffer.size() - 1)};
}

/// A PostScript name as PDF takes it: at most 63 of the printable ASCII characters that are no
/// delimiters (OpenType `name`, id 6). Office fonts do not all keep to that.
std::string postscript_name_of(hb_face_t* face) {
    constexpr std::string_view kDelimiters = "()<>[]{}/%#";
    constexpr std::size_t kLongest = 63;
    std::string name;
    for (const char sign : name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME)) {
        const bool is_printable = sign > ' ' && sign <= '~';
        if (is_printable && kDelimiters.find(sign) == std::string_view::npos) name += sign;
    }
    return name.empty() ? "Unnamed" : name.substr(0, kLongest);
}

/// A face without a HarfBuzz face when the file cannot be used.
Face open_face(const fs::path& path, const NamedFace& named, const FaceNotes& notes) {
    Face face;
    face.file = path.string();
    face.index = named.index;
    face.features = notes.features;
    const HarfBuzzBlob blob{hb_blob_create_from_file_or_fail(path.c_str())};
    if (!blob || named.index >= hb_face_count(blob.get())) return face;
    std::unique_ptr<hb_face_t, HarfBuzzFaceDeleter> harfbuzz{
        hb_face_create(blob.get(), named.index)};
    if (!is_usable(harfbuzz.get())) return face;
    hb_face_make_immutable(harfbuzz.get());
    face.units_per_em = hb_face_get_upem(harfbuzz.get());
    face.postscript_name = postscript_name_of(harfbuzz.get());
    face.family = name_of(harfbuzz.get(), HB_OT_NAME_ID_FONT_FAMILY);
    face.font.reset(hb_font_create(harfbuzz.get()));
    hb_font_make_immutable(face.font.get());
    face.harfbuzz = std::move(harfbuzz);
    return face;
}

/// Opens the files that the roles of a table name, each once.
class FontSetBuilder {
  public:
    FontSetBuilder(const FontTable& table, const std::string& folder)
        : table_{table}, folder_{folder} {
        add_files(files_, folder);
        add_files(files_, fs::path{folder} / "faces");
    }

    void add(const NamedRole& named) {
        FontRole role{named.name.utf8(), named.names, {}, {}, named.name.origin()};
        std::u32string unfit;
        for (const NamedFace& face : named.faces) {
            const FaceId id = open(face);
            if (id == kNoFace) continue;
            role.faces.push_back(id);
            unfit += unfit_.at(id);
        }
        if (!named.faces.empty() && !has_any_file(named)) report_missing(named);
        for (const char32_t character : unfit) {
            const FaceId natural = set_->face_for(role, character);
            const FaceId fit = fit_face(role, character);
            if (fit != natural) role.characters[character] = fit;
        }
        for (const auto& [characters, face] : named.characters)
            except(role, characters, open(face));
        set_->roles.push_back(std::move(role));
    }

    Outcome<std::shared_ptr<const FontSet>> finish() && {
        return {std::move(set_), std::move(diagnostics_)};
    }

  private:
    /// kNoFace when the file is not there, or cannot be used, which is reported.
    FaceId open(const NamedFace& named) {
        const auto file = files_.find(with_small_letters(named.file));
        if (file == files_.end()) return kNoFace;
        const auto key = std::pair{file->first, named.index};
        if (const auto known = opened_.find(key); known != opened_.end()) return known->second;
        const FaceNotes& notes = table_.notes.at(named.written);
        Face face = open_face(file->second, named, notes);
        FaceId& id = opened_[key] = kNoFace;
        if (!face.harfbuzz) {
            diagnostics_.push_back(
                {Code::font_invalid, named.origin, {{"file", file->second.string()}}});
            return id;
        }
        id = static_cast<FaceId>(set_->faces.size());
        set_->faces.push_back(std::move(face));
        unfit_.push_back(notes.unfit);
        return id;
    }

    FaceId fit_face(const FontRole& role, char32_t character) const {
        for (const FaceId id : role.faces) {
            const bool is_unfit = unfit_[id].find(character) != std::u32string::npos;
            if (!is_unfit && set_->faces[id].glyph(character) != 0) return id;
        }
        return kNoFace;
    }

    void except(FontRole& role, std::u32string_view characters, FaceId id) const {
        if (id == kNoFace) return;
        for (const char32_t character : characters) {
            if (set_->faces[id].glyph(character) != 0) role.characters[character] = id;
        }
    }

    bool has_any_file(const NamedRole& named) const {
        return std::any_of(named.faces.begin(), named.faces.end(), [&](const NamedFace& face) {
            return files_.contains(with_small_letters(face.file));
        });
    }

    void report_missing(const NamedRole& named) {
        std::string files;
        for (const NamedFace& face : named.faces) files += (files.empty() ? "" : ", ") + face.file;
        diagnostics_.push_back(
            {Code::font_missing,
             named.name.origin(),
             {{"role", named.name.utf8()}, {"folder", folder_}, {"files", std::move(files)}}});
    }

    const FontTable& table_;
    const std::string& folder_;
    FontFiles files_;
    std::map<std::pair<std::string, unsigned>, FaceId> opened_;
    std::vector<std::u32string> unfit_;  ///< One a face of the set.
    std::shared_ptr<FontSet> set_ = std::make_shared<FontSet>();
    Diagnostics diagnostics_;
};

}  // namespace

std::uint32_t Face::glyph(char32_t character) const {
    hb_codepoint_t id = 0;
    return hb_font_get_nominal_glyph(font.get(), character, &id) != 0 ? id : 0;
}

const FontRole* FontSet::find_role(std::string_view name) const {
    for (const FontRole& role : roles) {
        if (role.name == name) return &role;
    }
    for (const FontRole& role : roles) {
        if (std::find(role.names.begin(), role.names.end(), name) != role.names.end()) return &role;
    }
    return nullptr;
}

FaceId FontSet::face_for(const FontRole& role, char32_t character) const {
    if (const auto exception = role.characters.find(character);
        exception != role.characters.end()) {
        return exception->second;
    }
    for (const FaceId id : role.faces) {
        if (faces[id].glyph(character) != 0) return id;
    }
    return kNoFace;
}

Outcome<std::shared_ptr<const FontSet>> open_font_set(std::string_view table,
                                                      std::uint8_t table_file,
                                                      const std::string& folder) {
    auto read = read_font_table(table, table_file);
    FontSetBuilder builder{read.value, folder};
    for (const NamedRole& role : read.value.roles) builder.add(role);
    auto outcome = std::move(builder).finish();
    append(outcome.diagnostics, std::move(read.diagnostics));
    return outcome;
}

}  // namespace banxin

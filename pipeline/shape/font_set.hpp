// The faces a document may use, and which face draws which character for which role.
//
// Immutable once opened, shared by all threads. Knows only the files of the project's own font
// folder: the fonts of the system are never looked at.
#pragma once

#include <hb.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/origin.hpp"
#include "pipeline/base/outcome.hpp"

namespace banxin {

using FaceId = std::uint16_t;  ///< Index into FontSet::faces.
inline constexpr FaceId kNoFace = 0xFFFF;

struct HarfBuzzFaceDeleter {
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};
struct HarfBuzzFontDeleter {
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};

/// An OpenType feature that some characters of a face need to come out right.
struct FaceFeature {
    hb_tag_t tag = 0;
    std::u32string characters;
};

/// One face of one font file.
struct Face {
    std::string file;             ///< Path as opened.
    unsigned index = 0;           ///< Face within a collection (ttc).
    std::string postscript_name;  ///< As the PDF names it.
    std::string family;
    unsigned units_per_em = 1000;
    std::vector<FaceFeature> features;  ///< Few and short: mostly one of two characters.
    std::unique_ptr<hb_face_t, HarfBuzzFaceDeleter> harfbuzz;
    std::unique_ptr<hb_font_t, HarfBuzzFontDeleter> font;  ///< Scaled to units_per_em, immutable.

    /// The nominal glyph of `character`, 0 where the face has none.
    [[nodiscard]] std::uint32_t glyph(char32_t character) const;
};

/// A role of the font table: 仿宋, 小标宋 …
struct FontRole {
    std::string name;                ///< As layouts name it.
    std::vector<std::string> names;  ///< Further names that layouts may use: FangSong, 仿宋_GB2312.
    std::vector<FaceId> faces;       ///< In order of preference. Never empty once checked.
    /// Exceptions, asked first; kNoFace for a character that only a face draws that draws it badly.
    std::map<char32_t, FaceId> characters;
    Origin origin;  ///< In fonts.yaml.
};

class FontSet {
  public:
    std::vector<Face> faces;
    std::vector<FontRole> roles;

    /// The role with this name or further name; null where there is none.
    [[nodiscard]] const FontRole* find_role(std::string_view name) const;

    /// The face that draws `character` in `role`, kNoFace where none has it.
    [[nodiscard]] FaceId face_for(const FontRole& role, char32_t character) const;
};

/// Opens the faces that `table` (the bytes of fonts.yaml) names and finds in `folder`, or else in
/// its folder `faces`. Files are mapped, not read: an open set costs a few hundred microseconds.
///
/// Errors, with the place in the table: `font-missing` when none of a role's files is there,
/// `font-invalid` for a file that is no font, and those of reading YAML. The table's own
/// origins carry `table_file`.
[[nodiscard]] Outcome<std::shared_ptr<const FontSet>> open_font_set(std::string_view table,
                                                                    std::uint8_t table_file,
                                                                    const std::string& folder);

}  // namespace banxin

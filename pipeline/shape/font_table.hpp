// The bytes of fonts.yaml → what it says, before any font file is looked for.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/base/outcome.hpp"
#include "pipeline/base/text.hpp"
#include "pipeline/shape/font_set.hpp"

namespace banxin {

/// A face as a role names it: `simfang.ttf`, or `simsun.ttc#1` for the second of a collection.
struct NamedFace {
    std::string written;  ///< As in the table; the key of FontTable::notes.
    std::string file;     ///< Without folder.
    unsigned index = 0;
    Origin origin;
};

struct NamedRole {
    Text name;
    std::vector<std::string> names;
    std::vector<NamedFace> faces;
    std::vector<std::pair<std::u32string, NamedFace>> characters;  ///< Exceptions.
};

/// What the table knows of one file.
struct FaceNotes {
    std::u32string unfit;  ///< Characters that count as lacking.
    std::vector<FaceFeature> features;
};

struct FontTable {
    std::vector<NamedRole> roles;
    std::map<std::string, FaceNotes> notes;
};

/// Errors: those of reading YAML.
[[nodiscard]] Outcome<FontTable> read_font_table(std::string_view bytes, std::uint8_t file);

}  // namespace banxin

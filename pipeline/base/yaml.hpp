// Bytes of a YAML file → a tree of its values, each with its place.
//
// Reads the part of YAML that people write by hand. Anchors, aliases and tags are refused, so
// that a file can neither grow by being read nor choose how its values are understood.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/base/outcome.hpp"
#include "pipeline/base/text.hpp"

namespace banxin {

struct YamlEntry;

/// One value. Scalars are taken as written: `2020` is the text "2020", `no` the text "no".
struct YamlNode {
    enum class Kind : std::uint8_t {
        empty,  ///< Nothing after the colon, `~`, or a pair of quotes.
        scalar,
        list,
        map,
    };
    Kind kind = Kind::empty;
    Origin origin =
        {};  ///< Its first character: a quote, a brace, a hyphen, the first key of a block.
    Text scalar = {};  ///< Every character has its own place where the file shows it literally.
    std::vector<YamlNode> items = {};  ///< of a list
    /// Of a map, in the order of the file; no key comes twice. Clang 14 takes no initialiser here
    /// while YamlEntry is incomplete.
    std::vector<YamlEntry> entries;
};

struct YamlEntry {
    Text key;
    YamlNode value;
};

/// The most that is read of one file. Far more than any job or layout needs; the parser takes
/// quadratic time in the values on one line, hence the limit of a line (0.2 s at the worst).
struct YamlLimits {
    static constexpr std::size_t kFileBytes = 256U << 10U;
    static constexpr std::size_t kLineBytes = 8U << 10U;
    static constexpr std::size_t kDepth = 32;
    static constexpr std::size_t kValues = 50'000;
};

/// Reads a file whose top level is a map. `file` is the number its Origins carry.
///
/// Errors, after each of which the tree is empty: `yaml-not-text`, `yaml-syntax`,
/// `yaml-sign-refused`, `yaml-too-large`, `yaml-not-a-map`. And `key-duplicate`: the first entry
/// of the name is kept.
[[nodiscard]] Outcome<YamlNode> read_yaml(std::string_view bytes, std::uint8_t file);

}  // namespace banxin

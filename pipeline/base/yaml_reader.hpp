// The values of a YAML tree by their keys, each mistake reported where it is.
//
//     YamlMap map{YamlValue{tree, diagnostics}};
//     job.layout = map.required("layout").text();
//     table.panels = map["panels"].whole_number(1, 99);
//
// Whatever is asked for is known: a key that nobody asked for is reported when the map goes out of
// scope. A value that is absent or wrong reads as nothing, so that reading goes on to the end.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/base/decimal.hpp"
#include "pipeline/base/yaml.hpp"

namespace banxin {

/// A value with what a message about it needs. May be absent: then every question is answered by
/// nothing, silently.
class YamlValue {
  public:
    /// The top of a tree; absent when reading the file failed. Both must outlive the value.
    YamlValue(const YamlNode& root, Diagnostics& diagnostics)
        : node_{root.kind == YamlNode::Kind::empty ? nullptr : &root}, diagnostics_{&diagnostics} {}

    /// Whether there is anything. `key:` with nothing behind it is absent.
    explicit operator bool() const { return node_ != nullptr; }

    /// An entry of a list with nothing behind its hyphen, or empty quotes.
    [[nodiscard]] bool is_empty_entry() const {
        return node_ != nullptr && kind() == YamlNode::Kind::empty;
    }
    [[nodiscard]] bool is_text() const { return kind() == YamlNode::Kind::scalar; }
    [[nodiscard]] bool is_map() const { return kind() == YamlNode::Kind::map; }
    [[nodiscard]] bool is_list() const { return kind() == YamlNode::Kind::list; }
    [[nodiscard]] Origin origin() const { return node_ != nullptr ? node_->origin : Origin{}; }
    [[nodiscard]] const std::string& key() const { return key_; }

    /// No value, for whoever has to hand one on.
    [[nodiscard]] YamlValue absent() const { return {nullptr, key_, diagnostics_}; }

    /// The text, without the line feed that ends a block; empty when absent. Errors:
    /// `text-expected`.
    [[nodiscard]] Text text() const;

    /// One text, or a list of them. Errors: `text-expected`.
    [[nodiscard]] std::vector<Text> texts() const;

    /// A number in ASCII digits, both ends included. Errors: `text-expected`, `value-invalid`.
    [[nodiscard]] std::optional<unsigned> whole_number(unsigned least, unsigned most) const;

    /// A decimal number that is not negative. Errors: `text-expected`, `value-invalid`.
    [[nodiscard]] std::optional<Decimal> decimal() const;

    /// One of some words. Errors: `text-expected`, `value-invalid`, which lists the words.
    template <typename Meaning>
    [[nodiscard]] std::optional<Meaning> choice(
        std::initializer_list<std::pair<std::string_view, Meaning>> words) const {
        const Text chosen = text();
        std::vector<std::string> known;
        for (const auto& [word, meaning] : words) {
            if (chosen.utf8() == word) return meaning;
            known.emplace_back(word);
        }
        if (!chosen.empty()) report_choice(chosen, std::move(known));
        return std::nullopt;
    }

    /// The values of a list, each under the list's own key. Errors: `list-expected`.
    [[nodiscard]] std::vector<YamlValue> items() const;

    /// Reports `value-invalid`. `expected` shows what would be right, best by examples: it is not
    /// translated.
    void report_invalid(std::string expected) const;

    /// Reports any other mistake of this value, at its place.
    void report(Code code, std::vector<Argument> arguments, std::vector<Origin> related = {}) const;

  private:
    friend class YamlMap;
    YamlValue(const YamlNode* node, std::string key, Diagnostics* diagnostics)
        : node_{node}, key_{std::move(key)}, diagnostics_{diagnostics} {}

    [[nodiscard]] YamlNode::Kind kind() const {
        return node_ != nullptr ? node_->kind : YamlNode::Kind::empty;
    }
    void report_choice(const Text& chosen, std::vector<std::string> words) const;

    const YamlNode* node_ = nullptr;
    std::string key_;
    Diagnostics* diagnostics_;
};

/// A map whose keys are read by name. The diagnostics it reports to must outlive it: a function
/// that returns them by value keeps its maps in an inner function.
class YamlMap {
  public:
    /// An absent value reads as an empty map without required keys. Errors: `map-expected`.
    explicit YamlMap(const YamlValue& value);

    YamlMap(const YamlMap&) = delete;
    YamlMap& operator=(const YamlMap&) = delete;

    /// Reports every key that nobody asked for. Errors: `key-unknown`.
    ~YamlMap();

    /// The value of a key that may be absent.
    [[nodiscard]] YamlValue operator[](std::string_view key);

    /// The value of a key that must be there. Errors: `key-missing`, at the map.
    [[nodiscard]] YamlValue required(std::string_view key);

    /// All entries, when the keys are names that the file's author chose.
    [[nodiscard]] std::vector<std::pair<Text, YamlValue>> entries();

  private:
    const YamlNode* node_ = nullptr;  ///< Null when there is no map to read.
    Diagnostics* diagnostics_;
    std::vector<std::string> known_;
};

}  // namespace banxin

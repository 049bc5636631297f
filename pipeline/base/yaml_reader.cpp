#include "pipeline/base/yaml_reader.hpp"

#include <algorithm>

#include "pipeline/base/nearest.hpp"

namespace banxin {
namespace {

constexpr std::size_t kShownBytes = 60;

/// The start of a value, short enough for a message.
std::string shortened(std::string value) {
    if (value.size() <= kShownBytes) return value;
    std::size_t end = kShownBytes;
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;
    return value.substr(0, end) + "…";
}

std::string shown(const YamlNode& node) {
    switch (node.kind) {
        case YamlNode::Kind::scalar:
            return shortened(node.scalar.utf8());
        case YamlNode::Kind::list:
            return "[…]";
        case YamlNode::Kind::map:
            return "{…}";
        case YamlNode::Kind::empty:
            break;
    }
    return {};
}

}  // namespace

Text YamlValue::text() const {
    if (node_ == nullptr) return {};
    if (node_->kind == YamlNode::Kind::scalar) {
        const std::size_t size = node_->scalar.utf8().size();
        const bool ends_block = node_->scalar.utf8().ends_with('\n');
        return ends_block ? node_->scalar.slice(0, size - 1) : node_->scalar;
    }
    report(Code::text_expected, {{"key", key_}});
    return {};
}

std::vector<Text> YamlValue::texts() const {
    if (node_ == nullptr) return {};
    if (!is_list()) return {text()};
    std::vector<Text> list;
    for (const YamlValue& item : items()) list.push_back(item.text());
    return list;
}

std::optional<unsigned> YamlValue::whole_number(unsigned least, unsigned most) const {
    const std::string digits = text().utf8();
    if (digits.empty()) return std::nullopt;
    const bool all_digits =
        digits.size() <= 9 && std::all_of(digits.begin(), digits.end(),
                                          [](char sign) { return sign >= '0' && sign <= '9'; });
    unsigned value = 0;
    for (const char sign : digits) value = value * 10 + static_cast<unsigned>(sign - '0');
    if (all_digits && value >= least && value <= most) return value;
    report_invalid(std::to_string(least) + " … " + std::to_string(most));
    return std::nullopt;
}

std::optional<Decimal> YamlValue::decimal() const {
    const std::string written = text().utf8();
    if (written.empty()) return std::nullopt;
    const auto number = Decimal::parse(written);
    if (number && *number >= Decimal{}) return number;
    report_invalid("10, 12.5");
    return std::nullopt;
}

std::vector<YamlValue> YamlValue::items() const {
    std::vector<YamlValue> list;
    if (node_ == nullptr) return list;
    if (!is_list()) {
        report(Code::list_expected, {{"key", key_}});
        return list;
    }
    for (const YamlNode& item : node_->items) list.push_back({&item, key_, diagnostics_});
    return list;
}

void YamlValue::report_invalid(std::string expected) const {
    if (node_ == nullptr) return;
    report(Code::value_invalid,
           {{"value", shown(*node_)}, {"key", key_}, {"expected", std::move(expected)}});
}

void YamlValue::report(Code code, std::vector<Argument> arguments,
                       std::vector<Origin> related) const {
    diagnostics_->push_back({code, origin(), std::move(arguments), std::move(related)});
}

void YamlValue::report_choice(const Text& chosen, std::vector<std::string> words) const {
    report_invalid(nearest_first(chosen.utf8(), std::move(words)));
}

YamlMap::YamlMap(const YamlValue& value) : diagnostics_{value.diagnostics_} {
    if (!value) return;
    if (value.is_map()) {
        node_ = value.node_;
    } else {
        value.report(Code::map_expected, {{"key", value.key_}});
    }
}

YamlMap::~YamlMap() {
    if (node_ == nullptr) return;
    for (const YamlEntry& entry : node_->entries) {
        const std::string& key = entry.key.utf8();
        if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
        diagnostics_->push_back({Code::key_unknown,
                                 entry.key.origin(),
                                 {{"key", shortened(key)}, {"known", nearest_first(key, known_)}}});
    }
}

YamlValue YamlMap::operator[](std::string_view key) {
    known_.emplace_back(key);
    const YamlValue absent{nullptr, known_.back(), diagnostics_};
    if (node_ == nullptr) return absent;
    for (const YamlEntry& entry : node_->entries) {
        if (entry.key.utf8() != key || entry.value.kind == YamlNode::Kind::empty) continue;
        return {&entry.value, known_.back(), diagnostics_};
    }
    return absent;
}

YamlValue YamlMap::required(std::string_view key) {
    YamlValue value = (*this)[key];
    if (!value && node_ != nullptr) {
        diagnostics_->push_back({Code::key_missing, node_->origin, {{"key", std::string{key}}}});
    }
    return value;
}

std::vector<std::pair<Text, YamlValue>> YamlMap::entries() {
    std::vector<std::pair<Text, YamlValue>> list;
    if (node_ == nullptr) return list;
    for (const YamlEntry& entry : node_->entries) {
        known_.push_back(entry.key.utf8());
        const bool absent = entry.value.kind == YamlNode::Kind::empty;
        list.emplace_back(
            entry.key, YamlValue{absent ? nullptr : &entry.value, entry.key.utf8(), diagnostics_});
    }
    return list;
}

}  // namespace banxin

// The parts of an xlsx package around its sheets: relationships, list of sheets, strings, formats.
// Private to read_xlsx.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/xml.hpp"
#include "pipeline/read/cell_number.hpp"

namespace banxin {

/// What a number format makes of a number, as far as it changes the text that people see.
enum class NumberFormat : std::uint8_t { plain, percent, date };

/// ECMA-376 part 1, 18.8.30: the built-in formats (with the dates of Chinese locales), and the
/// signs that mark dates and percentages in others.
[[nodiscard]] NumberFormat builtin_number_format(unsigned id);
[[nodiscard]] NumberFormat number_format_of(std::string_view code);

/// `_x000D_` as the character it stands for (ECMA-376 part 1, 22.9.2.19). Carriage returns vanish.
[[nodiscard]] std::string unescaped(std::string_view text);

/// Targets of a part's relationships by id, and of the first one of each type.
class XlsxRelationships final : public XmlHandler {
  public:
    /// `folder` is that of the part: targets are relative to it.
    explicit XlsxRelationships(std::string folder) : folder_{std::move(folder)} {}
    void start_element(const XmlName& name, const XmlAttributes& attributes) override;
    void end_element(const XmlName& /*name*/) override {}
    void characters(std::string_view /*utf8*/) override {}

    [[nodiscard]] std::string target(std::string_view id) const;
    [[nodiscard]] std::string target_of_type(std::string_view type) const;

  private:
    std::string folder_;
    std::map<std::string, std::string, std::less<>> by_id_;
    std::map<std::string, std::string, std::less<>> by_type_;
};

class XlsxSheetList final : public XmlHandler {
  public:
    struct Entry {
        std::string name;
        std::string relationship;
    };
    void start_element(const XmlName& name, const XmlAttributes& attributes) override;
    void end_element(const XmlName& /*name*/) override {}
    void characters(std::string_view /*utf8*/) override {}

    std::vector<Entry> sheets;
    DayCount day_count = DayCount::since_1900;
};

class XlsxStrings final : public XmlHandler {
  public:
    void start_element(const XmlName& name, const XmlAttributes& attributes) override;
    void end_element(const XmlName& name) override;
    void characters(std::string_view utf8) override;

    std::vector<std::string> strings;

  private:
    bool in_text_ = false;
    bool in_phonetic_ = false;  ///< Readings above the text are no part of it.
};

/// The number format of each cell format, by index.
class XlsxFormats final : public XmlHandler {
  public:
    void start_element(const XmlName& name, const XmlAttributes& attributes) override;
    void end_element(const XmlName& name) override;
    void characters(std::string_view /*utf8*/) override {}

    [[nodiscard]] NumberFormat format(std::size_t index) const {
        return index < cell_formats_.size() ? cell_formats_[index] : NumberFormat::plain;
    }

  private:
    std::map<unsigned, NumberFormat> custom_;
    std::vector<NumberFormat> cell_formats_;
    bool in_cell_formats_ = false;
};

}  // namespace banxin

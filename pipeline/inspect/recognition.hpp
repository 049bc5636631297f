// The work of `recognise`, step by step. Each step takes the lines that it knows.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/inspect/document_elements.hpp"

namespace banxin {

/// The lines of a document while they are given to elements.
class Recognition {
  public:
    explicit Recognition(InspectedDocument& document);

    InspectedDocument& document;

    [[nodiscard]] const std::vector<TextLine>& lines() const { return document.lines; }
    [[nodiscard]] const TextLine& line(std::size_t index) const { return document.lines[index]; }
    [[nodiscard]] bool is_free(std::size_t index) const { return !taken_[index]; }
    void take(std::size_t index) { taken_[index] = true; }

    /// Lines of `page` that no element has taken, from top to bottom.
    [[nodiscard]] std::vector<std::size_t> free_on(std::size_t page) const;
    /// The free ones of the lines [begin, end).
    [[nodiscard]] std::vector<std::size_t> free_in(std::size_t begin, std::size_t end) const;

    /// Makes an element of `indices` and takes them. One that goes over pages becomes one element,
    /// its box that of its first page.
    void add(ElementKind kind, const std::vector<std::size_t>& indices);
    void add(ElementKind kind, std::size_t page, const PdfBox& box);

    [[nodiscard]] Length cell() const;  ///< Width of a character of the text.
    [[nodiscard]] Length left() const { return document.grid.left; }
    [[nodiscard]] Length centre() const;
    /// Set larger than the text, or as titles are.
    [[nodiscard]] bool is_title_like(const TextLine& line) const;

  private:
    std::vector<bool> taken_;
};

void find_tables(Recognition& recognition);
void find_page_numbers(Recognition& recognition);
void find_imprint(Recognition& recognition);
void measure_grid(Recognition& recognition);

/// 版头 of the first page, and which format it makes the document. Gives back the line behind it.
[[nodiscard]] std::size_t find_head(Recognition& recognition, std::optional<DocumentFormat> format);

/// Where annexes and further titles begin: every part is [begin, end) of the lines.
struct DocumentPart {
    std::size_t begin = 0, end = 0;
    bool is_annex = false;
};
[[nodiscard]] std::vector<DocumentPart> divide(Recognition& recognition, std::size_t begin);

/// Title, recipients, attendees of a part.
void find_title(Recognition& recognition, const DocumentPart& part);
void find_recipients(Recognition& recognition, const DocumentPart& part);
/// Remark, date, issuer, seals and attachment note of the main part.
void find_ending(Recognition& recognition, const DocumentPart& part);
/// Red shapes that hang together and pictures, as large as seals or as signature stamps are.
struct SigningFigures {
    std::vector<PdfBox> seals, stamps;  ///< By row, each from the left.
};
/// Those of `page` above `lowest`.
[[nodiscard]] SigningFigures signing_figures(const PdfPage& page, Length lowest);
/// What is left of a part is its text.
void find_body(Recognition& recognition, const DocumentPart& part);

/// A document number within a text: [begin, end) of it, and what is between its brackets.
struct NumberInText {
    std::size_t begin = 0, end = 0;  ///< Begins with the bracket where no short name is before it.
    char32_t open = 0, close = 0;
    std::u32string year, serial;  ///< Digits; `serial` may begin with 第.
};
[[nodiscard]] std::optional<NumberInText> document_number_in(std::u32string_view text);

/// 第5号: the number of an order.
[[nodiscard]] bool is_order_number(std::u32string_view text);

/// 附件, 附件1, 附件2： as a line of its own.
[[nodiscard]] bool is_annex_label(std::u32string_view text);
/// A whole line that is a date, in whatever digits.
[[nodiscard]] bool is_date(std::u32string_view text);

/// Characters of the number, such as `1.`, that an attachment's name begins with; 0 without one.
[[nodiscard]] std::size_t attachment_number_size(std::u32string_view text);

/// The label that a paragraph begins with: its level from 1 to 4 and its characters, or level 0.
struct HeadingLabel {
    int level = 0;
    std::size_t size = 0;
};
[[nodiscard]] HeadingLabel heading_label(std::u32string_view text);

}  // namespace banxin

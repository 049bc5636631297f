// Makes faults in PDFs that Banxin wrote: moves, bends and exchanges what stands in their content.
//
// Knows how Banxin writes its runs of text, one `Tm` and one `TJ` each; qpdf does the rest.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

class QPDF;

namespace banxin {

class PdfEditor {
  public:
    explicit PdfEditor(std::string bytes);
    ~PdfEditor();
    PdfEditor(const PdfEditor&) = delete;
    PdfEditor& operator=(const PdfEditor&) = delete;

    // A line is found by `words` that it contains on `page` (from 1). All lengths are millimetres,
    // x to the right, y downwards. What is not found fails the test.

    void shift(int page, std::string_view words, double x, double y);
    /// Everything on the page, or what lies below `from`.
    void shift_page(int page, double x, double y);
    void shift_below(int page, double from, double y);
    /// Rows below `from` come closer together or further apart.
    void spread_below(int page, double from, double factor);
    /// `tenths` of a point are added to every size.
    void resize(int page, std::string_view words, double points);
    void remove(int page, std::string_view words);
    /// PDF operators before and behind the line, such as `2 Tr` and `0 Tr`.
    void wrap(int page, std::string_view words, std::string before, std::string behind);
    /// Characters of the line, from 0; -1 is the last. `to` must be in the line's font.
    void exchange(int page, std::string_view words, int at, char32_t to);
    void insert(int page, std::string_view words, int at, char32_t character);
    void drop(int page, std::string_view words, int at);
    /// Replaces text of the content, such as the numbers of a rule.
    void replace(int page, std::string_view from, std::string_view to);

    /// The font called `from` is called `to`.
    void rename_font(std::string_view from, std::string_view to);
    void drop_page(int page);
    void set_paper(int page, double width, double height);

    [[nodiscard]] std::string bytes();

  private:
    struct Glyph;
    struct Run;
    struct Page;
    struct Found;
    [[nodiscard]] Found find(int page, std::string_view words);
    [[nodiscard]] std::string code_of(const std::string& font, char32_t character) const;
    void read_page(Page& page, const std::string& content);

    std::string source_;
    std::unique_ptr<QPDF> pdf_;
    std::vector<Page> pages_;
};

}  // namespace banxin

// What other programs (qpdf, poppler, mupdf) read in a PDF that we wrote.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/length.hpp"

namespace banxin {

/// A glyph as mupdf places it on the page; lengths as in PagedDocument.
struct ReadGlyph {
    std::string text;
    Length x;
    Length y;
};

/// A filled rectangle as mupdf finds it.
struct ReadBox {
    Length left, top, right, bottom;
};

/// A PDF in a temporary file, gone when this object is.
class PdfReader {
  public:
    explicit PdfReader(std::string_view bytes);
    ~PdfReader();
    PdfReader(const PdfReader&) = delete;
    PdfReader& operator=(const PdfReader&) = delete;

    /// What `command` prints, errors too, with `{}` replaced by the file's name; fails the test
    /// when the command fails. Needs no shell quoting inside `{}`.
    [[nodiscard]] std::string run(const std::string& command) const;

    /// The text of all pages as poppler extracts it, without line feeds and form feeds.
    [[nodiscard]] std::string text() const;

    /// All glyphs and filled rectangles of `page` (from 1), in the order of drawing.
    [[nodiscard]] std::vector<ReadGlyph> glyphs(int page) const;
    [[nodiscard]] std::vector<ReadBox> boxes(int page) const;

    /// The upright pictures of `page`.
    [[nodiscard]] std::vector<ReadBox> images(int page) const;

    /// The left `columns` of page 1 in A4 as poppler draws them at 72 dots an inch: a byte a dot,
    /// row by row, 0 for black.
    [[nodiscard]] std::string dots(int columns) const;

    /// What the JavaScript `script` of mutool prints; `doc` is the document.
    [[nodiscard]] std::string mupdf(const std::string& script) const;

  private:
    std::filesystem::path folder_;
};

}  // namespace banxin

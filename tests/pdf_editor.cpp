#include "tests/pdf_editor.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <sstream>

#include "pipeline/base/utf8.hpp"
#include "pipeline/inspect/read_pdf.hpp"
#include "pipeline/inspect/text_lines.hpp"

namespace banxin {
namespace {

constexpr double kPointsPerMillimetre = 72 / 25.4;
constexpr double kPageHeight = 297;

double mm(Length length) { return static_cast<double>(length.emu()) / 36000; }

std::u32string from_utf8(std::string_view utf8) {
    std::u32string text;
    for (std::size_t at = 0; at < utf8.size();) text += next_character(utf8, at);
    return text;
}

/// The bytes of `(…)`, which begins at `at`; moves behind it.
std::string literal(const std::string& text, std::size_t& at) {
    static const std::map<char, char> escapes = {
        {'n', '\n'}, {'r', '\r'}, {'t', '\t'}, {'b', '\b'}, {'f', '\f'}};
    std::string bytes;
    int depth = 1;
    for (++at; at < text.size() && depth > 0; ++at) {
        if (text[at] == '\\') {
            const char next = text[++at];
            if (next >= '0' && next <= '7') {
                bytes += static_cast<char>(std::stoi(text.substr(at, 3), nullptr, 8));
                at += 2;
            } else {
                const auto escape = escapes.find(next);
                bytes += escape == escapes.end() ? next : escape->second;
            }
            continue;
        }
        if (text[at] == '(') ++depth;
        if (text[at] == ')' && --depth == 0) continue;
        bytes += text[at];
    }
    return bytes;
}

std::string hexadecimal(const std::string& text, std::size_t& at) {
    std::string bytes;
    const std::size_t end = text.find('>', at);
    for (++at; at + 1 < end; at += 2)
        bytes += static_cast<char>(std::stoi(text.substr(at, 2), nullptr, 16));
    at = end + 1;
    return bytes;
}

}  // namespace

/// A code of two bytes and what the pen goes back behind it, in thousandths of an em.
struct PdfEditor::Glyph {
    std::string code;
    double back = 0;
    char32_t character = 0;
};

struct PdfEditor::Run {
    std::string other;  ///< Operators that are no run of text; then nothing else counts.
    std::string font;
    double size = 0, x = 0, y = 0;  ///< In points, y upwards, as in the file.
    std::vector<Glyph> glyphs;
    std::string before, behind;

    [[nodiscard]] std::string text() const {
        if (!other.empty()) return other + "\n";
        if (glyphs.empty()) return {};
        std::string shown;
        for (const Glyph& glyph : glyphs) {
            shown += "<";
            for (const char byte : glyph.code)
                shown += fmt::format("{:02x}", static_cast<unsigned char>(byte));
            shown += fmt::format(">{:.1f}", glyph.back);
        }
        return fmt::format("{}\n{} {:.3f} Tf\n1 0 0 1 {:.3f} {:.3f} Tm\n[{}] TJ\n{}\n", before,
                           font, size, x, y, shown, behind);
    }
};

struct PdfEditor::Page {
    std::vector<Run> runs;
    std::vector<TextLine> lines;
    bool is_dropped = false;
};

struct PdfEditor::Found {
    std::vector<Run*> runs;
    const TextLine* line = nullptr;

    /// The glyph that is character `at` of the line, and its run.
    [[nodiscard]] std::pair<Run*, std::size_t> glyph(int at) const {
        std::size_t count = 0;
        for (const Run* run : runs) count += run->glyphs.size();
        auto left = static_cast<std::size_t>(at < 0 ? static_cast<int>(count) + at : at);
        for (Run* run : runs) {
            if (left < run->glyphs.size()) return {run, left};
            left -= run->glyphs.size();
        }
        ADD_FAILURE() << "the line has no character " << at;
        return {runs.front(), 0};
    }
};

PdfEditor::PdfEditor(std::string bytes) : source_{std::move(bytes)}, pdf_{new QPDF} {
    pdf_->processMemoryFile("PDF", source_.data(), source_.size());
    const Outcome<PdfPages> read = read_pdf(source_, 0);
    EXPECT_TRUE(read.ok());
    const std::vector<TextLine> lines = lines_of(read.value);
    std::size_t number = 0;
    for (QPDFObjectHandle object : pdf_->getAllPages()) {
        Page& page = pages_.emplace_back();
        for (const TextLine& line : lines)
            if (line.page == number) page.lines.push_back(line);
        const auto data = object.getKey("/Contents").getStreamData();
        read_page(page, {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()});
        // What each code stands for, by the glyph that begins where its run does.
        const std::vector<PdfGlyph>& glyphs = read.value.pages[number].glyphs;
        for (Run& run : page.runs) {
            for (std::size_t k = 0; k < glyphs.size(); ++k) {
                const double x = mm(glyphs[k].x) * kPointsPerMillimetre;
                const double y = (kPageHeight - mm(glyphs[k].baseline)) * kPointsPerMillimetre;
                if (std::abs(x - run.x) > 0.02 || std::abs(y - run.y) > 0.02) continue;
                for (std::size_t g = 0; g < run.glyphs.size() && k + g < glyphs.size(); ++g)
                    run.glyphs[g].character = glyphs[k + g].text.front();
                break;
            }
        }
        ++number;
    }
}

PdfEditor::~PdfEditor() = default;

void PdfEditor::read_page(Page& page, const std::string& content) {
    std::istringstream stream{content};
    Run run;
    bool has_place = false;
    for (std::string line; std::getline(stream, line);) {
        std::istringstream words{line};
        std::vector<std::string> parts;
        for (std::string word; words >> word;) parts.push_back(word);
        if (parts.empty()) continue;
        if (parts.back() == "Tf") {
            run.font = parts[0];
            run.size = std::stod(parts[1]);
            page.runs.push_back({line, {}, 0, 0, 0, {}, {}, {}});
        } else if (parts.back() == "Tm" && line.starts_with("1 0 0 1 ")) {
            run.x = std::stod(parts[4]);
            run.y = std::stod(parts[5]);
            has_place = true;
        } else if (has_place && (parts.back() == "TJ" || parts.back() == "Tj")) {
            run.glyphs.clear();
            for (std::size_t at = 0; at < line.size() && line[at] != ']';) {
                std::string bytes;
                if (line[at] == '<') {
                    bytes = hexadecimal(line, at);
                } else if (line[at] == '(') {
                    bytes = literal(line, at);
                } else if (line[at] == '-' || (line[at] >= '0' && line[at] <= '9')) {
                    std::size_t size = 0;
                    run.glyphs.back().back = std::stod(line.substr(at), &size);
                    at += size;
                } else {
                    ++at;
                }
                for (std::size_t k = 0; k + 1 < bytes.size(); k += 2)
                    run.glyphs.push_back({bytes.substr(k, 2), 0, 0});
            }
            page.runs.push_back(run);
            has_place = false;
        } else {
            page.runs.push_back({line, {}, 0, 0, 0, {}, {}, {}});
            has_place = false;
        }
    }
}

PdfEditor::Found PdfEditor::find(int number, std::string_view words) {
    Page& page = pages_.at(static_cast<std::size_t>(number - 1));
    Found found;
    for (const TextLine& line : page.lines) {
        if (line.text.find(from_utf8(words)) == std::u32string::npos) continue;
        found.line = &line;
        const double y = (kPageHeight - mm(line.baseline)) * kPointsPerMillimetre;
        const double left = mm(line.box.left) * kPointsPerMillimetre - 0.1;
        const double right = mm(line.box.right) * kPointsPerMillimetre;
        for (Run& run : page.runs)
            if (run.other.empty() && std::abs(run.y - y) < 0.1 && run.x > left && run.x < right)
                found.runs.push_back(&run);
        break;
    }
    EXPECT_FALSE(found.runs.empty()) << "no line says " << words;
    return found;
}

std::string PdfEditor::code_of(const std::string& font, char32_t character) const {
    for (const Page& page : pages_)
        for (const Run& run : page.runs)
            for (const Glyph& glyph : run.glyphs)
                if (run.font == font && glyph.character == character) return glyph.code;
    ADD_FAILURE() << "the font " << font << " has no such character";
    return {};
}

void PdfEditor::shift(int page, std::string_view words, double x, double y) {
    for (Run* run : find(page, words).runs) {
        run->x += x * kPointsPerMillimetre;
        run->y -= y * kPointsPerMillimetre;
    }
}

void PdfEditor::shift_page(int page, double x, double y) {
    Run move;
    move.other = fmt::format("1 0 0 1 {:.3f} {:.3f} cm", x * kPointsPerMillimetre,
                             -y * kPointsPerMillimetre);
    auto& runs = pages_.at(static_cast<std::size_t>(page - 1)).runs;
    runs.insert(runs.begin(), move);
}

void PdfEditor::shift_below(int page, double from, double y) {
    for (Run& run : pages_.at(static_cast<std::size_t>(page - 1)).runs)
        if (run.other.empty() && run.y < (kPageHeight - from) * kPointsPerMillimetre)
            run.y -= y * kPointsPerMillimetre;
}

void PdfEditor::spread_below(int page, double from, double factor) {
    const double start = (kPageHeight - from) * kPointsPerMillimetre;
    constexpr double kTypeAreaBottom = 264;
    for (Run& run : pages_.at(static_cast<std::size_t>(page - 1)).runs)
        if (run.other.empty() && run.y < start &&
            run.y > (kPageHeight - kTypeAreaBottom) * kPointsPerMillimetre)
            run.y = start + (run.y - start) * factor;
}

void PdfEditor::resize(int page, std::string_view words, double points) {
    for (Run* run : find(page, words).runs) run->size = points;
}

void PdfEditor::remove(int page, std::string_view words) {
    for (Run* run : find(page, words).runs) run->glyphs.clear();
}

void PdfEditor::wrap(int page, std::string_view words, std::string before, std::string behind) {
    const Found found = find(page, words);
    found.runs.front()->before = std::move(before);
    found.runs.back()->behind = std::move(behind);
}

void PdfEditor::exchange(int page, std::string_view words, int at, char32_t to) {
    const auto [run, glyph] = find(page, words).glyph(at);
    run->glyphs[glyph].code = code_of(run->font, to);
}

void PdfEditor::insert(int page, std::string_view words, int at, char32_t character) {
    const auto [run, glyph] = find(page, words).glyph(at);
    const auto behind = run->glyphs.begin() + static_cast<std::ptrdiff_t>(glyph) + 1;
    run->glyphs.insert(behind, {code_of(run->font, character), 0, character});
}

void PdfEditor::drop(int page, std::string_view words, int at) {
    const auto [run, glyph] = find(page, words).glyph(at);
    run->glyphs.erase(run->glyphs.begin() + static_cast<std::ptrdiff_t>(glyph));
}

void PdfEditor::replace(int page, std::string_view from, std::string_view to) {
    for (Run& run : pages_.at(static_cast<std::size_t>(page - 1)).runs) {
        const std::size_t at = run.other.find(from);
        if (at == std::string::npos) continue;
        run.other.replace(at, from.size(), to);
        return;
    }
    ADD_FAILURE() << "page " << page << " has no " << from;
}

void PdfEditor::rename_font(std::string_view from, std::string_view to) {
    bool is_found = false;
    for (QPDFObjectHandle object : pdf_->getAllObjects()) {
        if (!object.isDictionary()) continue;
        for (const char* key : {"/BaseFont", "/FontName"}) {
            if (!object.getKey(key).isName()) continue;
            std::string name = object.getKey(key).getName();
            const std::size_t at = name.find(from);
            if (at == std::string::npos) continue;
            name.replace(at, from.size(), to);
            object.replaceKey(key, QPDFObjectHandle::newName(name));
            is_found = true;
        }
    }
    EXPECT_TRUE(is_found) << "no font is called " << from;
}

void PdfEditor::drop_page(int page) {
    pages_.at(static_cast<std::size_t>(page - 1)).is_dropped = true;
}

void PdfEditor::set_paper(int page, double width, double height) {
    // The page grows to the right and upwards, as its origin is at the bottom left.
    const double top = kPageHeight * kPointsPerMillimetre;
    QPDFObjectHandle object = pdf_->getAllPages().at(static_cast<std::size_t>(page - 1));
    object.replaceKey("/MediaBox", QPDFObjectHandle::newFromRectangle(
                                       {0, top - height * kPointsPerMillimetre,
                                        width * kPointsPerMillimetre, top}));
}

std::string PdfEditor::bytes() {
    const std::vector<QPDFObjectHandle> objects = pdf_->getAllPages();
    for (std::size_t k = 0; k < objects.size(); ++k) {
        std::string content;
        for (const Run& run : pages_[k].runs) content += run.text();
        QPDFObjectHandle page = objects[k];
        page.replaceKey("/Contents", pdf_->newStream(content));
        if (pages_[k].is_dropped) pdf_->removePage(page);
    }
    QPDFWriter writer{*pdf_};
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace banxin

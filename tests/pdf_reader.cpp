// Has qpdf, poppler and mupdf read a PDF, and takes their answers apart.
#include "tests/pdf_reader.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace banxin {
namespace {

namespace fs = std::filesystem;

constexpr double kPageHeight = 297 / 25.4 * 72;  // of A4, in points

// Numbers in the C locale, whatever the test's own.
double number(const std::string& digits) {
    std::istringstream stream(digits);
    stream.imbue(std::locale::classic());
    double value = 0;
    stream >> value;
    return value;
}

Length from_points(double points) {
    return Length::from_emu(std::llround(points * static_cast<double>(Length::kPerPoint)));
}

std::string unescape_xml(std::string text) {
    static const std::vector<std::pair<std::string, std::string>> entities = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}};
    for (const auto& [entity, character] : entities) {
        for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; ++at) {
            text.replace(at, entity.size(), character);
        }
    }
    return text;
}

// mutool writes one tag a line. Those whose line begins with `begin`, blanks aside.
std::vector<std::string> tags(const std::string& trace, std::string_view begin) {
    std::vector<std::string> found;
    std::istringstream lines(trace);
    for (std::string line; std::getline(lines, line);) {
        line.erase(0, line.find_first_not_of(' '));
        if (line.starts_with(begin)) found.push_back(line);
    }
    return found;
}

// The value of an attribute of one XML tag.
std::string attribute(const std::string& tag, const std::string& name) {
    const std::size_t at = tag.find(" " + name + "=\"");
    if (at == std::string::npos) return {};
    const std::size_t begin = at + name.size() + 3;
    return unescape_xml(tag.substr(begin, tag.find('"', begin) - begin));
}

}  // namespace

PdfReader::PdfReader(std::string_view bytes) {
    static int count = 0;
    folder_ = fs::path{testing::TempDir()} /
              ("banxin-pdf-" + std::to_string(getpid()) + "-" + std::to_string(++count));
    fs::create_directories(folder_);
    std::ofstream{folder_ / "file.pdf", std::ios::binary} << bytes;
}

PdfReader::~PdfReader() { fs::remove_all(folder_); }

std::string PdfReader::run(const std::string& command) const {
    std::string line = command;
    const std::string name = "'" + (folder_ / "file.pdf").string() + "'";
    for (std::size_t at = 0; (at = line.find("{}", at)) != std::string::npos;) {
        line.replace(at, 2, name);
        at += name.size();
    }
    FILE* pipe = popen((line + " 2>&1").c_str(), "r");
    if (pipe == nullptr) {
        ADD_FAILURE() << "cannot start " << line;
        return {};
    }
    std::string printed;
    std::array<char, 4096> buffer{};
    for (std::size_t size = 0; (size = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
        printed.append(buffer.data(), size);
    }
    EXPECT_EQ(pclose(pipe), 0) << line << '\n' << printed;
    return printed;
}

std::string PdfReader::text() const {
    std::string text = run("pdftotext -raw -enc UTF-8 {} -");
    std::erase_if(text, [](char character) { return character == '\n' || character == '\f'; });
    return text;
}

std::vector<ReadGlyph> PdfReader::glyphs(int page) const {
    std::vector<ReadGlyph> glyphs;
    const std::string trace = run("mutool draw -q -F trace {} " + std::to_string(page));
    for (const std::string& tag : tags(trace, "<g ")) {
        glyphs.push_back({attribute(tag, "unicode"), from_points(number(attribute(tag, "x"))),
                          from_points(kPageHeight - number(attribute(tag, "y")))});
    }
    return glyphs;
}

std::vector<ReadBox> PdfReader::boxes(int page) const {
    std::vector<ReadBox> boxes;
    const std::string trace = run("mutool draw -q -F trace {} " + std::to_string(page));
    constexpr std::string_view kEnd = "</fill_path>";
    for (std::size_t at = 0; (at = trace.find("<fill_path", at)) != std::string::npos;) {
        const std::size_t end = trace.find(kEnd, at) + kEnd.size();
        const std::string path = trace.substr(at, end - at);
        at = end;
        // The corners of an upright rectangle: any two that face each other tell all.
        const std::vector<std::string> from = tags(path, "<moveto ");
        const std::vector<std::string> to = tags(path, "<lineto ");
        EXPECT_TRUE(from.size() == 1 && to.size() == 3) << path;
        if (from.size() != 1 || to.size() != 3) continue;
        const auto x = [](const std::string& tag) { return number(attribute(tag, "x")); };
        const auto y = [](const std::string& tag) { return number(attribute(tag, "y")); };
        boxes.push_back({from_points(x(from[0])), from_points(kPageHeight - y(to[1])),
                         from_points(x(to[1])), from_points(kPageHeight - y(from[0]))});
    }
    return boxes;
}

std::vector<ReadBox> PdfReader::images(int page) const {
    std::vector<ReadBox> images;
    const std::string trace = run("mutool draw -q -F trace {} " + std::to_string(page));
    for (const std::string& tag : tags(trace, "<fill_image ")) {
        // Where the unit square goes to: width, 0, 0, height, left, top.
        std::istringstream transform(attribute(tag, "transform"));
        transform.imbue(std::locale::classic());
        std::array<double, 6> m{};
        for (double& value : m) transform >> value;
        images.push_back({from_points(m[4]), from_points(m[5]), from_points(m[4] + m[0]),
                          from_points(m[5] + m[3])});
    }
    return images;
}

std::string PdfReader::dots(int columns) const {
    constexpr int kRows = 842;
    const std::string picture =
        run("pdftoppm -r 72 -gray -l 1 -x 0 -y 0 -W " + std::to_string(columns) + " -H " +
            std::to_string(kRows) + " {}");
    const auto size = static_cast<std::size_t>(columns * kRows);
    EXPECT_GT(picture.size(), size);  // a short header comes first
    return picture.size() > size ? picture.substr(picture.size() - size) : std::string();
}

std::string PdfReader::mupdf(const std::string& script) const {
    const fs::path file = folder_ / "script.js";
    std::ofstream{file} << "var doc = new Document(scriptArgs[0]);\n" << script;
    return run("mutool run '" + file.string() + "' {}");
}

}  // namespace banxin

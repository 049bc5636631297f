#include "tests/shaped.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace banxin {

std::shared_ptr<const FontSet> test_fonts() {
    static const std::shared_ptr<const FontSet> fonts = [] {
        const std::string folder = std::string{BANXIN_SOURCE_DIR} + "/tests/fonts";
        std::ifstream file{folder + "/fonts.yaml", std::ios::binary};
        const std::string table{std::istreambuf_iterator<char>{file}, {}};
        return open_font_set(table, 1, folder).value;
    }();
    return fonts;
}

Layout test_layout(Alignment alignment) {
    Layout layout;
    Style style;
    style.name = "body";
    style.font_role = "仿宋";
    style.size = kTestEm;
    style.pitch = kTestEm;
    style.leading = kTestEm * 2;
    style.alignment = alignment;
    layout.styles["body"] = style;
    return layout;
}

Paragraph test_paragraph(const std::string& utf8) {
    Paragraph paragraph;
    paragraph.style = "body";
    const Origin origin{.row = 1, .column = 1, .file = 1};
    paragraph.runs = {{Text{utf8, origin, Text::OriginStep::per_character}, "body"}};
    return paragraph;
}

ShapedParagraph shape_text(const std::string& utf8, const Layout& layout) {
    static Shaper shaper{test_fonts()};
    auto outcome = shaper.shape(test_paragraph(utf8), layout);
    for (const Diagnostic& diagnostic : outcome.diagnostics) {
        if (info(diagnostic.code).severity == Severity::warning) continue;
        ADD_FAILURE() << info(diagnostic.code).name << " in " << utf8 << ": "
                      << (diagnostic.arguments.empty() ? "" : diagnostic.arguments[0].value);
    }
    return std::move(outcome.value);
}

}  // namespace banxin

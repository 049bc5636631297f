// Real paragraphs for layout tests: text through the shaper with the drawn fonts of tests/fonts,
// whose Han are one em wide and whose digits and letters are half an em.
#pragma once

#include <memory>
#include <string>

#include "pipeline/layout/layout.hpp"
#include "pipeline/shape/font_set.hpp"
#include "pipeline/shape/shape.hpp"

namespace banxin {

/// The test's em: a thousand units make figures in tests read as thousandths.
inline constexpr Length kTestEm = Length::from_emu(1000);

/// The drawn fonts, opened once.
[[nodiscard]] std::shared_ptr<const FontSet> test_fonts();

/// A layout with one style, `body`, in the role 仿宋: kTestEm wide and high, no indents.
[[nodiscard]] Layout test_layout(Alignment alignment = Alignment::justify);

/// A paragraph of one run of `body`.
[[nodiscard]] Paragraph test_paragraph(const std::string& utf8);

/// `utf8` shaped in `layout`. The test fails on an error.
[[nodiscard]] ShapedParagraph shape_text(const std::string& utf8,
                                         const Layout& layout = test_layout());

}  // namespace banxin

// The nouns of a finished job → the text of one of them.
#pragma once

#include <string>

#include "pipeline/pages/paged_document.hpp"
#include "pipeline/run/inputs.hpp"
#include "pipeline/run/options.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// What the stages made, in their order.
struct Nouns {
    const Inputs& inputs;
    const Scorecard& scorecard;
    const Document& document;
    const Layout& layout;  ///< With the tables' styles.
    const ShapedDocument& shaped;
    const PagedDocument& pages;
    const FontSet& fonts;
};

/// Lines are broken, and tables placed, as on a page of their own.
[[nodiscard]] std::string dump_of(DumpStage stage, const Nouns& nouns);

}  // namespace banxin

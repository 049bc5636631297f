// What a reader of the finished document would find wrong in its words and figures. All warnings:
// the document is made, and a job silences what it knows better by the code.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/compose/document.hpp"
#include "pipeline/read/body_text.hpp"
#include "pipeline/read/job.hpp"

namespace banxin {

/// Applies every rule of rules.hpp to the words of `document` and to the texts of `job`.
[[nodiscard]] Diagnostics check_content(const Job& job, const BodyTexts& bodies,
                                        const Document& document);

}  // namespace banxin

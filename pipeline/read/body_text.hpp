// The body of a notice: paragraphs with their heading levels.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pipeline/base/text.hpp"

namespace banxin {

/// One line of the body file.
struct BodyParagraph {
    /// 0 for text without a label; 1–4 for 一、 （一） 1. （1）. GB/T 9704-2012, 7.3.3.
    unsigned level = 0;

    /// The bytes of `text` that are set in the heading's type: all of them when the line is a
    /// heading by itself, the first sentence of a run-in heading (with its 。), else none.
    std::uint32_t heading_bytes = 0;

    Text text;  ///< Label included. Blanks at both ends are gone.
};

struct BodyText {
    std::vector<BodyParagraph> paragraphs;
};

/// The texts that a job names, by the file name in the job.
using BodyTexts = std::map<std::string, BodyText>;

}  // namespace banxin

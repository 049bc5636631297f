// Faults that are made in finished PDFs, and what `inspect` says of them.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/inspect/judge.hpp"
#include "pipeline/inspect/read_pdf.hpp"
#include "pipeline/inspect/recognise.hpp"
#include "tests/pdf_editor.hpp"
#include "tests/unit/made_jobs.hpp"

namespace banxin {

using Rules = std::set<std::string>;
using Edit = std::function<void(PdfEditor&)>;

inline constexpr double kRow = 10.4455;  // mm from line to line
inline constexpr double kCharacter = 156.0 / 28;

/// The rules that the document of `pdf` does not keep.
inline Rules deviations_in(const std::string& pdf) {
    Outcome<PdfPages> read = read_pdf(pdf, 0);
    EXPECT_TRUE(read.ok());
    Rules rules;
    for (const Finding& finding : judge(recognise(std::move(read.value), std::nullopt)))
        if (finding.verdict != Verdict::ok) rules.emplace(info(finding.rule).name);
    return rules;
}

struct Fault {
    const char* name;
    Edit edit;
    Rules expected;
};

inline Edit shifted(int page, const char* words, double x, double y) {
    return [=](PdfEditor& pdf) { pdf.shift(page, words, x, y); };
}
inline Edit wrapped(int page, const char* words, const char* before, const char* behind) {
    return [=](PdfEditor& pdf) { pdf.wrap(page, words, before, behind); };
}
inline Edit renamed(const char* from, const char* to) {
    return [=](PdfEditor& pdf) { pdf.rename_font(from, to); };
}
inline Edit exchanged(int page, const char* words, int at, char32_t to) {
    return [=](PdfEditor& pdf) { pdf.exchange(page, words, at, to); };
}
inline Edit replaced(int page, const char* from, const char* to) {
    return [=](PdfEditor& pdf) { pdf.replace(page, from, to); };
}

}  // namespace banxin

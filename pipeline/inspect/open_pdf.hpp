// Opening a PDF with qpdf: every way in which that fails becomes a diagnostic.
#pragma once

#include <cstdint>
#include <exception>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/base/outcome.hpp"
#include "pipeline/inspect/pdf_streams.hpp"

namespace banxin {

/// Calls `work` with the open file and an empty value, which it fills. After an error the value is
/// empty again. Errors: `pdf-broken`, `pdf-encrypted`, `pdf-too-large`.
template <typename Value, typename Work>
[[nodiscard]] Outcome<Value> with_pdf(std::string_view bytes, std::uint8_t file, Work&& work) {
    Outcome<Value> outcome;
    const auto fail = [&](Code code, std::string problem) {
        outcome.value = {};
        outcome.diagnostics.push_back({code, {.file = file}, {{"problem", std::move(problem)}}});
    };
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("PDF", bytes.data(), bytes.size());
        std::forward<Work>(work)(pdf, outcome.value);
    } catch (const PdfTooLarge&) {
        fail(Code::pdf_too_large, {});
    } catch (const QPDFExc& failure) {
        fail(failure.getErrorCode() == qpdf_e_password ? Code::pdf_encrypted : Code::pdf_broken,
             failure.getMessageDetail());
    } catch (const std::exception& failure) {
        fail(Code::pdf_broken, failure.what());
    }
    return outcome;
}

}  // namespace banxin

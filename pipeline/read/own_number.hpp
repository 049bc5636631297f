// What the document itself is numbered, wherever its job says it.
#pragma once

#include "pipeline/read/job.hpp"

namespace banxin {

/// 发文字号 of the document: of its head, else of the layout's field of that name, else what the
/// archive is told of a document that does not show it. Empty where it has none.
[[nodiscard]] inline Text own_document_number(const Job& job) {
    if (job.head && !job.head->document_number.empty()) return job.head->document_number;
    const auto field = job.data.fields.find("发文字号");
    if (field != job.data.fields.end() && !field->second.value.empty()) return field->second.value;
    return job.archive ? job.archive->document_number : Text{};
}

}  // namespace banxin

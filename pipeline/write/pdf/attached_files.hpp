// Attachments as objects of the PDF.
#pragma once

#include <optional>
#include <span>

#include "pipeline/read/job.hpp"
#include "pipeline/write/pdf/attachment.hpp"
#include "pipeline/write/pdf/object_writer.hpp"

namespace banxin::pdf {

/// Adds `attachments` and makes `catalog` name them. `day` is said to be that of their last change:
/// the document's own.
void attach_files(ObjectWriter& objects, Dictionary catalog,
                  std::span<const Attachment> attachments, const std::optional<Date>& day);

}  // namespace banxin::pdf

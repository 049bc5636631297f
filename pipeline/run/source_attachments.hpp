// Inputs of a job ↔ the attachments by which they travel inside its PDF.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/base/outcome.hpp"
#include "pipeline/run/inputs.hpp"
#include "pipeline/write/pdf/attachment.hpp"

namespace banxin {

/// What the job's file is called in the PDF, whatever it is called in its folder.
inline constexpr std::string_view kAttachedJob = "job.yaml";
/// Folder of the layouts in the PDF: the document is made again by those it was made by.
inline constexpr std::string_view kAttachedLayouts = "banxin-layouts";

/// The job, all files that it names and its layouts, each once, sorted by name.
///
/// Errors: `attachment-outside` for a file that is not below the job's folder.
[[nodiscard]] Outcome<std::vector<Attachment>> source_attachments(const JobPlace& place,
                                                                  const Resources& resources,
                                                                  const Inputs& inputs);

}  // namespace banxin

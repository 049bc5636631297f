// Stage read: bytes of job.yaml → Job.
//
// Opens no other file: whoever calls it reads the files the Job names.
#pragma once

#include <string_view>

#include "pipeline/base/outcome.hpp"
#include "pipeline/read/job.hpp"

namespace banxin {

/// Reads a job. `file` is the number its Origins carry.
///
/// Errors: `yaml-syntax`, `encoding-unknown`, `key-unknown`, `key-missing`, `value-invalid`,
/// `date-invalid`, `grade-rules-conflict` (two ways of awarding in one list, `rest` before the end,
/// two equal names).
[[nodiscard]] Outcome<Job> read_job(std::string_view bytes, std::uint8_t file);

}  // namespace banxin

// A job's folder → everything the job names, read. The only reader of input files.
#pragma once

#include <deque>
#include <filesystem>
#include <optional>
#include <string>

#include "pipeline/base/outcome.hpp"
#include "pipeline/compose/compose.hpp"
#include "pipeline/layout/layout.hpp"
#include "pipeline/read/body_text.hpp"
#include "pipeline/read/job.hpp"
#include "pipeline/run/resources.hpp"
#include "pipeline/run/source_files.hpp"
#include "pipeline/score/score.hpp"

namespace banxin {

/// Where a job is and what its outputs are called.
struct JobPlace {
    std::string typed;             ///< As the command line has it.
    std::filesystem::path file;    ///< job.yaml
    std::filesystem::path folder;  ///< Files that the job names lie below it.
    std::string name;              ///< Of the folder: outputs are called so.
};

/// `typed` is a job's folder or its file. Neither need exist.
[[nodiscard]] JobPlace job_place(const std::string& typed);

/// Whether `typed` can be a job: a folder, a YAML file, or what is not there and is missed then.
[[nodiscard]] bool may_be_job(const std::string& typed);

struct Inputs {
    Sources sources;
    Job job;
    Workbooks workbooks;
    BodyTexts bodies;
    std::optional<Layout> layout;  ///< Nothing when there is none that can be used.
    TableLayouts table_layouts;
    std::string job_file;           ///< The bytes of job.yaml.
    std::deque<OpenedFile> opened;  ///< All other files, layouts too.
};

/// Reads the job and all files that it names; each file once.
///
/// Errors: `file-missing` and `file-unreadable` at the place that names the file, `files-too-many`,
/// `layout-unsuitable`, and those of LayoutShelf and those of the stages read and layout.
[[nodiscard]] Outcome<Inputs> read_inputs(const JobPlace& place, const Resources& resources);

}  // namespace banxin

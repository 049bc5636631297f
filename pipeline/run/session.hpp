// What all commands of a run share: its options, streams, folders, fonts and times, and what there
// is to complain of. Does nothing that only one command does.
#pragma once

#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "pipeline/run/options.hpp"
#include "pipeline/run/report.hpp"
#include "pipeline/run/resources.hpp"
#include "pipeline/run/timings.hpp"
#include "pipeline/shape/font_set.hpp"

namespace banxin {

/// 0 done, 1 input errors and nothing written, 2 wrong usage, 3 banxin-pdf is not there.
enum class ExitStatus : int {
    done = 0,
    input_errors = 1,
    wrong_usage = 2,
    program_not_started = 3
};

class Session {
  public:
    /// The options are known to be good. They and the streams outlive the session.
    Session(const Options& options, std::istream& in, std::ostream& out, std::ostream& err);
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// Finds the layouts and the font table, or takes those that the options name. Where there are
    /// no layouts it complains, and no command can be run.
    [[nodiscard]] bool find_folders();

    [[nodiscard]] const Options& options() const { return options_; }
    [[nodiscard]] const Resources& resources() const { return resources_; }
    [[nodiscard]] std::istream& in() { return in_; }
    [[nodiscard]] std::ostream& out() { return out_; }
    [[nodiscard]] Timings& timings() { return timings_; }

    /// Opened when they are asked for first: a PDF is measured without any. Null, with a complaint,
    /// where they cannot be opened.
    [[nodiscard]] std::shared_ptr<const FontSet> fonts();

    /// Kept for the end of the run.
    void complain(Complaints complaints);

    /// So that the end of the run can say what became of the jobs.
    void count_jobs(std::size_t jobs) { jobs_ = jobs; }
    void add_failed_job(const std::string& typed) { failed_jobs_.push_back(typed); }

    /// Instead of close(): what is wrong with a command line that could be read.
    [[nodiscard]] ExitStatus refuse(const std::string& problem);

    /// Prints all complaints and what became of the jobs.
    [[nodiscard]] ExitStatus close();

  private:
    std::shared_ptr<const FontSet> open_fonts();

    const Options& options_;
    std::istream& in_;
    std::ostream& out_;
    std::ostream& err_;
    Resources resources_;
    Timings timings_;
    std::optional<std::shared_ptr<const FontSet>> fonts_;
    std::vector<Complaints> complaints_;
    std::vector<std::string> failed_jobs_;
    std::size_t jobs_ = 0;
};

}  // namespace banxin

// One job through all the stages, from its folder to the bytes of its outputs. Writes nothing.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/base/origin.hpp"
#include "pipeline/read/job.hpp"
#include "pipeline/run/inputs.hpp"
#include "pipeline/run/options.hpp"
#include "pipeline/run/resources.hpp"
#include "pipeline/run/timings.hpp"
#include "pipeline/score/scorecard.hpp"
#include "pipeline/shape/font_set.hpp"
#include "pipeline/shape/shape.hpp"

namespace banxin {

/// What is wanted of a job besides its checks.
struct Wishes {
    bool pdf = false;
    Attach attach = Attach::nothing;
    std::optional<PreviewFormat> preview = {};
    std::vector<DumpName> dumps = {};
};

struct StageDump {
    std::string stage;
    std::string text;
};

/// What has become of a job. Only when no diagnostic is an error may anything be written.
struct Product {
    Sources sources;
    Diagnostics diagnostics;  ///< Sorted, none twice.
    bool is_complete = false;
    Job job;
    Scorecard scorecard;
    std::size_t pages = 0;
    std::string pdf;
    std::vector<std::string> previews;  ///< One a page.
    std::vector<StageDump> dumps;
};

/// Takes jobs through the stages, with one set of fonts for all.
class Driver {
  public:
    /// Without fonts, jobs are checked as far as can be and none is complete.
    Driver(Resources resources, std::shared_ptr<const FontSet> fonts, Timings& timings);

    [[nodiscard]] Product run(const JobPlace& place, const Wishes& wishes);

  private:
    Resources resources_;
    std::shared_ptr<const FontSet> fonts_;
    std::optional<Shaper> shaper_;
    Timings& timings_;
};

}  // namespace banxin

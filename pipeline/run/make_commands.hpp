// The commands that begin with jobs, with a text or with what lies ready for both. None reads a
// PDF.
//
// Each does what the options of its session ask for, once the session has found its folders, and
// closes the session.
#pragma once

#include "pipeline/run/session.hpp"

namespace banxin {

/// `make` and `check`: a job with errors writes nothing; the jobs after it are made all the same.
[[nodiscard]] ExitStatus make_or_check(Session& session);

/// `lines`
[[nodiscard]] ExitStatus break_input(Session& session);

/// `fonts`
[[nodiscard]] ExitStatus list_fonts(Session& session);

/// `layouts`
[[nodiscard]] ExitStatus list_layouts(Session& session);

}  // namespace banxin

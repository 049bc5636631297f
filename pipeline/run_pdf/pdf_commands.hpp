// The commands that begin with a finished PDF, or with what a job becomes: `inspect`, `unpack` and
// `verify`.
#pragma once

#include "pipeline/run/session.hpp"

namespace banxin {

/// Does what the options of `session` ask for, one of the commands above, and closes the session.
/// Requires that it has found its folders.
[[nodiscard]] ExitStatus run_pdf_command(Session& session);

}  // namespace banxin

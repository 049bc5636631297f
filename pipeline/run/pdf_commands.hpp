// The commands that begin with a finished PDF.
//
// Each does what the options of its session ask for, once the session has found its folders, and
// closes the session.
#pragma once

#include "pipeline/run/session.hpp"

namespace banxin {

/// `inspect`: PDFs, or what jobs become, held to the standard.
[[nodiscard]] ExitStatus inspect(Session& session);

/// `unpack`: the job and its files, each PDF's into a new folder.
[[nodiscard]] ExitStatus unpack(Session& session);

/// `verify`: the document made again from what is in its PDF, and the two compared.
[[nodiscard]] ExitStatus verify(Session& session);

}  // namespace banxin

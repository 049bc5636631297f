// Who signs a document, and how: `issuer`, `issuers`, `seals` and `stamps` of a job.
#pragma once

#include "pipeline/base/yaml_reader.hpp"
#include "pipeline/read/job.hpp"

namespace banxin {

/// Reads all four keys. Job::issuer is the host's name whichever of them has it.
///
/// Errors: `signature-conflict` where two of them would name who signs, and those of YamlMap.
void read_signature(YamlMap& map, Job& job);

}  // namespace banxin

// A finished product → the files of one job, all of them or none.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "pipeline/run/driver.hpp"
#include "pipeline/run/files.hpp"

namespace banxin {

/// NAME.pdf, NAME-1.png …, NAME.compose.dump in `folder`. Pictures of pages that an older, longer
/// version had are removed.
[[nodiscard]] std::optional<WriteProblem> write_outputs(const Product& product,
                                                        const std::filesystem::path& folder,
                                                        const std::string& name,
                                                        std::optional<PreviewFormat> preview);

/// NAME-inspect-1.png … in `folder`, and none of pages that an older, longer version had.
[[nodiscard]] std::optional<WriteProblem> write_pictures(const std::vector<std::string>& pictures,
                                                         const std::filesystem::path& folder,
                                                         const std::string& name);

[[nodiscard]] Diagnostic not_written(const WriteProblem& problem);

}  // namespace banxin

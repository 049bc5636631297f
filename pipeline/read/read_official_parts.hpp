// The parts of a job that only official documents have: 版头, 版记, who was at a meeting, what
// archives keep a document by.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "pipeline/base/yaml_reader.hpp"
#include "pipeline/read/job.hpp"

namespace banxin {

/// Text lines: a list, or one text with line feeds in it, as a block scalar gives.
[[nodiscard]] std::vector<Text> read_lines(const YamlValue& value);

/// A day of the calendar, `2021-01-29` or `2021年1月29日`. Errors: `value-invalid`, `date-invalid`.
[[nodiscard]] std::optional<Date> read_date(const YamlValue& value);

[[nodiscard]] HeadJob read_head(const YamlValue& value);

/// Labels and names: `出席: 张三、李四`, or a list of names, which 、 then divides.
[[nodiscard]] std::vector<std::pair<Text, Text>> read_attendance(const YamlValue& value);

[[nodiscard]] ImprintJob read_imprint(const YamlValue& value);

[[nodiscard]] ArchiveJob read_archive(const YamlValue& value);

}  // namespace banxin

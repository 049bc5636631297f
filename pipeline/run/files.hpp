// Files in and out. Outputs come whole or not at all.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace banxin {

/// The bytes of a file, or why there are none.
struct FileBytes {
    std::optional<std::string> bytes;
    bool is_missing = false;
    std::string problem;  ///< In the words of the system, where the file is there.
};

/// Reads a regular file of at most 256 MB.
[[nodiscard]] FileBytes read_file(const std::filesystem::path& path);

struct OutputFile {
    std::filesystem::path path;
    std::string bytes;
};

/// A file that could not be written, and why.
struct WriteProblem {
    std::filesystem::path path;
    std::string problem;
};

/// Writes all `files` or none: each to a temporary name in its folder, synced, and only when all
/// are on the disk are they renamed. Folders are made where they are missing.
[[nodiscard]] std::optional<WriteProblem> write_files(const std::vector<OutputFile>& files);

/// As a message names it: relative to the working folder where it lies inside.
[[nodiscard]] std::string shown(const std::filesystem::path& path);

}  // namespace banxin

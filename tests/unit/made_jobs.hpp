// Jobs of inputs/ as the program makes them, and what comparing their text needs.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/utf8.hpp"

namespace banxin {

namespace fs = std::filesystem;

/// All of inputs/.
inline const std::vector<std::string> kEveryJob = {"guiyang-2019-final-accounts",
                                                   "guiyang-2020-notice",
                                                   "qiannan-2023-department-self-evaluation",
                                                   "chenggong-2021-project",
                                                   "hengnan-2020-letter",
                                                   "example-official-document",
                                                   "example-upward-document",
                                                   "example-joint-document",
                                                   "example-joint-notice",
                                                   "example-letter",
                                                   "example-order",
                                                   "example-minutes"};

inline fs::path input_file(const std::string& job, const std::string& file) {
    return fs::path{BANXIN_SOURCE_DIR} / "inputs" / job / file;
}

inline std::string bytes_of(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

inline std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

/// Jobs made in a folder of their own, with `settings` before the command; gone with the object.
class MadeJobs {
  public:
    MadeJobs(const std::string& name, const std::vector<std::string>& jobs,
             const std::string& settings = "",
             const fs::path& inputs = fs::path{BANXIN_SOURCE_DIR} / "inputs")
        : folder_{fs::path{testing::TempDir()} /
                  ("banxin-samples-" + name + "-" + std::to_string(getpid()))} {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        const fs::path source{BANXIN_SOURCE_DIR};
        std::string command = settings + " " + quoted(BANXIN_PROGRAM) + " make";
        for (const std::string& job : jobs) command += " " + quoted(inputs / job);
        command += " -o " + quoted(folder_) + " --layouts " + quoted(source / "layouts") +
                   " --fonts " + quoted(source / "fonts/fonts.yaml") + " >" +
                   quoted(folder_ / "log") + " 2>&1";
        EXPECT_EQ(std::system(command.c_str()), 0) << bytes_of(folder_ / "log");
    }
    ~MadeJobs() { fs::remove_all(folder_); }
    MadeJobs(const MadeJobs&) = delete;
    MadeJobs& operator=(const MadeJobs&) = delete;

    [[nodiscard]] std::string pdf(const std::string& job) const {
        return bytes_of(folder_ / (job + ".pdf"));
    }

    /// What the program told about all of them.
    [[nodiscard]] std::string log() const { return bytes_of(folder_ / "log"); }

  private:
    fs::path folder_;
};

inline std::string without_blanks(std::string_view utf8) {
    std::string result;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t begin = at;
        const char32_t character = next_character(utf8, at);
        const bool blank = character <= U' ' || character == 0x3000 || character == 0xA0;
        if (!blank) result += utf8.substr(begin, at - begin);
    }
    return result;
}

/// `text`, which has no blanks, without page numbers: they fall between the paragraphs of two
/// pages.
inline std::string without_page_numbers(std::string text) {
    for (int page = 1; page < 20; ++page) {
        const std::string number = "—" + std::to_string(page) + "—";
        const std::size_t at = text.find(number);
        if (at != std::string::npos) text.erase(at, number.size());
    }
    return text;
}

}  // namespace banxin

// What `banxin check` says of a job, without its sentences.
#pragma once

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <vector>

namespace banxin {

/// The lines `place: warning[code]: …` of checking `job`, a folder, up to the code's bracket.
/// Places are relative to `folder`, in which the program runs.
inline std::vector<std::string> complaints_about(const std::string& folder,
                                                 const std::string& job) {
    const std::string command = "cd '" + folder + "' && '" BANXIN_PROGRAM "' check '" + job +
                                "' --lang en --layouts '" BANXIN_SOURCE_DIR "/layouts'" +
                                " --fonts '" BANXIN_SOURCE_DIR "/fonts/fonts.yaml'" +
                                " 2>&1 >/dev/null";
    std::string words;
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return {"the program did not start"};
    std::array<char, 4096> buffer{};
    for (std::size_t size = 0; (size = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        words.append(buffer.data(), size);
    pclose(pipe);
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t end = std::min(words.find('\n', begin), words.size());
        const std::string line = words.substr(begin, end - begin);
        const std::size_t bracket = line.find("]: ");
        if (bracket != std::string::npos) lines.push_back(line.substr(0, bracket + 1));
        begin = end + 1;
    }
    return lines;
}

}  // namespace banxin

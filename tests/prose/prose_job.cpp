// prose_job FOLDER [SEED [CHARACTERS [mixed|articles|figures]]]
//
// Writes a job for `banxin make` that is nothing but body text, and beside it text.txt, the same
// text with one paragraph a line, for programs that measure the finished PDF against its source.
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/prose/prose.hpp"

namespace {

namespace fs = std::filesystem;
using banxin::ProseKind;

// So short a title that no program that looks for the text in the PDF takes it for a part of it.
constexpr const char* kJob = R"(layout: notice
title: 样张
issuer: 某某市人民政府
date: 2026-01-29
body: body.txt
)";

ProseKind parse_kind(const std::string& name) {
    if (name == "mixed") return ProseKind::mixed;
    if (name == "articles") return ProseKind::articles;
    if (name == "figures") return ProseKind::figures;
    throw std::invalid_argument{"no such kind: " + name};
}

void write_file(const fs::path& path, const std::string& text) {
    std::ofstream file{path, std::ios::binary};
    if (!(file << text).flush()) throw std::runtime_error{"cannot write " + path.string()};
}

int write_job(const std::vector<std::string>& arguments) {
    if (arguments.empty() || arguments.size() > 4) {
        std::cerr << "prose_job FOLDER [SEED [CHARACTERS [mixed|articles|figures]]]\n";
        return EXIT_FAILURE;
    }
    const fs::path folder = arguments[0];
    const std::uint64_t seed = arguments.size() > 1 ? std::stoull(arguments[1]) : 1;
    const std::size_t characters = arguments.size() > 2 ? std::stoull(arguments[2]) : 250'000;
    const ProseKind kind = parse_kind(arguments.size() > 3 ? arguments[3] : "mixed");
    std::string text;
    for (const std::string& paragraph : banxin::official_prose(seed, characters, kind)) {
        text += paragraph + '\n';
    }
    fs::create_directories(folder);
    write_file(folder / "job.yaml", kJob);
    write_file(folder / "body.txt", text);
    write_file(folder / "text.txt", text);
    return EXIT_SUCCESS;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        return write_job({arguments + 1, arguments + count});
    } catch (const std::exception& mistake) {
        std::cerr << "prose_job: " << mistake.what() << '\n';
        return EXIT_FAILURE;
    }
}

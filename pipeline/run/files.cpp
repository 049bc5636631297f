#include "pipeline/run/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <string_view>
#include <system_error>

namespace banxin {
namespace {

constexpr std::uintmax_t kLargestFile = std::uintmax_t{256} << 20;  // Bytes; far beyond any job.

std::string words(int error) { return std::generic_category().message(error); }

/// A file descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_{number} {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }

  private:
    int number_;
};

/// Temporary files that vanish unless they have been renamed.
class TemporaryFiles {
  public:
    TemporaryFiles() = default;
    ~TemporaryFiles() {
        for (const std::filesystem::path& path : paths_) ::unlink(path.c_str());
    }
    TemporaryFiles(const TemporaryFiles&) = delete;
    TemporaryFiles& operator=(const TemporaryFiles&) = delete;

    const std::filesystem::path& add(std::filesystem::path path) {
        paths_.push_back(std::move(path));
        return paths_.back();
    }
    [[nodiscard]] const std::filesystem::path& operator[](std::size_t index) const {
        return paths_[index];
    }

  private:
    std::vector<std::filesystem::path> paths_;
};

/// Returns 0 or the system's error number.
int write_synced(const std::filesystem::path& path, std::string_view bytes) {
    const Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)};
    if (file.number() < 0) return errno;
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file.number()) < 0 ? errno : 0;
}

/// Makes the new names last through a loss of power. A file system that cannot do so is no reason
/// to fail: the files are complete.
void sync_folder(const std::filesystem::path& folder) {
    const Descriptor open{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (open.number() >= 0) ::fsync(open.number());
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
}

}  // namespace

FileBytes read_file(const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found) return {{}, true, {}};
    if (std::filesystem::is_directory(status)) return {{}, false, words(EISDIR)};
    if (!std::filesystem::is_regular_file(status))
        return {{}, false, words(error ? error.value() : EINVAL)};
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error) return {{}, false, error.message()};
    if (size > kLargestFile) return {{}, false, words(EFBIG)};
    std::ifstream file{path, std::ios::binary};
    std::string bytes(static_cast<std::size_t>(size), '\0');
    if (!file) return {{}, false, words(errno)};
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (file.gcount() != static_cast<std::streamsize>(size)) return {{}, false, words(EIO)};
    return {std::move(bytes), false, {}};
}

std::optional<WriteProblem> write_files(const std::vector<OutputFile>& files) {
    TemporaryFiles temporary;
    const std::string suffix = ".banxin-" + std::to_string(::getpid());
    for (const OutputFile& file : files) {
        std::error_code error;
        std::filesystem::create_directories(folder_of(file.path), error);
        if (error) return WriteProblem{file.path, error.message()};
        const std::filesystem::path name = "." + file.path.filename().string() + suffix;
        const auto& path = temporary.add(folder_of(file.path) / name);
        if (const int number = write_synced(path, file.bytes))
            return WriteProblem{file.path, words(number)};
    }
    for (std::size_t k = 0; k < files.size(); ++k)
        if (std::filesystem::is_directory(files[k].path))
            return WriteProblem{files[k].path, words(EISDIR)};
    for (std::size_t k = 0; k < files.size(); ++k)
        if (::rename(temporary[k].c_str(), files[k].path.c_str()) < 0)
            return WriteProblem{files[k].path, words(errno)};
    if (!files.empty()) sync_folder(folder_of(files.front().path));
    return std::nullopt;
}

std::string shown(const std::filesystem::path& path) {
    std::error_code error;
    const auto relative = std::filesystem::proximate(path, error);
    if (error || relative.empty() || *relative.begin() == "..") return path.string();
    return relative.string();
}

}  // namespace banxin

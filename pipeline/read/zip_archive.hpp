// The files inside a zip archive, in memory. Knows no spreadsheet; writes nothing.
//
// Every length of the archive's own tables is checked against the bytes there are, so that a
// truncated or hostile file is a refusal and never a wild read or a huge allocation.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace banxin {

class ZipArchive {
  public:
    /// The most that one entry may hold unpacked. A sheet of 100,000 units has about 20 MB.
    static constexpr std::uint32_t kLargestEntry = 64U << 20U;
    /// The most that all entries may hold together.
    static constexpr std::uint64_t kLargestArchive = 128U << 20U;

    /// Reads the table of contents. Nothing when `bytes` is no zip archive, a damaged one, or one
    /// that would unpack to more than `kLargestArchive`.
    /// `bytes` must outlive the archive.
    static std::optional<ZipArchive> open(std::string_view bytes);

    [[nodiscard]] bool has(const std::string& name) const { return entries_.contains(name); }

    /// The unpacked content; nothing when there is no such entry, or it is damaged (length or
    /// CRC-32 differ), encrypted or larger than `kLargestEntry`.
    [[nodiscard]] std::optional<std::string> read(const std::string& name) const;

  private:
    struct Entry {
        std::uint32_t header_offset = 0;
        std::uint32_t packed_size = 0;
        std::uint32_t unpacked_size = 0;
        std::uint32_t crc32 = 0;
        std::uint16_t method = 0;
    };

    std::string_view bytes_;
    std::map<std::string, Entry> entries_;
};

}  // namespace banxin

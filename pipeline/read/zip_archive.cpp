#include "pipeline/read/zip_archive.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <cstddef>
#include <memory>

namespace banxin {
namespace {

// Signatures and field offsets: PKWARE APPNOTE 6.3, 4.3.7 (local header), 4.3.12 (central
// directory), 4.3.16 (end of central directory). Zip64 is not read: it begins at 4 GB.
constexpr std::string_view kLocalSignature = "PK\x03\x04";
constexpr std::string_view kCentralSignature = "PK\x01\x02";
constexpr std::string_view kEndSignature = "PK\x05\x06";
constexpr std::size_t kLocalSize = 30;
constexpr std::size_t kCentralSize = 46;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kLongestComment = 65535;
constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;

/// Little-endian number at `offset`. Requires that the bytes are there.
std::uint32_t number(std::string_view bytes, std::size_t offset, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t k = size; k-- > 0;) {
        value = value << 8U | static_cast<unsigned char>(bytes[offset + k]);
    }
    return value;
}

std::uint16_t number16(std::string_view bytes, std::size_t offset) {
    return static_cast<std::uint16_t>(number(bytes, offset, 2));
}

std::uint32_t number32(std::string_view bytes, std::size_t offset) {
    return number(bytes, offset, 4);
}

/// `size` bytes at `offset`; empty when they are not all there.
std::string_view piece(std::string_view bytes, std::size_t offset, std::size_t size) {
    if (offset > bytes.size() || size > bytes.size() - offset) return {};
    return bytes.substr(offset, size);
}

/// The end record lies in the last 64 KB, before a comment of unknown length.
std::string_view find_end_record(std::string_view bytes) {
    const std::size_t reach = std::min(bytes.size(), kEndSize + kLongestComment);
    const std::size_t at = bytes.substr(bytes.size() - reach).rfind(kEndSignature);
    if (at == std::string_view::npos) return {};
    return piece(bytes, bytes.size() - reach + at, kEndSize);
}

bool inflate(std::string_view packed, std::string& unpacked) {
    struct Closer {
        void operator()(libdeflate_decompressor* one) const { libdeflate_free_decompressor(one); }
    };
    const std::unique_ptr<libdeflate_decompressor, Closer> decompressor{
        libdeflate_alloc_decompressor()};
    // Without a place for the actual size, anything but exactly `unpacked.size()` bytes fails.
    return decompressor && libdeflate_deflate_decompress(
                               decompressor.get(), packed.data(), packed.size(), unpacked.data(),
                               unpacked.size(), nullptr) == LIBDEFLATE_SUCCESS;
}

}  // namespace

std::optional<ZipArchive> ZipArchive::open(std::string_view bytes) {
    const std::string_view end = find_end_record(bytes);
    if (end.empty()) return std::nullopt;
    ZipArchive archive;
    archive.bytes_ = bytes;
    const std::uint16_t count = number16(end, 10);
    std::size_t offset = number32(end, 16);
    std::uint64_t unpacked = 0;
    for (std::uint16_t k = 0; k < count; ++k) {
        const std::string_view record = piece(bytes, offset, kCentralSize);
        if (!record.starts_with(kCentralSignature)) return std::nullopt;
        const std::size_t name_size = number16(record, 28);
        const std::string_view name = piece(bytes, offset + kCentralSize, name_size);
        if (name.size() != name_size) return std::nullopt;
        unpacked += number32(record, 24);
        const bool encrypted = (number16(record, 8) & 1U) != 0;
        if (!encrypted) {
            archive.entries_.insert({std::string{name},
                                     {.header_offset = number32(record, 42),
                                      .packed_size = number32(record, 20),
                                      .unpacked_size = number32(record, 24),
                                      .crc32 = number32(record, 16),
                                      .method = number16(record, 10)}});
        }
        offset += kCentralSize + name_size + number16(record, 30) + number16(record, 32);
    }
    if (unpacked > kLargestArchive) return std::nullopt;
    return archive;
}

std::optional<std::string> ZipArchive::read(const std::string& name) const {
    const auto found = entries_.find(name);
    if (found == entries_.end()) return std::nullopt;
    const Entry& entry = found->second;
    const std::string_view header = piece(bytes_, entry.header_offset, kLocalSize);
    if (!header.starts_with(kLocalSignature) || entry.unpacked_size > kLargestEntry) {
        return std::nullopt;
    }
    const std::size_t begin =
        entry.header_offset + kLocalSize + number16(header, 26) + number16(header, 28);
    const std::string_view packed = piece(bytes_, begin, entry.packed_size);
    if (packed.size() != entry.packed_size) return std::nullopt;

    std::string unpacked;
    if (entry.method == kStored) {
        unpacked = packed;
    } else if (entry.method == kDeflated) {
        // Deflate gains at most a factor of 1032; a larger claim is a lie and not worth memory.
        if (entry.unpacked_size / 1033 > packed.size()) return std::nullopt;
        unpacked.resize(entry.unpacked_size);
        if (!inflate(packed, unpacked)) return std::nullopt;
    } else {
        return std::nullopt;
    }
    const bool whole = unpacked.size() == entry.unpacked_size &&
                       libdeflate_crc32(0, unpacked.data(), unpacked.size()) == entry.crc32;
    return whole ? std::optional{std::move(unpacked)} : std::nullopt;
}

}  // namespace banxin

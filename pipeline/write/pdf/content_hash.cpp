#include "pipeline/write/pdf/content_hash.hpp"

// Nothing to load at the start: the header alone does it.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

namespace banxin::pdf {

std::array<std::uint8_t, 16> content_hash(std::string_view bytes) {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
    std::array<std::uint8_t, 16> result{};
    std::ranges::copy(canonical.digest, result.begin());
    return result;
}

}  // namespace banxin::pdf

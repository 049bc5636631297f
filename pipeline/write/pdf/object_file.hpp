// An object table → the bytes of a PDF file: streams as they are, everything else packed into
// object streams, a cross-reference stream at the end (ISO 32000-1, 7.5.7 and 7.5.8).
#pragma once

#include <hpdf_objects.h>

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace banxin::pdf {

/// Gives the compressed form of bytes, for /FlateDecode.
using Compress = std::function<std::string(std::string_view)>;

/// What streams hold, as the file will, by the numbers of their objects.
using StreamBytes = std::map<std::size_t, std::string>;

/// The whole file, or nothing when libharu met an error. `streams` are the dictionaries of `table`
/// that are streams', with their Length. `trailer` are the entries of the trailer but for Size and
/// ID; the ID is a hash of the file.
[[nodiscard]] std::optional<std::string> object_file(HPDF_Xref table, HPDF_MMgr memory,
                                                     const StreamBytes& streams,
                                                     const std::string& trailer,
                                                     const Compress& compress);

}  // namespace banxin::pdf

// An object table → the bytes of a PDF file: streams as they are, everything else packed into
// object streams, a cross-reference stream at the end (ISO 32000-1, 7.5.7 and 7.5.8).
#pragma once

#include <hpdf_objects.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace banxin::pdf {

/// Gives the compressed form of bytes, for /FlateDecode.
using Compress = std::function<std::string(std::string_view)>;

/// The whole file, or nothing when libharu met an error. `trailer` are the entries of the trailer
/// but for Size and ID; the ID is a hash of the file.
[[nodiscard]] std::optional<std::string> object_file(HPDF_Xref table, HPDF_MMgr memory,
                                                     const std::string& trailer,
                                                     const Compress& compress);

}  // namespace banxin::pdf

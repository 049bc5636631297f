// What a document says of itself, in XMP (ISO 16684-1) as archives want it.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline/compose/document.hpp"

namespace banxin::pdf {

/// The program that wrote the file, in XMP and in the information dictionary alike.
[[nodiscard]] std::string producer();

/// All keywords as one text, as XMP and the information dictionary both have them.
[[nodiscard]] std::string keywords_of(const DocumentInformation& information);

/// The day the document bears, begun in Beijing: D:20260302000000+08'00'. Never the clock: the same
/// inputs give the same bytes.
[[nodiscard]] std::string pdf_date(const Date& day);

/// The part of ISO 19005 that the file keeps to: only the third has attachments.
enum class ArchivePart : std::uint8_t { two = 2, three = 3 };

/// What the file keeps to: level A and PDF/UA-1 are for documents with a structure, else it is
/// level U.
enum class ArchiveLevel : std::uint8_t { text, structure };

struct ArchiveClaim {
    ArchivePart part = ArchivePart::two;
    ArchiveLevel level = ArchiveLevel::structure;
};

/// The packet for `information`: PDF/A (ISO 19005-2, 6.6) and PDF/UA-1 (ISO 14289-1, 5), with the
/// schemas that PDF/A does not know. Says the same as the information dictionary. PDF/UA-1 is not
/// claimed without a title (7.1).
[[nodiscard]] std::string metadata(const DocumentInformation& information, ArchiveClaim claim);

}  // namespace banxin::pdf

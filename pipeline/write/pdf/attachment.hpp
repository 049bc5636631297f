// A file that travels inside the PDF. ISO 19005-3, 6.8; ISO 32000-1, 7.11.4.
#pragma once

#include <cstdint>
#include <string>

namespace banxin {

/// What an attachment is to the document. ISO 19005-3, annex E, /AFRelationship.
enum class AttachmentRelation : std::uint8_t {
    source,  ///< what the document was made from
    data,    ///< what its tables were worked out from
};

struct Attachment {
    /// UTF-8, with `/` between folders. The PDF lists the attachment under it; its file name has -
    /// in the place of /.
    std::string name;
    std::string media_type;  ///< `text/csv`
    AttachmentRelation relation = AttachmentRelation::source;
    std::string description;  ///< For people.
    std::string bytes;
};

}  // namespace banxin

#include "pipeline/write/pdf/attached_files.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/write/pdf/metadata.hpp"
#include "pipeline/write/pdf/pdf_syntax.hpp"

namespace banxin::pdf {
namespace {

/// text/csv → /text#2Fcsv
std::string media_type_name(const std::string& type) {
    std::string name = "/";
    for (const char character : type) {
        if (character == '/')
            name += "#2F";
        else
            name += character;
    }
    return name;
}

std::string hexadecimal(std::string_view utf8) {
    std::string syntax = "<FEFF";
    append_utf16_hex(syntax, utf8);
    return syntax + ">";
}

/// Programs save an attachment under its file name and make no folders for it.
std::string file_name(std::string name) {
    std::replace(name.begin(), name.end(), '/', '-');
    return name;
}

Dictionary add_file(ObjectWriter& objects, const Attachment& attachment,
                    const std::optional<Date>& day) {
    std::string parameters = "<< /Size " + std::to_string(attachment.bytes.size());
    if (day) parameters += " /ModDate (" + pdf_date(*day) + ")";
    Dictionary stream = objects.add_stream(attachment.bytes);
    stream.name("Type", "EmbeddedFile");
    stream.value("Subtype", media_type_name(attachment.media_type));
    stream.value("Params", parameters + " >>");

    Dictionary file = objects.add_dictionary();
    file.name("Type", "Filespec");
    file.text("F", file_name(attachment.name));
    file.text("UF", file_name(attachment.name));
    file.value("EF", "<< /F " + stream.reference() + " /UF " + stream.reference() + " >>");
    file.name("AFRelationship",
              attachment.relation == AttachmentRelation::source ? "Source" : "Data");
    file.text("Desc", attachment.description);
    return file;
}

}  // namespace

void attach_files(ObjectWriter& objects, Dictionary catalog,
                  std::span<const Attachment> attachments, const std::optional<Date>& day) {
    if (attachments.empty()) return;
    // The keys of a name tree are sorted by their bytes: here by those of UTF-16.
    std::vector<std::pair<std::string, std::string>> entries;
    std::string associated;
    for (const Attachment& attachment : attachments) {
        const std::string reference = add_file(objects, attachment, day).reference();
        entries.emplace_back(hexadecimal(attachment.name), reference);
        associated += (associated.empty() ? "" : " ") + reference;
    }
    std::sort(entries.begin(), entries.end());
    std::string names;
    for (const auto& [name, reference] : entries) names += name + " " + reference + " ";
    Dictionary tree = objects.add_dictionary();
    tree.value("Names", "[" + names + "]");
    catalog.value("AF", "[" + associated + "]");
    catalog.value("Names", "<< /EmbeddedFiles " + tree.reference() + " >>");
}

}  // namespace banxin::pdf

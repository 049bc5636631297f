#include "pipeline/write/pdf/metadata.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/write/pdf/pdf_syntax.hpp"

namespace banxin::pdf {
namespace {

/// Text of the job as it stands in XML.
std::string escaped(std::string_view utf8) {
    std::string result;
    for (const char byte : clean_text(utf8)) {
        switch (byte) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            default:
                result += byte;
        }
    }
    return result;
}

struct Property {
    std::string_view name;
    std::string_view type;
    std::string_view category;  ///< Who sets it: the job (external) or the program (internal).
    std::string_view description;
};

struct Schema {
    std::string_view name;
    std::string_view uri;
    std::string_view prefix;
    std::vector<Property> properties;
};

/// What PDF/A does not know by itself has to be described. ISO 19005-2, 6.6.2.3.2.
std::string described(const Schema& schema) {
    std::string properties;
    for (const Property& property : schema.properties) {
        properties += fmt::format(
            "        <rdf:li rdf:parseType=\"Resource\">\n"
            "         <pdfaProperty:name>{}</pdfaProperty:name>\n"
            "         <pdfaProperty:valueType>{}</pdfaProperty:valueType>\n"
            "         <pdfaProperty:category>{}</pdfaProperty:category>\n"
            "         <pdfaProperty:description>{}</pdfaProperty:description>\n"
            "        </rdf:li>\n",
            property.name, property.type, property.category, property.description);
    }
    return fmt::format(
        "     <rdf:li rdf:parseType=\"Resource\">\n"
        "      <pdfaSchema:schema>{}</pdfaSchema:schema>\n"
        "      <pdfaSchema:namespaceURI>{}</pdfaSchema:namespaceURI>\n"
        "      <pdfaSchema:prefix>{}</pdfaSchema:prefix>\n"
        "      <pdfaSchema:property>\n"
        "       <rdf:Seq>\n{}       </rdf:Seq>\n"
        "      </pdfaSchema:property>\n"
        "     </rdf:li>\n",
        schema.name, schema.uri, schema.prefix, properties);
}

constexpr std::string_view kAccessNamespace = "http://www.aiim.org/pdfua/ns/id/";

/// Whether people who do not see the page can read it: PDF/UA-1.
enum class Access : std::uint8_t { claimed, not_claimed };

std::string extension_schemas(const DocumentInformation& information, Access access) {
    std::string schemas;
    if (access == Access::claimed)
        schemas += described({"PDF/UA",
                              kAccessNamespace,
                              "pdfuaid",
                              {{"part", "Integer", "internal", "Part of ISO 14289"}}});
    if (!information.archive.empty()) {
        Schema archive{"DA/T 46-2009", kArchiveNamespace, kArchivePrefix, {}};
        for (const ArchiveEntry& entry : information.archive)
            archive.properties.push_back(
                {info(entry.element).property, "Text", "external", info(entry.element).term});
        schemas += described(archive);
    }
    if (schemas.empty()) return {};
    return "  <rdf:Description rdf:about=\"\""
           " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
           " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
           " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
           "   <pdfaExtension:schemas>\n    <rdf:Bag>\n" +
           schemas + "    </rdf:Bag>\n   </pdfaExtension:schemas>\n  </rdf:Description>\n";
}

/// A list of `kind`, Bag or Seq, as the value of `property`.
std::string list(std::string_view property, std::string_view kind,
                 const std::vector<std::string>& values) {
    std::string items;
    for (const std::string& value : values) items += "<rdf:li>" + escaped(value) + "</rdf:li>";
    return values.empty()
               ? std::string{}
               : fmt::format("   <{0}><rdf:{1}>{2}</rdf:{1}></{0}>\n", property, kind, items);
}

std::string simple(std::string_view property, const std::string& value) {
    return value.empty() ? std::string{}
                         : fmt::format("   <{0}>{1}</{0}>\n", property, escaped(value));
}

std::string dublin_core(const DocumentInformation& information) {
    std::string properties;
    if (!information.title.empty())
        properties += "   <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
                      escaped(information.title) + "</rdf:li></rdf:Alt></dc:title>\n";
    if (!information.author.empty()) properties += list("dc:creator", "Seq", {information.author});
    properties += list("dc:subject", "Bag", information.keywords);
    properties += list("dc:language", "Bag", {"zh-CN"});
    for (const ArchiveEntry& entry : information.archive)
        if (entry.element == ArchiveElement::document_number)
            properties += simple("dc:identifier", entry.value);
    return properties;
}

/// The elements of DA/T 46-2009 that the document has.
std::string archive_record(const DocumentInformation& information) {
    if (information.archive.empty()) return {};
    std::string record = fmt::format("  <rdf:Description rdf:about=\"\" xmlns:{}=\"{}\">\n",
                                     kArchivePrefix, kArchiveNamespace);
    for (const ArchiveEntry& entry : information.archive)
        record +=
            simple(fmt::format("{}:{}", kArchivePrefix, info(entry.element).property), entry.value);
    return record + "  </rdf:Description>\n";
}

}  // namespace

std::string producer() { return "Banxin " BANXIN_VERSION; }

std::string keywords_of(const DocumentInformation& information) {
    std::string keywords;
    for (const std::string& keyword : information.keywords)
        keywords += (keywords.empty() ? "" : "; ") + keyword;
    return keywords;
}

std::string pdf_date(const Date& day) {
    return fmt::format("D:{:04}{:02}{:02}000000+08'00'", day.year, day.month, day.day);
}

std::string metadata(const DocumentInformation& information, ArchiveClaim claim) {
    const bool has_structure = claim.level == ArchiveLevel::structure;
    const Access access =
        has_structure && !information.title.empty() ? Access::claimed : Access::not_claimed;
    std::string packet =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"";
    packet += fmt::format(" xmlns:pdfuaid=\"{}\">\n", kAccessNamespace);
    packet += simple("pdfaid:part", std::to_string(static_cast<int>(claim.part)));
    packet += simple("pdfaid:conformance", has_structure ? "A" : "U");
    if (access == Access::claimed) packet += simple("pdfuaid:part", "1");
    packet += dublin_core(information);
    packet += simple("pdf:Keywords", keywords_of(information));
    packet += simple("pdf:Producer", producer());
    if (information.date) {
        packet +=
            fmt::format("   <xmp:CreateDate>{:04}-{:02}-{:02}T00:00:00+08:00</xmp:CreateDate>\n",
                        information.date->year, information.date->month, information.date->day);
    }
    packet += "  </rdf:Description>\n";
    packet += archive_record(information) + extension_schemas(information, access);
    packet += " </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
    return packet;
}

}  // namespace banxin::pdf

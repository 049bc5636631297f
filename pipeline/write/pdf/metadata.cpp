#include "pipeline/write/pdf/metadata.hpp"

#include <fmt/format.h>

#include <string_view>

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

/// PDF/A-2 knows no PDF/UA; ISO 19005-2, 6.6.2.3.2 asks for its schema then.
constexpr std::string_view kExtensionSchema =
    R"(  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas>
    <rdf:Bag>
     <rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property>
       <rdf:Seq>
        <rdf:li rdf:parseType="Resource">
         <pdfaProperty:name>part</pdfaProperty:name>
         <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
         <pdfaProperty:category>internal</pdfaProperty:category>
         <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
        </rdf:li>
       </rdf:Seq>
      </pdfaSchema:property>
     </rdf:li>
    </rdf:Bag>
   </pdfaExtension:schemas>
  </rdf:Description>
)";

}  // namespace

std::string producer() { return "Banxin " BANXIN_VERSION; }

std::string metadata(const DocumentInformation& information) {
    std::string packet =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
        " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
        "   <pdfaid:part>2</pdfaid:part>\n"
        "   <pdfaid:conformance>A</pdfaid:conformance>\n"
        "   <pdfuaid:part>1</pdfuaid:part>\n";
    if (!information.title.empty()) {
        packet += "   <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
                  escaped(information.title) + "</rdf:li></rdf:Alt></dc:title>\n";
    }
    if (!information.author.empty()) {
        packet += "   <dc:creator><rdf:Seq><rdf:li>" + escaped(information.author) +
                  "</rdf:li></rdf:Seq></dc:creator>\n";
    }
    packet += "   <dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>\n";
    packet += "   <pdf:Producer>" + producer() + "</pdf:Producer>\n";
    if (information.date) {
        packet +=
            fmt::format("   <xmp:CreateDate>{:04}-{:02}-{:02}T00:00:00+08:00</xmp:CreateDate>\n",
                        information.date->year, information.date->month, information.date->day);
    }
    packet += "  </rdf:Description>\n";
    packet += kExtensionSchema;
    packet += " </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
    return packet;
}

}  // namespace banxin::pdf

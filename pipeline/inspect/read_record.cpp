#include "pipeline/inspect/read_record.hpp"

#include <algorithm>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <utility>

#include "pipeline/base/xml.hpp"
#include "pipeline/inspect/open_pdf.hpp"
#include "pipeline/inspect/pdf_values.hpp"

namespace banxin {
namespace {

constexpr std::string_view kDublinCore = "http://purl.org/dc/elements/1.1/";
constexpr std::string_view kXmp = "http://ns.adobe.com/xap/1.0/";
constexpr std::string_view kPdf = "http://ns.adobe.com/pdf/1.3/";
constexpr std::string_view kPdfArchive = "http://www.aiim.org/pdfa/ns/id/";
constexpr std::string_view kPdfAccess = "http://www.aiim.org/pdfua/ns/id/";
constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// Takes the properties of XMP that are written as elements; of a list every entry.
class RecordReader : public XmlHandler {
  public:
    explicit RecordReader(PdfRecord& record) : record_{record} {}

    void start_element(const XmlName& name, const XmlAttributes&) override {
        text_.clear();
        if (name.uri == kRdf) return;
        uri_ = name.uri;
        local_ = name.local;
    }

    void end_element(const XmlName& name) override {
        const bool is_entry = name.uri == kRdf && name.local == "li";
        if ((is_entry || name.uri != kRdf) && !text_.empty()) take();
        text_.clear();
    }

    void characters(std::string_view utf8) override { text_ += utf8; }

  private:
    [[nodiscard]] bool is(std::string_view uri, std::string_view local) const {
        return uri_ == uri && local_ == local;
    }

    void take() {
        if (is(kDublinCore, "title")) set(record_.title);
        if (is(kDublinCore, "creator")) set(record_.creator);
        if (is(kDublinCore, "subject")) record_.keywords.push_back(text_);
        if (is(kXmp, "CreateDate")) set(record_.created);
        if (is(kPdf, "Producer")) set(record_.producer);
        if (is(kPdfArchive, "part")) set(record_.archive_part);
        if (is(kPdfArchive, "conformance")) set(record_.archive_level);
        if (is(kPdfAccess, "part")) set(record_.access_part);
        if (uri_ != kArchiveNamespace) return;
        for (const ArchiveElementInfo& known : kArchiveElements)
            if (local_ == known.property) record_.archive.push_back({known.element, text_});
    }

    void set(std::string& value) const {
        if (value.empty()) value = text_;
    }

    PdfRecord& record_;
    std::string uri_, local_, text_;
};

void read_from(QPDF& pdf, PdfRecord& record) {
    PdfStreams streams;
    const std::string xmp = streams.decode(entry(pdf.getRoot(), "/Metadata"));
    RecordReader reader{record};
    // What stands before a fault in it has been read: a record is no reason to refuse a file.
    static_cast<void>(parse_xml(xmp, reader));
}

void read_from(QPDF& pdf, std::vector<AttachedFile>& files) {
    PdfStreams streams;
    QPDFEmbeddedFileDocumentHelper helper{pdf};
    for (const auto& [key, specification] : helper.getEmbeddedFiles()) {
        AttachedFile& file = files.emplace_back();
        file.name = key;
        file.bytes = streams.decode(specification->getEmbeddedFileStream());
    }
}

}  // namespace

Outcome<PdfRecord> read_record(std::string_view bytes, std::uint8_t file) {
    return with_pdf<PdfRecord>(bytes, file,
                               [](QPDF& pdf, PdfRecord& record) { read_from(pdf, record); });
}

Outcome<std::vector<AttachedFile>> read_attachments(std::string_view bytes, std::uint8_t file) {
    return with_pdf<std::vector<AttachedFile>>(
        bytes, file, [](QPDF& pdf, std::vector<AttachedFile>& files) { read_from(pdf, files); });
}

}  // namespace banxin

// PDF objects through libharu's object table. Knows nothing of pages, fonts or text.
#include "pipeline/write/pdf/object_writer.hpp"

#include <hpdf_consts.h>
#include <hpdf_streams.h>

#include <limits>
#include <new>

#include "pipeline/write/pdf/content_hash.hpp"
#include "pipeline/write/pdf/pdf_syntax.hpp"

namespace banxin::pdf {
namespace {

// A document is mostly outlines of glyphs, which hardly get smaller: level 6 saves 1 % and takes
// 10 ms more for 600 KB of fonts.
constexpr int kCompressionLevel = 1;

// Comment with bytes above 127, so that nobody takes the file for text (ISO 32000-1, 7.5.2).
constexpr std::string_view kHeader = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

constexpr HPDF_UINT32 kObjectNumberMask = 0x00FFFFFF;

HPDF_STATUS write_bytes(HPDF_Stream stream, std::string_view bytes) {
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                             static_cast<HPDF_UINT>(bytes.size()));
}

// libharu calls this after the entries it knows itself.
HPDF_STATUS write_syntax(HPDF_Dict object, HPDF_Stream stream) {
    return write_bytes(stream, *static_cast<const std::string*>(object->attr));
}

// Called by C code, which no exception may cross.
HPDF_STATUS append_to_file(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) try {
    std::string& file = *static_cast<std::string*>(stream->attr);
    // libharu keeps offsets in 32 bits.
    if (file.size() + size > std::numeric_limits<HPDF_UINT32>::max()) {
        return HPDF_SetError(stream->error, HPDF_FILE_IO_ERROR, 0);
    }
    file.append(reinterpret_cast<const char*>(bytes), size);
    return HPDF_OK;
} catch (const std::bad_alloc&) {
    return HPDF_SetError(stream->error, HPDF_FAILD_TO_ALLOC_MEM, 0);
}

// The trailer comes last, so the bytes before it are there to be hashed. Both parts of the ID
// are equal in a file that was never changed (ISO 32000-1, 14.4).
HPDF_STATUS write_trailer_syntax(HPDF_Dict object, HPDF_Stream stream) {
    const std::string& file = *static_cast<const std::string*>(stream->attr);
    std::string digits;
    for (const std::uint8_t byte : content_hash(file)) append_hex(digits, byte, 2);
    const HPDF_STATUS status = write_syntax(object, stream);
    if (status != HPDF_OK) return status;
    return write_bytes(stream, "/ID [<" + digits + "> <" + digits + ">]\n");
}

}  // namespace

void Dictionary::name(const char* key, const std::string& value) {
    if (object_ != nullptr) HPDF_Dict_AddName(object_, key, value.c_str());
}

void Dictionary::integer(const char* key, int value) {
    if (object_ != nullptr) HPDF_Dict_AddNumber(object_, key, value);
}

void Dictionary::ascii(const char* key, const std::string& value) {
    if (object_ == nullptr) return;
    HPDF_Dict_Add(object_, key, HPDF_String_New(object_->mmgr, value.c_str(), nullptr));
}

void Dictionary::text(const char* key, std::string_view utf8) {
    if (object_ == nullptr) return;
    std::string bytes = text_string(utf8);
    HPDF_Dict_Add(object_, key,
                  HPDF_Binary_New(object_->mmgr, reinterpret_cast<HPDF_BYTE*>(bytes.data()),
                                  static_cast<HPDF_UINT>(bytes.size())));
}

void Dictionary::reference(const char* key, Dictionary object) {
    if (object_ != nullptr) HPDF_Dict_Add(object_, key, object.object_);
}

void Dictionary::value(const char* key, std::string_view syntax) {
    if (object_ == nullptr) return;
    *syntax_ += '/';
    *syntax_ += key;
    *syntax_ += ' ';
    *syntax_ += syntax;
    *syntax_ += '\n';
}

std::string Dictionary::reference() const {
    if (object_ == nullptr) return "null";
    return std::to_string(object_->header.obj_id & kObjectNumberMask) + " 0 R";
}

ObjectWriter::ObjectWriter() : compressor_(libdeflate_alloc_compressor(kCompressionLevel)) {
    HPDF_Error_Init(&error_, nullptr);
    memory_ = HPDF_MMgr_New(&error_, 0, nullptr, nullptr);
    if (memory_ == nullptr || compressor_ == nullptr) throw std::bad_alloc();
    table_ = HPDF_Xref_New(memory_, 0);
    if (table_ == nullptr) {
        HPDF_MMgr_Free(memory_);
        throw std::bad_alloc();
    }
}

ObjectWriter::~ObjectWriter() {
    HPDF_Xref_Free(table_);
    HPDF_MMgr_Free(memory_);
}

Dictionary ObjectWriter::handle(HPDF_Dict object) {
    std::string& syntax = syntax_.emplace_back();
    if (object != nullptr) {
        object->attr = &syntax;
        object->write_fn = write_syntax;
    }
    return {object, &syntax};
}

Dictionary ObjectWriter::add_dictionary() {
    HPDF_Dict object = HPDF_Dict_New(memory_);
    // On failure the table has freed the object.
    if (HPDF_Xref_Add(table_, object) != HPDF_OK) object = nullptr;
    return handle(object);
}

Dictionary ObjectWriter::add_stream(std::string_view bytes) {
    std::string compressed(libdeflate_zlib_compress_bound(compressor_.get(), bytes.size()), '\0');
    compressed.resize(libdeflate_zlib_compress(compressor_.get(), bytes.data(), bytes.size(),
                                               compressed.data(), compressed.size()));
    Dictionary stream = handle(HPDF_DictStream_New(memory_, table_));
    if (stream.object_ == nullptr) return stream;
    write_bytes(stream.object_->stream, compressed);
    // libharu would compress again if it were told of the filter.
    stream.value("Filter", "/FlateDecode");
    return stream;
}

Dictionary ObjectWriter::add_plain_stream(const char* type, const char* subtype,
                                          std::string_view bytes) {
    Dictionary stream = handle(HPDF_DictStream_New(memory_, table_));
    if (stream.object_ == nullptr) return stream;
    write_bytes(stream.object_->stream, bytes);
    stream.name("Type", type);
    stream.name("Subtype", subtype);
    return stream;
}

Dictionary ObjectWriter::trailer() {
    if (table_->trailer->attr == nullptr) {
        Dictionary trailer = handle(table_->trailer);
        table_->trailer->write_fn = write_trailer_syntax;
        return trailer;
    }
    return {table_->trailer, static_cast<std::string*>(table_->trailer->attr)};
}

std::optional<std::string> ObjectWriter::finish() {
    static_cast<void>(trailer());
    if (error() != HPDF_OK) return std::nullopt;
    HPDF_Stream stream = HPDF_CallbackWriter_New(memory_, append_to_file, &file_);
    if (stream == nullptr) return std::nullopt;
    if (write_bytes(stream, kHeader) == HPDF_OK) HPDF_Xref_WriteToStream(table_, stream, nullptr);
    HPDF_Stream_Free(stream);
    if (error() != HPDF_OK) return std::nullopt;
    return std::move(file_);
}

}  // namespace banxin::pdf

#include "pipeline/write/pdf/object_file.hpp"

#include <hpdf_consts.h>
#include <hpdf_streams.h>

#include <limits>
#include <new>
#include <vector>

#include "pipeline/write/pdf/content_hash.hpp"
#include "pipeline/write/pdf/pdf_syntax.hpp"

namespace banxin::pdf {
namespace {

// Comment with bytes above 127, so that nobody takes the file for text (ISO 32000-1, 7.5.2).
constexpr std::string_view kHeader = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

// A reader that wants one object unpacks all of its stream.
constexpr std::size_t kObjectsPerStream = 256;

// What a document of some pages is but for its streams.
constexpr std::size_t kUsualRest = 1 << 16;

// Called by C code, which no exception may cross.
HPDF_STATUS append_bytes(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) try {
    static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
    return HPDF_OK;
} catch (const std::bad_alloc&) {
    return HPDF_SetError(stream->error, HPDF_FAILD_TO_ALLOC_MEM, 0);
}

/// Where an object is: ISO 32000-1, table 18.
struct Place {
    std::uint8_t type = 0;
    std::uint32_t first = 0;  ///< offset, or number of the object stream
    std::uint16_t second = 0;
};

class FileWriter {
  public:
    FileWriter(HPDF_Xref table, HPDF_MMgr memory, const Compress& compress)
        : table_{table}, memory_{memory}, compress_{compress}, places_(table->entries->count) {
        places_.front() = {0, 0, 65535};
    }

    std::optional<std::string> write(const StreamBytes& streams, const std::string& trailer) {
        std::size_t size = kUsualRest;
        for (const auto& [number, bytes] : streams) size += bytes.size();
        file_.reserve(size);
        file_ = kHeader;
        for (const auto& [number, bytes] : streams)
            if (!add_stream_object(number, bytes)) return std::nullopt;
        if (!add_packed_objects()) return std::nullopt;
        add_references(trailer);
        // Offsets have 32 bits.
        if (file_.size() > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
        return std::move(file_);
    }

  private:
    [[nodiscard]] void* object(std::size_t number) const {
        return HPDF_Xref_GetEntry(table_, static_cast<HPDF_UINT>(number))->obj;
    }

    [[nodiscard]] bool append_value(std::string& bytes, std::size_t number) const {
        HPDF_Stream stream = HPDF_CallbackWriter_New(memory_, append_bytes, &bytes);
        if (stream == nullptr) return false;
        const HPDF_STATUS status = HPDF_Obj_WriteValue(object(number), stream, nullptr);
        HPDF_Stream_Free(stream);
        return status == HPDF_OK;
    }

    void begin_object(std::size_t number) {
        if (number >= places_.size()) places_.resize(number + 1);
        places_[number] = {1, static_cast<std::uint32_t>(file_.size()), 0};
        file_ += std::to_string(number) + " 0 obj\n";
    }

    void end_stream_object(std::string_view bytes) {
        file_ += "\nstream\n";
        file_ += bytes;
        file_ += "\nendstream\nendobj\n";
    }

    bool add_stream_object(std::size_t number, std::string_view bytes) {
        begin_object(number);
        if (!append_value(file_, number)) return false;
        end_stream_object(bytes);
        return true;
    }

    void add_compressed(std::size_t number, const std::string& entries, std::string_view bytes) {
        const std::string compressed = compress_(bytes);
        begin_object(number);
        file_ += "<<" + entries + "/Filter /FlateDecode /Length " +
                 std::to_string(compressed.size()) + ">>";
        end_stream_object(compressed);
    }

    bool add_packed_objects() {
        std::vector<std::size_t> numbers;
        for (std::size_t number = 1; number < places_.size(); ++number)
            if (places_[number].type == 0) numbers.push_back(number);
        for (std::size_t begin = 0; begin < numbers.size(); begin += kObjectsPerStream) {
            const std::size_t end = std::min(begin + kObjectsPerStream, numbers.size());
            const std::size_t holder = places_.size();
            std::string index;
            std::string values;
            for (std::size_t k = begin; k < end; ++k) {
                index += std::to_string(numbers[k]) + " " + std::to_string(values.size()) + " ";
                places_[numbers[k]] = {2, static_cast<std::uint32_t>(holder),
                                       static_cast<std::uint16_t>(k - begin)};
                if (!append_value(values, numbers[k])) return false;
                values += '\n';
            }
            add_compressed(holder,
                           "/Type /ObjStm /N " + std::to_string(end - begin) + " /First " +
                               std::to_string(index.size()) + " ",
                           index + values);
        }
        return true;
    }

    /// Both parts of the ID are equal in a file that was never changed (ISO 32000-1, 14.4).
    void add_references(const std::string& trailer) {
        const std::size_t number = places_.size();
        const std::size_t offset = file_.size();
        std::string digits;
        for (const std::uint8_t byte : content_hash(file_)) append_hex(digits, byte, 2);
        places_.push_back({1, static_cast<std::uint32_t>(offset), 0});
        std::string table;
        for (const Place& place : places_) {
            table += static_cast<char>(place.type);
            for (const int shift : {24, 16, 8, 0}) table += static_cast<char>(place.first >> shift);
            for (const int shift : {8, 0}) table += static_cast<char>(place.second >> shift);
        }
        add_compressed(number,
                       "/Type /XRef /W [1 4 2] /Size " + std::to_string(places_.size()) + "\n" +
                           trailer + "/ID [<" + digits + "> <" + digits + ">]\n",
                       table);
        file_ += "startxref\n" + std::to_string(offset) + "\n%%EOF\n";
    }

    HPDF_Xref table_;
    HPDF_MMgr memory_;
    const Compress& compress_;
    std::vector<Place> places_;  ///< By object number.
    std::string file_;
};

}  // namespace

std::optional<std::string> object_file(HPDF_Xref table, HPDF_MMgr memory,
                                       const StreamBytes& streams, const std::string& trailer,
                                       const Compress& compress) {
    return FileWriter{table, memory, compress}.write(streams, trailer);
}

}  // namespace banxin::pdf

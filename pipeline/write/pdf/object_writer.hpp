// The byte layer: PDF objects, their numbers, compression, cross-reference table and trailer.
//
// A thin owner of libharu's object table. Knows nothing of pages, fonts or text.
#pragma once

#include <hpdf_objects.h>
#include <libdeflate.h>

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/write/pdf/object_file.hpp"

namespace banxin::pdf {

/// A dictionary, or that of a stream, inside an ObjectWriter: a handle, cheap to copy, valid as
/// long as the writer. Keys are names without the slash and come once each.
class Dictionary {
  public:
    void name(const char* key, const std::string& value);
    void integer(const char* key, int value);

    /// A string of ASCII, such as a date.
    void ascii(const char* key, const std::string& value);

    /// A text string in any script.
    void text(const char* key, std::string_view utf8);

    /// Refers to an object of its own.
    void reference(const char* key, Dictionary object);

    /// A value already in PDF's syntax: arrays and exact decimals, which libharu writes slowly or
    /// not at all.
    void value(const char* key, std::string_view syntax);

    /// How other objects' syntax refers to this one: `12 0 R`.
    [[nodiscard]] std::string reference() const;

  private:
    friend class ObjectWriter;
    [[nodiscard]] std::size_t number() const;
    Dictionary(HPDF_Dict object, std::string* syntax) : object_(object), syntax_(syntax) {}

    HPDF_Dict object_;     // Null when libharu had no memory; every call then does nothing.
    std::string* syntax_;  // Entries written as they are.
};

/// Collects objects and serialises them in the order they were added.
///
/// libharu notes errors silently; none is lost, `finish` tells.
class ObjectWriter {
  public:
    ObjectWriter();
    ~ObjectWriter();
    ObjectWriter(const ObjectWriter&) = delete;
    ObjectWriter& operator=(const ObjectWriter&) = delete;

    [[nodiscard]] Dictionary add_dictionary();

    /// A stream that holds `bytes`, compressed.
    [[nodiscard]] Dictionary add_stream(std::string_view bytes);

    /// A stream of `type` and `subtype` as it is, for readers that look for it in the file.
    [[nodiscard]] Dictionary add_plain_stream(const char* type, const char* subtype,
                                              std::string_view bytes);

    /// Makes `object` what the file's trailer has under `key`.
    void refer_from_trailer(const char* key, Dictionary object);

    /// The whole file, or nothing when libharu met an error. Called once.
    [[nodiscard]] std::optional<std::string> finish();

    /// libharu's number of the first error that happened, 0 for none (hpdf_consts.h).
    [[nodiscard]] unsigned long error() const { return error_.error_no; }

  private:
    struct FreeCompressor {
        void operator()(libdeflate_compressor* compressor) const {
            libdeflate_free_compressor(compressor);
        }
    };

    Dictionary add_stream_of(std::string bytes);
    [[nodiscard]] std::string compressed(std::string_view bytes) const;

    HPDF_Error_Rec error_{};
    HPDF_MMgr memory_ = nullptr;
    HPDF_Xref table_ = nullptr;
    std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor_;
    std::deque<std::string> syntax_;  // One an object; never moves, libharu points into it.
    StreamBytes streams_;
    std::string trailer_;
};

}  // namespace banxin::pdf

#include "pipeline/inspect/pdf_text_font.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "pipeline/inspect/character_map.hpp"
#include "pipeline/inspect/pdf_values.hpp"
#include "pipeline/inspect/simple_encoding.hpp"

namespace banxin {
namespace {

constexpr double kUnitsPerEm = 1000;

QPDFObjectHandle program_in(QPDFObjectHandle descriptor) {
    for (const char* key : {"/FontFile2", "/FontFile3", "/FontFile"})
        if (QPDFObjectHandle stream = entry(descriptor, key); stream.isStream()) return stream;
    return QPDFObjectHandle::newNull();
}

std::uint32_t code_in(std::string_view bytes) {
    std::uint32_t code = 0;
    for (const char byte : bytes) code = (code << 8U) | static_cast<unsigned char>(byte);
    return code;
}

/// The characters of GBK and GB 18030 text, for fonts that are encoded so.
std::u32string from_gbk(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open("GBK", &status);
    if (U_FAILURE(status)) return {};
    const char* at = bytes.data();
    std::u32string text;
    while (at < bytes.data() + bytes.size() && U_SUCCESS(status)) {
        const UChar32 character =
            ucnv_getNextUChar(converter, &at, bytes.data() + bytes.size(), &status);
        if (U_SUCCESS(status)) text += static_cast<char32_t>(character);
    }
    ucnv_close(converter);
    return text;
}

/// `ABCDEF+Name` → `Name`. Chinese names are in UTF-8 or, from older programs, in GBK.
std::string font_name(const std::string& name) {
    constexpr std::size_t kLetters = 6;
    const bool tagged = name.size() > kLetters && name[kLetters] == '+';
    const std::string bytes = tagged ? name.substr(kLetters + 1) : name;
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(bytes);
    if (text.indexOf(char16_t{0xFFFD}) >= 0) {
        const std::u32string decoded = from_gbk(bytes);
        text = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(decoded.data()),
                                             static_cast<int32_t>(decoded.size()));
    }
    std::string utf8;
    return text.toUTF8String(utf8);
}

/// One code a byte, ISO 32000-1, 9.6; Type 3 too, whose glyphs have no extent here.
class SimpleFont : public PdfTextFont {
  public:
    SimpleFont(QPDFObjectHandle font, PdfStreams& streams)
        : codes_{read_encoding(entry(font, "/Encoding"))},
          to_unicode_{streams.decode(entry(font, "/ToUnicode"))} {
        QPDFObjectHandle descriptor = entry(font, "/FontDescriptor");
        name_ = font_name(name_in(entry(font, "/BaseFont")));
        if (QPDFObjectHandle program = program_in(descriptor); program.isStream())
            program_ = OutlineFont::open(streams.decode(program));
        is_embedded_ = program_ != nullptr;
        double unit = 1 / kUnitsPerEm;
        if (name_in(entry(font, "/Subtype")) == "Type3") {
            is_embedded_ = true;
            const auto matrix = items_in(entry(font, "/FontMatrix"));
            if (!matrix.empty()) unit = number_or(matrix[0], unit);
        }
        widths_.fill(number_or(entry(descriptor, "/MissingWidth"), 500) * unit);
        const auto first = number_or(entry(font, "/FirstChar"), 0);
        auto code = static_cast<std::size_t>(std::clamp(first, 0.0, 256.0));
        for (QPDFObjectHandle& width : items_in(entry(font, "/Widths")))
            if (code < widths_.size()) widths_[code++] = number_or(width, 0) * unit;
    }

    std::vector<ShownCode> decode(std::string_view bytes) override {
        std::vector<ShownCode> shown;
        for (const char byte : bytes) {
            const auto code = static_cast<unsigned char>(byte);
            const SimpleCode& known = codes_[code];
            ShownCode one{{}, widths_[code], {}, byte == ' '};
            if (auto text = to_unicode_.text(code))
                one.text = std::move(*text);
            else if (known.character != 0)
                one.text = known.character;
            if (program_)
                one.extent =
                    program_->extent(program_->glyph_of(known.name, known.character, code));
            shown.push_back(std::move(one));
        }
        return shown;
    }

  private:
    std::array<SimpleCode, 256> codes_;
    std::array<double, 256> widths_{};
    CharacterMap to_unicode_;
    std::unique_ptr<OutlineFont> program_;
};

/// The forms of the predefined CMaps, ISO 32000-1, table 118, as far as Chinese files use them.
enum class CodeForm : std::uint8_t { identity, ucs2, utf16, gbk, embedded };

CodeForm form_of(QPDFObjectHandle encoding) {
    if (encoding.isStream()) return CodeForm::embedded;
    const std::string name = name_in(encoding);
    if (name.find("UCS2") != std::string::npos) return CodeForm::ucs2;
    if (name.find("UTF16") != std::string::npos) return CodeForm::utf16;
    if (name.starts_with("GB")) return CodeForm::gbk;
    return CodeForm::identity;
}

/// Codes of several bytes, ISO 32000-1, 9.7.
class CompositeFont : public PdfTextFont {
  public:
    CompositeFont(QPDFObjectHandle font, PdfStreams& streams)
        : form_{form_of(entry(font, "/Encoding"))},
          to_unicode_{streams.decode(entry(font, "/ToUnicode"))},
          encoding_{streams.decode(entry(font, "/Encoding"))} {
        const auto descendants = items_in(entry(font, "/DescendantFonts"));
        if (descendants.empty()) return;
        QPDFObjectHandle descendant = descendants.front();
        QPDFObjectHandle descriptor = entry(descendant, "/FontDescriptor");
        name_ = font_name(name_in(entry(descendant, "/BaseFont")));
        if (QPDFObjectHandle program = program_in(descriptor); program.isStream())
            program_ = OutlineFont::open(streams.decode(program));
        is_embedded_ = program_ != nullptr;
        cid_to_gid_ = streams.decode(entry(descendant, "/CIDToGIDMap"));
        default_width_ = number_or(entry(descendant, "/DW"), kUnitsPerEm) / kUnitsPerEm;
        read_widths(items_in(entry(descendant, "/W")));
    }

    std::vector<ShownCode> decode(std::string_view bytes) override {
        std::vector<ShownCode> shown;
        for (std::size_t at = 0; at < bytes.size();) {
            const std::size_t size = std::min(size_at(bytes, at), bytes.size() - at);
            shown.push_back(decode_one(bytes.substr(at, size)));
            at += size;
        }
        return shown;
    }

  private:
    void read_widths(std::vector<QPDFObjectHandle> items);
    [[nodiscard]] std::size_t size_at(std::string_view bytes, std::size_t at) const;
    [[nodiscard]] ShownCode decode_one(std::string_view bytes);
    [[nodiscard]] std::u32string text_of(std::string_view bytes, std::uint32_t code) const;

    CodeForm form_;
    CharacterMap to_unicode_;
    CharacterMap encoding_;
    std::unique_ptr<OutlineFont> program_;
    std::string cid_to_gid_;  ///< Two bytes a CID; empty where they are the same.
    double default_width_ = 1;
    std::map<std::uint32_t, double> widths_;
};

/// `c [w …]` gives single widths, `c1 c2 w` one for a range; ISO 32000-1, 9.7.4.3.
void CompositeFont::read_widths(std::vector<QPDFObjectHandle> items) {
    constexpr double kMostCid = 65535;
    std::uint32_t ranged = 0;  // Widths out of ranges; as many as there are CIDs are enough.
    for (std::size_t k = 0; k + 1 < items.size();) {
        const auto first =
            static_cast<std::uint32_t>(std::clamp(number_or(items[k], 0), 0.0, kMostCid));
        if (items[k + 1].isArray()) {
            std::uint32_t cid = first;
            for (QPDFObjectHandle& width : items_in(items[k + 1]))
                widths_[cid++] = number_or(width, 0) / kUnitsPerEm;
            k += 2;
        } else {
            if (k + 2 >= items.size()) return;
            const auto last =
                static_cast<std::uint32_t>(std::clamp(number_or(items[k + 1], 0), 0.0, kMostCid));
            const double width = number_or(items[k + 2], 0) / kUnitsPerEm;
            for (std::uint32_t cid = first; cid <= last && ranged++ < kMostCid; ++cid)
                widths_[cid] = width;
            k += 3;
        }
    }
}

std::size_t CompositeFont::size_at(std::string_view bytes, std::size_t at) const {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    switch (form_) {
        case CodeForm::embedded:
            return encoding_.code_size(bytes, at).value_or(2);
        case CodeForm::gbk:
            return byte < 0x80 ? 1 : 2;
        case CodeForm::utf16:
            return byte >= 0xD8 && byte < 0xDC ? 4 : 2;
        case CodeForm::identity:
        case CodeForm::ucs2:
            break;
    }
    return 2;
}

std::u32string CompositeFont::text_of(std::string_view bytes, std::uint32_t code) const {
    if (auto text = to_unicode_.text(code)) return *text;
    if (form_ == CodeForm::ucs2 || form_ == CodeForm::utf16) return from_utf16(bytes);
    if (form_ == CodeForm::gbk) return from_gbk(bytes);
    return {};
}

ShownCode CompositeFont::decode_one(std::string_view bytes) {
    const std::uint32_t code = code_in(bytes);
    ShownCode shown{text_of(bytes, code), default_width_, {}, bytes == " "};
    if (form_ != CodeForm::identity && form_ != CodeForm::embedded) {
        // Which CID a predefined CMap gives is not known here: single bytes are half as wide.
        if (bytes.size() == 1) shown.width = default_width_ / 2;
        return shown;
    }
    const std::uint32_t cid =
        form_ == CodeForm::embedded ? encoding_.cid(code).value_or(code) : code;
    if (const auto width = widths_.find(cid); width != widths_.end()) shown.width = width->second;
    if (!program_) return shown;
    std::uint32_t glyph = cid;
    if (const std::size_t at = std::size_t{2} * cid; at + 1 < cid_to_gid_.size())
        glyph = code_in(std::string_view{cid_to_gid_}.substr(at, 2));
    shown.extent = program_->extent(glyph);
    return shown;
}

}  // namespace

std::unique_ptr<PdfTextFont> read_font(QPDFObjectHandle font, PdfStreams& streams) {
    if (name_in(entry(font, "/Subtype")) == "Type0")
        return std::make_unique<CompositeFont>(font, streams);
    return std::make_unique<SimpleFont>(font, streams);
}

}  // namespace banxin

#include "pipeline/inspect/pdf_streams.hpp"

#include <qpdf/Pipeline.hh>

namespace banxin {
namespace {

/// Keeps what comes, up to a limit.
class Basin : public Pipeline {
  public:
    explicit Basin(std::size_t most) : Pipeline{"basin", nullptr}, most_{most} {}

    void write(unsigned char const* data, std::size_t size) override {
        if (size > most_ - bytes_.size()) {
            is_full_ = true;
            throw PdfTooLarge{};
        }
        bytes_.append(reinterpret_cast<const char*>(data), size);
    }
    void finish() override {}

    [[nodiscard]] bool is_full() const { return is_full_; }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

  private:
    std::size_t most_;
    std::string bytes_;
    bool is_full_ = false;
};

}  // namespace

std::string PdfStreams::decode(QPDFObjectHandle stream) {
    if (!stream.isStream()) return {};
    Basin basin{left_};
    bool is_decoded = false;
    try {
        constexpr int kNothingEncoded = 0;
        is_decoded = stream.pipeStreamData(&basin, kNothingEncoded, qpdf_dl_generalized, true);
    } catch (const std::exception&) {
        is_decoded = false;  // A broken stream shows nothing.
    }
    // qpdf takes an exception of ours for a broken stream.
    if (basin.is_full()) throw PdfTooLarge{};
    if (!is_decoded) return {};
    std::string bytes = basin.take();
    left_ -= bytes.size();
    return bytes;
}

}  // namespace banxin

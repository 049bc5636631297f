#include "pipeline/write/pdf/output_intent.hpp"

#include <lcms2.h>

#include <algorithm>
#include <memory>

namespace banxin::pdf {
namespace {

// ICC.1:2010, 7.2: where the header says when the profile was made.
constexpr std::size_t kDateBegin = 24;
constexpr std::size_t kDateEnd = 36;

/// sRGB as Little CMS knows it, without the time at which it was asked.
std::string srgb_profile() {
    const std::unique_ptr<void, decltype(&cmsCloseProfile)> profile{cmsCreate_sRGBProfile(),
                                                                    &cmsCloseProfile};
    cmsUInt32Number size = 0;
    if (!profile || cmsSaveProfileToMem(profile.get(), nullptr, &size) == 0) return {};
    std::string bytes(size, '\0');
    if (cmsSaveProfileToMem(profile.get(), bytes.data(), &size) == 0) return {};
    std::fill(bytes.begin() + kDateBegin, bytes.begin() + kDateEnd, '\0');
    return bytes;
}

}  // namespace

std::string output_intents(ObjectWriter& objects) {
    static const std::string bytes = srgb_profile();
    Dictionary profile = objects.add_stream(bytes);
    profile.integer("N", 3);
    return "[<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)"
           " /DestOutputProfile " +
           profile.reference() + " >>]";
}

}  // namespace banxin::pdf

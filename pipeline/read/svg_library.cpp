#include "pipeline/read/svg_library.hpp"

#include <dlfcn.h>

namespace banxin {
namespace {

/// With the number of the interface that the header is of: Debian's file for those who run
/// programs.
constexpr const char* kFile = "librsvg-2.so.2";

std::string last_problem() {
    const char* problem = ::dlerror();
    return problem != nullptr ? problem : "?";
}

}  // namespace

SvgLibrary load_svg_library(const char* file) {
    SvgLibrary found;
    void* library = ::dlopen(file, RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) {
        found.problem = last_problem();
        return found;
    }
    const auto take = [&]<typename Function>(const char* name, Function& function) {
        function = reinterpret_cast<Function>(::dlsym(library, name));
        if (function == nullptr) found.problem = last_problem();
    };
    take("rsvg_handle_new_from_data", found.new_from_data);
    take("rsvg_handle_get_intrinsic_size_in_pixels", found.intrinsic_size_in_pixels);
    take("rsvg_handle_get_intrinsic_dimensions", found.intrinsic_dimensions);
    take("rsvg_handle_render_document", found.render_document);
    return found;
}

const SvgLibrary& svg_library() {
    static const SvgLibrary library = load_svg_library(kFile);
    return library;
}

}  // namespace banxin

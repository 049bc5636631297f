// librsvg, which few jobs need, as a library that is loaded when the first drawing is read.
//
// Linked to the program it would be loaded in every run, with seven libraries that nothing else
// needs, before the first line of the program: 3 ms, where all of a notice takes 48.
#pragma once

#include <librsvg/rsvg.h>

#include <string>

namespace banxin {

/// The functions that read_svg_image calls, of the types that the header gives them.
struct SvgLibrary {
    decltype(&rsvg_handle_new_from_data) new_from_data = nullptr;
    decltype(&rsvg_handle_get_intrinsic_size_in_pixels) intrinsic_size_in_pixels = nullptr;
    decltype(&rsvg_handle_get_intrinsic_dimensions) intrinsic_dimensions = nullptr;
    decltype(&rsvg_handle_render_document) render_document = nullptr;
    std::string problem;  ///< Why nothing can be called, in the system's words; else empty.
};

/// Loads the library called `file`. It stays loaded: GLib keeps the types it registers for ever.
[[nodiscard]] SvgLibrary load_svg_library(const char* file);

/// The library of the process, loaded by whoever asks first, on whatever thread.
[[nodiscard]] const SvgLibrary& svg_library();

}  // namespace banxin

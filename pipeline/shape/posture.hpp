// How the glyphs of a run stand: upright or turned, and how wide.
#pragma once

#include <cstdint>

namespace banxin {

struct Posture {
    enum class Turn : std::uint8_t {
        upright,
        counter_clockwise,  ///< The baseline runs up: text of a sheet that is turned to be read.
        clockwise,  ///< A quarter clockwise: the baseline runs down, the ink stands to its right.
    };
    Turn turn = Turn::upright;
    std::uint16_t width = 1000;  ///< Thousandths of the face's own width. Above 0.

    friend bool operator==(const Posture&, const Posture&) = default;
};

}  // namespace banxin

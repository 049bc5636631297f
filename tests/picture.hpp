// Grey pictures, to see in tests what was drawn where.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace banxin {

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> grey;  ///< Row by row from the top; 0 is black.

    [[nodiscard]] std::uint8_t at(int column, int row) const {
        return grey.at(static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
                       static_cast<std::size_t>(column));
    }
};

/// Both return an empty picture for bytes that are no such file.
[[nodiscard]] Picture read_png(const std::string& bytes);
[[nodiscard]] Picture read_pgm(const std::string& bytes);

/// How many pixels of `seen` are lighter or darker, by more than `tolerance`, than all pixels of
/// `expected` around the same place. Two rasterisers smooth an edge differently, but agree on
/// where it runs to a pixel. Requires pictures of the same size.
[[nodiscard]] unsigned pixels_apart(const Picture& expected, const Picture& seen, int tolerance);

/// Writes `bytes` to a file of the test's own, hands the file's name to `command` in the place of
/// {in}, and returns what the command wrote to {out}; empty when it failed.
[[nodiscard]] std::string converted(const std::string& bytes, const std::string& suffix,
                                    const std::string& command);

}  // namespace banxin

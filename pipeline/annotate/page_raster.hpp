// Pages of a PDF as pictures, drawn by Poppler.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

/// Pixels as Cairo has them, a machine word each: 0xAARRGGBB.
struct PageRaster {
    int width = 0, height = 0;
    std::vector<unsigned char> pixels;  ///< Rows without gaps; empty where nothing was drawn.
};

class RasterSource {
  public:
    explicit RasterSource(std::string_view pdf);
    ~RasterSource();
    RasterSource(const RasterSource&) = delete;
    RasterSource& operator=(const RasterSource&) = delete;

    [[nodiscard]] PageRaster draw(std::size_t page, unsigned dots_per_inch) const;

  private:
    struct Document;
    std::unique_ptr<Document> document_;
};

}  // namespace banxin

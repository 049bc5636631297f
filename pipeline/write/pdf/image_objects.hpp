// The pictures of a document as image XObjects (ISO 32000-1, 8.9.5). Each is stored once, however
// often it is shown and under however many names a job brought it.
#pragma once

#include <string>
#include <vector>

#include "pipeline/pages/paged_document.hpp"
#include "pipeline/write/pdf/object_writer.hpp"

namespace banxin::pdf {

class ImageObjects {
  public:
    /// Adds all pictures of `document`, in the order they are first shown.
    ImageObjects(ObjectWriter& objects, const PagedDocument& document);

    [[nodiscard]] bool empty() const { return images_.empty(); }

    /// The name of a picture in the resources: `I0`. Requires one of the document.
    [[nodiscard]] std::string name_of(const Image& image) const;

    /// Names and objects, as the resources list them.
    [[nodiscard]] std::string resources() const;

  private:
    struct Stored {
        SharedImage image;
        Dictionary object;
    };

    void add(ObjectWriter& objects, const SharedImage& image);

    std::vector<Stored> images_;
};

}  // namespace banxin::pdf

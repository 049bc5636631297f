#include "pipeline/write/pdf/image_objects.hpp"

#include <algorithm>

namespace banxin::pdf {
namespace {

Dictionary add_samples(ObjectWriter& objects, const Image& image, std::string_view samples,
                       const char* colour_space) {
    Dictionary object = objects.add_stream(samples);
    object.name("Type", "XObject");
    object.name("Subtype", "Image");
    object.integer("Width", static_cast<int>(image.width));
    object.integer("Height", static_cast<int>(image.height));
    object.name("ColorSpace", colour_space);
    object.integer("BitsPerComponent", 8);
    return object;
}

}  // namespace

ImageObjects::ImageObjects(ObjectWriter& objects, const PagedDocument& document) {
    for (const Page& page : document.pages)
        for (const Item& item : page.items)
            if (const auto* placed = std::get_if<PlacedImage>(&item)) add(objects, placed->image);
}

void ImageObjects::add(ObjectWriter& objects, const SharedImage& image) {
    const bool is_there = std::any_of(images_.begin(), images_.end(), [&](const Stored& stored) {
        return stored.image == image || *stored.image == *image;
    });
    if (is_there) return;
    Dictionary object = add_samples(objects, *image, image->colours, "DeviceRGB");
    if (!image->alpha.empty())
        object.reference("SMask", add_samples(objects, *image, image->alpha, "DeviceGray"));
    images_.push_back({image, object});
}

std::string ImageObjects::name_of(const Image& image) const {
    const auto found = std::find_if(images_.begin(), images_.end(), [&](const Stored& stored) {
        return stored.image.get() == &image || *stored.image == image;
    });
    return "I" + std::to_string(found - images_.begin());
}

std::string ImageObjects::resources() const {
    std::string syntax = "<<";
    for (std::size_t k = 0; k < images_.size(); ++k)
        syntax += " /I" + std::to_string(k) + " " + images_[k].object.reference();
    return syntax + " >>";
}

}  // namespace banxin::pdf

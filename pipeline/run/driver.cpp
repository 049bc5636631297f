#include "pipeline/run/driver.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/check/check_content.hpp"
#include "pipeline/compose/compose.hpp"
#include "pipeline/layout/character_grid.hpp"
#include "pipeline/pages/make_pages.hpp"
#include "pipeline/run/dumps.hpp"
#include "pipeline/run/source_attachments.hpp"
#include "pipeline/score/score.hpp"
#include "pipeline/write/pdf/write_pdf.hpp"

namespace banxin {
namespace {

constexpr unsigned kPreviewDotsPerInch = 96;  // A page of A4 is 794 × 1123 dots.

/// What a text says of scores that could not be read follows from the mistake in the sheet, and
/// mending that mends it too: reporting both would hide the cause among its effects.
void drop_consequences(Diagnostics& found, const Job& job) {
    const auto is_of_scores = [&](const std::string& name) {
        return job.data.form.has_value() ||
               std::any_of(job.annexes.begin(), job.annexes.end(), [&](const AnnexJob& annex) {
                   return name.starts_with(annex.ranking.key + "_");
               });
    };
    std::erase_if(found, [&](const Diagnostic& each) {
        if (each.code == Code::count_contradicts_table || each.code == Code::units_contradict_table)
            return true;
        return each.code == Code::name_unknown && is_of_scores(each.arguments.front().value);
    });
}

/// Only warnings can be listed in a job.
void drop_silenced(Diagnostics& found, const Job& job) {
    std::erase_if(found, [&](const Diagnostic& each) { return job.silenced.contains(each.code); });
}

/// Whether nothing decent brought signature and text together on a page.
bool signature_wants_text(const Outcome<PagedDocument>& pages) {
    return std::any_of(pages.diagnostics.begin(), pages.diagnostics.end(), [](const auto& each) {
        return each.code == Code::signature_alone ||
               each.code == Code::signature_kept_by_moved_lines;
    });
}

/// Where it was written who signs: an issuer, alone or in a row, or the post of a stamp.
Origin place_of_signature(const ShapedDocument& document) {
    for (const ShapedBlock& block : document.blocks) {
        const bool signs = block.role == BlockRole::issuer || block.role == BlockRole::row_issuer ||
                           block.role == BlockRole::post;
        const auto* paragraph = std::get_if<ShapedParagraph>(&block.content);
        if (signs && paragraph != nullptr) return paragraph->source.origin();
    }
    return {};
}

/// A character fewer on every line may do it. Then layout, shapes and pages are changed.
void set_with_fewer_characters(const Document& document, Shaper& shaper, Layout& layout,
                               ShapedDocument& shaped, Outcome<PagedDocument>& pages) {
    Layout wider = with_characters(layout, layout.page.characters - 1);
    // What shaping warns of has been reported: the words are the same.
    ShapedDocument shaped_wider = shaper.shape(document, wider).value;
    Outcome<PagedDocument> other = make_pages(shaped_wider, wider);
    if (signature_wants_text(other)) return;
    other.diagnostics.push_back({Code::signature_kept_by_characters,
                                 place_of_signature(shaped_wider),
                                 {{"characters", std::to_string(wider.page.characters)}}});
    layout = std::move(wider);
    shaped = std::move(shaped_wider);
    pages = std::move(other);
}

/// Runs stages one after the other: their time goes to one place, their complaints to another.
class Line {
  public:
    Line(Product& product, Timings& timings) : product_{product}, timings_{timings} {}

    template <typename Work>
    auto stage(std::string_view name, Work&& work) {
        auto outcome = timings_.measure(name, std::forward<Work>(work));
        append(product_.diagnostics, std::move(outcome.diagnostics));
        return std::move(outcome.value);
    }

  private:
    Product& product_;
    Timings& timings_;
};

}  // namespace

Driver::Driver(Resources resources, std::shared_ptr<const FontSet> fonts, Timings& timings)
    : resources_{std::move(resources)}, fonts_{std::move(fonts)}, timings_{timings} {
    if (fonts_) shaper_.emplace(fonts_);
}

Product Driver::run(const JobPlace& place, const Wishes& wishes) {
    Product product;
    Line line{product, timings_};
    const auto finish = [&] {
        drop_silenced(product.diagnostics, product.job);
        sort_and_unite(product.diagnostics);
        return std::move(product);
    };

    Inputs inputs = line.stage("read", [&] { return read_inputs(place, resources_); });
    product.sources = inputs.sources;
    product.job = inputs.job;
    product.scorecard = line.stage("score", [&] { return score(inputs.job, inputs.workbooks); });
    if (!inputs.layout) return finish();

    Outcome<Document> composed = timings_.measure("compose", [&] {
        return compose(inputs.job, product.scorecard, inputs.bodies, *inputs.layout,
                       inputs.table_layouts);
    });
    if (has_errors(product.diagnostics)) drop_consequences(composed.diagnostics, inputs.job);
    append(product.diagnostics, std::move(composed.diagnostics));
    append(product.diagnostics, timings_.measure("check", [&] {
        return check_content(inputs.job, inputs.bodies, composed.value);
    }));
    if (!shaper_) return finish();
    Layout layout = with_table_styles(*inputs.layout, inputs.table_layouts);
    ShapedDocument shaped =
        line.stage("shape", [&] { return shaper_->shape(composed.value, layout); });

    // The gate: nothing is laid out that has a mistake in it.
    if (has_errors(product.diagnostics)) return finish();
    Outcome<PagedDocument> paged =
        timings_.measure("pages", [&] { return make_pages(shaped, layout); });
    if (signature_wants_text(paged))
        set_with_fewer_characters(composed.value, *shaper_, layout, shaped, paged);
    append(product.diagnostics, std::move(paged.diagnostics));
    const PagedDocument& pages = paged.value;
    product.pages = pages.pages.size();
    std::vector<Attachment> attachments;
    if (wishes.attach == Attach::source)
        attachments =
            line.stage("attach", [&] { return source_attachments(place, resources_, inputs); });
    if (wishes.pdf)
        product.pdf =
            line.stage("write pdf", [&] { return write_pdf(pages, *fonts_, attachments); });
    if (wishes.preview)
        for (std::size_t page = 0; page < pages.pages.size(); ++page)
            product.previews.push_back(line.stage("write preview", [&] {
                return write_preview(pages, *fonts_, page, *wishes.preview, kPreviewDotsPerInch);
            }));
    const Nouns nouns{inputs, product.scorecard, composed.value, layout, shaped, pages, *fonts_};
    for (const DumpName& dump : wishes.dumps)
        product.dumps.push_back({dump.name, dump_of(dump.stage, nouns)});
    product.is_complete = !has_errors(product.diagnostics);
    return finish();
}

}  // namespace banxin

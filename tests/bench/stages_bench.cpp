// Every stage by itself, on the two documents of inputs/: what `banxin make` spends its time on
// once the process and its caches are warm.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "pipeline/compose/compose.hpp"
#include "pipeline/lines/break_lines.hpp"
#include "pipeline/pages/make_pages.hpp"
#include "pipeline/run/inputs.hpp"
#include "pipeline/score/score.hpp"
#include "pipeline/shape/shape.hpp"
#include "pipeline/write/pdf/write_pdf.hpp"
#include "tests/prose/prose.hpp"

namespace banxin {
namespace {

const std::string kRoot = BANXIN_SOURCE_DIR;

std::shared_ptr<const FontSet> fonts() {
    static const auto set = [] {
        std::ifstream file{kRoot + "/fonts/fonts.yaml", std::ios::binary};
        const std::string table{std::istreambuf_iterator<char>{file}, {}};
        return open_font_set(table, 1, kRoot + "/fonts").value;
    }();
    return set;
}

/// One document at every stage. Anything but a clean run stops the benchmark: wrong answers are
/// not timed.
struct Prepared {
    explicit Prepared(const std::string& name)
        : place{job_place(kRoot + "/inputs/" + name)},
          resources{kRoot + "/layouts", kRoot + "/fonts/fonts.yaml"},
          inputs{checked(read_inputs(place, resources))},
          scorecard{checked(score(inputs.job, inputs.workbooks))},
          document{checked(
              compose(inputs.job, scorecard, inputs.bodies, *inputs.layout, inputs.table_layouts))},
          layout{with_table_styles(*inputs.layout, inputs.table_layouts)},
          shaper{fonts()},
          shaped{checked(shaper.shape(document, layout))},
          pages{checked(make_pages(shaped, layout))} {}

    template <typename Value>
    static Value checked(Outcome<Value> outcome) {
        if (!outcome.ok()) std::abort();
        return std::move(outcome.value);
    }

    JobPlace place;
    Resources resources;
    Inputs inputs;
    Scorecard scorecard;
    Document document;
    Layout layout;
    Shaper shaper;
    ShapedDocument shaped;
    PagedDocument pages;
};

Prepared& prepared(std::int64_t which) {
    static Prepared notice{"guiyang-2020-notice"};
    static Prepared form{"qiannan-2023-department-self-evaluation"};
    return which == 0 ? notice : form;
}

void read(benchmark::State& state) {
    Prepared& on = prepared(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(read_inputs(on.place, on.resources));
}
void score_sheets(benchmark::State& state) {
    Prepared& on = prepared(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(score(on.inputs.job, on.inputs.workbooks));
}
void compose_document(benchmark::State& state) {
    Prepared& on = prepared(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(compose(on.inputs.job, on.scorecard, on.inputs.bodies,
                                         *on.inputs.layout, on.inputs.table_layouts));
    }
}
void shape_document(benchmark::State& state) {
    Prepared& on = prepared(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(on.shaper.shape(on.document, on.layout));
}
/// Lines and tables are set from within the pages.
void lay_out_pages(benchmark::State& state) {
    Prepared& on = prepared(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(make_pages(on.shaped, on.layout));
}
void write_document(benchmark::State& state) {
    Prepared& on = prepared(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(write_pdf(on.pages, *fonts()));
}

/// Body text alone: a paragraph of `range(0)` Han with a mark every eleven.
void break_paragraph(benchmark::State& state) {
    Prepared& on = prepared(0);
    std::string utf8;
    for (std::int64_t k = 0; k < state.range(0); ++k) utf8 += k % 11 == 10 ? "，" : "国";
    Paragraph paragraph;
    paragraph.style = "body";
    paragraph.runs = {{Text{utf8, {}}, "body"}};
    const auto shaped = on.shaper.shape(paragraph, on.layout);
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            break_lines(shaped.value, on.layout.page.type_width, on.layout.line_rules));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

/// Official prose in its own paragraphs; figures are for the whole of it, and its Han are counted.
struct Prose {
    explicit Prose(Prepared& on) {
        for (const std::string& text : official_prose(1, 20'000)) {
            Paragraph paragraph;
            paragraph.style = "body";
            paragraph.runs = {{Text{text, {}}, "body"}};
            shaped.push_back(on.shaper.shape(paragraph, on.layout).value);
            paragraphs.push_back(std::move(paragraph));
            for (const Cluster& cluster : shaped.back().clusters) {
                han += cluster.character_class == CharacterClass::han ? 1 : 0;
            }
        }
    }
    std::vector<Paragraph> paragraphs;
    std::vector<ShapedParagraph> shaped;
    std::int64_t han = 0;
};

Prose& prose() {
    static Prose text{prepared(0)};
    return text;
}

void break_prose(benchmark::State& state) {
    const Layout& layout = prepared(0).layout;
    for (auto _ : state) {
        for (const ShapedParagraph& paragraph : prose().shaped) {
            benchmark::DoNotOptimize(
                break_lines(paragraph, layout.page.type_width, layout.line_rules));
        }
    }
    state.SetItemsProcessed(state.iterations() * prose().han);
}

void shape_and_break_prose(benchmark::State& state) {
    Prepared& on = prepared(0);
    for (auto _ : state) {
        for (const Paragraph& paragraph : prose().paragraphs) {
            const auto shaped = on.shaper.shape(paragraph, on.layout);
            benchmark::DoNotOptimize(
                break_lines(shaped.value, on.layout.page.type_width, on.layout.line_rules));
        }
    }
    state.SetItemsProcessed(state.iterations() * prose().han);
}

BENCHMARK(break_prose);
BENCHMARK(shape_and_break_prose);
BENCHMARK(read)->Arg(0)->Arg(1);
BENCHMARK(score_sheets)->Arg(0)->Arg(1);
BENCHMARK(compose_document)->Arg(0)->Arg(1);
BENCHMARK(shape_document)->Arg(0)->Arg(1);
BENCHMARK(lay_out_pages)->Arg(0)->Arg(1);
BENCHMARK(write_document)->Arg(0)->Arg(1);
BENCHMARK(break_paragraph)->Arg(1000)->Arg(10000)->Arg(100000);

}  // namespace
}  // namespace banxin

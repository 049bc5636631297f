// How long tables take, stage by stage, as they grow: rankings of units and forms of indicators.
// Ten times the rows may take twelve times as long, no more.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/compose/compose.hpp"
#include "pipeline/compose/form_table.hpp"
#include "pipeline/compose/ranking_table.hpp"
#include "pipeline/layout/read_layout.hpp"
#include "pipeline/pages/make_pages.hpp"
#include "pipeline/shape/shape.hpp"
#include "pipeline/write/pdf/write_pdf.hpp"

namespace banxin {
namespace {

const std::string kRoot = BANXIN_SOURCE_DIR;

/// Three levels of indicators, the upper two merged, beside one label; a head on every page.
constexpr const char* kForm = R"(
summary: 指标
styles:
  cell: {font: 仿宋, size: 五号, leading: 14pt, align: centre}
  rules: {like: cell, align: left}
form:
  frame: {outer-rule: 0.35mm, inner-rule: 0.25mm, horizontal-padding: 1mm, vertical-padding: 1mm}
  cell-style: cell
  head-style: cell
  continued: {text: （续表）, style: rules}
  sections:
    - columns: [8, 14, 14, 60, 20, 20, 20]
      rows:
        - repeat-head: true
          cells: ["", 一级指标, 二级指标, 三级指标, 年度值, 完成值, 得分]
        - repeat: 指标
          cells:
            - {text: 绩效指标, head: true, orientation: vertical, rows: to-end}
            - {text: "{一级}", head: true, merge: true, across-pages: centre}
            - {text: "{二级}", head: true, merge: true}
            - {text: "{三级}", style: rules}
            - "{年度}"
            - "{完成}"
            - "{得分}"
        - [{text: 合计, columns: 5}, "100"]
)";

Text words(const std::string& utf8) { return Text{utf8, {}}; }

std::string name_of(std::int64_t number) {
    static const std::vector<std::string> kParts = {"观山", "云岩", "南明", "花溪", "乌当",
                                                    "白云", "清镇", "修文", "息烽", "开阳"};
    std::string name;
    for (const std::int64_t digit : {number / 100 % 10, number / 10 % 10, number % 10})
        name += kParts[static_cast<std::size_t>(digit)];
    return name + "政务服务中心";
}

template <typename Value>
Value checked(Outcome<Value> outcome) {
    if (!outcome.ok()) std::abort();  // Wrong answers are not timed.
    return std::move(outcome.value);
}

std::string bytes_of(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

Layout layout_file(const std::string& name) {
    return checked(read_layout(bytes_of(kRoot + "/layouts/" + name + ".yaml"), name, 1));
}

std::shared_ptr<const FontSet> fonts() {
    static const auto set =
        open_font_set(bytes_of(kRoot + "/fonts/fonts.yaml"), 1, kRoot + "/fonts").value;
    return set;
}

/// One table alone in a document, by a layout of its own on the page of a notice.
struct Sample {
    Layout own;
    Layout layout;
    LayoutData data;
    Ranking ranking;

    [[nodiscard]] Document compose() const {
        Diagnostics diagnostics;
        Table table = own.form ? form_table(*own.form, data, data.values, diagnostics)
                               : ranking_table(ranking, {}, own, diagnostics);
        if (!diagnostics.empty()) std::abort();
        Document document;
        document.blocks.push_back({BlockRole::table, std::move(table)});
        return document;
    }
};

Sample sample(Layout own) {
    Sample sample;
    // Rankings name their styles by their layout, forms by themselves.
    sample.layout = with_table_styles(layout_file("notice"), {{own.name, own}});
    for (const auto& [name, style] : own.styles) sample.layout.styles[name] = style;
    sample.own = std::move(own);
    return sample;
}

Sample ranking_of(std::int64_t units) {
    Sample made = sample(layout_file("ranking"));
    made.ranking.name_head = words("单位名称");
    made.ranking.score_head = words("得分");
    made.ranking.groups.push_back({words("合格"), {}});
    for (std::int64_t k = 0; k < units; ++k) {
        RankedUnit unit;
        unit.place = static_cast<unsigned>(k + 1);
        unit.name = words(name_of(k));
        unit.score = words("98.5" + std::to_string(k % 10));
        made.ranking.groups.back().units.push_back(std::move(unit));
    }
    return made;
}

Sample form_of(std::int64_t indicators) {
    Sample made = sample(checked(read_layout(kForm, "form", 1)));
    DataTable& table = made.data.tables["指标"];
    table.columns = {"一级", "二级", "三级", "年度", "完成", "得分"};
    for (std::int64_t k = 0; k < indicators; ++k) {
        table.rows.push_back(
            {words("产出" + std::to_string(k / 20)), words("数量" + std::to_string(k / 4)),
             words(name_of(k) + "办理时限比上年缩短，群众满意度不低于百分之九十五"), words("≥95%"),
             words("96%"), words("2")});
    }
    return made;
}

struct Prepared {
    explicit Prepared(Sample made)
        : sample{std::move(made)},
          document{sample.compose()},
          shaped{checked(shaper.shape(document, sample.layout))},
          pages{checked(make_pages(shaped, sample.layout))} {}

    Sample sample;
    Shaper shaper{fonts()};
    Document document;
    ShapedDocument shaped;
    PagedDocument pages;
};

using Make = Sample (*)(std::int64_t);

void compose_table(benchmark::State& state, Make make) {
    Prepared on{make(state.range(0))};
    for (auto _ : state) benchmark::DoNotOptimize(on.sample.compose());
}
void shape_table(benchmark::State& state, Make make) {
    Prepared on{make(state.range(0))};
    for (auto _ : state) benchmark::DoNotOptimize(on.shaper.shape(on.document, on.sample.layout));
}
/// Widths, lines and breaks of tables are decided from within the pages.
void lay_out_table(benchmark::State& state, Make make) {
    Prepared on{make(state.range(0))};
    for (auto _ : state) benchmark::DoNotOptimize(make_pages(on.shaped, on.sample.layout));
    state.counters["pages"] = static_cast<double>(on.pages.pages.size());
}
void write_table(benchmark::State& state, Make make) {
    Prepared on{make(state.range(0))};
    for (auto _ : state) benchmark::DoNotOptimize(write_pdf(on.pages, *fonts()));
}

void add(const char* kind, Make make, std::int64_t few, std::int64_t many) {
    using Run = void (*)(benchmark::State&, Make);
    const std::pair<const char*, Run> stages[] = {{"compose/", compose_table},
                                                  {"shape/", shape_table},
                                                  {"pages/", lay_out_table},
                                                  {"write/", write_table}};
    for (const auto& [stage, run] : stages) {
        benchmark::RegisterBenchmark((std::string{stage} + kind).c_str(), run, make)
            ->Arg(few)
            ->Arg(many)
            ->Unit(benchmark::kMillisecond);
    }
}

const bool kAdded = [] {
    add("ranking", ranking_of, 1000, 10'000);
    add("form", form_of, 50, 500);
    return true;
}();

}  // namespace
}  // namespace banxin

#include "pipeline/run/dumps.hpp"

#include "pipeline/lines/break_lines.hpp"
#include "pipeline/tables/place_table.hpp"
#include "pipeline/write/dump/write_dump.hpp"

namespace banxin {
namespace {

std::string dump_read(const Inputs& inputs) {
    std::string text = dump(inputs.job, inputs.sources);
    for (const auto& [name, workbook] : inputs.workbooks) text += dump(workbook, inputs.sources);
    for (const auto& [name, body] : inputs.bodies) text += dump(body, inputs.sources);
    return text;
}

std::string dump_layouts(const Nouns& nouns) {
    std::string text = dump(*nouns.inputs.layout);
    for (const auto& [name, layout] : nouns.inputs.table_layouts) text += dump(layout);
    return text;
}

std::string dump_lines(const Nouns& nouns) {
    std::string text;
    for (const ShapedBlock& block : nouns.shaped.blocks)
        if (const auto* paragraph = std::get_if<ShapedParagraph>(&block.content))
            text += dump(*paragraph, break_lines(*paragraph, nouns.layout.page.type_width,
                                                 nouns.layout.line_rules)
                                         .value);
    return text;
}

std::string dump_tables(const Nouns& nouns) {
    const PageGeometry& page = nouns.layout.page;
    std::string text;
    for (const ShapedBlock& block : nouns.shaped.blocks) {
        const auto* table = std::get_if<ShapedTable>(&block.content);
        if (table == nullptr) continue;
        const bool landscape = block.orientation == PageOrientation::landscape;
        const Length width = landscape ? page.type_height : page.type_width;
        const Length height = landscape ? page.type_width : page.type_height;
        const PlacedTable placed =
            place_table(*table, width, {height, height}, nouns.layout.line_rules).value;
        text += dump(placed.shown ? *placed.shown : *table, placed);
    }
    return text;
}

}  // namespace

std::string dump_of(DumpStage stage, const Nouns& nouns) {
    switch (stage) {
        case DumpStage::read:
            return dump_read(nouns.inputs);
        case DumpStage::layout:
            return dump_layouts(nouns);
        case DumpStage::score:
            return dump(nouns.scorecard, nouns.inputs.sources);
        case DumpStage::compose:
            return dump(nouns.document);
        case DumpStage::shape:
            return dump(nouns.shaped, nouns.fonts);
        case DumpStage::lines:
            return dump_lines(nouns);
        case DumpStage::tables:
            return dump_tables(nouns);
        case DumpStage::pages:
            return dump(nouns.pages, nouns.fonts);
    }
    return {};
}

}  // namespace banxin

#include "table_cases.hpp"

namespace banxin {
namespace {

constexpr Length ems(std::int64_t count) { return kEm * count; }

/// `count` columns, each with room for two Han.
TableBuilder columns(std::size_t count) {
    return TableBuilder{std::vector<TableColumn>(count, relative_column(1))};
}

TableCase of(std::string name, const TableBuilder& builder, TableRoom room) {
    ShapedTable table = builder.table();
    const Length width = ems(3) * static_cast<std::int64_t>(table.sections.at(0).columns.size());
    return {std::move(name), std::move(table), width, room};
}

/// A column of `count` rows of one line, 一 二 三 …, beside what `first` spans in front of them.
TableBuilder beside(const CellSketch& first, unsigned count) {
    static const std::vector<std::string> kNumbers = {"一", "二", "三", "四", "五",
                                                      "六", "七", "八", "九", "十"};
    TableBuilder builder = columns(2);
    builder.row({first.over(count, 1), cell(kNumbers[0])});
    for (unsigned row = 1; row < count; ++row) builder.row({cell(kNumbers[row])});
    return builder;
}

std::vector<TableCase> label_cases() {
    const CellSketch label = cell("产出").head();
    const CellSketch upright = cell("产出").vertical().head();
    const TableRoom room{ems(4), ems(8)};
    return {
        of("label-repeated", beside(label, 5), room),
        of("label-repeated-at-the-top", beside(label.aligned(VerticalAlignment::top), 5), room),
        of("label-repeated-at-the-foot", beside(label.aligned(VerticalAlignment::bottom), 5), room),
        of("label-centred",
           beside(label.aligned(VerticalAlignment::top).across(AcrossPages::centre), 5), room),
        of("label-centred-on-one-page",
           beside(label.aligned(VerticalAlignment::top).across(AcrossPages::centre), 3),
           {ems(8), ems(8)}),
        of("label-once", beside(label.across(AcrossPages::once), 5), room),
        of("label-over-three-pages", beside(label, 6), {ems(4), ems(4)}),
        of("text-shown-again", beside(cell("产出").across(AcrossPages::repeat), 5), room),
        of("vertical-label-repeated", beside(upright, 5), room),
        of("vertical-label-centred",
           beside(upright.aligned(VerticalAlignment::bottom).across(AcrossPages::centre), 5), room),
        of("vertical-label-once", beside(upright.across(AcrossPages::once), 5), room),
        of("vertical-label-in-two-columns", beside(cell("产\n出").vertical().head(), 5), room),
        of("label-too-high-for-the-last-part", beside(cell("产出指标").head(), 3),
           {ems(4), ems(8)}),
        of("label-too-high-for-the-first-part", beside(cell("产出指标目的").vertical().head(), 5),
           {ems(6), ems(10)}),
        of("label-waits-for-a-page-of-its-height",
           beside(cell("产出指标目的").vertical().head(), 5), {ems(4), ems(10)}),
    };
}

std::vector<TableCase> shape_cases() {
    std::vector<TableCase> cases;
    const CellSketch a = cell("甲").head();
    const CellSketch b = cell("乙").head();
    const auto plain = [](const char* text) { return std::vector{cell(text), cell(text)}; };
    cases.push_back(of("span-ends-at-the-break",
                       columns(2).row({a.over(2, 1), cell("1")}).row({cell("2")}).row(plain("3")),
                       {ems(4), ems(4)}));
    cases.push_back(of("span-begins-at-the-break",
                       columns(2).row(plain("1")).row({a.over(2, 1), cell("2")}).row({cell("3")}),
                       {ems(2), ems(4)}));
    cases.push_back(of("span-of-two-rows-cut",
                       columns(2).row(plain("1")).row({a.over(2, 1), cell("2")}).row({cell("3")}),
                       {ems(4), ems(4)}));
    cases.push_back(of(
        "spans-side-by-side",
        columns(3).row({a.over(3, 1), b.over(3, 1), cell("1")}).row({cell("2")}).row({cell("3")}),
        {ems(4), ems(4)}));
    cases.push_back(of("spans-staggered",
                       columns(3)
                           .row({a.over(3, 1), cell("1"), cell("2")})
                           .row({b.over(3, 1), cell("3")})
                           .row({cell("4")})
                           .row({cell("5"), cell("6")}),
                       {ems(4), ems(6)}));
    const TableBuilder nested = columns(3)
                                    .row({a.over(4, 1), b.over(2, 1), cell("1")})
                                    .row({cell("2")})
                                    .row({cell("丙").head().over(2, 1), cell("3")})
                                    .row({cell("4")});
    cases.push_back(of("nested-cut-between-groups", nested, {ems(4), ems(4)}));
    cases.push_back(of("nested-cut-within-a-group", nested, {ems(6), ems(6)}));
    cases.push_back(of("nested-cut-in-the-first-group", nested, {ems(2), ems(6)}));
    cases.push_back(of("block-of-two-by-two",
                       columns(3).row({a.over(2, 2), cell("1")}).row({cell("2")}),
                       {ems(2), ems(4)}));
    cases.push_back(
        of("column-spans-around-the-break",
           columns(2).row({cell("一二三").over(1, 2)}).row(plain("1")).row({cell("四").over(1, 2)}),
           {ems(4), ems(4)}));
    cases.push_back(of("all-rows-spanned-by-one-cell",
                       columns(1).row({a.over(3, 1)}).row({}).row({}), {ems(4), ems(4)}));
    cases.push_back(
        of("two-labels-one-upright",
           columns(3)
               .row({cell("产出").vertical().head().over(4, 1), b.over(4, 1), cell("1")})
               .row({cell("2")})
               .row({cell("3")})
               .row({cell("4")}),
           {ems(4), ems(4)}));
    cases.push_back(of("empty-span-cut", beside(cell(""), 3), {ems(4), ems(4)}));
    return cases;
}

std::vector<TableCase> text_span_cases() {
    return {
        of("text-span-goes-on", beside(cell("一二三四五六七八"), 3), {ems(4), ems(8)}),
        of("text-span-ends-before-the-break", beside(cell("量"), 4), {ems(4), ems(4)}),
        of("text-span-makes-the-last-row-grow", beside(cell("一二三四五六七八九十"), 2),
           {ems(4), ems(8)}),
        of("text-span-with-minimum-rows",
           columns(2)
               .row({cell("一二三四五六七八").over(2, 1), cell("1")})
               .minimum(ems(4))
               .row({cell("2")})
               .minimum(ems(4)),
           {ems(5), ems(8)}),
        of("text-span-beside-a-divided-row",
           columns(3)
               .row({cell("一二三四五六七八").over(2, 1), cell("产").head().over(2, 1),
                     cell("一二三四五六七八九十")})
               .row({cell("末")}),
           {ems(5), ems(9)}),
    };
}

}  // namespace

std::vector<TableCase> span_cases() {
    std::vector<TableCase> cases = label_cases();
    for (auto&& more : {shape_cases(), text_span_cases()})
        cases.insert(cases.end(), more.begin(), more.end());
    return cases;
}

std::vector<TableCase> head_cases() {
    const std::vector<CellSketch> heads = {cell("名").head(), cell("分").head()};
    const auto row = [](const char* name) { return std::vector{cell(name), cell("9")}; };
    const CellSketch bar = cell("良好").head().over(1, 2);
    std::vector<TableCase> cases;
    const TableBuilder plain =
        columns(2).row(heads).repeat_until(3).row(row("甲")).row(row("乙")).row(row("丙"));
    cases.push_back(of("head-repeated", plain, {ems(6), ems(6)}));
    cases.push_back(of("head-waits-for-its-first-row", plain, {ems(3), ems(8)}));
    cases.push_back(of("head-on-every-page", plain, {ems(4), ems(4)}));
    cases.push_back(of("head-of-two-rows-with-spans",
                       columns(3)
                           .row({cell("名").head().over(2, 1), cell("得分").head().over(1, 2)})
                           .repeat_until(4)
                           .row({cell("满").head(), cell("实").head()})
                           .repeat_until(4)
                           .row({cell("甲"), cell("9"), cell("8")})
                           .row({cell("乙"), cell("9"), cell("7")})
                           .row({cell("丙"), cell("9"), cell("6")}),
                       {ems(8), ems(10)}));
    const TableBuilder groups = columns(2)
                                    .row(heads)
                                    .repeat_until(6)
                                    .row({cell("优秀").head().over(1, 2)})
                                    .repeat_until(3)
                                    .row(row("甲"))
                                    .row(row("乙"))
                                    .row({bar})
                                    .repeat_until(6)
                                    .row(row("丙"))
                                    .row(row("丁"));
    cases.push_back(of("group-head-repeated-in-its-group", groups, {ems(6), ems(8)}));
    cases.push_back(of("group-head-ends-with-its-group", groups, {ems(8), ems(10)}));
    cases.push_back(of("group-head-never-last", groups, {ems(10), ems(10)}));
    cases.push_back(of("bar-kept-with-its-row",
                       columns(2).row(row("甲")).row({bar}).keep_with_next().row(row("乙")),
                       {ems(4), ems(4)}));
    cases.push_back(of(
        "chain-of-kept-rows",
        columns(2).row(row("甲")).row(row("乙")).keep_with_next().row({bar}).keep_with_next().row(
            row("丙")),
        {ems(6), ems(6)}));
    cases.push_back(of("chain-of-kept-rows-longer-than-a-page",
                       columns(1)
                           .row({cell("甲")})
                           .keep_with_next()
                           .row({cell("乙")})
                           .keep_with_next()
                           .row({cell("丙")}),
                       {ems(4), ems(4)}));
    cases.push_back(of("head-higher-than-half-a-page",
                       columns(1)
                           .row({cell("一二三四五六").head()})
                           .repeat_until(2)
                           .row({cell("甲")})
                           .row({cell("乙")}),
                       {ems(6), ems(6)}));
    cases.push_back(of("label-beside-a-repeated-head",
                       columns(2)
                           .row({cell("绩").head().over(4, 1), cell("项").head()})
                           .repeat_until(3)
                           .row({cell("甲")})
                           .row({cell("乙")})
                           .row({cell("丙")}),
                       {ems(6), ems(4)}));
    cases.push_back(
        of("head-repeated-above-a-divided-row",
           columns(2).row(heads).repeat_until(1).row({cell("甲"), cell("一二三四五六七八九十")}),
           {ems(5), ems(7)}));
    return cases;
}

std::vector<TableCase> row_cases() {
    const std::string ten = "一二三四五六七八九十";
    const TableBuilder three = columns(1).row({cell("甲")}).row({cell("乙")}).row({cell("丙")});
    std::vector<TableCase> cases;
    cases.push_back(of("rows-exactly-fit", three, {ems(6), ems(6)}));
    cases.push_back(
        of("last-row-one-unit-too-high", three, {ems(6) - Length::from_emu(1), ems(6)}));
    cases.push_back(of("one-row-a-page", three, {ems(2), ems(2)}));
    cases.push_back(of("nothing-fits-the-first-page", three, {ems(1), ems(6)}));
    cases.push_back(of("line-a-page", columns(1).row({cell("一二三四")}), {ems(1), ems(1)}));
    cases.push_back(of("row-divided",
                       columns(2).row({cell("一"), cell(ten)}).row({cell("二"), cell("末")}),
                       {ems(5), ems(9)}));
    cases.push_back(of("row-divided-short-cell-whole",
                       columns(2).row({cell("一二三四五六"), cell(ten)}), {ems(5), ems(9)}));
    cases.push_back(of("row-divided-at-different-lines",
                       columns(2).row({cell("一二三四五六七八"), cell(ten + "甲乙")}),
                       {ems(4), ems(9)}));
    cases.push_back(
        of("row-of-three-lines-moves", columns(1).row({cell("一二三四五六")}), {ems(3), ems(6)}));
    cases.push_back(of("row-of-four-lines-two-and-two", columns(1).row({cell("一二三四五六七八")}),
                       {ems(4), ems(6)}));
    cases.push_back(of("tall-row-over-three-pages",
                       columns(2).row({cell("目标").vertical().head(), cell(ten + ten)}),
                       {ems(5), ems(6)}));
    cases.push_back(of("tall-row-beside-a-label-of-two-rows",
                       columns(3)
                           .row({cell("产").head().over(2, 1), cell("量"), cell(ten + ten)})
                           .row({cell("质"), cell("末")}),
                       {ems(8), ems(8)}));
    cases.push_back(of("minimum-height-moves",
                       columns(1).row({cell("甲")}).row({cell("乙")}).minimum(ems(5)),
                       {ems(6), ems(8)}));
    cases.push_back(of("minimum-height-above-a-page",
                       columns(1).row({cell("甲")}).minimum(ems(9)).row({cell("乙")}),
                       {ems(4), ems(6)}));
    cases.push_back(of("minimum-height-of-a-divided-row",
                       columns(1).row({cell(ten)}).minimum(ems(10)), {ems(5), ems(8)}));
    cases.push_back(of(
        "empty-cells",
        columns(2).row({cell(""), cell("1")}).row({cell("2"), cell("")}).row({cell(""), cell("")}),
        {ems(4), ems(4)}));
    return cases;
}

}  // namespace banxin

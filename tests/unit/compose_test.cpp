// Whole documents and tables from hand-made jobs, scorecards and layouts.
#include "pipeline/compose/compose.hpp"

#include <gtest/gtest.h>

#include "pipeline/write/dump/write_dump.hpp"
#include "tests/golden.hpp"

namespace banxin {
namespace {

Text words(const std::string& utf8, std::uint32_t row = 1) {
    return Text{utf8, {.row = row, .column = 1, .file = 1}};
}

Ranking ranking_of(const std::string& key, const std::vector<unsigned>& groups) {
    Ranking ranking;
    ranking.key = key;
    ranking.name_head = words("单位名称");
    ranking.score_head = words("考核得分");
    for (std::size_t k = 0; k < groups.size(); ++k) {
        RankedGroup group;
        group.name = words(k == 0 ? "甲等" : "乙等");
        for (unsigned place = 1; place <= groups[k]; ++place) {
            RankedUnit unit;
            unit.place = place;
            unit.name = words((k == 0 ? "甲" : "乙") + std::to_string(place), 10 + place);
            unit.score = words(std::to_string(100 - place), 10 + place);
            group.units.push_back(unit);
        }
        ranking.groups.push_back(group);
    }
    return ranking;
}

Layout ranking_layout() {
    Layout layout;
    layout.name = "ranking";
    layout.styles["cell"].name = "cell";
    RankingLayout ranking;
    ranking.head_style = "head";
    ranking.bar_style = "bar";
    ranking.bar = words("“{grade}”（{count}名）");
    RankingColumn place;
    place.value = RankingColumn::Value::place;
    place.head = words("序号");
    place.style = "cell";
    place.fixed_width = 10_mm;
    RankingColumn name = place;
    name.value = RankingColumn::Value::name;
    name.head = words("{head}");
    name.fixed_width = {};
    RankingColumn shown = name;
    shown.value = RankingColumn::Value::shown;
    RankingColumn score = name;
    score.value = RankingColumn::Value::score;
    ranking.columns = {place, name, shown, score};
    layout.ranking = ranking;
    return layout;
}

class Compose : public testing::Test {
  protected:
    Outcome<Document> compose_all() {
        return compose(job_, scorecard_, {{job_.body.utf8(), body_}}, layout_,
                       {{"ranking", ranking_layout()}});
    }
    void parts(std::initializer_list<Part> parts) {
        for (const Part part : parts) layout_.parts.push_back({part, {}, {}});
    }
    AnnexJob& add_annex(const std::string& title, const std::vector<unsigned>& groups) {
        AnnexJob annex;
        annex.title = {words(title)};
        job_.annexes.push_back(annex);
        scorecard_.rankings.push_back(
            ranking_of("附件" + std::to_string(job_.annexes.size()), groups));
        return job_.annexes.back();
    }
    Table table() {
        layout_.parts.clear();
        parts({Part::annexes});
        Outcome<Document> document = compose_all();
        EXPECT_EQ(document.diagnostics, Diagnostics{});
        return std::get<Table>(document.value.blocks.back().content);
    }

    Job job_;
    Scorecard scorecard_;
    BodyText body_;
    Layout layout_;
};

std::string text_of(const Paragraph& paragraph) {
    std::string text;
    for (const StyledText& run : paragraph.runs) text += run.text.utf8();
    return text;
}

/// Each row's cells with `|` between them; a spanning cell is written once.
std::vector<std::string> rows_of(const Table& table) {
    std::vector<std::string> rows(table.rows.size());
    for (const TableCell& cell : table.cells)
        rows[cell.row] += (cell.column == 0 ? "" : "|") + text_of(cell.paragraph);
    return rows;
}

/// Every place of the grid belongs to exactly one cell.
bool tiles(const Table& table) {
    const std::size_t columns = table.sections.at(0).columns.size();
    std::vector<unsigned> covered(table.rows.size() * columns, 0);
    for (const TableCell& cell : table.cells)
        for (unsigned row = cell.row; row < cell.row + cell.row_span; ++row)
            for (unsigned column = cell.column; column < cell.column + cell.column_span; ++column)
                ++covered.at(row * columns + column);
    return std::all_of(covered.begin(), covered.end(), [](unsigned times) { return times == 1; });
}

TEST_F(Compose, PutsANoticeTogetherInTheOrderOfTheLayout) {
    parts({Part::title, Part::recipients, Part::body, Part::attachments, Part::signature,
           Part::annexes});
    layout_.name = "notice";
    job_.title = {words("关于考核情况的"), words("通报")};
    job_.recipients = words("各区人民政府");
    job_.issuer = words("领导小组");
    job_.signature.signatories.emplace_back().issuer = job_.issuer;
    job_.date = Date{2021, 1, 29};
    job_.body = words("body.txt");
    add_annex("市直部门统计表", {3, 2});
    add_annex("《驻厅企业统计表》。", {1});
    const Text run_in{"（一）得分{总分}。其余另行通知。", {.row = 3, .column = 1, .file = 2}};
    body_.paragraphs = {{0, 0, words("现将“甲等”{附件1_甲等_名数}名通报如下：", 1)},
                        {1, 27, words("一、考核情况一般", 2)},
                        {2, 27, run_in},
                        {3, 0, words("1.有序号的段落，没有标题。", 4)}};
    body_.paragraphs[1].heading_bytes =
        static_cast<std::uint32_t>(body_.paragraphs[1].text.utf8().size());
    body_.paragraphs[2].heading_bytes = static_cast<std::uint32_t>(run_in.utf8().find("其余"));
    scorecard_.values = {{"附件1_甲等_名数", std::int64_t{3}}, {"总分", *Decimal::parse("9.50")}};
    const Outcome<Document> document = compose_all();
    EXPECT_EQ(document.diagnostics, Diagnostics{});
    EXPECT_TRUE(matches_golden("compose-notice", dump(document.value)));
}

TEST_F(Compose, OneAnnexHasNoNumber) {
    parts({Part::attachments, Part::annexes});
    add_annex("统计表", {1});
    const Outcome<Document> document = compose_all();
    const auto& blocks = document.value.blocks;
    ASSERT_EQ(blocks.size(), 4U);
    EXPECT_EQ(text_of(std::get<Paragraph>(blocks[0].content)), "附件：统计表");
    EXPECT_EQ(std::get<Paragraph>(blocks[0].content).hanging_bytes, std::string{"附件："}.size());
    EXPECT_EQ(blocks[0].links_to, 1U);
    EXPECT_EQ(text_of(std::get<Paragraph>(blocks[1].content)), "附件");
}

TEST_F(Compose, SaysWhatTheLayoutNeeds) {
    parts({Part::title, Part::body, Part::signature, Part::attachments, Part::annexes});
    std::vector<std::string> keys;
    for (const Diagnostic& diagnostic : compose_all().diagnostics) {
        EXPECT_EQ(diagnostic.code, Code::part_missing);
        keys.push_back(diagnostic.arguments[0].value);
    }
    EXPECT_EQ(keys, (std::vector<std::string>{"title", "body", "issuer", "date"}));
}

TEST_F(Compose, FieldsFillTextsButNeverHideWhatWasComputed) {
    layout_.parts.push_back({Part::text, "note", words("{年度}年度 {总分}")});
    job_.data.fields["年度"].value = words("2023");
    job_.data.fields["总分"].value = words("100");
    scorecard_.values["总分"] = *Decimal::parse("96.4");
    const Outcome<Document> document = compose_all();
    ASSERT_EQ(document.value.blocks.size(), 1U);
    EXPECT_EQ(document.value.blocks[0].role, BlockRole::note);
    EXPECT_EQ(text_of(std::get<Paragraph>(document.value.blocks[0].content)), "2023年度 96.4");
}

TEST_F(Compose, FillsPanelsDownInsideEachGroup) {
    add_annex("表", {8, 11}).table.panels = 4;
    const Table made = table();
    EXPECT_TRUE(tiles(made));
    EXPECT_EQ(made.sections.at(0).columns.size(), 12U);
    const std::string heads = "序号|单位名称|考核得分";
    const std::vector<std::string> expected = {heads + "|" + heads + "|" + heads + "|" + heads,
                                               "“甲等”（8名）",
                                               "1|甲1|99|3|甲3|97|5|甲5|95|7|甲7|93",
                                               "2|甲2|98|4|甲4|96|6|甲6|94|8|甲8|92",
                                               "“乙等”（11名）",
                                               "1|乙1|99|4|乙4|96|7|乙7|93|10|乙10|90",
                                               "2|乙2|98|5|乙5|95|8|乙8|92|11|乙11|89",
                                               "3|乙3|97|6|乙6|94|9|乙9|91|||"};
    EXPECT_EQ(rows_of(made), expected);
    EXPECT_EQ(made.rows[0].repeats_until, 7U);
    EXPECT_TRUE(made.rows[0].keep_with_next);
    EXPECT_TRUE(made.rows[4].keep_with_next);
    EXPECT_FALSE(made.rows[5].keep_with_next);
    EXPECT_EQ(made.rows[5].repeats_until, 5U);
}

TEST_F(Compose, FillsPanelsAcrossWithTheBarAboveTheHeads) {
    AnnexJob& annex = add_annex("表", {2, 5});
    annex.table.panels = 2;
    annex.table.fill = FillOrder::across;
    annex.table.bar = BarPlace::above_heads;
    const Table made = table();
    EXPECT_TRUE(tiles(made));
    EXPECT_EQ(rows_of(made), (std::vector<std::string>{
                                 "“甲等”（2名）", "序号|单位名称|考核得分|序号|单位名称|考核得分",
                                 "1|甲1|99|2|甲2|98", "“乙等”（5名）", "1|乙1|99|2|乙2|98",
                                 "3|乙3|97|4|乙4|96", "5|乙5|95|||"}));
    EXPECT_EQ(made.rows[0].repeats_until, 0U);
    EXPECT_EQ(made.rows[1].repeats_until, 6U);
}

TEST_F(Compose, NoPanelStandsEmptyWhileAnotherHasTwoMore) {
    add_annex("表", {9}).table.panels = 4;
    EXPECT_EQ(rows_of(table()).back(), "3|甲3|97|||||||||");
}

TEST_F(Compose, ShowsTheFurtherColumnsOfTheJob) {
    add_annex("表", {2});
    Ranking& ranking = scorecard_.rankings[0];
    ranking.shown_heads = {words("主管部门"), words("备注")};
    for (RankedUnit& unit : ranking.groups[0].units) unit.shown = {words("局"), words("注")};
    EXPECT_EQ(rows_of(table()),
              (std::vector<std::string>{"序号|单位名称|主管部门|备注|考核得分", "“甲等”（2名）",
                                        "1|甲1|局|注|99", "2|甲2|局|注|98"}));
}

TEST_F(Compose, ATableWithoutUnitsIsItsHeads) {
    add_annex("表", {}).table.bar = BarPlace::above_heads;
    EXPECT_EQ(rows_of(table()), (std::vector<std::string>{"序号|单位名称|考核得分"}));
}

TEST_F(Compose, TableStylesStandBesideTheDocumentsOwn) {
    layout_.styles["cell"].name = "cell";
    const Layout all = with_table_styles(layout_, {{"ranking", ranking_layout()}});
    EXPECT_EQ(all.styles.size(), 2U);
    EXPECT_EQ(all.style("ranking/cell").name, "ranking/cell");
    add_annex("表", {1});
    EXPECT_EQ(table().cells.back().paragraph.style, "ranking/cell");
}

/// A caption, and a form of one row with a field and an entry for each row of a table.
Layout form_layout() {
    Layout layout;
    layout.name = "form";
    layout.parts = {{Part::text, "caption", words("{年度}年自评表")}, {Part::form, {}, {}}};
    FormCell item;
    item.text = words("{项目}（{细则_分值_合计}）");
    item.style = "cell";
    FormRow row;
    row.cells = {item};
    row.repeat = "细则";
    FormSection section;
    section.columns = {TableColumn{}};
    section.rows = {row};
    layout.form = FormLayout{};
    layout.form->sections = {section};
    return layout;
}

LayoutData rules(const std::string& item) {
    LayoutData data;
    data.tables["细则"] = {{"项目"}, {{words(item)}}};
    data.values["细则_分值_合计"] = Decimal{15, 0};
    return data;
}

class ComposeInsets : public Compose {
  protected:
    ComposeInsets() {
        for (const char* name : {"body", "heading-1", "heading-2", "heading-3", "heading-4"})
            layout_.styles[name].name = name;
        job_.body = words("body.txt");
        body_.paragraphs = {{0, 0, words("现将情况通报如下：")},
                            {0, 0, words("{培训费}")},
                            {0, 0, words("特此通报。")}};
        job_.insets["培训费"].layout = words("form");
        scorecard_.insets["培训费"] = rules("培训");
        job_.data.fields["年度"].value = words("2023");
    }
    Outcome<Document> compose_all() {
        return compose(job_, scorecard_, {{"body.txt", body_}}, layout_, {{"form", form_layout()}});
    }
    /// Each block's text; a table's is that of its rows.
    static std::vector<std::string> texts(const Document& document) {
        std::vector<std::string> texts;
        for (const Block& block : document.blocks) {
            if (const auto* table = std::get_if<Table>(&block.content))
                for (const std::string& row : rows_of(*table)) texts.push_back("[" + row + "]");
            else
                texts.push_back(text_of(std::get<Paragraph>(block.content)));
        }
        return texts;
    }
};

TEST_F(ComposeInsets, ALineOfTheBodyPlacesAnInset) {
    parts({Part::body});
    const Outcome<Document> document = compose_all();
    EXPECT_EQ(document.diagnostics, Diagnostics{});
    EXPECT_EQ(texts(document.value), (std::vector<std::string>{"现将情况通报如下：", "2023年自评表",
                                                               "[培训（15）]", "特此通报。"}));
    EXPECT_EQ(std::get<Paragraph>(document.value.blocks[1].content).style, "form/caption");
    const auto& table = std::get<Table>(document.value.blocks[2].content);
    EXPECT_EQ(table.cells.front().paragraph.style, "form/cell");
    EXPECT_EQ(table.cells.front().paragraph.runs.front().style, "form/cell");
}

TEST_F(ComposeInsets, AnInsetsOwnValuesHideThoseOfTheDocument) {
    parts({Part::body});
    job_.insets["培训费"].data.fields["年度"].value = words("2022");
    EXPECT_EQ(texts(compose_all().value)[1], "2022年自评表");
}

TEST_F(ComposeInsets, AnInsetThatNoLinePlacesIsReported) {
    parts({Part::body});
    body_.paragraphs[1].text = words("见{培训费}。");
    const Outcome<Document> document = compose_all();
    ASSERT_EQ(document.diagnostics.size(), 2U);
    EXPECT_EQ(document.diagnostics[0].code, Code::name_unknown);
    EXPECT_EQ(document.diagnostics[1].code, Code::inset_unused);
}

TEST_F(ComposeInsets, AnnexesAreFormsOrTextsToo) {
    parts({Part::enclosures, Part::annexes});
    job_.insets.clear();
    job_.body = {};
    AnnexJob form;
    form.title = {words("考核细则")};
    form.content = AnnexJob::Content::inset;
    form.inset.layout = words("form");
    form.ranking.key = "附件1";
    AnnexJob text;
    text.title = {words("说明")};
    text.content = AnnexJob::Content::text;
    text.body = words("body.txt");
    job_.annexes = {form, text};
    scorecard_.rankings.resize(2);
    scorecard_.insets["附件1"] = rules("大厅");
    body_.paragraphs.pop_back();
    body_.paragraphs.pop_back();
    job_.enclosures = {{{words("实施方案")}, words("body.txt"), {}}};
    const Outcome<Document> document = compose_all();
    EXPECT_EQ(document.diagnostics, Diagnostics{});
    EXPECT_EQ(texts(document.value),
              (std::vector<std::string>{"实施方案", "现将情况通报如下：", "附件1", "考核细则",
                                        "2023年自评表", "[大厅（15）]", "附件2", "说明",
                                        "现将情况通报如下："}));
    EXPECT_EQ(document.value.blocks[5].annex, 1U);
    EXPECT_EQ(document.value.blocks[8].annex, 2U);
}

TEST_F(ComposeInsets, WhatTheLayoutHasNoPlaceForIsReported) {
    parts({Part::title});
    job_.title = {words("通报")};
    job_.recipients = words("各区");
    job_.insets.clear();
    const Outcome<Document> document = compose_all();
    ASSERT_EQ(document.diagnostics.size(), 2U);
    EXPECT_EQ(document.diagnostics[0].arguments.front().value, "recipients");
    EXPECT_EQ(document.diagnostics[1].arguments.front().value, "body");
}

}  // namespace
}  // namespace banxin

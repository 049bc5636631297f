#include "pipeline/compose/compose.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "pipeline/base/line_joint.hpp"
#include "pipeline/base/nearest.hpp"
#include "pipeline/compose/archive_record.hpp"
#include "pipeline/compose/form_table.hpp"
#include "pipeline/compose/hand_written_numbers.hpp"
#include "pipeline/compose/head_blocks.hpp"
#include "pipeline/compose/phrases.hpp"
#include "pipeline/compose/ranking_table.hpp"
#include "pipeline/compose/unit_totals.hpp"
#include "pipeline/compose/wording.hpp"
#include "pipeline/read/own_number.hpp"

namespace banxin {
namespace {

NamedValues named_values(const DataJob& job, const LayoutData& data) {
    NamedValues values = data.values;
    for (const auto& [name, field] : job.fields) values.try_emplace(name, field.value);
    return values;
}

/// Tables by other layouts have their styles under names of their own.
void rename_styles(Table& table, const Layout& layout) {
    const auto rename = [&](Paragraph& paragraph) {
        paragraph.style = table_style(layout, paragraph.style);
        for (StyledText& run : paragraph.runs) run.style = table_style(layout, run.style);
    };
    for (TableCell& cell : table.cells) rename(cell.paragraph);
    if (!table.continued.runs.empty()) rename(table.continued);
}

/// Puts the parts of one document together.
class Composer {
  public:
    Composer(const Job& job, const Scorecard& scorecard, const BodyTexts& bodies,
             const Layout& layout, const TableLayouts& table_layouts)
        : job_{job},
          scorecard_{scorecard},
          bodies_{bodies},
          layout_{layout},
          table_layouts_{table_layouts},
          values_{named_values(job.data, scorecard)},
          names_{&values_} {}

    Outcome<Document> compose();

  private:
    void add_part(const PartLayout& part);
    void add_text(const PartLayout& part, const std::string& style, const Names& names);
    void add_head();
    void add_title();
    void add_recipients();
    void add_main_body();
    void add_body(const Text& file);
    void add_body_paragraph(const BodyParagraph& paragraph);
    void add_attendance();
    void add_attachments();
    void add_signature();
    void add_signatory(const SignatoryJob& signatory);
    void add_note();
    void add_annexes(Binding binding);
    void add_annex(std::size_t index);
    void add_annex_content(std::size_t index);
    void add_text_annex(const AnnexJob& annex);
    void add_enclosures();
    void add_imprint();
    void add_form();
    void add_inset_named(const std::string& name);
    void add_inset(const InsetJob& inset, const std::string& key);
    void check_insets();
    void check_parts();
    Block& add_paragraph(BlockRole role, std::string style, Text text);
    Text filled(const Text& text) { return fill(text, names_, diagnostics_).text; }
    [[nodiscard]] std::string authors();
    void require(bool is_there, std::string_view key);
    [[nodiscard]] bool has_part(Part part) const;

    const Job& job_;
    const Scorecard& scorecard_;
    const BodyTexts& bodies_;
    const Layout& layout_;
    const TableLayouts& table_layouts_;
    NamedValues values_;
    Names names_;
    Document document_;
    Diagnostics diagnostics_;
    std::set<std::string> insets_;  ///< Those that the text has placed.
};

Outcome<Document> Composer::compose() {
    document_.information.title = filled(joined_lines(job_.title)).utf8();
    document_.information.author = authors();
    document_.information.date = job_.date;
    if (job_.archive)
        for (const Text& keyword : job_.archive->keywords)
            document_.information.keywords.push_back(filled(keyword).utf8());
    document_.information.archive =
        archive_record(job_, [&](const Text& text) { return filled(text); });
    for (const PartLayout& part : layout_.parts) add_part(part);
    if (has_part(Part::annexes)) add_annexes(Binding::separately);
    check_insets();
    check_parts();
    return {std::move(document_), std::move(diagnostics_)};
}

/// All that issue the document, the host first.
std::string Composer::authors() {
    std::string names = on_one_line(filled(job_.issuer).utf8());
    if (job_.signature.form == SignatureForm::stamped) return names;
    for (std::size_t k = 1; k < job_.signature.signatories.size(); ++k)
        names += "、" + on_one_line(filled(job_.signature.signatories[k].issuer).utf8());
    return names;
}

void Composer::add_part(const PartLayout& part) {
    switch (part.part) {
        case Part::head:
            return add_head();
        case Part::title:
            return add_title();
        case Part::recipients:
            return add_recipients();
        case Part::body:
            return add_main_body();
        case Part::attendance:
            return add_attendance();
        case Part::attachments:
            return add_attachments();
        case Part::signature:
            return add_signature();
        case Part::note:
            return add_note();
        case Part::enclosures:
            return add_enclosures();
        case Part::annexes:
            return add_annexes(Binding::together);
        case Part::imprint:
            return add_imprint();
        case Part::form:
            return add_form();
        case Part::text:
            return add_text(part, part.style, names_);
    }
}

Block& Composer::add_paragraph(BlockRole role, std::string style, Text text) {
    Paragraph paragraph;
    paragraph.style = std::move(style);
    if (!text.empty()) paragraph.runs.push_back({std::move(text), paragraph.style});
    document_.blocks.push_back({role, std::move(paragraph)});
    return document_.blocks.back();
}

void Composer::add_text(const PartLayout& part, const std::string& style, const Names& names) {
    add_paragraph(BlockRole::note, style, fill(part.text, names, diagnostics_).text);
    if (part.end_text.empty()) return;
    Block& end =
        add_paragraph(BlockRole::note, style, fill(part.end_text, names, diagnostics_).text);
    end.beside_previous = true;
    std::get<Paragraph>(end.content).alignment = Alignment::right;
}

void Composer::require(bool is_there, std::string_view key) {
    if (is_there) return;
    diagnostics_.push_back(
        {Code::part_missing, job_.origin, {{"key", std::string{key}}, {"layout", layout_.name}}});
}

bool Composer::has_part(Part part) const {
    return std::any_of(layout_.parts.begin(), layout_.parts.end(),
                       [&](const PartLayout& each) { return each.part == part; });
}

void Composer::add_head() {
    require(job_.head.has_value(), "head");
    if (!job_.head || !layout_.head) return;
    auto head = head_blocks(job_, layout_, [&](const Text& text) { return filled(text); });
    append(diagnostics_, std::move(head.diagnostics));
    for (Block& block : head.value) document_.blocks.push_back(std::move(block));
}

void Composer::add_title() {
    require(!job_.title.empty(), "title");
    if (!job_.title.empty())
        add_paragraph(BlockRole::title, "title", filled(separate_lines(job_.title)));
}

void Composer::add_recipients() {
    if (job_.recipients.empty()) return;
    Text text = filled(job_.recipients);
    text.append("：", job_.recipients.origin());
    add_paragraph(BlockRole::recipients, "recipients", std::move(text));
}

void Composer::add_main_body() {
    require(!job_.body.empty(), "body");
    add_body(job_.body);
}

/// Text in the styles of the body, with insets where its lines name them.
void Composer::add_body(const Text& file) {
    const auto found = bodies_.find(file.utf8());
    if (found == bodies_.end()) return;
    for (const BodyParagraph& paragraph : found->second.paragraphs) {
        const std::string_view line = paragraph.text.utf8();
        const bool in_braces = line.size() > 2 && line.front() == '{' && line.back() == '}';
        const std::string name{in_braces ? line.substr(1, line.size() - 2) : ""};
        if (job_.insets.contains(name))
            add_inset_named(name);
        else
            add_body_paragraph(paragraph);
    }
}

/// A heading is a block of its own level. A run-in heading is body text that begins in the
/// heading's type; a paragraph that only has a label is body text altogether.
void Composer::add_body_paragraph(const BodyParagraph& paragraph) {
    constexpr auto kHeadings =
        std::to_array<std::pair<BlockRole, const char*>>({{BlockRole::heading_1, "heading-1"},
                                                          {BlockRole::heading_2, "heading-2"},
                                                          {BlockRole::heading_3, "heading-3"},
                                                          {BlockRole::heading_4, "heading-4"}});
    const FilledText text = fill(paragraph.text, names_, diagnostics_);
    append(diagnostics_, check_hand_written_numbers(text, job_, scorecard_));
    append(diagnostics_, check_unit_totals(text, job_, scorecard_));
    const std::size_t size = text.text.utf8().size();
    if (paragraph.level == 0 || paragraph.level > kHeadings.size() ||
        paragraph.heading_bytes == 0) {
        add_paragraph(BlockRole::body, "body", text.text);
        return;
    }
    const auto& [role, style] = kHeadings.at(paragraph.level - 1);
    if (paragraph.heading_bytes >= paragraph.text.utf8().size()) {
        add_paragraph(role, style, text.text);
        return;
    }
    const std::size_t heading = text.place_of(paragraph.heading_bytes);
    Paragraph run_in;
    run_in.style = "body";
    run_in.runs.push_back({text.text.slice(0, heading), style});
    if (heading < size) run_in.runs.push_back({text.text.slice(heading, size), "body"});
    document_.blocks.push_back({BlockRole::body, std::move(run_in)});
}

/// 出席, 请假 and 列席, GB/T 9704-2012, 10.3: a paragraph each, with later lines behind the label.
void Composer::add_attendance() {
    for (const auto& [name_of_label, names] : job_.attendance) {
        Text label = name_of_label;
        label.append("：", name_of_label.origin());
        Block& block = add_paragraph(BlockRole::attendance, "attendance", {});
        auto& paragraph = std::get<Paragraph>(block.content);
        paragraph.hanging_bytes = static_cast<std::uint32_t>(label.utf8().size());
        paragraph.runs = {{std::move(label), "attendance-label"}, {filled(names), "attendance"}};
    }
}

/// 附件说明, GB/T 9704-2012, 7.3.4: `附件：name`, or `附件：1. name` and below it `2. name`, with
/// the numbers under each other and later lines of a name under its first character. From ten on
/// the numbers end below each other, so that all names begin at one place.
void Composer::add_attachments() {
    const std::string label = "附件：";
    const std::size_t count = job_.annexes.size();
    const bool has_wide_numbers = count >= 10;
    for (std::size_t index = 0; index < count; ++index) {
        const AnnexJob& annex = job_.annexes[index];
        const bool has_label = index == 0 && !has_wide_numbers;
        const std::string number = count > 1 ? std::to_string(index + 1) + ". " : std::string{};
        const std::string lead = (has_label ? label : std::string{}) + number;
        if (index == 0 && has_wide_numbers)
            add_paragraph(BlockRole::note, "attachment", Text{label, annex.origin});
        Text text{lead, annex.origin};
        text.append(bare_name(filled(joined_lines(annex.title))));
        Block& block = add_paragraph(BlockRole::attachment, "attachment", std::move(text));
        block.links_to = static_cast<unsigned>(index + 1);
        block.beside_previous = index == 0 && has_wide_numbers;
        auto& paragraph = std::get<Paragraph>(block.content);
        paragraph.hanging_bytes = static_cast<std::uint32_t>(lead.size());
        if (!has_label) paragraph.hang_under = label;
        // Room for the digit that a shorter number lacks.
        if (has_wide_numbers && index + 1 < 10) paragraph.hang_under += "0";
    }
}

/// 发文机关署名 or 签发人职务 of each, the host first, and 成文日期. GB/T 9704-2012, 7.3.5.
void Composer::add_signature() {
    const SignatureForm form = job_.signature.form;
    const std::optional<SignatureForm> wanted = layout_.signature.form;
    if (wanted && *wanted != form) {
        constexpr auto kKeys = std::to_array({"issuer", "seals", "stamps"});
        require(false, kKeys.at(static_cast<std::size_t>(*wanted)));
    }
    require(!job_.signature.signatories.empty(), "issuer");
    require(job_.date.has_value(), "date");
    for (const SignatoryJob& signatory : job_.signature.signatories) add_signatory(signatory);
    if (job_.date) add_paragraph(BlockRole::date, "date", Text{printed(*job_.date), job_.origin});
}

void Composer::add_signatory(const SignatoryJob& signatory) {
    const SignatureForm form = job_.signature.form;
    const bool stamped = form == SignatureForm::stamped;
    const Text words = filled(stamped ? signatory.post : signatory.issuer);
    const std::string who = on_one_line(filled(signatory.issuer).utf8());
    Block& block = add_paragraph(stamped ? BlockRole::post : BlockRole::issuer, "issuer", words);
    if (form == SignatureForm::plain) return;
    const std::string what = stamped ? "签名章" : "印章";
    block.impression = {signatory.picture, signatory.width, who.empty() ? what : what + "：" + who};
}

/// 附注 in full-width brackets, GB/T 9704-2012, 7.3.6.
void Composer::add_note() {
    if (job_.note.empty()) return;
    add_paragraph(BlockRole::closing_note, "note", in_brackets(filled(job_.note)));
}

void Composer::add_annexes(Binding binding) {
    for (std::size_t index = 0; index < job_.annexes.size(); ++index) {
        if (job_.annexes[index].binding != binding) continue;
        const std::size_t first = document_.blocks.size();
        add_annex(index);
        for (std::size_t k = first; k < document_.blocks.size(); ++k) {
            document_.blocks[k].annex = static_cast<unsigned>(index + 1);
            // The label and the title of a table stand on its page.
            if (job_.annexes[index].content != AnnexJob::Content::text)
                document_.blocks[k].orientation = document_.blocks.back().orientation;
        }
    }
}

/// GB/T 9704-2012, 7.3.7: the number only where there are several; 发文字号 before the label of an
/// annex that is bound by itself.
void Composer::add_annex(std::size_t index) {
    const AnnexJob& annex = job_.annexes[index];
    const std::string number = job_.annexes.size() > 1 ? std::to_string(index + 1) : std::string{};
    const bool is_volume = annex.binding == Binding::separately;
    Text label;
    if (is_volume) {
        label = filled(own_document_number(job_));
        if (label.empty()) diagnostics_.push_back({Code::annex_without_number, annex.origin, {}});
    }
    label.append("附件" + number, annex.origin);
    add_paragraph(BlockRole::annex_label, "annex-label", std::move(label)).begins_volume =
        is_volume;
    const bool has_own_style =
        annex.content == AnnexJob::Content::text && layout_.styles.contains("annex-text-title");
    add_paragraph(BlockRole::annex_title, has_own_style ? "annex-text-title" : "annex-title",
                  filled(separate_lines(annex.title)));
    add_annex_content(index);
}

void Composer::add_annex_content(std::size_t index) {
    const AnnexJob& annex = job_.annexes[index];
    if (annex.content == AnnexJob::Content::inset) return add_inset(annex.inset, annex.ranking.key);
    if (annex.content == AnnexJob::Content::text) return add_text_annex(annex);
    const std::string layout =
        annex.table.layout.empty() ? std::string{kRankingLayout} : annex.table.layout.utf8();
    const auto found = table_layouts_.find(layout);
    // A layout that is not there, or a sheet that cannot be read, has been reported by now.
    if (found == table_layouts_.end() || !found->second.ranking) return;
    if (index >= scorecard_.rankings.size()) return;
    Table table =
        ranking_table(scorecard_.rankings[index], annex.table, found->second, diagnostics_);
    document_.blocks.push_back({BlockRole::table, std::move(table)});
    document_.blocks.back().orientation = found->second.ranking->orientation;
}

/// A layout for rankings alone may have no style for text.
void Composer::add_text_annex(const AnnexJob& annex) {
    for (const char* style : {"body", "heading-1", "heading-2", "heading-3", "heading-4"}) {
        if (layout_.styles.contains(style)) continue;
        std::vector<std::string> known;
        for (const auto& [name, unused] : layout_.styles) known.push_back(name);
        diagnostics_.push_back(
            {Code::style_unknown,
             annex.body.origin(),
             {{"style", style}, {"known", nearest_first(style, std::move(known))}}});
        return;
    }
    add_body(annex.body);
}

void Composer::add_enclosures() {
    for (const EnclosureJob& enclosure : job_.enclosures) {
        add_paragraph(BlockRole::annex_title, "enclosure-title",
                      filled(separate_lines(enclosure.title)));
        add_body(enclosure.body);
    }
}

/// 版记, GB/T 9704-2012, 7.4, from its top down. Whether the recipients stand in it is decided
/// where pages are made.
void Composer::add_imprint() {
    const auto add = [&](BlockRole role, const std::string& label, const Text& names) {
        if (names.empty()) return;
        Text text{label, names.origin()};
        text.append(without_stop(filled(names)));
        text.append("。", names.origin());
        Block& block = add_paragraph(role, "imprint", std::move(text));
        std::get<Paragraph>(block.content).hanging_bytes = static_cast<std::uint32_t>(label.size());
    };
    add(BlockRole::moved_recipients, "主送：", job_.recipients);
    if (!job_.imprint) return;
    const ImprintJob& imprint = *job_.imprint;
    document_.imprint_page = imprint.page;
    add(BlockRole::copies, "抄送：", imprint.copies_to);
    if (!imprint.printed_by.empty())
        add_paragraph(BlockRole::printed_by, "imprint", filled(imprint.printed_by));
    if (!imprint.printed_on) return;
    Block& date = add_paragraph(BlockRole::printed_on, "imprint",
                                Text{printed(*imprint.printed_on) + "印发", imprint.origin});
    std::get<Paragraph>(date.content).alignment = Alignment::right;
}

void Composer::add_form() {
    if (!layout_.form) return;
    const auto repeats = [](const FormSection& section) {
        return std::any_of(section.rows.begin(), section.rows.end(),
                           [](const FormRow& row) { return !row.repeat.empty(); });
    };
    const auto& sections = layout_.form->sections;
    const bool has_tables = job_.data.form || !job_.data.tables.empty();
    if (!has_tables && std::any_of(sections.begin(), sections.end(), repeats))
        return require(false, "form | tables");
    Table table = form_table(*layout_.form, scorecard_, values_, diagnostics_);
    document_.blocks.push_back({BlockRole::table, std::move(table)});
}

void Composer::add_inset_named(const std::string& name) {
    insets_.insert(name);
    add_inset(job_.insets.at(name), name);
}

/// The parts of another layout, with its own data: words around a form, and the form.
void Composer::add_inset(const InsetJob& inset, const std::string& key) {
    const auto found = table_layouts_.find(inset.layout.utf8());
    const auto data = scorecard_.insets.find(key);
    // What cannot be read has been reported by now.
    if (found == table_layouts_.end() || data == scorecard_.insets.end()) return;
    const Layout& layout = found->second;
    const std::size_t first = document_.blocks.size();
    NamedValues values = named_values(inset.data, data->second);
    values.insert(values_.begin(), values_.end());
    for (const PartLayout& part : layout.parts) {
        if (part.part == Part::text) {
            add_text(part, table_style(layout, part.style), Names{&values});
        } else if (part.part == Part::form && layout.form) {
            Table table = form_table(*layout.form, data->second, values, diagnostics_);
            rename_styles(table, layout);
            document_.blocks.push_back({BlockRole::table, std::move(table)});
        }
    }
    if (!layout.form) return;
    for (std::size_t k = first; k < document_.blocks.size(); ++k)
        document_.blocks[k].orientation = layout.form->orientation;
}

/// A table that no line of the text places would be lost in silence.
void Composer::check_insets() {
    for (const auto& [name, inset] : job_.insets) {
        if (insets_.contains(name)) continue;
        diagnostics_.push_back(
            {Code::inset_unused, inset.origin, {{"name", name}, {"place", "{" + name + "}"}}});
    }
}

/// What the job gives and the layout has no part for would be lost in silence.
void Composer::check_parts() {
    const auto check = [&](Part part, std::string_view key, bool is_given, Origin origin) {
        if (!is_given || has_part(part)) return;
        diagnostics_.push_back(
            {Code::part_unused, origin, {{"key", std::string{key}}, {"layout", layout_.name}}});
    };
    if (job_.head) check(Part::head, "head", true, job_.head->origin);
    if (job_.imprint) check(Part::imprint, "imprint", true, job_.imprint->origin);
    check(Part::recipients, "recipients", !job_.recipients.empty(), job_.recipients.origin());
    check(Part::note, "note", !job_.note.empty(), job_.note.origin());
    check(Part::body, "body", !job_.body.empty(), job_.body.origin());
    if (!job_.attendance.empty())
        check(Part::attendance, "attendance", true, job_.attendance.front().first.origin());
    if (!job_.enclosures.empty())
        check(Part::enclosures, "enclosures", true, job_.enclosures.front().origin);
    if (!job_.annexes.empty()) check(Part::annexes, "annexes", true, job_.annexes.front().origin);
}

}  // namespace

Outcome<Document> compose(const Job& job, const Scorecard& scorecard, const BodyTexts& bodies,
                          const Layout& layout, const TableLayouts& table_layouts) {
    return Composer{job, scorecard, bodies, layout, table_layouts}.compose();
}

std::string table_style(const Layout& table_layout, const std::string& style) {
    return table_layout.name + "/" + style;
}

Layout with_table_styles(Layout layout, const TableLayouts& table_layouts) {
    for (const auto& [name, table_layout] : table_layouts) {
        for (const auto& [style_name, style] : table_layout.styles) {
            Style named = style;
            named.name = table_style(table_layout, style_name);
            layout.styles[named.name] = std::move(named);
        }
    }
    return layout;
}

}  // namespace banxin

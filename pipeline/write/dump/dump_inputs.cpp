// What was read and what was scored: Job, Workbook, BodyText, Scorecard.
#include "pipeline/write/dump/dump_lines.hpp"
#include "pipeline/write/dump/write_dump.hpp"

namespace banxin {
namespace {

using Deeper = DumpLines::Deeper;

std::string_view name(Rounding rounding) {
    return rounding == Rounding::half_to_even ? "half-to-even" : "half-away-from-zero";
}

std::string day(const Date& date) {
    return fmt::format("{}-{}-{}", date.year, date.month, date.day);
}

std::string joined(const std::vector<Text>& texts, const Sources& sources) {
    std::string result;
    for (const Text& text : texts) result += " " + with_places(text, &sources);
    return result;
}

void dump_grade(DumpLines& lines, const GradeRule& rule, const Sources& sources) {
    const std::string grade = with_places(rule.name, &sources);
    switch (rule.kind) {
        case GradeRule::Kind::quota:
            return lines.line("grade {} quota {}", grade, rule.quota);
        case GradeRule::Kind::threshold:
            return lines.line("grade {} at-least {}", grade, rule.threshold.to_string());
        case GradeRule::Kind::rest:
            return lines.line("grade {} rest", grade);
        case GradeRule::Kind::given:
            return lines.line("grade {} given", grade);
    }
}

void dump_sheet(DumpLines& lines, std::string_view use, const SheetReference& sheet,
                const Sources& sources) {
    lines.line("{} {} sheet {}", use, with_places(sheet.file, &sources),
               with_places(sheet.sheet, &sources));
}

void dump_ranking(DumpLines& lines, const AnnexJob& annex, const Sources& sources) {
    const RankingJob& ranking = annex.ranking;
    dump_sheet(lines, "scores", ranking.scores, sources);
    lines.line("name {}", with_places(ranking.name_column, &sources));
    lines.line("score {}  decimals {}  {}  {}", with_places(ranking.score_column, &sources),
               ranking.decimals, name(ranking.rounding),
               ranking.ties == TieRule::dense ? "dense" : "competition");
    if (!ranking.grade_column.empty())
        lines.line("grade-column {}", with_places(ranking.grade_column, &sources));
    if (!ranking.tie_breaks.empty()) lines.line("tie-break{}", joined(ranking.tie_breaks, sources));
    if (!ranking.shown.empty()) lines.line("show{}", joined(ranking.shown, sources));
    for (const GradeRule& rule : ranking.grades) dump_grade(lines, rule, sources);
    lines.line("table {}", with_places(annex.table.layout, &sources));
    const Deeper table_level{lines};
    if (annex.table.panels) lines.line("panels {}", *annex.table.panels);
    if (annex.table.fill)
        lines.line("fill {}", *annex.table.fill == FillOrder::down ? "down" : "across");
    if (annex.table.bar)
        lines.line("bar {}",
                   *annex.table.bar == BarPlace::below_heads ? "below-heads" : "above-heads");
}

void dump_form(DumpLines& lines, const FormJob& form, const Sources& sources) {
    lines.line("form  {}  decimals {}  rate-decimals {}  score-from {}  execution-weight {}",
               name(form.rounding), form.decimals, form.rate_decimals,
               form.score_from_printed_rate ? "printed-rate" : "exact-rate",
               form.execution_weight.to_string());
    const Deeper level{lines};
    dump_sheet(lines, "money", form.money, sources);
    dump_sheet(lines, "indicators", form.indicators, sources);
    for (const auto& [indicator, weight] : form.weights)
        lines.line("weight {} {}", with_places(indicator, &sources), weight.to_string());
    for (const GradeRule& rule : form.grades) dump_grade(lines, rule, sources);
}

void dump_data(DumpLines& lines, const DataJob& data, const Sources& sources) {
    if (data.form) dump_form(lines, *data.form, sources);
    for (const auto& [name_of_table, table] : data.tables) {
        dump_sheet(lines, "table " + name_of_table, table.sheet, sources);
        const Deeper level{lines};
        if (!table.as_above.empty()) lines.line("as-above{}", joined(table.as_above, sources));
        if (!table.group.empty()) lines.line("group {}", with_places(table.group, &sources));
        if (!table.totals.empty()) lines.line("total{}", joined(table.totals, sources));
    }
    for (const auto& [field, content] : data.fields) {
        if (content.file.empty())
            lines.line("field {} {}", field, with_places(content.value, &sources));
        else
            lines.line("field {} from {} {}", field, with_places(content.file, &sources),
                       with_places(content.value, &sources));
    }
}

void dump_inset(DumpLines& lines, const InsetJob& inset, const Sources& sources) {
    lines.line("layout {}", with_places(inset.layout, &sources));
    dump_data(lines, inset.data, sources);
}

void dump_annex(DumpLines& lines, const AnnexJob& annex, const Sources& sources) {
    lines.line("annex {}{}", in_quotes(annex.ranking.key), joined(annex.title, sources));
    const Deeper level{lines};
    switch (annex.content) {
        case AnnexJob::Content::ranking:
            return dump_ranking(lines, annex, sources);
        case AnnexJob::Content::inset:
            return dump_inset(lines, annex.inset, sources);
        case AnnexJob::Content::text:
            return lines.line("body {}", with_places(annex.body, &sources));
    }
}

std::string_view name(CellKind kind) {
    switch (kind) {
        case CellKind::empty:
            return "empty";
        case CellKind::text:
            return "text";
        case CellKind::number:
            return "number";
        case CellKind::error:
            return "error";
    }
    return {};
}

std::string text_of(const NamedValue& value, const Sources& sources) {
    if (const auto* count = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *count);
    if (const auto* decimal = std::get_if<Decimal>(&value)) return decimal->to_string();
    return with_places(std::get<Text>(value), &sources);
}

void dump_ranking(DumpLines& lines, const Ranking& ranking, const Sources& sources) {
    lines.line("ranking {}  name {}  score {}{}", in_quotes(ranking.key),
               with_places(ranking.name_head, &sources), with_places(ranking.score_head, &sources),
               joined(ranking.shown_heads, sources));
    const Deeper ranking_level{lines};
    for (const RankedGroup& group : ranking.groups) {
        lines.line("group {}  units {}", with_places(group.name, &sources), group.units.size());
        const Deeper group_level{lines};
        for (const RankedUnit& unit : group.units)
            lines.line("{}  {}  {}{}", unit.place, with_places(unit.name, &sources),
                       with_places(unit.score, &sources), joined(unit.shown, sources));
    }
}

void dump_layout_data(DumpLines& lines, const LayoutData& data, const Sources& sources) {
    for (const auto& [name_of_table, table] : data.tables) {
        lines.line("table {}", in_quotes(name_of_table));
        const Deeper table_level{lines};
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            lines.line("row {}", row);
            const Deeper row_level{lines};
            for (std::size_t column = 0; column < table.columns.size(); ++column)
                lines.line("{} {}", table.columns[column],
                           with_places(table.rows[row][column], &sources));
        }
        for (const DataGroup& group : table.groups) {
            lines.line("group {}-{}", group.begin, group.end);
            const Deeper group_level{lines};
            for (const auto& [total, value] : group.totals)
                lines.line("total {} {}", total, text_of(value, sources));
        }
    }
    for (const auto& [name_of_value, value] : data.values)
        lines.line("value {} {}", name_of_value, text_of(value, sources));
}

/// Nothing for a single name, which is Job::issuer.
void dump_signature(DumpLines& lines, const SignatureJob& signature, const Sources& sources) {
    const bool plain = signature.form == SignatureForm::plain;
    if (plain && signature.signatories.size() < 2) return;
    for (const SignatoryJob& each : signature.signatories) {
        const std::string width =
            each.width ? fmt::format("  width {}", units(*each.width)) : std::string{};
        const std::string post =
            each.post.empty() ? std::string{} : "  post " + with_places(each.post, &sources);
        const std::string image =
            each.image.empty() ? std::string{} : "  image " + with_places(each.image, &sources);
        const char* kind = plain ? "name" : "seal";
        lines.line("{} {}{}{}{}", signature.form == SignatureForm::stamped ? "stamp" : kind,
                   with_places(each.issuer, &sources), post, image, width);
    }
}

void dump_head(DumpLines& lines, const HeadJob& head, const Sources& sources) {
    lines.line("head  document-number {}  copy-number {}  classification {}  urgency {}",
               with_places(head.document_number, &sources), with_places(head.copy_number, &sources),
               with_places(head.classification, &sources), with_places(head.urgency, &sources));
    const Deeper level{lines};
    for (const Text& name : head.mark) lines.line("mark {}", with_places(name, &sources));
    if (!head.mark_end.empty()) lines.line("mark-end {}", with_places(head.mark_end, &sources));
    for (const Text& name : head.signers) lines.line("signer {}", with_places(name, &sources));
}

}  // namespace

std::string dump(const Job& job, const Sources& sources) {
    DumpLines lines{"job"};
    lines.line("layout {}", with_places(job.layout, &sources));
    for (const Text& title : job.title) lines.line("title {}", with_places(title, &sources));
    if (!job.issuer.empty()) lines.line("issuer {}", with_places(job.issuer, &sources));
    dump_signature(lines, job.signature, sources);
    if (!job.note.empty()) lines.line("note {}", with_places(job.note, &sources));
    if (job.date) lines.line("date {}", day(*job.date));
    if (job.head) dump_head(lines, *job.head, sources);
    if (job.imprint) {
        const ImprintJob& imprint = *job.imprint;
        lines.line("imprint  {}  copies-to {}  printed-by {}{}",
                   imprint.page == ImprintPage::even ? "even" : "next",
                   with_places(imprint.copies_to, &sources),
                   with_places(imprint.printed_by, &sources),
                   imprint.printed_on ? "  on " + day(*imprint.printed_on) : "");
    }
    if (!job.recipients.empty()) lines.line("recipients {}", with_places(job.recipients, &sources));
    if (!job.body.empty()) lines.line("body {}", with_places(job.body, &sources));
    for (const auto& [label, names] : job.attendance)
        lines.line("attendance {}  {}", with_places(label, &sources), with_places(names, &sources));
    for (const auto& [inset_name, inset] : job.insets) {
        lines.line("inset {}", inset_name);
        const Deeper level{lines};
        dump_inset(lines, inset, sources);
    }
    for (const EnclosureJob& enclosure : job.enclosures)
        lines.line("enclosure{}  body {}", joined(enclosure.title, sources),
                   with_places(enclosure.body, &sources));
    for (const AnnexJob& annex : job.annexes) dump_annex(lines, annex, sources);
    dump_data(lines, job.data, sources);
    return lines.take();
}

std::string dump(const Workbook& workbook, const Sources& sources) {
    DumpLines lines{"workbook"};
    for (const Sheet& sheet : workbook.sheets) {
        lines.line("sheet {}  rows {}", in_quotes(sheet.name), sheet.rows.size());
        const Deeper level{lines};
        for (const auto& row : sheet.rows)
            for (const Cell& cell : row)
                if (cell.kind != CellKind::empty)
                    lines.line("{} {}", name(cell.kind), with_places(cell.text, &sources));
    }
    return lines.take();
}

std::string dump(const BodyText& body, const Sources& sources) {
    DumpLines lines{"body"};
    for (const BodyParagraph& paragraph : body.paragraphs)
        lines.line("level {}  heading {}  {}", paragraph.level, paragraph.heading_bytes,
                   with_places(paragraph.text, &sources));
    return lines.take();
}

std::string dump(const Scorecard& scorecard, const Sources& sources) {
    DumpLines lines{"scorecard"};
    for (const Ranking& ranking : scorecard.rankings) dump_ranking(lines, ranking, sources);
    dump_layout_data(lines, scorecard, sources);
    for (const auto& [name_of_inset, data] : scorecard.insets) {
        lines.line("inset {}", name_of_inset);
        const Deeper level{lines};
        dump_layout_data(lines, data, sources);
    }
    return lines.take();
}

}  // namespace banxin

#include "pipeline/read/read_job.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "pipeline/base/nearest.hpp"
#include "pipeline/base/yaml_reader.hpp"
#include "pipeline/read/decode_text.hpp"
#include "pipeline/read/read_official_parts.hpp"
#include "pipeline/read/read_signature.hpp"

namespace banxin {
namespace {

constexpr unsigned kMostDecimals = 6;
constexpr unsigned kMostPanels = 12;

/// A name that texts can use as a message argument: what ICU's MessagePattern takes for a name
/// and not for a number.
bool is_argument_name(const std::string& utf8) {
    const auto name = icu::UnicodeString::fromUTF8(utf8);
    bool only_digits = true;
    for (std::int32_t k = 0; k < name.length(); k = name.moveIndex32(k, 1)) {
        const UChar32 character = name.char32At(k);
        if (character != '_' && !u_isalnum(character)) return false;
        if (!u_isdigit(character)) only_digits = false;
    }
    return !only_digits;
}

constexpr const char* kArgumentNames = "市直, 附件1, unit_2";

std::optional<Rounding> read_rounding(const YamlValue& value) {
    return value.choice<Rounding>(
        {{"half-up", Rounding::half_away_from_zero}, {"gb-8170", Rounding::half_to_even}});
}

SheetReference read_sheet(YamlMap& map) {
    SheetReference reference;
    reference.file = map.required("file").text();
    reference.sheet = map["sheet"].text();
    return reference;
}

/// How the grades of one list may be awarded.
enum class Awarding : std::uint8_t {
    computed,   ///< all by quota or all by threshold
    threshold,  ///< by threshold only: a form
    given,      ///< in a column of the sheet
};

void report_conflict(const YamlValue& value, const Text& grade) {
    value.report(Code::grade_rules_conflict, {{"grade", grade.utf8()}});
}

/// One entry of a list of grades, by itself.
GradeRule read_grade(const YamlValue& value, Awarding awarding) {
    GradeRule rule;
    YamlMap map{value};
    rule.name = map.required("name").text();
    const YamlValue quota = map["quota"];
    const YamlValue threshold = map["at-least"];
    const YamlValue rest = map["rest"];
    const int ways = (quota ? 1 : 0) + (threshold ? 1 : 0) + (rest ? 1 : 0);
    if (awarding == Awarding::given) {
        rule.kind = GradeRule::Kind::given;
        if (ways > 0) report_conflict(value, rule.name);
        return rule;
    }
    if (ways == 0 && value.is_map()) {
        value.report(Code::key_missing, {{"key", "quota | at-least | rest"}});
    }
    if (ways > 1 || (quota && awarding == Awarding::threshold)) report_conflict(value, rule.name);
    if (quota) {
        rule.kind = GradeRule::Kind::quota;
        rule.quota = quota.whole_number(1, 100'000).value_or(1);
    } else if (threshold) {
        rule.kind = GradeRule::Kind::threshold;
        rule.threshold = threshold.decimal().value_or(Decimal{});
    } else if (rest) {
        static_cast<void>(rest.choice<bool>({{"true", true}}));
    }
    return rule;
}

/// Whether `rule` may stand after the grades before it: quotas and falling thresholds are not
/// mixed, nothing follows the rest, and a name is there once.
bool goes_with(const GradeRule& rule, const std::vector<GradeRule>& before) {
    return std::all_of(before.begin(), before.end(), [&](const GradeRule& other) {
        const bool same_way = rule.kind == other.kind || rule.kind == GradeRule::Kind::rest;
        const bool falls =
            rule.kind != GradeRule::Kind::threshold || rule.threshold < other.threshold;
        return same_way && falls && other.kind != GradeRule::Kind::rest &&
               rule.name.utf8() != other.name.utf8();
    });
}

std::vector<GradeRule> read_grades(const YamlValue& value, Awarding awarding) {
    std::vector<GradeRule> grades;
    for (const YamlValue& item : value.items()) {
        GradeRule rule = read_grade(item, awarding);
        if (rule.name.empty()) continue;
        if (goes_with(rule, grades)) {
            grades.push_back(std::move(rule));
        } else {
            report_conflict(item, rule.name);
        }
    }
    return grades;
}

RankingJob read_scores(const YamlValue& value) {
    RankingJob ranking;
    ranking.origin = value.origin();
    YamlMap map{value};
    ranking.scores = read_sheet(map);
    ranking.name_column = map.required("name").text();
    ranking.score_column = map.required("score").text();
    ranking.grade_column = map["grade"].text();
    ranking.tie_breaks = map["tie-break"].texts();
    ranking.shown = map["show"].texts();
    ranking.decimals = map["decimals"].whole_number(0, kMostDecimals).value_or(ranking.decimals);
    ranking.rounding = read_rounding(map["rounding"]).value_or(ranking.rounding);
    ranking.ties =
        map["ties"]
            .choice<TieRule>({{"competition", TieRule::competition}, {"dense", TieRule::dense}})
            .value_or(ranking.ties);
    return ranking;
}

RankingTableJob read_table(const YamlValue& value) {
    RankingTableJob table;
    YamlMap map{value};
    table.layout = map["layout"].text();
    table.panels = map["panels"].whole_number(1, kMostPanels);
    table.fill =
        map["fill"].choice<FillOrder>({{"down", FillOrder::down}, {"across", FillOrder::across}});
    table.bar = map["bar"].choice<BarPlace>(
        {{"below-heads", BarPlace::below_heads}, {"above-heads", BarPlace::above_heads}});
    return table;
}

FormJob read_form(const YamlValue& value) {
    FormJob form;
    form.origin = value.origin();
    YamlMap map{value};
    YamlMap money{map.required("money")};
    form.money = read_sheet(money);
    YamlMap indicators{map.required("indicators")};
    form.indicators = read_sheet(indicators);
    form.rounding = read_rounding(map["rounding"]).value_or(form.rounding);
    form.decimals = map["decimals"].whole_number(0, kMostDecimals).value_or(form.decimals);
    form.rate_decimals =
        map["rate-decimals"].whole_number(0, kMostDecimals).value_or(form.rate_decimals);
    form.score_from_printed_rate =
        map["score-from"]
            .choice<bool>({{"printed-rate", true}, {"exact-rate", false}})
            .value_or(form.score_from_printed_rate);
    form.execution_weight =
        map["execution-weight"].decimal().value_or(Decimal{10, 0});  // 财预〔2020〕10号: 10 points
    YamlMap weights{map["weights"]};
    for (const auto& [name, weight] : weights.entries()) {
        form.weights.emplace_back(name, weight.decimal().value_or(Decimal{}));
    }
    form.grades = read_grades(map.required("grades"), Awarding::threshold);
    return form;
}

FieldJob read_field(const YamlValue& value) {
    FieldJob field;
    if (value.is_map()) {
        YamlMap map{value};
        field.file = map.required("file").text();
    } else {
        field.value = value.text();
    }
    return field;
}

TableJob read_data_table(const YamlValue& value) {
    TableJob table;
    table.origin = value.origin();
    YamlMap map{value};
    table.sheet = read_sheet(map);
    table.as_above = map["as-above"].texts();
    table.group = map["group"].text();
    table.totals = map["total"].texts();
    return table;
}

/// A map of things under names that texts and layouts call them by.
template <typename Read>
auto read_named(const YamlValue& value, Diagnostics& diagnostics, const Read& read) {
    std::map<std::string, decltype(read(value))> named;
    YamlMap map{value};
    for (const auto& [name, entry] : map.entries()) {
        if (is_argument_name(name.utf8())) {
            named.emplace(name.utf8(), read(entry));
        } else {
            diagnostics.push_back(
                {Code::value_invalid,
                 name.origin(),
                 {{"value", name.utf8()}, {"key", value.key()}, {"expected", kArgumentNames}}});
        }
    }
    return named;
}

DataJob read_data(YamlMap& map, Diagnostics& diagnostics) {
    DataJob data;
    if (const YamlValue form = map["form"]) data.form = read_form(form);
    data.fields = read_named(map["fields"], diagnostics, read_field);
    data.tables = read_named(map["tables"], diagnostics, read_data_table);
    return data;
}

InsetJob read_inset(YamlMap& map, Origin origin, Diagnostics& diagnostics) {
    InsetJob inset;
    inset.origin = origin;
    inset.layout = map.required("layout").text();
    inset.data = read_data(map, diagnostics);
    return inset;
}

std::map<std::string, InsetJob> read_insets(const YamlValue& value, Diagnostics& diagnostics) {
    return read_named(value, diagnostics, [&](const YamlValue& entry) {
        YamlMap map{entry};
        return read_inset(map, entry.origin(), diagnostics);
    });
}

std::vector<EnclosureJob> read_enclosures(const YamlValue& value) {
    std::vector<EnclosureJob> enclosures;
    for (const YamlValue& item : value.items()) {
        YamlMap map{item};
        EnclosureJob enclosure;
        enclosure.title = read_lines(map.required("title"));
        enclosure.body = map.required("body").text();
        enclosure.origin = item.origin();
        enclosures.push_back(std::move(enclosure));
    }
    return enclosures;
}

void read_ranking(YamlMap& map, AnnexJob& annex) {
    const YamlValue scores = map.required("scores");
    const std::string key = std::move(annex.ranking.key);
    annex.ranking = read_scores(scores);
    annex.ranking.key = key;
    const Awarding awarding =
        annex.ranking.grade_column.empty() ? Awarding::computed : Awarding::given;
    annex.ranking.grades = read_grades(map.required("grades"), awarding);
    annex.table = read_table(map["table"]);
}

/// The `number`th annex, counted from 1.
AnnexJob read_annex(const YamlValue& value, std::size_t number, Diagnostics& diagnostics) {
    AnnexJob annex;
    annex.origin = value.origin();
    YamlMap map{value};
    annex.title = read_lines(map.required("title"));
    const YamlValue key = map["key"];
    annex.ranking.key = key.text().utf8();
    if (annex.ranking.key.empty()) annex.ranking.key = "附件" + std::to_string(number);
    if (!is_argument_name(annex.ranking.key)) key.report_invalid(kArgumentNames);
    annex.binding =
        map["bound"]
            .choice<Binding>({{"together", Binding::together}, {"separately", Binding::separately}})
            .value_or(annex.binding);
    if (map["layout"]) {
        annex.content = AnnexJob::Content::inset;
        annex.inset = read_inset(map, value.origin(), diagnostics);
    } else if (map["body"]) {
        annex.content = AnnexJob::Content::text;
        annex.body = map["body"].text();
    } else {
        read_ranking(map, annex);
    }
    return annex;
}

/// Annexes and insets together have each name once: it is what their values go by.
std::vector<AnnexJob> read_annexes(const YamlValue& value,
                                   const std::map<std::string, InsetJob>& insets,
                                   Diagnostics& diagnostics) {
    std::vector<AnnexJob> annexes;
    std::map<std::string, Origin> keys;
    for (const auto& [name, inset] : insets) keys.emplace(name, inset.origin);
    for (const YamlValue& item : value.items()) {
        AnnexJob annex = read_annex(item, annexes.size() + 1, diagnostics);
        const auto [first, is_new] = keys.emplace(annex.ranking.key, annex.origin);
        if (!is_new) {
            item.report(Code::key_duplicate, {{"key", annex.ranking.key}}, {first->second});
        }
        annexes.push_back(std::move(annex));
    }
    return annexes;
}

/// 主送机关 without the colon that people end it with.
Text without_colon(const Text& recipients) {
    std::string_view kept = recipients.utf8();
    for (const std::string_view colon : {"：", ":"}) {
        if (kept.ends_with(colon)) kept.remove_suffix(colon.size());
    }
    return recipients.slice(0, kept.size());
}

/// Codes of warnings; an error cannot be silenced.
std::set<Code> read_silenced(const YamlValue& value) {
    std::set<Code> silenced;
    for (const YamlValue& item : value.items()) {
        const std::string written = item.text().utf8();
        std::vector<std::string> known;
        bool is_known = false;
        for (const Code code : all_codes()) {
            if (info(code).severity != Severity::warning) continue;
            known.emplace_back(info(code).name);
            if (written != info(code).name) continue;
            silenced.insert(code);
            is_known = true;
        }
        if (!is_known && (!written.empty() || item.is_empty_entry()))
            item.report_invalid(nearest_first(written, std::move(known)));
    }
    return silenced;
}

Job read_tree(const YamlValue& root, Origin origin, Diagnostics& diagnostics) {
    Job job;
    job.origin = origin;
    YamlMap map{root};
    job.layout = map.required("layout").text();
    if (const YamlValue head = map["head"]) job.head = read_head(head);
    if (const YamlValue imprint = map["imprint"]) job.imprint = read_imprint(imprint);
    if (const YamlValue archive = map["archive"]) job.archive = read_archive(archive);
    job.title = read_lines(map.required("title"));
    read_signature(map, job);
    job.date = read_date(map["date"]);
    job.note = map["note"].text();
    job.recipients = without_colon(map["recipients"].text());
    job.body = map["body"].text();
    job.insets = read_insets(map["insets"], diagnostics);
    job.enclosures = read_enclosures(map["enclosures"]);
    job.annexes = read_annexes(map["annexes"], job.insets, diagnostics);
    job.data = read_data(map, diagnostics);
    job.attendance = read_attendance(map["attendance"]);
    job.silenced = read_silenced(map["silence"]);
    return job;
}

}  // namespace

Outcome<Job> read_job(std::string_view bytes, std::uint8_t file) {
    Outcome<Job> outcome;
    outcome.value.origin = {.row = 1, .column = 1, .file = file};
    // Notepad on an older Windows saves GB18030.
    Outcome<std::string> utf8 = decode_text(bytes, file);
    outcome.diagnostics = std::move(utf8.diagnostics);
    if (!outcome.ok()) return outcome;
    Outcome<YamlNode> tree = read_yaml(utf8.value, file);
    append(outcome.diagnostics, std::move(tree.diagnostics));
    outcome.value =
        read_tree({tree.value, outcome.diagnostics}, outcome.value.origin, outcome.diagnostics);
    return outcome;
}

}  // namespace banxin

#include "pipeline/run/report.hpp"

#include <fmt/format.h>

#include "pipeline/run/json.hpp"
#include "pipeline/run/language.hpp"

namespace banxin {
namespace {

/// A diagnostic in words.
struct Wording {
    std::string place;
    std::string message;
    std::string hint;     ///< Empty where one of its values is not known.
    std::string related;  ///< Places that neither message nor hint has named.
};

Wording wording_of(const Diagnostic& diagnostic, const Sources& sources) {
    const CodeInfo& code = info(diagnostic.code);
    std::vector<Argument> arguments = diagnostic.arguments;
    std::string related;
    for (const Origin& origin : diagnostic.related)
        related += (related.empty() ? "" : ", ") + sources.describe(origin);
    arguments.push_back({"related", related});
    const std::string message = tr(std::string{code.message}.c_str());
    const std::string hint = tr(std::string{code.hint}.c_str());
    const bool helpful = has_all_arguments(hint, arguments);
    const bool names_related = message.find("{related}") != std::string::npos ||
                               (helpful && hint.find("{related}") != std::string::npos);
    return {sources.describe(diagnostic.origin), with_arguments(message, arguments),
            helpful ? with_arguments(hint, arguments) : std::string{},
            names_related ? std::string{} : related};
}

std::string text_of(const Diagnostic& diagnostic, const Sources& sources) {
    const Wording wording = wording_of(diagnostic, sources);
    const bool is_error = info(diagnostic.code).severity == Severity::error;
    std::string text = wording.place.empty() ? std::string{} : wording.place + ": ";
    text += fmt::format("{}[{}]: {}\n", is_error ? tr("error") : tr("warning"),
                        info(diagnostic.code).name, wording.message);
    if (!wording.hint.empty()) text += fmt::format("  {}: {}\n", tr("hint"), wording.hint);
    if (!wording.related.empty()) text += fmt::format("  {}: {}\n", tr("see"), wording.related);
    return text;
}

std::string counted(std::size_t count, const std::string& pattern) {
    return with_arguments(pattern, {{"count", std::to_string(count)}});
}

std::string json_of(const Diagnostic& diagnostic, const Complaints& complaints) {
    const Wording wording = wording_of(diagnostic, complaints.sources);
    const CodeInfo& code = info(diagnostic.code);
    const Origin& origin = diagnostic.origin;
    const std::string file = complaints.sources.files.at(origin.file).name;
    std::string related;
    for (const Origin& other : diagnostic.related)
        related += (related.empty() ? "" : ", ") + json_string(complaints.sources.describe(other));
    return fmt::format(
        "{{\"job\": {}, \"code\": {}, \"severity\": {}, \"place\": {}, \"file\": {}, \"row\": {}, "
        "\"column\": {}, \"message\": {}, \"hint\": {}, \"related\": [{}]}}",
        json_string(complaints.job), json_string(code.name),
        code.severity == Severity::error ? "\"error\"" : "\"warning\"", json_string(wording.place),
        json_string(file), origin.row, origin.column, json_string(wording.message),
        json_string(wording.hint), related);
}

}  // namespace

std::string as_text(const std::vector<Complaints>& complaints) {
    std::string text;
    std::size_t shown = 0;
    std::size_t hidden = 0;
    for (const Complaints& each : complaints) {
        for (const Diagnostic& diagnostic : each.diagnostics) {
            if (shown < kMostShown) {
                text += text_of(diagnostic, each.sources);
                ++shown;
            } else {
                ++hidden;
            }
        }
    }
    if (hidden > 0)
        text += counted(hidden, trn("and {count} more", "and {count} more", hidden)) + "\n";
    return text;
}

std::string closing_line(const Tally& tally) {
    std::string line;
    if (tally.errors > 0)
        line += counted(tally.errors, trn("{count} error", "{count} errors", tally.errors));
    if (tally.warnings > 0) {
        if (!line.empty()) line += tr(", ");
        line += counted(tally.warnings, trn("{count} warning", "{count} warnings", tally.warnings));
    }
    if (tally.failed_jobs.empty()) return line.empty() ? line : line + "\n";
    line += tr("; nothing written");
    if (tally.failed_jobs.size() == tally.jobs) return line + "\n";
    std::string names;
    for (const std::string& job : tally.failed_jobs) names += (names.empty() ? "" : ", ") + job;
    return line + " (" + names + ")\n";
}

std::string as_json(const std::vector<Complaints>& complaints) {
    std::string list;
    for (const Complaints& each : complaints)
        for (const Diagnostic& diagnostic : each.diagnostics)
            list += (list.empty() ? "\n  " : ",\n  ") + json_of(diagnostic, each);
    const Tally tally = count(complaints);
    return fmt::format("{{\"diagnostics\": [{}{}], \"errors\": {}, \"warnings\": {}}}\n", list,
                       list.empty() ? "" : "\n", tally.errors, tally.warnings);
}

Tally count(const std::vector<Complaints>& complaints) {
    Tally tally;
    for (const Complaints& each : complaints)
        for (const Diagnostic& diagnostic : each.diagnostics)
            ++(info(diagnostic.code).severity == Severity::error ? tally.errors : tally.warnings);
    return tally;
}

}  // namespace banxin

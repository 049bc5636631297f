#include "pipeline/run/summary.hpp"

#include <fmt/format.h>

#include <numeric>

#include "pipeline/run/files.hpp"
#include "pipeline/run/language.hpp"
#include "pipeline/shape/coverage.hpp"

namespace banxin {
namespace {

std::string counted(std::size_t count, const std::string& pattern) {
    return with_arguments(pattern, {{"count", std::to_string(count)}});
}

std::string line_of(const Ranking& ranking) {
    std::size_t units = 0;
    std::string grades;
    for (const RankedGroup& group : ranking.groups) {
        units += group.units.size();
        grades += fmt::format("{}{} {}", grades.empty() ? "" : tr(", "), group.name.utf8(),
                              group.units.size());
    }
    return fmt::format("  {}: {}{}{}\n", ranking.key,
                       counted(units, trn("{count} unit", "{count} units", units)),
                       grades.empty() ? "" : tr("; "), grades);
}

std::string value_of(const Scorecard& scorecard, const char* name) {
    const auto found = scorecard.values.find(name);
    if (found == scorecard.values.end()) return {};
    if (const auto* decimal = std::get_if<Decimal>(&found->second)) return decimal->to_string();
    if (const auto* text = std::get_if<Text>(&found->second)) return text->utf8();
    return std::to_string(std::get<std::int64_t>(found->second));
}

std::string head_of(const Product& product, const JobPlace& place) {
    std::string title;
    for (const Text& line : product.job.title) title += line.utf8();
    std::string text = place.typed + (title.empty() ? "" : "  " + title) + "\n";
    for (const Ranking& ranking : product.scorecard.rankings)
        if (!ranking.groups.empty()) text += line_of(ranking);
    const std::string total = value_of(product.scorecard, "总分_得分");
    if (!total.empty())
        text +=
            fmt::format("  {}: {} {}\n", tr("total"), total, value_of(product.scorecard, "结论"));
    return text;
}

std::string pages_of(const Product& product) {
    const std::size_t warnings = product.diagnostics.size();
    std::string text = counted(product.pages, trn("{count} page", "{count} pages", product.pages));
    if (warnings > 0)
        text += tr(", ") + counted(warnings, trn("{count} warning", "{count} warnings", warnings));
    return text;
}

std::string per_cent(unsigned part, unsigned whole) {
    if (whole == 0) return "–";
    // One decimal, cut off: 100.0 % means every character.
    const unsigned thousandths = static_cast<unsigned>(std::uint64_t{1000} * part / whole);
    return fmt::format("{}.{} %", thousandths / 10, thousandths % 10);
}

std::string coverage_line(const std::string& set, const Coverage& coverage) {
    return "    " +
           with_arguments(tr("{set}: {first} in the first face, {all} with the others"),
                          {{"set", set},
                           {"first", per_cent(coverage.by_first_face, coverage.characters)},
                           {"all", per_cent(coverage.by_role, coverage.characters)}}) +
           fmt::format(" ({}/{})\n", coverage.by_role, coverage.characters);
}

}  // namespace

std::string summary_of(const Product& product, const JobPlace& place,
                       const std::filesystem::path& pdf) {
    const std::size_t kilobytes = (product.pdf.size() + 999) / 1000;
    return head_of(product, place) +
           fmt::format("  {}{}{} KB: {}\n", pages_of(product), tr(", "), kilobytes, shown(pdf));
}

std::string summary_of(const Product& product, const JobPlace& place) {
    return head_of(product, place) + fmt::format("  {}\n", pages_of(product));
}

std::string summary_of(const FontSet& fonts) {
    std::string text;
    for (const FontRole& role : fonts.roles) {
        text += role.name;
        for (const std::string& name : role.names) text += tr(", ") + name;
        text += "\n";
        for (const FaceId id : role.faces) {
            const Face& face = fonts.faces[id];
            text += fmt::format("  {}  {}{}\n", face.postscript_name, shown(face.file),
                                face.index == 0 ? "" : fmt::format("#{}", face.index));
        }
        const RoleCoverage coverage = measure_coverage(fonts, role);
        text += coverage_line("GB/T 2312", coverage.gb_2312);
        text += coverage_line("通用规范汉字表", coverage.common_characters);
    }
    return text;
}

}  // namespace banxin

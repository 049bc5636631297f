#include "pipeline/run/make_commands.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "pipeline/run/driver.hpp"
#include "pipeline/run/language.hpp"
#include "pipeline/run/layout_shelf.hpp"
#include "pipeline/run/outputs.hpp"
#include "pipeline/run/set_lines.hpp"
#include "pipeline/run/source_files.hpp"
#include "pipeline/run/summary.hpp"

namespace banxin {
namespace {

/// `inputs/*` names files that lie beside the jobs too: they are passed over, and said to be. Where
/// nothing else is named, whoever typed it meant it, and is told what is wrong with it.
std::vector<JobPlace> places_of_jobs(Session& session) {
    const auto& typed = session.options().jobs;
    const bool has_job = std::any_of(typed.begin(), typed.end(), may_be_job);
    std::vector<JobPlace> places;
    for (const std::string& each : typed) {
        if (!has_job || may_be_job(each))
            places.push_back(job_place(each));
        else
            session.out() << with_arguments(tr("{file} is no job and is passed over"),
                                            {{"file", each}})
                          << "\n";
    }
    return places;
}

std::optional<std::string> two_jobs_with_one_name(const std::vector<JobPlace>& places) {
    std::map<std::string, std::string> typed_by_name;
    for (const JobPlace& place : places)
        if (const auto [other, is_new] = typed_by_name.emplace(place.name, place.typed); !is_new)
            return with_arguments(
                tr("{first} and {second} would both be written as {name}.pdf"),
                {{"first", other->second}, {"second", place.typed}, {"name", place.name}});
    return std::nullopt;
}

void work_on(Session& session, const JobPlace& place, Driver& driver) {
    const Options& options = session.options();
    const bool writes = options.command == Command::make;
    Product product = driver.run(place, {writes, options.attach, options.preview, options.dumps});
    if (product.is_complete && writes) {
        const std::filesystem::path folder = options.output;
        const auto problem = session.timings().measure("write files", [&] {
            return write_outputs(product, folder, place.name, options.preview);
        });
        if (problem) {
            product.is_complete = false;
            product.diagnostics.push_back(not_written(*problem));
        } else {
            session.out() << summary_of(product, place, folder / (place.name + ".pdf"));
        }
    } else if (product.is_complete) {
        session.out() << summary_of(product, place);
    }
    if (!product.is_complete) session.add_failed_job(place.typed);
    session.complain({place.typed, std::move(product.sources), std::move(product.diagnostics)});
}

}  // namespace

ExitStatus make_or_check(Session& session) {
    const Options& options = session.options();
    const std::vector<JobPlace> places = places_of_jobs(session);
    if (options.command == Command::make)
        if (const auto problem = two_jobs_with_one_name(places)) return session.refuse(*problem);
    Timings& timings = session.timings();
    Driver driver{session.resources(), timings.measure("fonts", [&] { return session.fonts(); }),
                  timings};
    session.count_jobs(places.size());
    for (const JobPlace& place : places) work_on(session, place, driver);
    if (options.timings) session.out() << timings.as_text();
    return session.close();
}

ExitStatus break_input(Session& session) {
    const auto fonts = session.fonts();
    if (!fonts) return session.close();
    const std::string bytes{std::istreambuf_iterator<char>{session.in()}, {}};
    Complaints complaints;
    const std::uint8_t file = complaints.sources.add({tr("standard input"), SourceKind::text, {}});
    Outcome<std::string> lines = set_lines(bytes, file, session.options().lines, fonts);
    session.out() << lines.value;
    complaints.diagnostics = std::move(lines.diagnostics);
    session.complain(std::move(complaints));
    return session.close();
}

ExitStatus list_fonts(Session& session) {
    if (const auto fonts = session.fonts()) session.out() << summary_of(*fonts);
    return session.close();
}

ExitStatus list_layouts(Session& session) {
    // A layout that others extend is listed itself, and its mistakes are with it, only once.
    std::set<std::string> known;
    const LayoutFolder folder{session.resources().layouts};
    for (const std::string& name : folder.names) {
        Complaints complaints;
        SourceOpener opener{complaints.sources, complaints.diagnostics};
        const auto layout = LayoutShelf{folder, opener}.layout(name, {});
        session.out() << name << "  " << (layout ? layout->summary.utf8() : std::string{}) << "\n";
        sort_and_unite(complaints.diagnostics);
        std::erase_if(complaints.diagnostics, [&](const Diagnostic& each) {
            std::string said = complaints.sources.describe(each.origin);
            said += info(each.code).name;
            for (const Argument& argument : each.arguments) said += "\n" + argument.value;
            return !known.insert(std::move(said)).second;
        });
        session.complain(std::move(complaints));
    }
    return session.close();
}

}  // namespace banxin

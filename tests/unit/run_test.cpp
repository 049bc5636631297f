// What a user meets around the stages: languages, reports, files, the command line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "pipeline/run/files.hpp"
#include "pipeline/run/language.hpp"
#include "pipeline/run/options.hpp"
#include "pipeline/run/outputs.hpp"
#include "pipeline/run/program.hpp"
#include "pipeline/run/report.hpp"
#include "pipeline/run_pdf/pdf_commands.hpp"

namespace banxin {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A folder that is gone when the test ends.
class Folder {
  public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "banxin-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::filesystem::path operator/(const char* name) const { return path_ / name; }
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator{path_})
            names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }

  private:
    std::filesystem::path path_;
};

std::string content(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

class Report : public testing::Test {
  protected:
    Report() {
        complaints_.job = "inputs/q1";
        const auto sheet = complaints_.sources.add({"q1.csv", SourceKind::table, {""}});
        const auto text = complaints_.sources.add({"body.txt", SourceKind::text, {}});
        cell_ = {.row = 3, .column = 5, .file = sheet};
        line_ = {.row = 7, .column = 2, .file = text};
    }
    ~Report() override { choose_language(Language::english, {}); }

    Complaints complaints_;
    Origin cell_;
    Origin line_;
};

TEST_F(Report, SaysPlaceCodeMessageAndHint) {
    complaints_.diagnostics = {
        {Code::name_unknown, line_, {{"name", "优秀_名"}, {"nearest", "优秀_名数"}}},
        {Code::count_contradicts_table,
         line_,
         {{"written", "9"}, {"grade", "优秀"}, {"actual", "8"}, {"name", "{a_优秀_名数}"}},
         {cell_}}};
    EXPECT_EQ(
        as_text({complaints_}),
        "body.txt:7:2: error[name-unknown]: nothing is called \"优秀_名\"\n"
        "  hint: the most similar name is \"优秀_名数\"\n"
        "body.txt:7:2: error[count-contradicts-table]: the text counts 9 in \"优秀\", but the "
        "table has 8\n"
        "  hint: compare q1.csv!E3; written as {a_优秀_名数}, the number always agrees\n");
}

TEST_F(Report, LeavesOutAHintThatHasNothingToSay) {
    complaints_.diagnostics = {{Code::name_unknown, line_, {{"name", "甲"}, {"nearest", ""}}}};
    EXPECT_THAT(as_text({complaints_}), Not(HasSubstr("hint")));
}

TEST_F(Report, SpeaksChinese) {
    choose_language(Language::chinese, BANXIN_LOCALE);
    complaints_.diagnostics = {{Code::key_missing, line_, {{"key", "date"}}}};
    EXPECT_EQ(as_text({complaints_}), "body.txt:7:2: 错误[key-missing]: 缺少键“date”\n");
    Tally tally = count({complaints_});
    tally.jobs = 1;
    tally.failed_jobs = {"inputs/q1"};
    EXPECT_EQ(closing_line(tally), "1 处错误；未写任何文件\n");
}

TEST_F(Report, ShowsFiftyAndCountsTheRest) {
    for (std::uint32_t row = 1; row <= 53; ++row)
        complaints_.diagnostics.push_back({Code::line_overfull, {.row = row, .file = 2}, {}});
    const std::string text = as_text({complaints_});
    EXPECT_THAT(text, HasSubstr("body.txt:50: warning[line-overfull]"));
    EXPECT_THAT(text, Not(HasSubstr("body.txt:51:")));
    EXPECT_THAT(text, HasSubstr("and 3 more\n"));
    EXPECT_EQ(closing_line(count({complaints_})), "53 warnings\n");
    EXPECT_THAT(as_json({complaints_}), HasSubstr("\"row\": 53"));
}

TEST_F(Report, ClosesWithWhatBecameOfTheJobs) {
    EXPECT_EQ(closing_line({}), "");
    EXPECT_EQ(closing_line({.errors = 2, .warnings = 1, .jobs = 1, .failed_jobs = {"a"}}),
              "2 errors, 1 warning; nothing written\n");
    EXPECT_EQ(closing_line({.errors = 1, .warnings = 0, .jobs = 3, .failed_jobs = {"b"}}),
              "1 error; nothing written (b)\n");
}

TEST_F(Report, WritesOneJsonObject) {
    complaints_.diagnostics = {{Code::key_missing, line_, {{"key", "a\"\\\n"}}, {cell_}}};
    EXPECT_EQ(as_json({complaints_}),
              "{\"diagnostics\": [\n"
              "  {\"job\": \"inputs/q1\", \"code\": \"key-missing\", \"severity\": \"error\", "
              "\"place\": \"body.txt:7:2\", \"file\": \"body.txt\", \"row\": 7, \"column\": 2, "
              "\"message\": \"the key \\\"a\\\"\\\\\\u000a\\\" is missing\", \"hint\": \"\", "
              "\"related\": [\"q1.csv!E3\"]}\n"
              "], \"errors\": 1, \"warnings\": 0}\n");
    EXPECT_EQ(as_json({}), "{\"diagnostics\": [], \"errors\": 0, \"warnings\": 0}\n");
}

TEST(Languages, FollowTheEnvironment) {
    const auto with = [](std::initializer_list<std::pair<const char*, const char*>> variables) {
        for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) unsetenv(name);
        for (const auto& [name, value] : variables) setenv(name, value, 1);
        return language_of_environment();
    };
    EXPECT_EQ(with({}), Language::english);
    EXPECT_EQ(with({{"LANG", "zh_CN.UTF-8"}}), Language::chinese);
    EXPECT_EQ(with({{"LANG", "zh_CN.UTF-8"}, {"LC_ALL", "C"}}), Language::english);
    EXPECT_EQ(with({{"LANG", "de_DE"}, {"LC_MESSAGES", "zh_HK"}}), Language::chinese);
    EXPECT_EQ(with({{"LANG", "zh_CN"}, {"LANGUAGE", "en:zh"}}), Language::english);
    EXPECT_EQ(with({{"LANG", "zh_CN"}, {"LC_ALL", ""}}), Language::chinese);
}

TEST(Languages, FillPlacesByName) {
    EXPECT_EQ(with_arguments("{b}{a} {c} {", {{"a", "1"}, {"b", "{a}"}}), "{a}1 {c} {");
    EXPECT_TRUE(has_all_arguments("{a}", {{"a", "1"}}));
    EXPECT_FALSE(has_all_arguments("{a}{b}", {{"a", "1"}}));
    EXPECT_FALSE(has_all_arguments("{a}", {{"a", ""}}));
}

/// The `{name}` places of a message, sorted.
std::vector<std::string> places_of(const std::string& message) {
    std::vector<std::string> places;
    for (std::size_t k = message.find('{'); k != std::string::npos; k = message.find('{', k + 1))
        places.push_back(message.substr(k, message.find('}', k) - k + 1));
    std::sort(places.begin(), places.end());
    return places;
}

TEST(Languages, KeepEveryPlaceInChinese) {
    for (const Code code : all_codes()) {
        for (const std::string_view english : {info(code).message, info(code).hint}) {
            choose_language(Language::chinese, BANXIN_LOCALE);
            const std::string chinese = tr(std::string{english}.c_str());
            choose_language(Language::english, {});
            EXPECT_EQ(places_of(chinese), places_of(std::string{english})) << info(code).name;
            EXPECT_EQ(chinese == english, english.empty()) << info(code).name;
        }
    }
}

TEST(Files, ComeWholeOrNotAtAll) {
    const Folder folder;
    EXPECT_EQ(write_files({{folder / "a", "new"}, {folder / "sub/b", "b"}}), std::nullopt);
    EXPECT_EQ(content(folder / "a"), "new");
    EXPECT_EQ(content(folder / "sub/b"), "b");
    // The second cannot be written: the first keeps its older content, and nothing is left lying.
    EXPECT_TRUE(write_files({{folder / "a", "newer"}, {folder / "a/b", "b"}}).has_value());
    EXPECT_TRUE(write_files({{folder / "a", "newer"}, {folder / "sub", "b"}}).has_value());
    EXPECT_EQ(content(folder / "a"), "new");
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"a", "sub"}));
}

TEST(Files, AreReadOrTheReasonIsKnown) {
    const Folder folder;
    std::ofstream{folder / "a"} << std::string{"x\0y", 3};
    EXPECT_EQ(read_file(folder / "a").bytes, (std::string{"x\0y", 3}));
    EXPECT_TRUE(read_file(folder / "b").is_missing);
    EXPECT_FALSE(read_file(folder / "").is_missing);
    EXPECT_NE(read_file(folder / "").problem, "");
}

TEST(Outputs, RemovePicturesOfPagesThatAreNoMore) {
    const Folder folder;
    Product product;
    product.pdf = "pdf";
    product.previews = {"1", "2", "3"};
    product.dumps = {{"compose", "text"}};
    EXPECT_EQ(write_outputs(product, folder / "out", "a", PreviewFormat::png), std::nullopt);
    std::ofstream{folder / "out/a-x.png"} << "a stranger";
    product.previews = {"1"};
    EXPECT_EQ(write_outputs(product, folder / "out", "a", PreviewFormat::png), std::nullopt);
    EXPECT_TRUE(std::filesystem::exists(folder / "out/a-1.png"));
    EXPECT_FALSE(std::filesystem::exists(folder / "out/a-2.png"));
    EXPECT_FALSE(std::filesystem::exists(folder / "out/a-3.png"));
    EXPECT_TRUE(std::filesystem::exists(folder / "out/a-x.png"));
    EXPECT_EQ(content(folder / "out/a.compose.dump"), "text");
}

Options good(const std::vector<std::string>& arguments) {
    auto read = read_options(arguments);
    const auto* options = std::get_if<Options>(&read);
    EXPECT_NE(options, nullptr) << std::get<Answer>(read).text;
    return options != nullptr ? *options : Options{};
}

std::string wrong(const std::vector<std::string>& arguments) {
    auto read = read_options(arguments);
    const auto* answer = std::get_if<Answer>(&read);
    EXPECT_TRUE(answer != nullptr && answer->is_error);
    return answer != nullptr ? answer->text : std::string{};
}

TEST(CommandLine, SaysWhatIsWanted) {
    const Options options =
        good({"make",   "a",      "b/job.yaml", "-o",      "out",    "--preview", "svg",
              "--dump", "pages",  "--dump",     "score",   "c",      "--timings", "--diagnostics",
              "json",   "--lang", "zh",         "--fonts", "f.yaml", "--layouts", "l"});
    EXPECT_EQ(options.command, Command::make);
    EXPECT_EQ(options.jobs, (std::vector<std::string>{"a", "b/job.yaml", "c"}));
    EXPECT_EQ(options.output, "out");
    EXPECT_EQ(options.preview, PreviewFormat::svg);
    ASSERT_EQ(options.dumps.size(), 2U);
    EXPECT_EQ(options.dumps[0].stage, DumpStage::pages);
    EXPECT_TRUE(options.timings);
    EXPECT_EQ(options.diagnostics, DiagnosticsFormat::json);
    EXPECT_EQ(options.fonts, "f.yaml");
    EXPECT_EQ(options.layouts, "l");
    EXPECT_EQ(good({"check", "a"}).command, Command::check);
    EXPECT_EQ(good({"fonts"}).command, Command::fonts);
    EXPECT_EQ(good({"layouts", "--layouts", "l"}).command, Command::layouts);
    EXPECT_EQ(good({"make", "a"}).output, "outputs");
    const Options lines = good({"lines", "--measure", "12.5", "--role", "黑体", "--size", "四号",
                                "--mode", "gb", "--gap", "0.2", "--title", "--json"});
    EXPECT_EQ(lines.command, Command::lines);
    EXPECT_EQ(lines.lines.measure, 12'500);
    EXPECT_EQ(lines.lines.role, "黑体");
    EXPECT_EQ(lines.lines.size, 14_pt);
    EXPECT_EQ(lines.lines.line_end, LineEndMode::gb);
    EXPECT_EQ(lines.lines.latin_gap, 200U);
    EXPECT_EQ(lines.lines.shape, LineShape::title);
    EXPECT_EQ(lines.lines.form, LineOptions::Form::json);
}

TEST(CommandLine, SaysWhatIsWrong) {
    EXPECT_THAT(wrong({}), HasSubstr("no command"));
    EXPECT_THAT(wrong({"make"}), HasSubstr("no job"));
    EXPECT_THAT(wrong({"make", "a", "--preview", "gif"}), HasSubstr("\"gif\""));
    EXPECT_THAT(wrong({"make", "a", "--dump", "all"}), HasSubstr("\"all\""));
    EXPECT_THAT(wrong({"make", "a", "--diagnostics", "xml"}), HasSubstr("\"xml\""));
    EXPECT_THAT(wrong({"make", "a", "--lang", "de"}), HasSubstr("\"de\""));
    EXPECT_THAT(wrong({"make", "a", "--colour"}), HasSubstr("\"--colour\""));
    EXPECT_THAT(wrong({"bake", "a"}), HasSubstr("bake"));
    EXPECT_THAT(wrong({"make", "a", "-o"}), HasSubstr("see banxin --help"));
    EXPECT_THAT(wrong({"check", "a", "-o", "b"}), HasSubstr("-o"));
}

TEST(CommandLine, HelpsInBothLanguages) {
    const auto help = [](const std::vector<std::string>& arguments) {
        return std::get<Answer>(read_options(arguments)).text;
    };
    for (const char* word : {"make", "check", "lines", "fonts", "layouts", "--version", "--lang"})
        EXPECT_THAT(help({"--help"}), HasSubstr(word));
    for (const char* word : {"--preview", "--dump", "--timings", "--diagnostics", "JOB"})
        EXPECT_THAT(help({"make", "--help"}), HasSubstr(word));
    EXPECT_THAT(help({"--version"}), testing::MatchesRegex("banxin [0-9.]+\n"));
    choose_language(Language::chinese, BANXIN_LOCALE);
    EXPECT_THAT(help({"make", "--help"}), HasSubstr("列出各阶段的用时"));
    choose_language(Language::english, {});
    EXPECT_EQ(language_option({"make", "--lang", "zh"}), Language::chinese);
    EXPECT_EQ(language_option({"make", "--lang=en"}), Language::english);
    EXPECT_EQ(language_option({"make"}), std::nullopt);
}

struct Ran {
    ExitStatus status = ExitStatus::done;
    std::string out;
    std::string err;
};

Ran run(std::vector<std::string> arguments, const PdfCommands& pdf_commands = run_pdf_command) {
    for (const char* each : {"--lang", "en", "--fonts", BANXIN_SOURCE_DIR "/fonts/fonts.yaml",
                             "--layouts", BANXIN_SOURCE_DIR "/layouts"})
        arguments.emplace_back(each);
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    const ExitStatus status = run_program(arguments, {}, in, out, err, pdf_commands);
    return {status, out.str(), err.str()};
}

Ran check_jobs(std::vector<std::string> jobs) {
    jobs.insert(jobs.begin(), "check");
    return run(std::move(jobs));
}

/// As a shell writes `inputs/*`: the jobs, and whatever else lies beside them.
TEST(Jobs, FilesBesideThemArePassedOver) {
    const Folder inputs;
    std::filesystem::create_directories(inputs / "march");
    std::ofstream{inputs / "march/job.yaml"}
        << "layout: final-accounts\ntitle: 说明\nbody: body.txt\n";
    std::ofstream{inputs / "march/body.txt"} << "现予公布。\n";
    std::ofstream{inputs / "job.schema.json"} << "{}";
    const std::string job = inputs / "march";
    const std::string file = inputs / "job.schema.json";
    const Ran both = check_jobs({file, job});
    EXPECT_EQ(both.err, "");
    EXPECT_EQ(both.status, ExitStatus::done);
    EXPECT_THAT(both.out, HasSubstr(file + " is no job and is passed over\n"));
    EXPECT_THAT(both.out, HasSubstr("1 page"));
    // A job's file may be named itself, and what is not there is missed.
    EXPECT_EQ(check_jobs({file, job + "/job.yaml"}).err, "");
    EXPECT_EQ(check_jobs({job, inputs / "april"}).status, ExitStatus::input_errors);
    // Named alone, the file was meant.
    const Ran alone = check_jobs({file});
    EXPECT_EQ(alone.status, ExitStatus::input_errors);
    EXPECT_THAT(alone.err, HasSubstr("job.schema.json"));
}

/// A document of one page, and the folder it is in.
class MadeDocument : public testing::Test {
  protected:
    MadeDocument() {
        std::filesystem::create_directories(folder_ / "march");
        std::ofstream{folder_ / "march/job.yaml"}
            << "layout: final-accounts\ntitle: 说明\nbody: body.txt\n";
        std::ofstream{folder_ / "march/body.txt"} << "现予公布。\n";
        const Ran made = run({"make", folder_ / "march", "-o", folder_ / "", "--attach", "source"});
        EXPECT_EQ(made.status, ExitStatus::done) << made.err;
    }

    const Folder folder_;
    const std::string pdf_ = folder_ / "march.pdf";
};

TEST_F(MadeDocument, EveryCommandRunsInOneProcess) {
    EXPECT_THAT(run({"inspect", pdf_}).out, HasSubstr("1 page"));
    EXPECT_THAT(run({"verify", pdf_}).out, HasSubstr("to the last byte"));
    EXPECT_EQ(run({"unpack", pdf_, "-o", folder_ / "again"}).status, ExitStatus::done);
    EXPECT_EQ(content(folder_ / "again/body.txt"), content(folder_ / "march/body.txt"));
}

TEST_F(MadeDocument, OnlyCommandsThatReadPdfsAreHandedOver) {
    std::vector<Command> handed_over;
    const auto runs = [&](const std::vector<std::string>& arguments) {
        return run(arguments, [&](Session& session) {
            handed_over.push_back(session.options().command);
            return ExitStatus::program_not_started;
        });
    };
    for (const char* command : {"inspect", "unpack", "verify"})
        EXPECT_EQ(runs({command, pdf_}).status, ExitStatus::program_not_started);
    EXPECT_EQ(handed_over, (std::vector{Command::inspect, Command::unpack, Command::verify}));
    handed_over.clear();
    // What is wrong, or only asked, is said by whoever is asked.
    EXPECT_EQ(runs({"inspect"}).status, ExitStatus::wrong_usage);
    EXPECT_EQ(runs({"inspect", pdf_, "--format", "poem"}).status, ExitStatus::wrong_usage);
    EXPECT_EQ(runs({"unpack", pdf_, pdf_, "-o", "a"}).status, ExitStatus::wrong_usage);
    EXPECT_EQ(runs({"verify", "--help"}).status, ExitStatus::done);
    const std::string job = folder_ / "march";
    EXPECT_EQ(runs({"make", job, "-o", folder_ / ""}).status, ExitStatus::done);
    EXPECT_EQ(runs({"check", job}).status, ExitStatus::done);
    for (const char* command : {"lines", "fonts", "layouts"})
        EXPECT_EQ(runs({command}).status, ExitStatus::done);
    EXPECT_TRUE(handed_over.empty());
}

}  // namespace
}  // namespace banxin

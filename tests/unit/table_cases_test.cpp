// Goldens of small tables: tests/golden/tables/NAME.dump. A case that differs is drawn beside the
// test program, in table-pictures/NAME.svg; with BANXIN_DRAW_TABLES=1 in the environment all are.
#include "table_cases.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

#include "table_drawing.hpp"
#include "tests/golden.hpp"

namespace banxin {

static void PrintTo(const TableCase& each, std::ostream* stream) { *stream << each.name; }

namespace {

std::vector<TableCase> all_cases() {
    std::vector<TableCase> cases = span_cases();
    for (auto&& more : {head_cases(), row_cases()})
        cases.insert(cases.end(), more.begin(), more.end());
    return cases;
}

bool all_are_drawn() {
    const char* wished = std::getenv("BANXIN_DRAW_TABLES");
    return wished != nullptr && std::string{wished} == "1";
}

std::filesystem::path draw(const TableCase& each, const PlacedTable& placed) {
    const std::filesystem::path folder =
        std::filesystem::path{BANXIN_BINARY_DIR} / "table-pictures";
    std::filesystem::create_directories(folder);
    const std::filesystem::path file = folder / (each.name + ".svg");
    std::ofstream{file} << draw_table(each.table, placed, each.room);
    return file;
}

class TableCases : public testing::TestWithParam<TableCase> {};

TEST_P(TableCases, ArePlacedAsTheirGoldensSay) {
    const TableCase& each = GetParam();
    const auto placed = place_table(each.table, each.width, each.room, LineRules{});
    EXPECT_TRUE(placed.diagnostics.empty());
    const auto same = matches_golden("tables/" + each.name, dump_table(each.table, placed.value));
    EXPECT_TRUE(same);
    if (!same || all_are_drawn()) std::cout << "drawn: " << draw(each, placed.value) << "\n";
}

INSTANTIATE_TEST_SUITE_P(All, TableCases, testing::ValuesIn(all_cases()),
                         [](const testing::TestParamInfo<TableCase>& each) {
                             std::string name = each.param.name;
                             for (char& character : name)
                                 if (character == '-') character = '_';
                             return name;
                         });

TEST(TableGoldens, EveryGoldenHasItsCase) {
    std::set<std::string> names;
    for (const TableCase& each : all_cases()) EXPECT_TRUE(names.insert(each.name + ".dump").second);
    const auto folder = std::filesystem::path{BANXIN_SOURCE_DIR} / "tests/golden/tables";
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        EXPECT_TRUE(names.contains(entry.path().filename())) << entry.path();
}

}  // namespace
}  // namespace banxin

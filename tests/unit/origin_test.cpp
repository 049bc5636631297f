// Places as messages print them, and diagnostics in the order they are printed in.
#include "pipeline/base/origin.hpp"

#include <gtest/gtest.h>

#include "pipeline/base/diagnostic.hpp"

namespace banxin {
namespace {

TEST(Sources, DescribesCellsAndCharacters) {
    Sources sources;
    const std::uint8_t text = sources.add({"body.txt", SourceKind::text, {}});
    const std::uint8_t book =
        sources.add({"scores.xlsx", SourceKind::table, {"一", "市直窗口部门"}});
    const std::uint8_t list = sources.add({"list.csv", SourceKind::table, {""}});
    EXPECT_EQ(sources.describe({.row = 12, .column = 9, .file = text}), "body.txt:12:9");
    EXPECT_EQ(sources.describe({.row = 12, .file = text}), "body.txt:12");
    EXPECT_EQ(sources.describe({.row = 7, .column = 3, .file = book, .sheet = 1}),
              "scores.xlsx 市直窗口部门!C7");
    EXPECT_EQ(sources.describe({.row = 7, .file = book, .sheet = 0}), "scores.xlsx 一!7");
    EXPECT_EQ(sources.describe({.row = 5, .column = 28, .file = list}), "list.csv!AB5");
    EXPECT_EQ(sources.describe({}), "");
}

TEST(Sources, LettersOfColumns) {
    EXPECT_EQ(column_letters(1), "A");
    EXPECT_EQ(column_letters(26), "Z");
    EXPECT_EQ(column_letters(27), "AA");
    EXPECT_EQ(column_letters(702), "ZZ");
    EXPECT_EQ(column_letters(703), "AAA");
    EXPECT_EQ(column_letters(16384), "XFD");
}

TEST(Diagnostics, SortByPlaceAndNameEachMistakeOnce) {
    const Diagnostic late{Code::key_missing, {.row = 9, .column = 1, .file = 1}, {{"key", "a"}}};
    const Diagnostic early{Code::key_missing, {.row = 2, .column = 5, .file = 1}, {{"key", "b"}}};
    const Diagnostic other{Code::key_missing, {.row = 2, .column = 5, .file = 1}, {{"key", "c"}}};
    Diagnostics list = {late, early, other, early};
    sort_and_unite(list);
    EXPECT_EQ(list, (Diagnostics{early, other, late}));
    EXPECT_TRUE(has_errors(list));
    EXPECT_FALSE(has_errors({}));
}

}  // namespace
}  // namespace banxin

// YAML files: every value knows its place, and nothing that is wrong with a file gets away
// without a diagnostic or ends in an exception.
#include "pipeline/base/yaml_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "pipeline/base/nearest.hpp"

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// `code line:column` of each diagnostic, in order.
std::vector<std::string> places(const Diagnostics& diagnostics) {
    std::vector<std::string> list;
    for (const Diagnostic& diagnostic : diagnostics) {
        list.push_back(std::string{info(diagnostic.code).name} + " " +
                       std::to_string(diagnostic.origin.row) + ":" +
                       std::to_string(diagnostic.origin.column));
    }
    return list;
}

std::vector<std::string> complaints(std::string_view bytes) {
    return places(read_yaml(bytes, 1).diagnostics);
}

const YamlNode& value_of(const YamlNode& map, std::string_view key) {
    for (const YamlEntry& entry : map.entries) {
        if (entry.key.utf8() == key) return entry.value;
    }
    throw std::out_of_range{std::string{key}};
}

std::string place(Origin origin) {
    return std::to_string(origin.row) + ":" + std::to_string(origin.column);
}

TEST(Yaml, PlacesCountCharacters) {
    const auto tree = read_yaml("标题: 通报\n列表:\n  - “甲”: {乙: 丙, 丁: 戊}\n", 3);
    ASSERT_TRUE(tree.ok());
    const Text& title = value_of(tree.value, "标题").scalar;
    EXPECT_EQ(title.utf8(), "通报");
    EXPECT_EQ(title.origin(), (Origin{.row = 1, .column = 5, .file = 3}));
    EXPECT_EQ(title.origin_at(3).column, 6U);
    const YamlNode& item = value_of(tree.value, "列表").items.at(0);
    EXPECT_EQ(place(item.entries.at(0).key.origin()), "3:5");
    EXPECT_EQ(place(value_of(item.entries.at(0).value, "丁").scalar.origin()), "3:20");
}

TEST(Yaml, PlacesSurviveByteOrderMarkAndWindowsLineEnds) {
    const auto tree = read_yaml(
        "\xEF\xBB\xBF"
        "a: 1\r\n乙: 二\r\n",
        1);
    ASSERT_TRUE(tree.ok());
    EXPECT_EQ(value_of(tree.value, "乙").scalar.utf8(), "二");
    EXPECT_EQ(place(value_of(tree.value, "乙").origin), "2:4");
    EXPECT_EQ(place(value_of(tree.value, "a").origin), "1:4");
}

TEST(Yaml, QuotedTextBeginsAfterItsQuote) {
    const auto tree = read_yaml("a: \"甲乙\"\nb: '丙'\nc: \"\\u7532乙\"\n", 1);
    EXPECT_EQ(place(value_of(tree.value, "a").scalar.origin_at(3)), "1:6");
    EXPECT_EQ(place(value_of(tree.value, "b").scalar.origin()), "2:5");
    // An escape is written with other characters than it stands for: all have the scalar's place.
    EXPECT_EQ(value_of(tree.value, "c").scalar.utf8(), "甲乙");
    EXPECT_EQ(place(value_of(tree.value, "c").scalar.origin_at(3)), "3:4");
}

TEST(Yaml, LiteralBlocksKeepThePlaceOfEveryLine) {
    const auto tree = read_yaml("a: |\n    甲乙\n\n      丙丁\nb: 1\n", 1);
    const Text& text = value_of(tree.value, "a").scalar;
    ASSERT_EQ(text.utf8(), "甲乙\n\n  丙丁\n");
    EXPECT_EQ(place(text.origin_at(3)), "2:6");
    EXPECT_EQ(place(text.origin_at(text.utf8().find("丁"))), "4:8");
}

TEST(Yaml, AFoldedLineEndIsNothingBesideChineseAndASpaceBetweenWords) {
    const auto text = [](const std::string& yaml) {
        return value_of(read_yaml(yaml, 1).value, "a").scalar.utf8();
    };
    EXPECT_EQ(text("a: >\n    甲乙\n    丙丁\n"), "甲乙丙丁\n");
    EXPECT_EQ(text("a: >-\n  甲，\n  丙\n  Latin\n  words\n  丁\n"), "甲，丙Latin words丁");
    EXPECT_EQ(text("a: 甲乙\n  丙丁\n  共\n  39\n  个\n"), "甲乙丙丁共39个");
    EXPECT_EQ(text("a: \"甲乙\n  丙丁\"\n"), "甲乙丙丁");
    EXPECT_EQ(text("a: '“\n  App\n  ”'\n"), "“App”");
    EXPECT_EQ(text("a: one\n  two\n"), "one two");
    EXPECT_EQ(text("a: 甲  乙\r\n  丙\r\n"), "甲  乙丙");
    // A blank that was typed stays, and so does an empty line.
    EXPECT_EQ(text("a: 甲 乙\n"), "甲 乙");
    EXPECT_EQ(text("a: >-\n  甲\n\n  乙\n"), "甲\n乙");
    // Escapes are left to YAML.
    EXPECT_EQ(text("a: \"甲\\t乙\n  丙\"\n"), "甲\t乙 丙");
}

TEST(Yaml, FoldedLinesHavePlacesOfTheirOwn) {
    const auto tree = read_yaml("a: >\n    甲乙\n    丙丁\n", 1);
    const Text& text = value_of(tree.value, "a").scalar;
    EXPECT_EQ(place(text.origin_at(0)), "2:5");
    EXPECT_EQ(place(text.origin_at(9)), "3:6");
}

TEST(Yaml, ScalarsAreTakenAsWritten) {
    const auto tree = read_yaml("a: 2020\nb: no\nc: 1e3\nd: 0x1F\ne: ~\nf:\ng: \"\"\n", 1);
    ASSERT_TRUE(tree.ok());
    EXPECT_EQ(value_of(tree.value, "a").scalar.utf8(), "2020");
    EXPECT_EQ(value_of(tree.value, "b").scalar.utf8(), "no");
    EXPECT_EQ(value_of(tree.value, "c").scalar.utf8(), "1e3");
    EXPECT_EQ(value_of(tree.value, "d").scalar.utf8(), "0x1F");
    EXPECT_EQ(value_of(tree.value, "e").kind, YamlNode::Kind::empty);
    EXPECT_EQ(value_of(tree.value, "f").kind, YamlNode::Kind::empty);
    EXPECT_EQ(value_of(tree.value, "g").kind, YamlNode::Kind::empty);
}

TEST(Yaml, RefusesWhatIsNoText) {
    EXPECT_THAT(complaints(std::string_view{"甲: 1\n乙: \0x", 13}),
                ElementsAre("yaml-not-text 2:4"));
    EXPECT_THAT(complaints("a: \xC4\xE3\xBA\xC3\n"), ElementsAre("yaml-not-text 1:4"));  // GBK
    EXPECT_THAT(complaints("a: \xED\xA0\x80\n"), ElementsAre("yaml-not-text 1:4"));  // surrogate
    EXPECT_THAT(complaints("a: \xC0\xAF\n"), ElementsAre("yaml-not-text 1:4"));      // overlong
    EXPECT_THAT(complaints("a: \xE4\xBD"), ElementsAre("yaml-not-text 1:4"));        // cut off
    EXPECT_THAT(complaints("a: \"\\0\"\n"), ElementsAre("yaml-not-text 1:4"));
    EXPECT_THAT(complaints("PK\x03\x04"), ElementsAre("yaml-not-text 1:3"));
}

TEST(Yaml, RefusesFilesWithoutKeys) {
    for (const std::string_view bytes :
         {"", "\n\n", "# only a comment\n", "word", "- a\n- b\n", "~", "---\n", "...\n"}) {
        EXPECT_THAT(complaints(bytes), ElementsAre("yaml-not-a-map 1:1")) << bytes;
    }
}

TEST(Yaml, SaysWhereTheSyntaxBreaks) {
    EXPECT_THAT(complaints("a: [1, 2\nb: 3\n"), ElementsAre(testing::StartsWith("yaml-syntax 2")));
    EXPECT_THAT(complaints("a: 1\n---\nb: 2\n"), ElementsAre("yaml-syntax 2:1"));
    EXPECT_THAT(complaints("? [a]\n: b\n"), ElementsAre("yaml-syntax 1:3"));
    EXPECT_THAT(complaints("{'': b}"), ElementsAre("yaml-syntax 1:2"));
    EXPECT_THAT(complaints("a:\n\t b: 1\n"), ElementsAre(testing::StartsWith("yaml-syntax 2")));
}

TEST(Yaml, RefusesAnchorsAliasesAndTags) {
    EXPECT_THAT(complaints("a: &x 1\nb: *x\n"), ElementsAre("yaml-sign-refused 1:4"));
    EXPECT_THAT(complaints("a: *重要\n"), ElementsAre(testing::StartsWith("yaml-sign-refused 1:")));
    EXPECT_THAT(complaints("a: !重要\n"), ElementsAre("yaml-sign-refused 1:4"));
    EXPECT_THAT(complaints("a: !x\n  b: c\n"), ElementsAre("yaml-sign-refused 1:4"));
    EXPECT_THAT(complaints("a: '!重要'\nb: 重要!\n"), IsEmpty());
    EXPECT_THAT(complaints("a: !!binary aGk=\n"), ElementsAre("yaml-sign-refused 1:4"));
    // Eight levels of eight references would be sixteen million values.
    EXPECT_THAT(complaints("a: &a [1, 2]\nb: &b [*a, *a]\nc: [*b, *b]\n"),
                ElementsAre("yaml-sign-refused 1:4"));
}

TEST(Yaml, RefusesFilesThatAreTooDeepOrTooLarge) {
    const auto nested = [](std::size_t depth) {
        return "a: " + std::string(depth, '[') + std::string(depth, ']');
    };
    EXPECT_THAT(complaints(nested(YamlLimits::kDepth - 1)), IsEmpty());
    EXPECT_THAT(complaints(nested(YamlLimits::kDepth)), ElementsAre("yaml-too-large 1:35"));
    EXPECT_THAT(complaints(nested(4000)), ElementsAre("yaml-too-large 1:35"));
    EXPECT_THAT(complaints("a: 1\nb: " + std::string(YamlLimits::kLineBytes, 'x')),
                ElementsAre("yaml-too-large 2:1"));
    EXPECT_THAT(complaints("a: " + std::string(YamlLimits::kFileBytes, '\n')),
                ElementsAre("yaml-too-large 1:1"));
    std::string many = "a:\n";
    for (std::size_t k = 0; k <= YamlLimits::kValues; ++k) many += "- 1\n";
    EXPECT_THAT(complaints(many), ElementsAre("yaml-too-large 50001:3"));
}

TEST(Yaml, KeepsTheFirstOfTwoEqualKeys) {
    const auto tree = read_yaml("a: 1\nb:\n  c: 1\n  c: 2\n", 1);
    EXPECT_THAT(places(tree.diagnostics), ElementsAre("key-duplicate 4:3"));
    EXPECT_EQ(place(tree.diagnostics.at(0).related.at(0)), "3:3");
    EXPECT_EQ(value_of(value_of(tree.value, "b"), "c").scalar.utf8(), "1");
}

TEST(Yaml, SurvivesAnyBytes) {
    // Random cuts and changes of a file that has everything; only a Diagnostic may come out.
    const std::string whole =
        "a: {b: [1, '二', \"\\u4e09\"], c: |\n  四\n  五\n }\nd:\n- e: &f\n  g: *f\n- ? h\n  : i\n"
        "j: !k >-\n  l\n  m\n%n # o\n---\n...\n";
    for (unsigned seed = 0; seed < 3000; ++seed) {
        std::mt19937 random{seed};
        std::string bytes = whole;
        for (unsigned k = 0; k < 1 + seed % 5; ++k) {
            const std::size_t at = random() % bytes.size();
            if (random() % 2 == 0) {
                bytes[at] = whole[random() % whole.size()];
            } else {
                bytes.insert(at, whole, random() % whole.size(), random() % 12);
            }
        }
        bytes.resize(random() % (bytes.size() + 1));
        const auto tree = read_yaml(bytes, 1);
        EXPECT_EQ(tree.ok(), tree.value.kind == YamlNode::Kind::map) << "seed " << seed;
    }
}

struct Read {
    Outcome<YamlNode> tree;
    Diagnostics diagnostics;
    explicit Read(std::string_view bytes) : tree{read_yaml(bytes, 1)} {
        EXPECT_TRUE(tree.ok()) << bytes;
    }
    YamlValue root() { return {tree.value, diagnostics}; }
};

TEST(YamlReader, ReportsKeysThatNobodyAskedFor) {
    Read read{"layout: notice\ntittle: x\nissuer: y\n"};
    {
        YamlMap map{read.root()};
        EXPECT_EQ(map.required("layout").text().utf8(), "notice");
        EXPECT_FALSE(map["title"]);
        EXPECT_TRUE(map["issuer"]);
    }
    ASSERT_THAT(places(read.diagnostics), ElementsAre("key-unknown 2:1"));
    EXPECT_THAT(read.diagnostics.at(0).arguments,
                ElementsAre(Argument{"key", "tittle"}, Argument{"known", "title, issuer, layout"}));
}

TEST(YamlReader, ReportsWhatIsMissingOnce) {
    Read read{"form:\n  grades: [a]\n  money:\n"};
    YamlMap map{read.root()};
    YamlMap form{map["form"]};
    EXPECT_FALSE(form.required("money"));       // nothing behind the colon
    EXPECT_FALSE(form.required("indicators"));  // no such key
    EXPECT_EQ(form["grades"].items().size(), 1U);
    EXPECT_THAT(places(read.diagnostics), ElementsAre("key-missing 2:3", "key-missing 2:3"));
}

TEST(YamlReader, ReportsWrongShapesWithoutFollowingUp) {
    Read read{"a: {年度}\nb: text\nc: [x]\nd: text\n"};
    YamlMap map{read.root()};
    EXPECT_TRUE(map["a"].text().empty());
    EXPECT_THAT(map["b"].items(), IsEmpty());
    YamlMap group{map["c"]};
    EXPECT_FALSE(group.required("k"));
    EXPECT_EQ(map["d"].texts().size(), 1U);
    EXPECT_THAT(places(read.diagnostics),
                ElementsAre("text-expected 1:4", "list-expected 2:4", "map-expected 3:4"));
}

TEST(YamlReader, ReadsNumbersWithinTheirLimits) {
    Read read{"a: 4\nb: 0\nc: 100\nd: 4.5\ne: 99999999999\nf: -1\ng: １２．５\nh: 10.0\ni: -2\n"};
    YamlMap map{read.root()};
    EXPECT_EQ(map["a"].whole_number(1, 99), 4U);
    for (const char* key : {"b", "c", "d", "e", "f"}) {
        EXPECT_EQ(map[key].whole_number(1, 99), std::nullopt) << key;
    }
    EXPECT_EQ(map["absent"].whole_number(1, 99), std::nullopt);
    EXPECT_EQ(map["g"].decimal()->to_string(), "12.5");
    EXPECT_EQ(map["h"].decimal()->to_string(), "10.0");
    EXPECT_FALSE(map["i"].decimal());
    EXPECT_EQ(read.diagnostics.size(), 6U);
    EXPECT_EQ(read.diagnostics.at(0).arguments.at(2), (Argument{"expected", "1 … 99"}));
}

TEST(YamlReader, ReadsChoices) {
    enum class Fill { down, across };
    Read read{"a: across\nb: acros\n"};
    YamlMap map{read.root()};
    const auto fill = [&](std::string_view key) {
        return map[key].choice<Fill>({{"down", Fill::down}, {"across", Fill::across}});
    };
    EXPECT_EQ(fill("a"), Fill::across);
    EXPECT_EQ(fill("b"), std::nullopt);
    EXPECT_EQ(fill("absent"), std::nullopt);
    ASSERT_THAT(places(read.diagnostics), ElementsAre("value-invalid 2:4"));
    EXPECT_EQ(read.diagnostics.at(0).arguments.at(2), (Argument{"expected", "across, down"}));
}

TEST(YamlReader, GivesFreeKeysInTheirOrder) {
    Read read{"fields: {年度: 2023, 联系人: 某}\n"};
    YamlMap map{read.root()};
    YamlMap fields{map["fields"]};
    const auto entries = fields.entries();
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries.at(1).first.utf8(), "联系人");
    EXPECT_EQ(entries.at(1).second.text().utf8(), "某");
}

TEST(YamlReader, ShortensLongValuesBetweenCharacters) {
    std::string heads;
    for (int k = 0; k < 100; ++k) heads += "汉";
    Read read{"a: x" + heads + "\n"};
    YamlMap map{read.root()};
    EXPECT_FALSE(map["a"].decimal());
    const std::string shown = read.diagnostics.at(0).arguments.at(0).value;
    EXPECT_TRUE(read_yaml("a: " + shown, 1).ok()) << shown;
    EXPECT_TRUE(shown.ends_with("汉…"));
}

TEST(Nearest, CountsCharactersNotBytes) {
    EXPECT_EQ(edit_distance("", "abc"), 3U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
    EXPECT_EQ(edit_distance("考核得分", "考核分"), 1U);
    EXPECT_EQ(edit_distance("单位", "单立"), 1U);
    EXPECT_EQ(nearest_first("grads", {"name", "grades", "grade"}), "grades, grade, name");
}

}  // namespace
}  // namespace banxin

// Signatures planned for random names, diameters and numbers of organs: whatever they are, seals
// keep apart and inside the type area, and names and date stand on them.
#include "pipeline/pages/signature_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/shaped.hpp"

namespace banxin {
namespace {

constexpr Length kLeastGap = 1_mm;
constexpr Length kPitch = Length::from_emu(200571);  // 156 mm / 28, rounded down

Layout layout() {
    Layout layout = test_layout();
    layout.page.type_width = 156_mm;
    layout.page.type_height = 225_mm;
    for (const char* name : {"issuer", "date"}) {
        Style& style = layout.styles[name];
        style = layout.styles.at("body");
        style.name = name;
        style.size = 16_pt;
        style.pitch = kPitch;
        style.leading = 10.45_mm;
        style.alignment = Alignment::right;
        style.right_indent = kPitch * 2;
    }
    return layout;
}

ShapedBlock block(BlockRole role, const std::string& utf8, const Layout& layout) {
    Paragraph paragraph;
    paragraph.style = role == BlockRole::date ? "date" : "issuer";
    paragraph.runs = {{Text{utf8, {}}, paragraph.style}};
    Shaper shaper{test_fonts()};
    ShapedBlock shaped;
    shaped.role = role;
    shaped.content = shaper.shape(paragraph, layout, Orientation::horizontal).value;
    return shaped;
}

std::string han(int count) {
    std::string text;
    for (int k = 0; k < count; ++k) text += "国";
    return text;
}

struct Extent {
    Length left = Length::from_emu(1'000'000'000);
    Length right;
};

/// Of all lines of one block.
Extent extent(const SignaturePlan& plan, std::size_t index) {
    Extent extent;
    for (const PlannedLine& line : plan.lines) {
        if (line.block != index) continue;
        extent.left = std::min(extent.left, line.line.left);
        extent.right = std::max(extent.right, line.line.left + line.line.width);
    }
    return extent;
}

void expect_apart(const std::vector<PlannedImpression>& seals) {
    for (std::size_t k = 0; k < seals.size(); ++k) {
        EXPECT_GE(seals[k].left, Length{});
        EXPECT_LE(seals[k].left + seals[k].width, 156_mm);
        for (std::size_t other = 0; other < k; ++other) {
            const PlannedImpression& a = seals[other];
            const PlannedImpression& b = seals[k];
            const bool beside =
                a.left + a.width + kLeastGap <= b.left || b.left + b.width + kLeastGap <= a.left;
            EXPECT_TRUE(beside || a.top + a.height + kLeastGap <= b.top) << other << " and " << k;
        }
    }
}

TEST(SignaturePlan, SealsKeepApartWhateverTheNames) {
    const Layout rules = layout();
    std::mt19937 random{20260302};
    const auto number = [&](int least, int most) {
        return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
    };
    for (int trial = 0; trial < 150; ++trial) {
        const int organs = number(1, 9);
        std::vector<ShapedBlock> blocks;
        std::string facts = "trial " + std::to_string(trial) + ":";
        for (int k = 0; k < organs; ++k) {
            const int characters = number(2, 20);
            const int diameter = number(30, 60);
            blocks.push_back(block(BlockRole::issuer, han(characters), rules));
            blocks.back().impression = {
                nullptr, Length::from_emu(diameter * Length::kPerMillimetre), {}};
            facts += " " + std::to_string(characters) + "/" + std::to_string(diameter);
        }
        blocks.push_back(
            block(BlockRole::date, "2021年" + std::to_string(number(1, 12)) + "月29日", rules));
        SCOPED_TRACE(facts);
        const SignaturePlan plan = plan_signature(blocks, rules).value;

        ASSERT_EQ(plan.impressions.size(), static_cast<std::size_t>(organs));
        expect_apart(plan.impressions);
        for (std::size_t k = 0; k < plan.impressions.size(); ++k) {
            const PlannedImpression& seal = plan.impressions[k];
            const Extent name = extent(plan, seal.block);
            EXPECT_GE(name.left, Length{});
            EXPECT_LE(name.right, 156_mm);
            if (organs == 1) continue;
            const Length off = name.left + name.right - seal.left * 2 - seal.width;
            EXPECT_LE(std::max(off, -off), 0.1_mm) << k;
        }
        const PlannedImpression& last = plan.impressions.back();
        const Extent date = extent(plan, blocks.size() - 1);
        EXPECT_LE(date.right, 156_mm);
        if (organs > 1) {
            const Length off = date.left + date.right - last.left * 2 - last.width;
            EXPECT_LE(std::max(off, -off), 0.1_mm);
        }
        // The plan says how much room it takes.
        for (const PlannedImpression& seal : plan.impressions) {
            EXPECT_GE(seal.top, plan.top);
            EXPECT_LE(seal.top + seal.height, plan.bottom);
        }
        for (const PlannedLine& line : plan.lines) {
            EXPECT_GE(line.top, Length{});
            EXPECT_LE(line.top + 16_pt, plan.text_bottom);
        }
    }
}

TEST(SignaturePlan, ASignatureIsNamesAndThenADate) {
    std::vector<ShapedBlock> blocks(5);
    blocks[1].role = blocks[2].role = BlockRole::issuer;
    blocks[3].role = BlockRole::date;
    EXPECT_EQ(signature_size(blocks, 0), 0U);
    EXPECT_EQ(signature_size(blocks, 1), 3U);
    EXPECT_EQ(signature_size(blocks, 3), 0U);
    blocks[3].role = BlockRole::body;
    EXPECT_EQ(signature_size(blocks, 1), 0U);
}

}  // namespace
}  // namespace banxin

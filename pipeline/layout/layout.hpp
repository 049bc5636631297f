// A layout file, read and resolved: page, styles, line rules, order of the parts, tables.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/text.hpp"
#include "pipeline/layout/head_layout.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/layout/signature_layout.hpp"
#include "pipeline/layout/style.hpp"
#include "pipeline/layout/table_layout.hpp"

namespace banxin {

/// The parts a document can have, in whatever order the layout lists them.
enum class Part : std::uint8_t {
    head,         ///< 版头
    title,        ///< 标题
    recipients,   ///< 主送机关
    body,         ///< 正文
    attendance,   ///< 出席, 请假, 列席
    attachments,  ///< 附件说明
    signature,    ///< 发文机关署名 and 成文日期
    note,         ///< 附注
    enclosures,   ///< what the document issues (印发)
    annexes,      ///< 附件
    imprint,      ///< 版记, at the foot of the last page
    form,         ///< the table of a form layout
    text,         ///< words of the layout, with `{name}` places
};

struct PartLayout {
    Part part = Part::body;
    std::string style;   ///< Of a `text` part.
    Text text;           ///< Of a `text` part: a template.
    Text end_text = {};  ///< Set flush right on the line of `text`; may be empty.
};

struct Layout {
    std::string name;  ///< File name without `.yaml`.
    Text summary;      ///< What it is for, one line, shown by `banxin layouts`.
    PageGeometry page;
    PageNumberStyle page_number;
    LineRules line_rules;
    std::map<std::string, Style> styles;
    std::vector<PartLayout> parts;
    SignatureLayout signature;
    std::optional<HeadLayout> head;        ///< A layout with a head has this,
    std::optional<ImprintLayout> imprint;  ///< with an imprint this,
    std::optional<RankingLayout> ranking;  ///< a layout of ranking tables this,
    std::optional<FormLayout> form;        ///< a layout of a form this.

    /// The style called `name`. Reading the layout has checked that every named style exists.
    [[nodiscard]] const Style& style(const std::string& name_of_style) const {
        return styles.at(name_of_style);
    }
};

}  // namespace banxin

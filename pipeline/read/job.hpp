// The job: what a clerk asks for in job.yaml, before any file it names is opened.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/base/decimal.hpp"
#include "pipeline/base/diagnostic.hpp"
#include "pipeline/base/length.hpp"
#include "pipeline/base/text.hpp"
#include "pipeline/read/image.hpp"

namespace banxin {

/// A day of the Gregorian calendar. Reading has checked that it exists.
struct Date {
    int year = 0;
    unsigned month = 0;  ///< 1–12
    unsigned day = 0;    ///< 1–31
    friend bool operator==(const Date&, const Date&) = default;
};

/// A sheet inside a workbook. An empty sheet name means the only sheet there is.
struct SheetReference {
    Text file;
    Text sheet;
};

/// How equal scores are placed.
enum class TieRule : std::uint8_t {
    competition,  ///< 1, 2, 2, 4
    dense,        ///< 1, 2, 2, 3
};

/// How one grade of a ranking is awarded. Grades are listed from the best down.
struct GradeRule {
    enum class Kind : std::uint8_t {
        quota,      ///< the next `quota` units
        threshold,  ///< every unit with at least `threshold`
        rest,       ///< everybody who is left; only as the last one
        given,      ///< as the grade column of the sheet says
    };
    Text name;
    Kind kind = Kind::rest;
    unsigned quota = 0;
    Decimal threshold;
};

/// A score sheet and how to rank it.
struct RankingJob {
    std::string key;  ///< Begins the names its counts have in texts: `市直` in `{市直_优秀_名数}`.
    SheetReference scores;
    Text name_column;  ///< Column head of the units' names.
    Text score_column;
    Text grade_column;             ///< Set when the grades are given in the sheet.
    std::vector<Text> tie_breaks;  ///< Columns that decide between equal scores, higher first.
    std::vector<Text> shown;       ///< Further columns that the table shows between name and score.
    unsigned decimals = 2;         ///< Places a score is published with.
    Rounding rounding = Rounding::half_away_from_zero;
    TieRule ties = TieRule::competition;
    std::vector<GradeRule> grades;
    Origin origin;
};

/// Order in which side-by-side panels of a ranking table are filled.
enum class FillOrder : std::uint8_t {
    down,    ///< the first panel from top to bottom, then the next
    across,  ///< the first row from left to right, then the next
};

/// Where the bar with a group's name stands.
enum class BarPlace : std::uint8_t { below_heads, above_heads };

/// What a job may set about a ranking table; anything left out is as the layout says.
struct RankingTableJob {
    Text layout;                     ///< A file of layouts/ without `.yaml`; empty: `ranking`.
    std::optional<unsigned> panels;  ///< 1 or more
    std::optional<FillOrder> fill;
    std::optional<BarPlace> bar;
};

/// A self-evaluation form: its two sheets and its rules.
struct FormJob {
    SheetReference money;       ///< Rows of funds: budget, adjusted budget, spent.
    SheetReference indicators;  ///< The indicator tree, one third-level indicator a row.
    Rounding rounding = Rounding::half_away_from_zero;
    unsigned decimals = 2;                ///< Places of a score; zeros at the end are not printed.
    unsigned rate_decimals = 0;           ///< Places of a printed percentage.
    bool score_from_printed_rate = true;  ///< The execution score uses the rate as printed.
    Decimal execution_weight;             ///< Points for the execution rate, usually 10.
    /// Points that the first-level indicators must add up to: 产出指标 → 50. May be empty.
    std::vector<std::pair<Text, Decimal>> weights;
    std::vector<GradeRule> grades;  ///< By threshold on the total.
    Origin origin;
};

/// A text of the job: written in job.yaml, or in a file that it names.
struct FieldJob {
    Text value;
    Text file;  ///< When set, `value` is read from this file.
};

/// Rows of a sheet that a layout repeats a pattern over. Its columns go by their heads.
struct TableJob {
    SheetReference sheet;
    std::vector<Text> as_above;  ///< Columns whose empty cells mean what stands above them.
    Text group;                  ///< Neighbouring rows with one entry in this column are a group.
    std::vector<Text> totals;    ///< Columns that are added up, for groups and altogether.
    Origin origin;
};

/// What the places of a layout are filled from.
struct DataJob {
    std::map<std::string, FieldJob> fields;
    std::map<std::string, TableJob> tables;
    std::optional<FormJob> form;
};

/// A table by another layout within the document.
struct InsetJob {
    Text layout;
    DataJob data;
    Origin origin;
};

/// A document that this one issues (印发): it begins a page of its own after the signature.
struct EnclosureJob {
    std::vector<Text> title;  ///< As Job::title.
    Text body;
    Origin origin;
};

/// How an annex reaches its readers. GB/T 9704-2012, 7.3.7.
enum class Binding : std::uint8_t {
    together,    ///< Before the 版记, with the document's page numbers.
    separately,  ///< By itself: with page numbers of its own and the document's number on its
                 ///< label.
};

struct AnnexJob {
    enum class Content : std::uint8_t { ranking, inset, text };

    std::vector<Text> title;  ///< One entry a line; a single entry is broken by the layout.
    Binding binding = Binding::together;
    Content content = Content::ranking;
    RankingJob ranking;     ///< Its key is there whatever the content.
    RankingTableJob table;  ///< Of a ranking.
    InsetJob inset;
    Text body;  ///< File with the text.
    Origin origin;
};

/// 版头, GB/T 9704-2012, 7.2. What is empty is not printed.
struct HeadJob {
    /// 发文机关标志: a name, mostly with 文件 behind it; several names where organs issue jointly.
    std::vector<Text> mark;
    Text mark_end;              ///< 文件 beside several names.
    Text document_number;       ///< 发文字号: 示政办发〔2026〕5号
    Text copy_number;           ///< 份号
    Text classification;        ///< 密级和保密期限: 机密★1年
    Text urgency;               ///< 紧急程度: 特急
    std::vector<Text> signers;  ///< 签发人 of a document to a superior, by name.
    Origin origin;
};

/// Which page the 版记 may stand on. GB/T 33476.2-2016, 7.3.1.
enum class ImprintPage : std::uint8_t {
    even,  ///< an even one: it ends the last leaf
    next,  ///< the last one, whatever its number: for what is only read on a screen
};

/// 版记, GB/T 9704-2012, 7.4. What is empty is not printed.
struct ImprintJob {
    Text copies_to;                  ///< 抄送机关, without 抄送： and the full stop.
    Text printed_by;                 ///< 印发机关
    std::optional<Date> printed_on;  ///< 印发日期
    ImprintPage page = ImprintPage::even;
    Origin origin;
};

/// How those who issue a document sign it. GB/T 9704-2012, 7.3.5.1 to 7.3.5.3.
enum class SignatureForm : std::uint8_t {
    plain,    ///< names only
    sealed,   ///< a seal (印章) on each name
    stamped,  ///< posts, each with the signature stamp (签名章) of who holds it
};

/// One of those who sign.
struct SignatoryJob {
    Text issuer;  ///< The organ, its lines divided by line feeds; of a stamp who signs, or nothing.
    Text post;    ///< 签发人职务 beside a stamp.
    Text image;   ///< File with the seal or stamp; empty: its room is left.
    SharedImage picture;          ///< What that file holds, once it is read.
    std::optional<Length> width;  ///< Of the stamp; of a seal the diameter.
    Origin origin;
};

struct SignatureJob {
    SignatureForm form = SignatureForm::plain;
    std::vector<SignatoryJob> signatories;  ///< The host (主办机关) first.
};

/// 保管期限. 国家档案局令第8号 (2006), article 4.
enum class Retention : std::uint8_t { permanent, thirty_years, ten_years };

/// What an archive keeps the document by. DA/T 46-2009. What is empty is not written.
struct ArchiveJob {
    Text code;                           ///< 档号, DA/T 13-2022: Z109-WS·2026-D30-BGS-0001
    std::optional<Retention> retention;  ///< 保管期限
    Text class_number;                   ///< 分类号
    Text document_number;                ///< 发文字号 of a document that does not show it
    std::vector<Text> keywords;          ///< 关键词
    Origin origin;
};

struct Job {
    Text layout;  ///< A file of layouts/ without `.yaml`.
    std::optional<HeadJob> head;
    std::optional<ImprintJob> imprint;
    std::optional<ArchiveJob> archive;
    std::vector<Text> title;  ///< One entry a line; a single entry is broken by the layout.
    /// 发文机关署名, its lines divided by line feeds; of several that of the host; empty when the
    /// layout shows none.
    Text issuer;
    SignatureJob signature;
    std::optional<Date> date;  ///< 成文日期
    Text note;                 ///< 附注, with its brackets or without; may be empty.
    Text recipients;           ///< 主送机关, with its colon left out; may be empty.
    Text body;                 ///< File with the body text; empty when the layout has none.
    std::map<std::string, InsetJob> insets;  ///< By the name that a line of the body has for them.
    std::vector<EnclosureJob> enclosures;
    std::vector<AnnexJob> annexes;
    DataJob data;  ///< For the layout of the document itself.
    /// Who was at a meeting: 出席 and the like, with their names.
    std::vector<std::pair<Text, Text>> attendance;
    std::set<Code> silenced;  ///< Warnings that are not wanted.
    Origin origin;
};

}  // namespace banxin

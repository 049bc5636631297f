// The quality of broken paragraphs in figures, read off the places of their characters alone.
//
// A second opinion: it knows the marks, figures and titles of Chinese official prose from tables of
// its own, and neither the costs nor the break opportunities that the lines were made with.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/lines/broken_paragraph.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// How many of how many.
struct Tally {
    std::size_t hits = 0;
    std::size_t of = 0;
    [[nodiscard]] double share() const {
        return of == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(of);
    }
};

/// Mean and standard deviation of widths in em.
struct Widths {
    std::size_t count = 0;
    double sum = 0;
    double squares = 0;
    void add(double width);
    [[nodiscard]] double mean() const;
    [[nodiscard]] double deviation() const;
};

/// Items that a line's end must not tear, with what is counted as one.
enum class Item : std::uint8_t {
    number,      ///< 2,462.5: between its digits or at its separators
    unit,        ///< 44万元, 31.5%: the figure from its unit, or within the unit
    date,        ///< 2026年3月5日: anywhere but between digits, which is `number`
    document,    ///< 〔2020〕4号
    article,     ///< 第二百零五条, 第12项
    han_number,  ///< 三十个工作日
    circled,     ///< ① from what follows it
    word,        ///< GDP, PM
    title,       ///< 《》 around one to six characters
};

/// Figures of all lines added so far. Lines are "full" unless they end a paragraph: they should
/// fill the measure.
struct LineFigures {
    std::size_t paragraphs = 0;
    std::size_t lines = 0;
    Tally prohibited;  ///< Starts and ends of lines, of all ends within paragraphs.
    std::map<Item, Tally> torn;
    Tally runts;            ///< Last lines of one Han, of paragraphs of two lines or more.
    Tally opened_by_20;     ///< Full lines whose median gap between Han is over 0.020 em …
    Tally opened_by_50;     ///< … and over 0.050 em, of those with two such gaps or more.
    double widest_gap = 0;  ///< Between any two Han of a full line, in em; closing counts too.
    Widths single_marks;    ///< One mark between two Han, less the line's own opening.
    std::map<std::string, Widths> pairs;  ///< Two marks between two Han, as they are set.
    Tally edge_missed;                    ///< Full lines that end beside the measure.
    Tally on_grid;                        ///< Han within 0.02 em of a cell.
    std::vector<std::string> examples;    ///< The first faults of each kind, in words.
};

class LineQuality {
  public:
    /// Of lines in columns `measure` wide that hold `cells` full-width characters.
    LineQuality(Length measure, unsigned cells);
    ~LineQuality();
    LineQuality(LineQuality&&) noexcept;
    LineQuality& operator=(LineQuality&&) noexcept;

    /// Adds the lines of a justified paragraph.
    void add(const ShapedParagraph& paragraph, const BrokenParagraph& broken);

    [[nodiscard]] const LineFigures& figures() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// 第二百零五条 and so on: what a kind of item is called in tables.
[[nodiscard]] const char* name(Item item);

/// The figures as rows of a table in Markdown, without its head, then examples of faults.
[[nodiscard]] std::string table(const LineFigures& figures);

}  // namespace banxin

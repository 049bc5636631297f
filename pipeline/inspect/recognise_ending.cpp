// 附件说明, 署名, 成文日期, 印章, 签名章, 附注 (GB/T 9704-2012, 7.3.4 to 7.3.6).
#include <algorithm>
#include <utility>

#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/inspect/recognition.hpp"

namespace banxin {
namespace {

using namespace literals;

constexpr std::u32string_view kSentenceEnds = U"。；：！？…”";
constexpr Length kAligned = 1.5_mm;  // Lines of one name have one centre.
constexpr std::size_t kLongestColumn = 14;

/// A line above the date, or the part of one that stands in a column of its own.
struct Piece {
    std::size_t index = 0;  ///< Of the document's line.
    TextLine line;
};
using Row = std::vector<Piece>;

bool may_be_words_of_name(const TextLine& line) {
    return !is_one_of(line.text.back(), kSentenceEnds) && line.text.size() < 26 &&
           heading_label(line.text).level == 0;
}

/// Right of the middle, short, and no sentence: as the name of an organ under a text is.
bool may_be_issuer(const Recognition& recognition, const TextLine& line) {
    return may_be_words_of_name(line) && line.box.centre() > recognition.centre() &&
           line.box.left > recognition.left() + recognition.cell().scaled(5, 2);
}

const PdfBox* seal_over(const std::vector<PdfBox>& seals, const TextLine& line) {
    for (const PdfBox& seal : seals)
        if (line.box.centre() > seal.left && line.box.centre() < seal.right &&
            line.box.middle() > seal.top && line.box.middle() < seal.bottom)
            return &seal;
    return nullptr;
}

/// Names that stand beside each other are one line as the page's text goes. They are cut at gaps
/// that the line's other characters do not have.
Row pieces_of(const Recognition& recognition, std::size_t index) {
    const TextLine& line = recognition.line(index);
    const auto gap_before = [&](std::size_t k) {
        return line.characters[k].x - line.characters[k - 1].right;
    };
    bool is_close_set = false;
    for (std::size_t k = 1; k < line.characters.size(); ++k)
        is_close_set = is_close_set || gap_before(k) < line.size.scaled(3, 10);
    Row row;
    std::size_t begin = 0;
    for (std::size_t k = 1; k <= line.characters.size(); ++k) {
        const bool is_cut = k == line.characters.size() ||
                            (is_close_set && gap_before(k) > line.size.scaled(12, 10));
        if (!is_cut) continue;
        row.push_back({index, part_of(line, begin, k)});
        begin = k;
    }
    return row;
}

/// Rows of `free` from its end upwards, what stands on one baseline as one.
std::vector<Row> rows_above(const Recognition& recognition, const std::vector<std::size_t>& free) {
    constexpr std::size_t kMostRows = 16;
    std::vector<Row> rows;
    for (auto it = free.rbegin(); it != free.rend() && rows.size() <= kMostRows; ++it) {
        const TextLine& line = recognition.line(*it);
        Row pieces = pieces_of(recognition, *it);
        const TextLine* below = rows.empty() ? nullptr : &rows.back().front().line;
        if (below == nullptr || below->page != line.page || below->baseline - line.baseline > 1_mm)
            rows.push_back(std::move(pieces));
        else
            rows.back().insert(rows.back().begin(), pieces.begin(), pieces.end());
    }
    return rows;
}

/// Whether `row` names organs: by its place below the text, in seals, beside other names, or
/// in the column of names that are known already.
bool names_organs(const Recognition& recognition, const Row& row, const std::vector<Row>& below,
                  const std::vector<PdfBox>& seals) {
    const auto all = [&](auto fits) { return std::all_of(row.begin(), row.end(), fits); };
    if (!all([](const Piece& piece) { return may_be_words_of_name(piece.line); })) return false;
    if (!seals.empty() &&
        all([&](const Piece& piece) { return seal_over(seals, piece.line) != nullptr; }))
        return true;
    if (row.size() > 1)
        return all([](const Piece& piece) { return piece.line.text.size() <= kLongestColumn; });
    const TextLine& line = row.front().line;
    if (may_be_issuer(recognition, line)) return true;
    for (const Row& other : below)
        for (const Piece& piece : other) {
            const Length off = piece.line.box.centre() - line.box.centre();
            if (other.size() > 1 && off < kAligned && off > -kAligned) return true;
        }
    return false;
}

void add_pieces(Recognition& recognition, ElementKind kind, const std::vector<Piece>& pieces) {
    PageElement element{kind, pieces.front().line.page, pieces.front().line.box, {}};
    for (const Piece& piece : pieces) {
        recognition.take(piece.index);
        element.lines.push_back(piece.line);
        element.box.include(piece.line.box);
    }
    recognition.document.elements.push_back(std::move(element));
}

/// Names below each other are one element, as they sign together; those in columns are one for
/// each organ, with the rows of its name.
void add_issuers(Recognition& recognition, std::vector<Row> rows,
                 const std::vector<PdfBox>& seals) {
    if (rows.empty()) return;
    std::reverse(rows.begin(), rows.end());
    const bool has_columns =
        seals.size() > 1 ||
        std::any_of(rows.begin(), rows.end(), [](const Row& row) { return row.size() > 1; });
    std::vector<std::vector<Piece>> organs;
    for (const Row& row : rows) {
        for (const Piece& piece : row) {
            const auto belongs = [&](const std::vector<Piece>& organ) {
                const TextLine& above = organ.back().line;
                const Length off = above.box.centre() - piece.line.box.centre();
                return !has_columns ||
                       (off < kAligned && off > -kAligned &&
                        piece.line.baseline - above.baseline < above.size.scaled(25, 10) &&
                        seal_over(seals, above) == seal_over(seals, piece.line));
            };
            const auto organ = std::find_if(organs.begin(), organs.end(), belongs);
            if (organ == organs.end())
                organs.push_back({piece});
            else
                organ->push_back(piece);
        }
    }
    // In the order of reading: rows of seals, each from the left. One without a seal has no row.
    const bool has_seals = std::all_of(organs.begin(), organs.end(), [&](const auto& organ) {
        return seal_over(seals, organ.front().line) != nullptr;
    });
    const auto place = [&](const std::vector<Piece>& organ) {
        const PdfBox* seal = has_seals ? seal_over(seals, organ.front().line) : seals.data();
        const auto number = seal - seals.data();
        return std::pair{number, organ.front().line.box.left};
    };
    if (has_columns)
        std::stable_sort(organs.begin(), organs.end(),
                         [&](const auto& one, const auto& two) { return place(one) < place(two); });
    for (const auto& organ : organs) add_pieces(recognition, ElementKind::issuer, organ);
}

bool is_post(std::u32string_view text) {
    return text.ends_with(U"长") || text.ends_with(U"主任") || text.ends_with(U"主席") ||
           text.ends_with(U"总理") || text.ends_with(U"书记");
}

/// 示例市市长, on the left of the stamp with the signer's name or of the room left for it.
bool is_post_row(const Recognition& recognition, const Row& row,
                 const std::vector<PdfBox>& stamps) {
    if (row.size() != 1) return false;
    const TextLine& line = row.front().line;
    if (!may_be_words_of_name(line)) return false;
    const bool is_beside_stamp =
        std::any_of(stamps.begin(), stamps.end(), [&](const PdfBox& stamp) {
            const Length off = stamp.middle() - line.box.middle();
            return line.box.right < stamp.left + 1_mm && off < 8_mm && off > -8_mm;
        });
    const bool is_indented = line.box.left > recognition.left() + 3 * recognition.cell();
    const bool has_room = line.box.right < recognition.left() + 156_mm - 6 * recognition.cell();
    return is_beside_stamp || (is_indented && has_room && is_post(line.text));
}

/// （…） behind the date.
std::vector<std::size_t> remark_in(const Recognition& recognition,
                                   const std::vector<std::size_t>& behind) {
    if (behind.empty()) return {};
    const bool is_remark = is_one_of(recognition.line(behind.front()).text.front(), U"（(") &&
                           is_one_of(recognition.line(behind.back()).text.back(), U"）)");
    return is_remark ? behind : std::vector<std::size_t>{};
}

void find_attachment_note(Recognition& recognition, const std::vector<std::size_t>& free) {
    const auto begins = [&](std::size_t k) {
        const std::u32string& text = recognition.line(k).text;
        if (!text.starts_with(U"附件")) return false;
        std::size_t at = 2;
        while (at < text.size() && is_ascii_digit(text[at])) ++at;
        return at < text.size() && is_one_of(text[at], U"：:") && at + 1 < text.size();
    };
    const auto found = std::find_if(free.begin(), free.end(), begins);
    recognition.add(ElementKind::attachment_note, {found, free.end()});
}

/// Who signs above the `date`: posts beside stamps, or organs under seals or without.
void find_signers_of(Recognition& recognition, const TextLine& date,
                     const std::vector<std::size_t>& above) {
    const PdfPage& page = recognition.document.pages.pages[date.page];
    const SigningFigures figures = signing_figures(page, date.box.bottom);
    std::vector<Row> posts;
    std::vector<Row> organs;
    for (const Row& row : rows_above(recognition, above)) {
        if (organs.empty() && is_post_row(recognition, row, figures.stamps))
            posts.push_back(row);
        else if (posts.empty() && names_organs(recognition, row, organs, figures.seals))
            organs.push_back(row);
        else
            break;
    }
    add_issuers(recognition, organs, figures.seals);
    for (auto row = posts.rbegin(); row != posts.rend(); ++row)
        add_pieces(recognition, ElementKind::post, *row);
    for (const PdfBox& box : figures.seals) recognition.add(ElementKind::seal, date.page, box);
    if (posts.empty()) return;
    for (const PdfBox& box : figures.stamps) recognition.add(ElementKind::stamp, date.page, box);
}

}  // namespace

void find_ending(Recognition& recognition, const DocumentPart& part) {
    const std::vector<std::size_t> free = recognition.free_in(part.begin, part.end);
    const auto is_date_line = [&](std::size_t k) {
        const TextLine& line = recognition.line(k);
        return is_date(line.text) && line.box.left > recognition.left() + 3 * recognition.cell();
    };
    const auto last = std::find_if(free.rbegin(), free.rend(), is_date_line);
    constexpr std::ptrdiff_t kMostBehind = 6;
    std::size_t end = part.end;
    if (last != free.rend() && last - free.rbegin() <= kMostBehind) {
        const auto date = last.base() - 1;
        recognition.add(ElementKind::remark, remark_in(recognition, {date + 1, free.end()}));
        find_signers_of(recognition, recognition.line(*date), {free.begin(), date});
        recognition.add(ElementKind::date, {*date});
        end = *date;
    }
    find_attachment_note(recognition, recognition.free_in(part.begin, end));
}

}  // namespace banxin

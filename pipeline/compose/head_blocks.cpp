#include "pipeline/compose/head_blocks.hpp"

#include <utility>

#include "pipeline/compose/phrases.hpp"

namespace banxin {
namespace {

class HeadComposer {
  public:
    HeadComposer(const Job& job, const Layout& layout,
                 const std::function<Text(const Text&)>& filled)
        : job_{job}, head_{*job.head}, layout_{layout}, filled_{filled} {}

    Outcome<std::vector<Block>> compose() {
        check();
        const bool lines_first = layout_.head->lines == HeadLines::above_mark;
        if (lines_first) add_lines();
        add_mark();
        if (!lines_first) add_lines();
        add_number();
        if (layout_.head->issuer_row_below) add_issuer_row();
        return std::move(outcome_);
    }

  private:
    void add(BlockRole role, const char* style, const Text& text) {
        if (text.empty()) return;
        Paragraph paragraph;
        paragraph.style = style;
        paragraph.runs.push_back({filled_(text), paragraph.style});
        outcome_.value.push_back({role, std::move(paragraph)});
    }

    void add_lines() {
        add(BlockRole::head_line, "copy-number", head_.copy_number);
        add(BlockRole::head_line, "classification", head_.classification);
        add(BlockRole::head_line, "urgency", head_.urgency);
    }

    /// 文件 stands beside several names, but ends the line of a single one.
    void add_mark() {
        Text names = separate_lines(head_.mark);
        const bool is_beside = head_.mark.size() > 1;
        if (!is_beside) names.append(head_.mark_end);
        add(BlockRole::mark, "mark", names);
        if (is_beside) add(BlockRole::mark_end, "mark", head_.mark_end);
    }

    void add_number() {
        if (head_.signers.empty())
            return add(BlockRole::document_number, "document-number", head_.document_number);
        add(BlockRole::document_number, "document-number-beside-signers", head_.document_number);
        add(BlockRole::signer_label, "signer-label",
            Text{"签发人：", head_.signers.front().origin()});
        for (const Text& signer : head_.signers) add(BlockRole::signer, "signer", signer);
    }

    void add_issuer_row() {
        add(BlockRole::row_issuer, "row-issuer", job_.issuer);
        if (job_.date) add(BlockRole::row_date, "row-date", Text{printed(*job_.date), job_.origin});
    }

    void check() {
        const auto report = [&](Code code, const char* key, Origin origin) {
            outcome_.diagnostics.push_back(
                {code, origin, {{"key", key}, {"layout", layout_.name}}});
        };
        if (layout_.head->number_required && head_.document_number.empty())
            report(Code::part_missing, "document-number", head_.origin);
        if (!layout_.head->signers && !head_.signers.empty())
            report(Code::part_unused, "signers", head_.signers.front().origin());
    }

    const Job& job_;
    const HeadJob& head_;
    const Layout& layout_;
    const std::function<Text(const Text&)>& filled_;
    Outcome<std::vector<Block>> outcome_;
};

}  // namespace

Outcome<std::vector<Block>> head_blocks(const Job& job, const Layout& layout,
                                        const std::function<Text(const Text&)>& filled) {
    return HeadComposer{job, layout, filled}.compose();
}

}  // namespace banxin

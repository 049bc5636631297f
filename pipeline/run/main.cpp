// `banxin`, which makes documents. qpdf and poppler, which read PDFs, would bring 25 libraries more
// into every run, and 12 ms where all of a notice takes 48. `banxin-pdf` has them, and becomes this
// process when they are needed.
#include "pipeline/run/hand_over.hpp"
#include "pipeline/run/process.hpp"

int main(int count, char** values) {
    const std::vector<std::string> arguments(values + 1, values + count);
    return banxin::run_process(arguments, [&](banxin::Session& session) {
        return banxin::hand_over(session, "banxin-pdf", arguments);
    });
}

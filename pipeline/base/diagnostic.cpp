#include "pipeline/base/diagnostic.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace banxin {
namespace {

// Marks wording for xgettext; run/ translates it.
#define N_(wording) wording

constexpr auto kCodes = std::to_array<CodeInfo>({
#define BANXIN_DIAGNOSTIC(identifier, name, severity, message, hint) \
    {name, Severity::severity, message, hint},
#include "pipeline/base/diagnostic_codes.inc"
#undef BANXIN_DIAGNOSTIC
});

auto sort_key(const Diagnostic& diagnostic) {
    const Origin& at = diagnostic.origin;
    return std::tie(at.file, at.sheet, at.row, at.column, diagnostic.code, diagnostic.arguments);
}

}  // namespace

const CodeInfo& info(Code code) { return kCodes.at(static_cast<std::size_t>(code)); }

const std::vector<Code>& all_codes() {
    static const std::vector<Code> codes = [] {
        std::vector<Code> list;
        for (std::size_t k = 0; k < kCodes.size(); ++k) list.push_back(static_cast<Code>(k));
        return list;
    }();
    return codes;
}

bool has_errors(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
        return info(diagnostic.code).severity == Severity::error;
    });
}

void sort_and_unite(Diagnostics& diagnostics) {
    std::stable_sort(
        diagnostics.begin(), diagnostics.end(),
        [](const Diagnostic& a, const Diagnostic& b) { return sort_key(a) < sort_key(b); });
    const auto same = [](const Diagnostic& a, const Diagnostic& b) {
        return sort_key(a) == sort_key(b);
    };
    diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
}

void append(Diagnostics& diagnostics, Diagnostics more) {
    diagnostics.insert(diagnostics.end(), std::make_move_iterator(more.begin()),
                       std::make_move_iterator(more.end()));
}

}  // namespace banxin

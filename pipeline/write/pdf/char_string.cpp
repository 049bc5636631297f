// Follows the calls of a type 2 char string, as Adobe Technical Note 5177 defines them.
#include "pipeline/write/pdf/char_string.hpp"

#include <array>

namespace banxin::pdf {
namespace {

// Implementation limits, appendix B.
constexpr unsigned kDeepestCall = 10;
constexpr std::size_t kMostOperands = 48;

// No glyph needs as much. Subroutines of subroutines could make a few bytes grow without end.
constexpr std::size_t kLongestProgram = std::size_t{1} << 16;

enum Operator : std::uint8_t {
    hstem = 1,
    vstem = 3,
    call_local = 10,
    leave = 11,
    escape = 12,
    endchar = 14,
    hstem_before_mask = 18,
    hint_mask = 19,
    counter_mask = 20,
    vstem_before_mask = 23,
    short_integer = 28,
    call_global = 29,
    fixed_number = 255,
};

// Those behind the escape that take all operands and leave none: the four ways of a flex.
constexpr std::uint8_t kFirstFlex = 34;
constexpr std::uint8_t kLastFlex = 37;

constexpr std::uint8_t kFirstLongOperand = 247;

/// Bytes of the operand that begins with each byte; none where an operator does. A table, because
/// the numbers of an outline are long and short without any order that a processor could guess.
constexpr std::array<std::uint8_t, 256> kOperandSizes = [] {
    std::array<std::uint8_t, 256> sizes{};
    for (std::size_t first = 32; first < sizes.size(); ++first)
        sizes[first] = first < kFirstLongOperand ? 1 : 2;
    sizes[short_integer] = 3;
    sizes[fixed_number] = 5;
    return sizes;
}();

/// The whole part of an operand: numbers of subroutines have no other.
std::int32_t operand_value(const std::uint8_t* bytes) {
    const std::int32_t first = bytes[0];
    if (first >= 32 && first < kFirstLongOperand) return first - 139;
    const std::int32_t second = bytes[1];
    if (first == short_integer || first == fixed_number) {
        return static_cast<std::int16_t>(second << 8 | bytes[2]);
    }
    return first <= 250 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108;
}

/// Copies everything but calls and returns. The output ends in the operands that no operator has
/// taken yet, so that a call's number is the last thing to be taken back.
class Flattener {
  public:
    Flattener(const CffFont& font, const CffFontDictionary& dictionary, std::string& output)
        : font_{font}, dictionary_{dictionary}, output_{output}, begin_{output.size()} {}

    bool run(Bytes program) { return follow(program, 0) && ended_; }

  private:
    /// False when the program cannot be followed. It may end inside a subroutine.
    bool follow(Bytes program, unsigned depth) {
        std::size_t copied = 0;
        std::size_t at = 0;
        while (at < program.size() && !ended_) {
            const std::uint8_t first = program[at];
            if (const std::uint8_t size = kOperandSizes[first]; size > 0) {
                if (operand_count_ == kMostOperands) return false;
                operands_[operand_count_++] = &program[at];
                at += size;
                continue;
            }
            const bool calls = first == call_local || first == call_global;
            if (calls || first == leave) {
                if (!append(program.subspan(copied, at - copied))) return false;
                copied = ++at;
                if (first == leave) return depth > 0;
                if (!call(first, depth)) return false;
            } else if (!apply(program, at)) {
                return false;
            }
        }
        // The last operand may have been cut.
        return at <= program.size() && append(program.subspan(copied, at - copied));
    }

    bool call(std::uint8_t operation, unsigned depth) {
        if (operand_count_ == 0 || depth == kDeepestCall) return false;
        const CffIndex& subroutines =
            operation == call_global ? font_.subroutines() : dictionary_.subroutines;
        // Technical Note 5176, section 16.
        const std::int32_t bias = subroutines.count() < 1240    ? 107
                                  : subroutines.count() < 33900 ? 1131
                                                                : 32768;
        const std::uint8_t* operand = operands_[--operand_count_];
        output_.resize(output_.size() - kOperandSizes[*operand]);
        const std::int32_t number = operand_value(operand) + bias;
        const Bytes body = number < 0 ? Bytes{} : subroutines[static_cast<std::uint32_t>(number)];
        return !body.empty() && follow(body, depth + 1);
    }

    /// Every operator but those of calling takes all operands there are. Moves `at` behind it.
    bool apply(Bytes program, std::size_t& at) {
        const std::uint8_t operation = program[at++];
        const bool is_mask = operation == hint_mask || operation == counter_mask;
        const bool is_stem = operation == hstem || operation == vstem ||
                             operation == hstem_before_mask || operation == vstem_before_mask;
        // Two operands for each; an odd one before them is the glyph's width. The stems in front
        // of a mask may go without their operator.
        if (is_stem || is_mask) hints_ += operand_count_ / 2;
        if (is_mask) at += (hints_ + 7) / 8;
        if (operation == escape) {
            const bool flex =
                at < program.size() && program[at] >= kFirstFlex && program[at] <= kLastFlex;
            if (!flex) return false;
            ++at;
        }
        // Four operands of endchar, behind a width, are an accented letter's.
        if (operation == endchar && operand_count_ >= 4) return false;
        operand_count_ = 0;
        ended_ = operation == endchar;
        return at <= program.size();
    }

    bool append(Bytes bytes) {
        output_.append(bytes.begin(), bytes.end());
        return output_.size() - begin_ <= kLongestProgram;
    }

    const CffFont& font_;
    const CffFontDictionary& dictionary_;
    std::string& output_;
    const std::size_t begin_;
    std::array<const std::uint8_t*, kMostOperands> operands_{};
    std::size_t operand_count_ = 0;
    std::size_t hints_ = 0;
    bool ended_ = false;
};

/// Nothing of the program can be a call, nor it a letter made of others: a font keyed by CIDs has
/// no names for their parts. Such fonts are common, and copying is done in no time.
bool needs_no_change(const CffFont& font, const CffFontDictionary& dictionary, Bytes program) {
    return font.is_cid_keyed() && font.subroutines().count() == 0 &&
           dictionary.subroutines.count() == 0 && !program.empty() && program.back() == endchar;
}

}  // namespace

bool append_without_subroutines(const CffFont& font, const CffFontDictionary& dictionary,
                                Bytes program, std::string& output) {
    if (needs_no_change(font, dictionary, program)) {
        output.append(program.begin(), program.end());
        return true;
    }
    return Flattener{font, dictionary, output}.run(program);
}

}  // namespace banxin::pdf

#include "date_cursor.hpp"

#include "enrich/words/letter_case.hpp"

namespace sitrep::indexer {
namespace {

/// Longer ones have words of their own.
constexpr std::size_t kLongestJoint = 7;

std::string_view trimmed(std::string_view gap) {
    while (!gap.empty()) {
        if (gap.front() == ' ' || gap.front() == '\t') {
            gap.remove_prefix(1);
        } else if (gap.starts_with("\u00A0")) {
            gap.remove_prefix(2);
        } else {
            break;
        }
    }
    while (!gap.empty()) {
        if (gap.back() == ' ' || gap.back() == '\t') {
            gap.remove_suffix(1);
        } else if (gap.ends_with("\u00A0")) {
            gap.remove_suffix(2);
        } else {
            break;
        }
    }
    return gap;
}

}  // namespace

std::string_view DateCursor::gap(std::size_t i) const {
    if (i >= size()) return part_.text.substr(size() == 0 ? 0 : end(size() - 1));
    const std::uint32_t start = i == 0 ? 0 : end(i - 1);
    return begin(i) < start ? std::string_view() : part_.text.substr(start, begin(i) - start);
}

Joint DateCursor::joint_of_gap(std::size_t i) const {
    if (i == 0 || i >= size()) return Joint::Far;
    const std::string_view all = gap(i);
    if (all.size() > kLongestJoint) return Joint::Far;
    const std::string_view mark = trimmed(all);
    if (mark.empty()) return Joint::Space;
    if (mark == "," || mark == "\u060C") return Joint::Comma;
    if (mark == "." || mark == ".,") return Joint::Dot;
    if (mark == "-" || mark == "\u2013" || mark == "\u2014" || mark == "\u2011") return Joint::Dash;
    return mark == "/" ? Joint::Slash : Joint::Far;
}

bool DateCursor::has_capital(std::size_t i) const {
    return letter_case(word(i)) != WordCase::Any;
}

}  // namespace sitrep::indexer

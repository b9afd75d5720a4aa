#include "exact_numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <sitrep_internal/ascii_bytes.hpp>

namespace sitrep::schema::json {
namespace {

/// A double holds any number of so many digits.
constexpr std::size_t kSafeDigits = 15;
/// So many tell a double from all others; many programs print every number with them.
constexpr std::size_t kMostDigits = 17;

bool is_of_number(char c) {
    return ascii::is_digit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
}

/// Looks at one byte in sixteen: digits and full stops in a row, also if they are in a text.
bool may_have_long_number(std::string_view text) {
    const auto counts = [](char c) { return ascii::is_digit(c) || c == '.'; };
    for (std::size_t i = kSafeDigits; i < text.size(); i += kSafeDigits + 1) {
        if (!counts(text[i])) continue;
        std::size_t begin = i;
        std::size_t end = i;
        while (begin > 0 && counts(text[begin - 1])) --begin;
        while (end < text.size() && counts(text[end])) ++end;
        if (end - begin > kSafeDigits) return true;
    }
    return false;
}

/// Without sign, point and exponent, and without zeros that only say where the point is.
std::string significant_digits(std::string_view number) {
    std::string digits;
    for (const char c : number.substr(0, number.find_first_of("eE"))) {
        if (ascii::is_digit(c) && (c != '0' || !digits.empty())) digits += c;
    }
    digits.resize(digits.find_last_not_of('0') + 1);
    return digits;
}

template <typename Number>
bool is_read_whole(std::string_view text, Number& number) {
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && stop == end;
}

bool loses_digits(std::string_view number) {
    if (number.find_first_of(".eE") == std::string_view::npos) {
        std::int64_t whole = 0;
        std::uint64_t large = 0;
        return !is_read_whole(number, whole) && !is_read_whole(number, large);
    }
    const std::string digits = significant_digits(number);
    double value = 0;
    if (digits.size() <= kSafeDigits) return false;
    if (!is_read_whole(number, value)) return false;
    if (digits.size() > kMostDigits) return true;
    std::array<char, 32> again{};
    const auto* const end =
        std::to_chars(again.data(), again.data() + again.size(), value,
                      std::chars_format::scientific, static_cast<int>(digits.size()) - 1)
            .ptr;
    return digits != significant_digits({again.data(), end});
}

/// `name` with its quotation marks.
bool is_read_as_number(std::string_view name) {
    return name == "\"location\"" || name == "\"fatalities\"";
}

/// Goes through a record and puts down what it becomes.
class NumberQuoter {
public:
    explicit NumberQuoter(std::string_view record) : rest_(record) {
        out_.reserve(record.size() + 16);
    }

    std::optional<std::string> whole() {
        while (!rest_.empty()) step();
        if (!has_changed_) return std::nullopt;
        return std::move(out_);
    }

private:
    void step() {
        const char c = rest_.front();
        if (c == '"') {
            take_string();
        } else if (c == '-' || ascii::is_digit(c)) {
            take_number();
        } else {
            if (c == '{' || c == '[') ++depth_;
            if (c == '}' || c == ']') --depth_;
            // What comes next in the record itself is a name.
            if (depth_ == 1 && (c == ',' || c == '{')) name_ = {};
            take(1);
        }
    }

    void take(std::size_t size) {
        out_ += rest_.substr(0, size);
        rest_.remove_prefix(size);
    }

    void take_string() {
        std::size_t end = 1;
        while (end < rest_.size() && rest_[end] != '"') end += rest_[end] == '\\' ? 2 : 1;
        end = std::min(end + 1, rest_.size());
        if (depth_ == 1 && name_.empty()) name_ = rest_.substr(0, end);
        take(end);
    }

    void take_number() {
        std::size_t end = 1;
        while (end < rest_.size() && is_of_number(rest_[end])) ++end;
        const auto number = rest_.substr(0, end);
        if (is_read_as_number(name_) || !loses_digits(number)) return take(end);
        has_changed_ = true;
        out_ += '"';
        take(end);
        out_ += '"';
    }

    std::string_view rest_;
    std::string_view name_;  // of the member of the record, with its quotation marks
    std::string out_;
    int depth_ = 0;
    bool has_changed_ = false;
};

}  // namespace

std::optional<std::string> with_exact_numbers(std::string_view record) {
    if (!may_have_long_number(record)) return std::nullopt;
    return NumberQuoter(record).whole();
}

}  // namespace sitrep::schema::json

#include "written_date.hpp"

#include <chrono>

namespace sitrep::indexer {
namespace {

using Kind = DateWord::Kind;

bool is_calendar_day(const WrittenDay& day) {
    using namespace std::chrono;
    // Without a year, 29 February may be one.
    const year_month_day date{year(day.year == 0 ? 2000 : day.year),
                              month(static_cast<unsigned>(day.month)),
                              std::chrono::day(static_cast<unsigned>(day.day))};
    return date.ok();
}

class Reader {
public:
    explicit Reader(const DateCursor& words) : words_(words) {}

    std::optional<WrittenDate> read(std::size_t i) const {
        auto date = read_single(i);
        if (!date || date->to.day == 0) return date;
        return with_end(*date);
    }

private:
    std::optional<WrittenDate> read_single(std::size_t i) const {
        std::optional<WrittenDate> date;
        switch (words_.kind(i)) {
            case Kind::Dotted: date = read_dotted(i); break;
            case Kind::Number:
                date = read_iso(i);
                if (!date) date = read_numbers(i);
                if (!date) date = read_day_first(i);
                break;
            case Kind::Ordinal: date = read_day_first(i); break;
            case Kind::Month:
            case Kind::LowMonth:
            case Kind::HalfMonth: date = read_month_first(i); break;
            default: break;
        }
        if (!date) return std::nullopt;
        const bool is_good =
            date->to.day == 0 || (is_calendar_day(date->from) && is_calendar_day(date->to));
        return is_good ? date : std::nullopt;
    }

    /// The end of a range whose ends both have a month.
    WrittenDate with_end(WrittenDate date) const {
        if (date.from != date.to) return date;
        std::size_t i = date.next;
        const bool has_word = words_.follows(i, Kind::To) || words_.follows(i, Kind::And);
        if (has_word) {
            ++i;
            while (words_.follows(i, Kind::Of)) ++i;
        } else if (words_.joint(i) != Joint::Dash) {
            return date;
        }
        const auto end = read_single(i);
        if (!end || end->to.day == 0 || end->from != end->to) return date;
        WrittenDate range{date.from, end->to, date.is_ambiguous || end->is_ambiguous, end->next};
        if (range.to.year == 0) range.to.year = range.from.year;
        return range;
    }

    std::optional<WrittenDate> read_dotted(std::size_t i) const {
        const int value = words_.value(i);
        const WrittenDay day{value / 10000, value / 100 % 100, value % 100};
        if (day.year < 1800 || day.month == 0 || day.month > 12) return std::nullopt;
        return WrittenDate{day, day, false, i + 1};
    }

    std::optional<WrittenDate> read_iso(std::size_t i) const {
        const Joint joint = words_.joint(i + 1);
        if (joint != Joint::Dash && joint != Joint::Slash) return std::nullopt;
        if (!is_year(words_, i) || !has_digits(i + 1, 2) || !has_digits(i + 2, 2))
            return std::nullopt;
        if (words_.joint(i + 2) != joint) return std::nullopt;
        const WrittenDay day{words_.value(i), words_.value(i + 1), words_.value(i + 2)};
        if (day.month == 0 || day.month > 12) return std::nullopt;
        return WrittenDate{day, day, false, i + 3};
    }

    bool has_digits(std::size_t i, std::size_t digits) const {
        if (words_.kind(i) != Kind::Number) return false;
        const std::string_view word = words_.word(i);
        return word.size() == digits || (word.size() > digits && (word[digits] | 0x20) == 't');
    }

    /// 05/03/2024, 05-03-2024, 5/3/24.
    std::optional<WrittenDate> read_numbers(std::size_t i) const {
        const Joint joint = words_.joint(i + 1);
        if (joint != Joint::Dash && joint != Joint::Slash) return std::nullopt;
        if (words_.kind(i + 1) != Kind::Number || words_.kind(i + 2) != Kind::Number)
            return std::nullopt;
        if (words_.joint(i + 2) != joint) return std::nullopt;
        int year = words_.value(i + 2);
        if (has_digits(i + 2, 2) && joint == Joint::Slash) {
            year = year_of_two_digits(year);
        } else if (!is_year(words_, i + 2)) {
            return std::nullopt;
        }
        WrittenDay day{year, words_.value(i + 1), words_.value(i)};
        if (day.month > 12) std::swap(day.month, day.day);
        if (day.month == 0 || day.month > 12 || day.day == 0) return std::nullopt;
        return WrittenDate{day, day, day.day <= 12 && day.day != day.month, i + 3};
    }

    bool is_day_number(std::size_t i) const {
        const Kind kind = words_.kind(i);
        if (kind != Kind::Number && kind != Kind::Ordinal && kind != Kind::AndNumber) return false;
        return words_.value(i) >= 1 && words_.value(i) <= 31;
    }

    struct Days {
        int first;
        int last;
        std::size_t next;
    };

    /// 3, 3-5, 11/12, 3 and 5, 3 to 5, 16 and 17; `i` is the first.
    Days read_days(std::size_t i) const {
        Days days{words_.value(i), words_.value(i), i + 1};
        std::size_t j = i + 1;
        // 2-го
        if (words_.kind(j) == Kind::Of && words_.gap(j) == "-") days.next = ++j;
        const Joint joint = words_.joint(j);
        std::size_t second = 0;
        if ((joint == Joint::Dash || joint == Joint::Slash) && is_day_number(j)) {
            second = j;
        } else if (words_.kind(j) == Kind::AndNumber && is_day_number(j)) {
            second = j;
        } else if (words_.follows(j, Kind::And) || words_.follows(j, Kind::To)) {
            std::size_t k = j + 1;
            while (words_.follows(k, Kind::Of) || words_.follows(k, Kind::Weekday)) ++k;
            const bool joins = words_.joint(k) == Joint::Space || words_.gap(k).empty();
            if (joins && is_day_number(k)) second = k;
        }
        if (second != 0 && words_.value(second) > days.first) {
            days.last = words_.value(second);
            days.next = second + 1;
        }
        return days;
    }

    struct Month {
        int month;
        std::size_t next;
    };

    /// A name of a month at `i`, or two for the same one: مارس/آذار.
    std::optional<Month> read_month(std::size_t i) const {
        std::optional<Month> month = single_month(i);
        if (!month) return std::nullopt;
        const std::size_t j = month->next;
        const bool has_other = words_.joint(j) == Joint::Slash || words_.gap(j).starts_with(" (");
        if (has_other) {
            if (const auto other = single_month(j); other && other->month == month->month)
                return other;
        }
        return month;
    }

    std::optional<Month> single_month(std::size_t i) const {
        switch (words_.kind(i)) {
            case Kind::Month: return Month{words_.value(i), i + 1};
            case Kind::LowMonth:
                return words_.has_capital(i) ? std::optional(Month{words_.value(i), i + 1})
                                             : std::nullopt;
            case Kind::HalfMonth:
                if (!words_.follows(i + 1, Kind::Rank)) return std::nullopt;
                return Month{(words_.value(i) + words_.value(i + 1) - 2) % 12 + 1, i + 2};
            default: return std::nullopt;
        }
    }

    /// A year after a month or a day: `, 2024`, ` de 2024`, ` (2024)`. 0 if there is none.
    int read_year(std::size_t& i) const {
        std::size_t j = i;
        while (words_.follows(j, Kind::Of)) ++j;
        const Joint joint = words_.joint(j);
        const bool is_in_brackets = words_.gap(j) == " (" && words_.gap(j + 1).starts_with(')');
        const bool joins = joint == Joint::Space || joint == Joint::Comma || joint == Joint::Dash ||
                           joint == Joint::Dot || joint == Joint::Slash || is_in_brackets;
        if (!joins || !is_year(words_, j)) return 0;
        i = j + 1;
        // 2024 года, 1988 г.
        if (words_.follows(i, Kind::Of) && has_bytes_above_ascii(i) && !is_arabic(i)) ++i;
        return words_.value(j);
    }

    std::optional<WrittenDate> read_day_first(std::size_t i) const {
        if (!is_day_number(i)) return std::nullopt;
        const Days days = read_days(i);
        std::size_t j = days.next;
        while (words_.follows(j, Kind::Of)) ++j;
        const Joint joint = words_.joint(j);
        const bool joins = joint == Joint::Space || joint == Joint::Dash || joint == Joint::Slash ||
                           joint == Joint::Dot;
        if (!joins) return std::nullopt;
        const auto month = read_month(j);
        if (!month) return std::nullopt;
        std::size_t next = month->next;
        const int year = read_year(next);
        return WrittenDate{
            {year, month->month, days.first}, {year, month->month, days.last}, false, next};
    }

    std::optional<WrittenDate> read_month_first(std::size_t i) const {
        const auto month = read_month(i);
        if (!month) return std::nullopt;
        std::size_t next = month->next;
        const Joint joint = words_.joint(next);
        const bool joins = joint == Joint::Space || joint == Joint::Dot;
        // In March 11 people ...
        const bool is_month_only =
            i > 0 && words_.kind(i - 1) == Kind::In && words_.joint(i) == Joint::Space;
        const bool is_english = words_.has_capital(i) && !has_bytes_above_ascii(i);
        if (is_english && !is_month_only && joins && is_day_number(next) &&
            words_.kind(next) != Kind::AndNumber) {
            const Days days = read_days(next);
            // In "March 3 and 5 April", the 5 belongs to April.
            const bool is_list = !read_month(days.next);
            const Days kept = is_list ? days : Days{days.first, days.first, next + 1};
            next = kept.next;
            const int year = read_year(next);
            return WrittenDate{
                {year, month->month, kept.first}, {year, month->month, kept.last}, false, next};
        }
        const int year = read_year(next);
        if (year == 0 && !is_month_only) return std::nullopt;
        const WrittenDay whole{year, month->month, 0};
        return WrittenDate{whole, whole, false, next};
    }

    bool is_arabic(std::size_t i) const {
        return static_cast<unsigned char>(words_.word(i).front()) >= 0xD8;
    }

    bool has_bytes_above_ascii(std::size_t i) const {
        for (const char c : words_.word(i)) {
            if (static_cast<unsigned char>(c) >= 128) return true;
        }
        return false;
    }

    const DateCursor& words_;
};

}  // namespace

bool is_year(const DateCursor& words, std::size_t i) {
    return words.kind(i) == Kind::Number && words.value(i) >= 1800 && words.value(i) <= 2099;
}

std::optional<WrittenDate> read_written_date(const DateCursor& words, std::size_t i) {
    return Reader(words).read(i);
}

}  // namespace sitrep::indexer

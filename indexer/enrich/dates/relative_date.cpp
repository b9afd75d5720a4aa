#include "relative_date.hpp"

#include "neighbour_day.hpp"
#include "written_date.hpp"

namespace sitrep::indexer {
namespace {

using Kind = DateWord::Kind;
using Form = DateMention::Form;
using Standing = DateMention::Standing;
using Found = ReadDate;

/// "2024 days ago" is counted by nobody.
constexpr int kMostUnits = 100;
constexpr int kHoursOfDay = 24;

class RelativeReader {
public:
    explicit RelativeReader(const DateCursor& words) : words_(words) {}

    std::optional<Found> read(std::size_t i) const {
        if (auto found = read_neighbour_day(words_, i)) return found;
        switch (words_.kind(i)) {
            case Kind::Weekday: return weekday(i);
            case Kind::OfWeekday: return of_weekday(i);
            case Kind::RelativeDay: return relative_day(i);
            case Kind::Overnight: return overnight(i);
            case Kind::Count:
            case Kind::AgoBefore: return ago(i);
            case Kind::Number: return ago(i);
            case Kind::Unit:
                if (auto found = ago(i)) return found;
                return unit(i);
            case Kind::Last:
            case Kind::This:
            case Kind::Next: return modified(i);
            case Kind::Weekend: return is_this_weekend(i) ? weekend(i, 0) : std::nullopt;
            case Kind::Holiday: return holiday(i);
            default: return std::nullopt;
        }
    }

private:
    static Found days(Form form, int first, int last, std::size_t next) {
        Found found;
        found.mention.form = form;
        found.mention.first = first;
        found.mention.last = last;
        found.next = next;
        return found;
    }

    std::optional<Found> weekday(std::size_t i) const {
        const bool is_name = i > 0 && words_.kind(i - 1) == Kind::NameOfDay &&
                             words_.joint(i) == Joint::Space && words_.has_capital(i - 1);
        // The queue on a Friday
        const bool is_any = i > 0 && words_.follows(i, Kind::Weekday) &&
                            words_.kind(i - 1) == Kind::Count && words_.value(i - 1) == 1;
        if (is_name || is_any) return std::nullopt;
        std::size_t next = i + 1;
        while (words_.follows(next, Kind::Of) || words_.follows(next, Kind::DayPart)) ++next;
        const Joint joint = words_.joint(next);
        if (joint == Joint::Space || joint == Joint::Comma) {
            // Thursday, 21 February; but not: on Thursday 12 April graduates ...
            if (auto date = read_day(words_, next); date && date->mention.to.day != 0) {
                date->mention.is_night = is_night_to(words_, i);
                return date;
            }
        }
        Found found = days(Form::Weekdays, words_.value(i), words_.value(i), i + 1);
        found.mention.is_night = is_night_to(words_, i);
        if (words_.follows(i + 1, Kind::And) || words_.follows(i + 1, Kind::To) ||
            (words_.joint(i + 1) == Joint::Dash && words_.kind(i + 1) == Kind::Weekday)) {
            std::size_t j = words_.kind(i + 1) == Kind::Weekday ? i + 1 : i + 2;
            while (words_.follows(j, Kind::Of)) ++j;
            if (words_.kind(j) == Kind::Weekday && words_.value(j) != words_.value(i)) {
                found.mention.last = words_.value(j);
                found.next = j + 1;
            }
        }
        modify(i, found);
        // From Wednesday last week until Saturday
        if (words_.follows(found.next, Kind::Until) &&
            words_.follows(found.next + 1, Kind::Weekday)) {
            found.mention.last = words_.value(found.next + 1);
            found.next += 2;
        }
        return found;
    }

    [[nodiscard]] Found of_weekday(std::size_t i) const {
        Found found = days(Form::Weekdays, words_.value(i), words_.value(i), i + 1);
        found.mention.standing = Standing::Doubtful;
        return found;
    }

    /// Last, this or next before the word or after it.
    void modify(std::size_t i, Found& found) const {
        std::size_t before = i;
        while (before > 0 && words_.kind(before - 1) == Kind::Of) --before;
        std::size_t modifier = 0;
        if (before > 0 && is_modifier(before - 1) && words_.joint(before) == Joint::Space) {
            modifier = before - 1;
        } else if (is_modifier(found.next) && words_.joint(found.next) == Joint::Space &&
                   words_.kind(found.next) != Kind::This) {
            modifier = found.next;
            ++found.next;
        } else {
            return;
        }
        const bool is_elsewhere = words_.value(modifier) == 1;
        if (is_elsewhere) found.mention.standing = Standing::Aside;
        found.mention.is_last = words_.kind(modifier) == Kind::Last;
        found.mention.is_future = words_.kind(modifier) == Kind::Next;
        // Wednesday last week
        const bool is_of_week = modifier + 1 == found.next &&
                                words_.follows(found.next, Kind::Unit) &&
                                words_.value(found.next) == 7;
        if (!is_of_week || found.mention.form != Form::Weekdays) return;
        found.mention.is_of_last_week = found.mention.is_last;
        ++found.next;
    }

    [[nodiscard]] bool is_modifier(std::size_t i) const {
        const Kind kind = words_.kind(i);
        return kind == Kind::Last || kind == Kind::This || kind == Kind::Next;
    }

    std::optional<Found> relative_day(std::size_t i) const {
        // On the third day, in these days: another use of the word.
        if (i > 0 && words_.kind(i - 1) == Kind::In && words_.joint(i) == Joint::Space &&
            static_cast<unsigned char>(words_.word(i).front()) >= 0xD8) {
            return std::nullopt;
        }
        // اليوم نفسه, اليوم التالي: another day, that was named before
        if (words_.follows(i + 1, Kind::Same)) return std::nullopt;
        if (words_.follows(i + 1, Kind::Next) || words_.follows(i + 1, Kind::Last)) {
            return unit_step(i + 1, 1, i + 2);
        }
        const int value = words_.value(i);
        Found found = days(Form::Days, value, value, i + 1);
        found.mention.is_future = value > 0;
        found.mention.is_now = value == 0;
        // They are more than two hundred thousand today.
        const bool is_nowadays = value == 0 && i > 0 && words_.follows(i, Kind::RelativeDay) &&
                                 words_.kind(i - 1) == Kind::Being;
        if (is_nowadays) found.mention.standing = Standing::Aside;
        // اليوم الجمعة; ayer, viernes
        const Joint joint = words_.joint(i + 1);
        const bool has_weekday =
            words_.kind(i + 1) == Kind::Weekday && (joint == Joint::Space || joint == Joint::Comma);
        if (has_weekday) ++found.next;
        return found;
    }

    std::optional<Found> overnight(std::size_t i) const {
        const bool has_day =
            words_.follows(i + 1, Kind::To) &&
            (words_.kind(i + 2) == Kind::Weekday || words_.kind(i + 2) == Kind::Number);
        if (has_day) return std::nullopt;
        return days(Form::Days, -1, 0, i + 1);
    }

    /// three weeks ago, il y a trois jours, неделю назад
    std::optional<Found> ago(std::size_t i) const {
        std::size_t j = i;
        const bool is_before = words_.kind(j) == Kind::AgoBefore;
        if (is_before) {
            ++j;
            // il y a
            if (words_.follows(j, Kind::To)) ++j;
        }
        int count = 1;
        const bool has_count = words_.kind(j) == Kind::Count || words_.kind(j) == Kind::Number;
        if (has_count) count = words_.value(j++);
        // twenty-one
        const bool is_compound = has_count && count >= 20 && words_.kind(j) == Kind::Count &&
                                 words_.kind(j - 1) == Kind::Count && words_.value(j) < 10;
        if (is_compound) count += words_.value(j++);
        // Days ago, some fifteen days ago: how many is not known.
        const bool is_unit =
            words_.kind(j) == Kind::Unit || (has_count && words_.kind(j) == Kind::Units);
        if (!is_unit || (j > i && words_.joint(j) != Joint::Space)) return std::nullopt;
        int unit = words_.value(j++);
        if (unit == 0) {
            unit = 1;
            count /= kHoursOfDay;
        }
        if (is_before) return before_publication(unit, count, j);
        if (!words_.follows(j, Kind::Ago)) return std::nullopt;
        return before_publication(unit, count, j + 1);
    }

    static std::optional<Found> before_publication(int unit, int count, std::size_t next) {
        if (count > kMostUnits) return std::nullopt;
        if (unit == 30 || unit == 60)
            return days(Form::Month, -count * unit / 30, -count * unit / 30, next);
        if (unit >= 365) {
            Found found = days(Form::Month, -count * unit / 365 * 12, 0, next);
            found.mention.standing = Standing::Aside;
            return found;
        }
        return days(Form::Days, -count * unit, -count * unit, next);
    }

    /// last week, this month, last night, over the last three days
    std::optional<Found> modified(std::size_t i) const {
        std::size_t j = i + 1;
        int count = 0;
        if (words_.kind(j) == Kind::Count ||
            (words_.kind(j) == Kind::Number && words_.value(j) <= 31)) {
            count = words_.value(j);
            ++j;
        }
        if (words_.joint(j) != Joint::Space) return std::nullopt;
        const Kind what = words_.kind(j);
        if (what == Kind::DayPart && words_.kind(i) != Kind::Next && words_.value(i) != 1) {
            const bool is_through = words_.value(i) == 2 && words_.value(j) == 1;
            const int day = words_.kind(i) == Kind::Last ? -1 : 0;
            return days(Form::Days, is_through ? -1 : day, day, j + 1);
        }
        if (what == Kind::Weekend) return weekend(j, step_of(i));
        // Наступного дня: a case form that is also a plural
        const bool is_one_day = words_.value(i) == 1 && words_.value(j) == 1;
        const bool is_plural = what == Kind::Units && (count > 0 || is_one_day);
        if (what != Kind::Unit && !is_plural) return std::nullopt;
        const bool is_hours = words_.value(j) == 0;
        if (is_hours && count == kHoursOfDay) return days(Form::Days, -1, 0, j + 1);
        if (count > 0) {
            const int days = is_hours ? count / kHoursOfDay : count * words_.value(j);
            return last_days(i, days, j + 1);
        }
        return unit_step(i, words_.value(j), j + 1);
    }

    [[nodiscard]] int step_of(std::size_t modifier) const {
        if (words_.kind(modifier) == Kind::This) return 0;
        return words_.kind(modifier) == Kind::Last ? -1 : 1;
    }

    [[nodiscard]] std::optional<Found> last_days(std::size_t modifier, int count,
                                                 std::size_t next) const {
        if (words_.kind(modifier) != Kind::Last || count == 0 || count > 31) return std::nullopt;
        Found found = days(Form::Days, -count, 0, next);
        found.mention.standing = Standing::Doubtful;
        return found;
    }

    [[nodiscard]] std::optional<Found> unit_step(std::size_t modifier, int unit,
                                                 std::size_t next) const {
        const int step = step_of(modifier);
        const bool is_elsewhere = words_.value(modifier) == 1;
        if (unit == 1) {
            if (is_elsewhere || step == 1) return days(Form::Later, step, step, next);
            const bool is_up_to_now = words_.value(modifier) == 2 && step == -1;
            return is_up_to_now ? std::optional(days(Form::Days, -1, 0, next)) : std::nullopt;
        }
        if (unit != 7 && unit != 30) return std::nullopt;
        Found found = days(unit == 7 ? Form::Week : Form::Month, step, step, next);
        found.mention.is_future = step == 1;
        if (is_elsewhere) found.mention.standing = Standing::Aside;
        return found;
    }

    /// la semaine dernière, на прошлой неделе comes by `modified`
    std::optional<Found> unit(std::size_t i) const {
        if (!is_modifier(i + 1) || words_.joint(i + 1) != Joint::Space) return std::nullopt;
        if (words_.kind(i + 1) == Kind::This && words_.value(i) == 365) return std::nullopt;
        return unit_step(i + 1, words_.value(i), i + 2);
    }

    /// Its opening weekend may be any.
    [[nodiscard]] bool is_this_weekend(std::size_t i) const {
        if (i == 0 || static_cast<unsigned char>(words_.word(i).front()) >= 0x80) return true;
        const Kind before = words_.kind(i - 1);
        return before == Kind::Of || is_modifier(i - 1);
    }

    std::optional<Found> weekend(std::size_t i, int step) const {
        std::size_t j = i + 1;
        // week-end
        if (words_.kind(j) == Kind::None && words_.word(i) == "week" &&
            words_.joint(j) == Joint::Dash)
            ++j;
        Found found = days(Form::Weekend, step, step, j);
        modify(i, found);
        if (found.mention.is_last) found.mention.first = found.mention.last = -1;
        return found;
    }

    /// Christmas Day, New Year's Eve
    std::optional<Found> holiday(std::size_t i) const {
        std::size_t j = i + 1;
        WrittenDay day{0, words_.value(i) / 100, words_.value(i) % 100};
        if (day.month == 1) {
            if (words_.kind(j) != Kind::Unit || words_.value(j) != 365) return std::nullopt;
            ++j;
        }
        if (words_.kind(j) == Kind::Eve) {
            day = day.month == 1 ? WrittenDay{0, 12, 31} : WrittenDay{0, 12, 24};
        } else if (words_.kind(j) != Kind::Unit || words_.value(j) != 1) {
            return std::nullopt;
        }
        Found found;
        found.mention.from = found.mention.to = day;
        found.next = j + 1;
        return found;
    }

    const DateCursor& words_;
};

}  // namespace

bool is_night_to(const DateCursor& words, std::size_t i) {
    if (i < 2 || words.kind(i - 1) != Kind::To) return false;
    const Kind before = words.kind(i - 2);
    return before == Kind::Overnight || (before == Kind::DayPart && words.value(i - 2) == 1);
}

std::optional<ReadDate> read_day(const DateCursor& words, std::size_t i) {
    const auto date = read_written_date(words, i);
    if (!date) return std::nullopt;
    ReadDate found;
    found.mention.from = date->from;
    found.mention.to = date->to;
    found.mention.is_ambiguous = date->is_ambiguous;
    found.mention.is_night = is_night_to(words, i);
    found.next = date->next;
    // February 21, 2025, Friday
    const Joint joint = words.joint(found.next);
    const bool has_weekday =
        words.kind(found.next) == Kind::Weekday && (joint == Joint::Comma || joint == Joint::Space);
    if (has_weekday && date->to.year != 0) ++found.next;
    // el 5 de marzo pasado
    if (words.follows(found.next, Kind::Last)) ++found.next;
    return found;
}

std::optional<ReadDate> read_relative_date(const DateCursor& words, std::size_t i) {
    return RelativeReader(words).read(i);
}

}  // namespace sitrep::indexer

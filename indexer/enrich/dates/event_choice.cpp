#include "event_choice.hpp"

#include <algorithm>

namespace sitrep::indexer {
namespace {

using schema::DateSpan;
using std::chrono::days;
using std::chrono::sys_days;
using Form = DateMention::Form;
using Standing = DateMention::Standing;

/// What is reported happened not longer before publication than this, if it is news.
constexpr days kNews{10};
/// Days of one report lie no farther apart than this.
constexpr days kTogether{4};
/// Doubtful days farther before the event are background.
constexpr days kBeside{2};
/// Sentences after the first mention in which the same report goes on.
constexpr std::uint32_t kTellingOn = 12;
/// The same for what happened before it; told later, it is background.
constexpr std::uint32_t kLookingBack = 4;
/// Plans beyond this are no events.
constexpr days kSoon{60};
/// The first sentences, in which the event is told.
constexpr std::uint32_t kLead = 2;

class Chooser {
public:
    Chooser(std::span<const DatedMention> dates, std::optional<sys_days> day)
        : dates_(dates), day_(day) {}

    EventChoice told() const {
        if (auto choice = range()) return choice;
        if (auto choice = this_week()) return choice;
        if (auto choice = joined(&Chooser::is_told_first)) return choice;
        if (auto choice = joined(&Chooser::is_news)) return choice;
        return first(&Chooser::is_written_day);
    }

    EventChoice other() const {
        if (auto choice = first(&Chooser::is_doubtful_news)) return choice;
        if (auto choice = joined(&Chooser::is_soon)) return choice;
        if (auto choice = first(&Chooser::is_long_news)) return choice;
        return first(&Chooser::is_doubtful);
    }

private:
    using Test = bool (Chooser::*)(const DatedMention&) const;

    [[nodiscard]] bool lies_ahead(const DatedMention& date) const {
        return date.mention->is_future || (day_ && date.span.first > *day_);
    }

    /// Between 5 and 12 March: what a report of many events covers.
    EventChoice range() const {
        for (const DatedMention& date : dates_) {
            const DateMention& mention = *date.mention;
            const bool is_period = mention.form == Form::Written && mention.is_range() &&
                                   mention.is_day() && mention.sentence < kLead &&
                                   mention.standing == Standing::Event;
            if (is_period && !lies_ahead(date)) return date;
        }
        return std::nullopt;
    }

    /// Nothing exact is said of the first event.
    EventChoice this_week() const {
        for (const DatedMention& date : dates_) {
            const DateMention& mention = *date.mention;
            if (mention.sentence > 0 || (is_news(date) && mention.is_day())) return std::nullopt;
            const bool is_week = mention.form == Form::Week && mention.first == 0;
            if (is_week && mention.standing == Standing::Event) return date;
        }
        return std::nullopt;
    }

    bool is_news(const DatedMention& date) const {
        const DateMention& mention = *date.mention;
        if (!mention.is_day() || mention.standing != Standing::Event || lies_ahead(date))
            return false;
        // Without another day before it, "the day before" is counted from publication.
        const bool is_counted = mention.form == Form::Later && &date != &dates_.front();
        if (is_counted || !day_) return !is_counted && !mention.is_since;
        return date.span.last >= *day_ - kNews && date.span.first >= *day_ - kNews;
    }

    /// What the first sentence says of a day of any time.
    bool is_told_first(const DatedMention& date) const {
        return date.mention->sentence == 0 && date.mention->is_full() && is_written_day(date);
    }

    bool is_written_day(const DatedMention& date) const {
        const DateMention& mention = *date.mention;
        return mention.is_day() && mention.form != Form::Later &&
               mention.standing == Standing::Event && !mention.is_since && !lies_ahead(date);
    }

    bool is_soon(const DatedMention& date) const {
        const DateMention& mention = *date.mention;
        return day_ && mention.is_day() && mention.standing == Standing::Event &&
               lies_ahead(date) && date.span.last <= *day_ + kSoon;
    }

    bool is_long_news(const DatedMention& date) const {
        const DateMention& mention = *date.mention;
        return mention.form == Form::Week && mention.standing == Standing::Event &&
               mention.sentence < kLead;
    }

    bool is_doubtful(const DatedMention& date) const {
        return date.mention->is_day() && date.mention->standing == Standing::Doubtful &&
               date.mention->form != Form::Later && !lies_ahead(date);
    }

    bool is_doubtful_news(const DatedMention& date) const {
        return is_doubtful(date) && day_ && date.span.first >= *day_ - kNews;
    }

    EventChoice first(Test test) const {
        const auto found = std::ranges::find_if(
            dates_, [&](const DatedMention& date) { return (this->*test)(date); });
        return found == dates_.end() ? std::nullopt : EventChoice(*found);
    }

    /// The first one with the others near it.
    EventChoice joined(Test test) const {
        const EventChoice first_one = first(test);
        if (!first_one) return first_one;
        DatedMention event{first_one->mention, known_days(*first_one)};
        DateSpan open = first_one->span;  // of the last that began and goes on
        bool is_before_part = true;       // of the event: what "the next day" is counted from
        for (const DatedMention& date : dates_) {
            if (date.mention == event.mention) continue;
            const bool is_before = date.mention->begin < event.mention->begin;
            if (is_before && !is_beside(event, date)) continue;
            if (ends(event, date)) event.span.last = date.span.last;
            const bool is_meant = date.mention->form == Form::Later
                                      ? is_before_part
                                      : (this->*test)(date) || is_beside(event, date);
            is_before_part = is_meant && goes_on(event, date);
            if (!is_before_part) continue;
            const DateSpan known = known_days(date);
            if (date.mention->is_since && known.first >= open.first) open = date.span;
            event.span.first = std::min(event.span.first, known.first);
            event.span.last = std::max(event.span.last, known.last);
        }
        const bool is_open = event.mention->is_since && event.span.last == open.first;
        if (is_open) event.span.last = open.last;
        return event;
    }

    /// What began on Monday went on until the last day that is told.
    static DateSpan known_days(const DatedMention& date) {
        return date.mention->is_since ? DateSpan{date.span.first, date.span.first} : date.span;
    }

    /// In how many sentences further a day before the event is still told with it.
    static std::uint32_t looking_back(const DateMention& mention) {
        if (mention.is_earlier) return 0;
        return mention.form == Form::Later ? 1 : kLookingBack;
    }

    /// Doubtful days close to the event are mostly part of it: the army, which stopped the train on
    /// Tuesday, said on Wednesday that it had freed all.
    [[nodiscard]] bool is_beside(const DatedMention& event, const DatedMention& date) const {
        return is_doubtful_news(date) && date.span.first >= event.span.first - kBeside;
    }

    /// The day belongs to the same report.
    static bool goes_on(const DatedMention& event, const DatedMention& date) {
        const DateMention& mention = *date.mention;
        if (mention.is_now && mention.is_future) return false;
        const bool is_before = date.span.first < event.span.first;
        const std::uint32_t reach = is_before ? looking_back(mention) : kTellingOn;
        if (mention.sentence > event.mention->sentence + reach) return false;
        // On Sunday they were killed, the police said on Tuesday.
        const bool is_told_later = mention.is_said && !event.mention->is_since;
        if (is_told_later && date.span.first > event.span.last) return false;
        return date.span.last >= event.span.first - kTogether &&
               date.span.first <= event.span.last + kTogether;
    }

    /// Fighting lasted until 4 April. The drill goes on until Thursday.
    [[nodiscard]] bool ends(const DatedMention& event, const DatedMention& date) const {
        const DateMention& mention = *date.mention;
        if (!mention.is_until || !mention.is_day() || date.span.first <= event.span.last)
            return false;
        if (!lies_ahead(date)) return date.span.last <= event.span.last + kSoon;
        return mention.form == Form::Weekdays && mention.sentence <= event.mention->sentence + 1;
    }

    std::span<const DatedMention> dates_;
    std::optional<sys_days> day_;
};

}  // namespace

EventChoice choose_told_event(std::span<const DatedMention> dates, std::optional<sys_days> day) {
    return Chooser(dates, day).told();
}

EventChoice choose_other_event(std::span<const DatedMention> dates, std::optional<sys_days> day) {
    return Chooser(dates, day).other();
}

EventChoice choose_long_event(std::span<const DatedMention> dates) {
    for (const DatedMention& date : dates) {
        const DateMention& mention = *date.mention;
        const bool is_meant = mention.sentence == 0 && mention.standing == Standing::Event &&
                              !mention.is_since && !mention.is_future && !mention.is_day() &&
                              mention.form != Form::Week;
        if (is_meant) return date;
    }
    return std::nullopt;
}

}  // namespace sitrep::indexer

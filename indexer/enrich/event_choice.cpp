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
/// Sentences after the first mention in which the same report goes on.
constexpr std::uint32_t kTellingOn = 3;
/// Plans beyond this are no events.
constexpr days kSoon{60};
/// The first sentences, in which the event is told.
constexpr std::uint32_t kLead = 2;

class Chooser {
public:
    Chooser(std::span<const DatedMention> dates, std::optional<sys_days> day)
        : dates_(dates), day_(day) {}

    EventChoice run() const {
        if (auto choice = range()) return choice;
        if (auto choice = this_week()) return choice;
        if (auto choice = joined(&Chooser::is_told_first)) return choice;
        if (auto choice = joined(&Chooser::is_news)) return choice;
        if (auto choice = first(&Chooser::is_written_day)) return choice;
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
        if (mention.form == Form::Later || !day_)
            return mention.form != Form::Later && !mention.is_since;
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

    EventChoice first(Test test) const {
        const auto found = std::ranges::find_if(
            dates_, [&](const DatedMention& date) { return (this->*test)(date); });
        return found == dates_.end() ? std::nullopt : EventChoice(*found);
    }

    /// The first one with the others near it.
    EventChoice joined(Test test) const {
        EventChoice choice = first(test);
        if (!choice) return choice;
        const DateMention* before = choice->mention;
        for (const DatedMention& date : dates_) {
            if (date.mention->begin <= choice->mention->begin) continue;
            const bool is_next_day = date.mention->form == Form::Later && before == choice->mention;
            before = date.mention;
            if (ends(*choice, date)) choice->span.last = date.span.last;
            if (date.mention->is_now && date.mention->paragraph != choice->mention->paragraph)
                continue;
            if (!is_next_day && !(this->*test)(date)) continue;
            if (date.mention->sentence > choice->mention->sentence + kTellingOn) continue;
            if (date.span.last < choice->span.first - kTogether) continue;
            if (date.span.first > choice->span.last + kTogether) continue;
            choice->span.first = std::min(choice->span.first, date.span.first);
            choice->span.last = std::max(choice->span.last, date.span.last);
        }
        return choice;
    }

    /// Fighting lasted until 4 April.
    [[nodiscard]] bool ends(const DatedMention& event, const DatedMention& date) const {
        return date.mention->is_until && date.mention->is_day() &&
               date.span.first > event.span.last && !lies_ahead(date) &&
               date.span.last <= event.span.last + kSoon;
    }

    std::span<const DatedMention> dates_;
    std::optional<sys_days> day_;
};

}  // namespace

EventChoice choose_event(std::span<const DatedMention> dates, std::optional<sys_days> day) {
    return Chooser(dates, day).run();
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

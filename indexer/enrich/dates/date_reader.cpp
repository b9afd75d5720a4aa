#include "date_reader.hpp"

#include <algorithm>

namespace sitrep::indexer {
namespace {

using schema::DateSpan;
using schema::ReportDate;

/// Beyond this many words of a body, events are background.
constexpr std::size_t kRead = 600;
/// The words in which the last line of a long body lies.
constexpr std::size_t kTail = 30;
/// The first sentences of a body, which tell of the event itself.
constexpr std::uint32_t kLead = 2;

constexpr std::string_view kWritten = "written";

std::optional<FoundDate<DateSpan>> found_in(TextPlace place, const EventChoice& choice) {
    if (!choice) return std::nullopt;
    const DateMention& mention = *choice->mention;
    const bool is_written = mention.form == DateMention::Form::Written;
    return FoundDate<DateSpan>{choice->span, is_written ? kWritten : "relative", place,
                               mention.begin, mention.end};
}

bool is_turn(const DateMention& mention) {
    return mention.form == DateMention::Form::InTurn;
}

std::string_view rule_of(PublicationSign sign) {
    return sign == PublicationSign::Dateline ? "dateline" : "published-line";
}

}  // namespace

FoundDates DateReader::read(const ReportText& text, const std::optional<ReportDate>& published) {
    find_mentions(text);
    FoundDates found;
    if (title_.empty() && body_.empty()) return found;
    find_signs(text.title, TextPlace::Title);
    find_signs(text.body, TextPlace::Body);
    if (!published) found.published = this->published();
    settle_anchor(published         ? published
                  : found.published ? std::optional(found.published->date)
                                    : std::nullopt);
    resolve(title_, dated_title_);
    resolve(body_, dated_body_);
    found.event = event();
    if (found.event) add_days_in_turn(*found.event);
    return found;
}

/// The second night of clashes on Tuesday: they began on Monday. The third day without gas, which
/// stopped on 1 January: until the day of publication, if that is the third.
void DateReader::add_days_in_turn(FoundDate<DateSpan>& event) const {
    DateSpan& days = event.date;
    const bool is_past = !anchor_.day || days.first <= *anchor_.day;
    if (days.first != days.last || !is_past) return;
    const std::chrono::days others{days_in_turn_ - 1};
    if (event.rule == kWritten && anchor_.day == days.first + others) {
        days.last += others;
    } else {
        days.first -= others;
    }
}

/// What the title tells goes before what is to come or doubtful in the body.
std::optional<FoundDate<DateSpan>> DateReader::event() const {
    const auto day = anchor_.day;
    if (auto found = found_in(TextPlace::Body, choose_told_event(dated_body_, day))) return found;
    if (auto found = found_in(TextPlace::Title, choose_told_event(dated_title_, day))) return found;
    if (auto found = found_in(TextPlace::Body, choose_other_event(dated_body_, day))) return found;
    if (auto found = from_sign()) return found;
    if (auto found = found_in(TextPlace::Body, choose_long_event(dated_body_))) return found;
    if (auto found = found_in(TextPlace::Title, choose_other_event(dated_title_, day)))
        return found;
    return found_in(TextPlace::Title, choose_long_event(dated_title_));
}

void DateReader::find_mentions(const ReportText& text) {
    title_.clear();
    body_.clear();
    find_dates(text.title, {0, text.title.words.size()}, title_);
    const std::size_t size = text.body.words.size();
    find_dates(text.body, {0, std::min(size, kRead)}, body_);
    days_in_turn_ = 1;
    take_turns(body_);
    take_turns(title_);
    read_ = body_.size();
    if (size > kRead)
        find_dates(text.body, {std::max(kRead, size - std::min(size, kTail)), size}, body_);
    std::erase_if(body_, is_turn);
}

/// Removes what is no date, and keeps how many days it says that there were.
void DateReader::take_turns(std::vector<DateMention>& mentions) {
    const auto turn = std::ranges::find_if(mentions, is_turn);
    if (turn != mentions.end() && turn->sentence < kLead &&
        turn->standing == DateMention::Standing::Event && !turn->is_future) {
        days_in_turn_ = turn->first;
    }
    std::erase_if(mentions, is_turn);
}

void DateReader::find_signs(const TextPart& part, TextPlace place) {
    if (place == TextPlace::Title) signs_.clear();
    for (const DateMention& mention : place == TextPlace::Title ? title_ : body_) {
        const PublicationSign sign = publication_sign(part, mention);
        // A title is a line of its own with any date; it need not be that of publication.
        const bool is_heading = place == TextPlace::Title && sign == PublicationSign::Signature;
        if (sign != PublicationSign::None && !is_heading) signs_.push_back({&mention, sign, place});
    }
    std::ranges::stable_sort(signs_, {}, &Signed::sign);
}

std::optional<FoundDate<ReportDate>> DateReader::published() const {
    for (const Signed& sign : signs_) {
        if (!sign.mention->is_full()) continue;
        const auto span = resolve_date(*sign.mention, {}, std::nullopt);
        if (!span) continue;
        return FoundDate<ReportDate>{ReportDate::of_day(span->first), rule_of(sign.sign),
                                     sign.place, sign.mention->begin, sign.mention->end};
    }
    return std::nullopt;
}

/// The day of a dateline is better than that of publication, which may be a day later.
void DateReader::settle_anchor(const std::optional<ReportDate>& published) {
    anchor_ = {};
    if (published) {
        anchor_.year = static_cast<int>(std::chrono::year_month_day{published->first()}.year());
        if (published->precision() == schema::DatePrecision::Day) anchor_.day = published->first();
    }
    if (anchor_.year == 0) {
        const auto full = std::ranges::find_if(body_, &DateMention::is_full);
        if (full != body_.end()) anchor_.year = full->to.year;
    }
    for (const Signed& sign : signs_) {
        if (sign.sign != PublicationSign::Dateline) continue;
        const auto span = resolve_date(*sign.mention, anchor_, std::nullopt);
        if (!span) continue;
        const auto later = anchor_.day ? *anchor_.day - span->first : std::chrono::days{0};
        if (later >= std::chrono::days{0} && later <= std::chrono::days{3})
            anchor_.day = span->first;
        return;
    }
}

bool DateReader::is_signed(const DateMention& mention) const {
    return std::ranges::find(signs_, &mention, &Signed::mention) != signs_.end();
}

void DateReader::resolve(const std::vector<DateMention>& mentions,
                         std::vector<DatedMention>& dated) const {
    dated.clear();
    std::optional<DateSpan> before;
    const std::size_t count = &mentions == &body_ ? read_ : mentions.size();
    for (std::size_t i = 0; i < count; ++i) {
        const DateMention& mention = mentions[i];
        if (is_signed(mention)) continue;
        const auto span = resolve_date(mention, anchor_, before);
        if (!span) continue;
        before = span;
        dated.push_back({&mention, *span});
    }
}

/// A statement speaks of the day of its signature, an event record of the day at its beginning. A
/// dateline only says when somebody wrote.
std::optional<FoundDate<DateSpan>> DateReader::from_sign() const {
    for (const Signed& sign : signs_) {
        const bool speaks_of_event =
            sign.sign == PublicationSign::Signature || sign.sign == PublicationSign::Line;
        if (!speaks_of_event) continue;
        const auto span = resolve_date(*sign.mention, anchor_, std::nullopt);
        if (!span) continue;
        return FoundDate<DateSpan>{*span, rule_of(sign.sign), sign.place, sign.mention->begin,
                                   sign.mention->end};
    }
    return std::nullopt;
}

}  // namespace sitrep::indexer

#include "date_mentions.hpp"

#include "relative_date.hpp"
#include "written_date.hpp"

#include <optional>

namespace sitrep::indexer {
namespace {

using Kind = DateWord::Kind;
using Form = DateMention::Form;
using Standing = DateMention::Standing;

/// How many words further a sign is still taken for the date.
constexpr std::size_t kTenseReach = 16;
constexpr std::size_t kAsideReach = 8;
constexpr std::size_t kSaidReach = 3;
constexpr std::size_t kDeedReach = 6;

using Found = ReadDate;

class DateFinder {
public:
    DateFinder(const TextPart& part, std::vector<DateMention>& out) : words_(part), out_(out) {}

    void run(WordRange range) {
        for (std::size_t i = range.first; i < range.last; ++i) {
            if (i > range.first && !words_.is_blank_before(i)) note_break(i);
            if (words_.kind(i) == Kind::None) continue;
            if (const auto found = find(i)) {
                add(i, *found);
                // Breaks within a date do not count.
                i = found->next - 1;
            } else {
                note_sign(i);
            }
        }
    }

private:
    void note_break(std::size_t i) {
        const std::string_view gap = words_.gap(i);
        if (gap.size() < 2) return;
        bool ends = false;
        for (std::size_t at = 0; at < gap.size(); ++at) {
            const char c = gap[at];
            if (c == '\n') {
                ++paragraph_;
                ends = true;
            } else if (c == '!' || c == '?' || gap.substr(at).starts_with("\u061F")) {
                ends = true;
            } else if (c == '.') {
                ends |= !is_abbreviation(i - 1);
            } else if (c == ',') {
                note_comma(i);
            }
        }
        if (!ends) return;
        ++sentence_;
        tense_at_ = aside_at_ = since_at_ = had_at_ = kNever;
        comma_at_ = i;
    }

    /// The general, who came to power in July, died on Monday: the clause ends at the comma.
    void note_comma(std::size_t i) {
        comma_at_ = i;
        if (is_aside_in_commas_ && aside_at_ != kNever && i > aside_at_ + 1) aside_at_ = kNever;
    }

    /// Gen., Feb., г.: a full stop that ends no sentence.
    [[nodiscard]] bool is_abbreviation(std::size_t i) const {
        const Kind kind = words_.kind(i);
        if (kind == Kind::Month || kind == Kind::LowMonth) return words_.word(i).size() <= 5;
        const auto length = words_.end(i) - words_.begin(i);
        return kind != Kind::Number && length <= 3 && words_.has_capital(i);
    }

    void note_sign(std::size_t i) {
        const Kind kind = words_.kind(i);
        // Will be tried: a participle.
        const bool is_participle = kind == Kind::Past && words_.value(i) <= 1 && is_future_ &&
                                   tense_at_ != kNever && i - tense_at_ <= 3 &&
                                   comma_at_ <= tense_at_;
        if (is_participle) return;
        const bool is_past = kind == Kind::Past || (kind == Kind::Being && words_.value(i) == 1);
        // They are to return on Sunday.
        const bool is_planned = kind == Kind::Being && !is_past && words_.follows(i + 1, Kind::To);
        // More than was expected of the vote: nothing to come.
        if (kind == Kind::Future && words_.follows(i + 1, Kind::Of)) return;
        if (kind == Kind::Future || is_planned || is_past) {
            tense_at_ = i;
            is_future_ = !is_past;
            if (is_past && words_.value(i) == 3) had_at_ = i;
        } else if (kind == Kind::Aside) {
            aside_at_ = i;
            is_aside_in_commas_ = comma_at_ == i;
        } else if (kind == Kind::Since) {
            since_at_ = i;
        }
    }

    std::optional<Found> find(std::size_t i) {
        switch (words_.kind(i)) {
            case Kind::Number:
            case Kind::Ordinal:
            case Kind::Dotted:
            case Kind::Month:
            case Kind::LowMonth:
            case Kind::HalfMonth:
                if (auto found = read_day(words_, i)) return found;
                if (auto found = read_relative_date(words_, i)) return found;
                return year(i);
            default: return read_relative_date(words_, i);
        }
    }

    /// in 2011, в 2011 году
    std::optional<Found> year(std::size_t i) const {
        if (!is_year(words_, i) || i == 0 || words_.joint(i) != Joint::Space) return std::nullopt;
        std::size_t before = i - 1;
        while (before > 0 && words_.kind(before) == Kind::Of) --before;
        const bool is_dated = words_.kind(before) == Kind::In || words_.kind(before) == Kind::Since;
        const Joint after = words_.joint(i + 1);
        if (!is_dated || after == Joint::Dash || after == Joint::Slash) return std::nullopt;
        Found found;
        found.mention.from = found.mention.to = WrittenDay{words_.value(i), 0, 0};
        found.next = i + 1;
        return found;
    }

    void add(std::size_t i, const Found& found) {
        DateMention mention = found.mention;
        mention.first_word = static_cast<std::uint32_t>(i);
        mention.last_word = static_cast<std::uint32_t>(found.next);
        mention.begin = words_.begin(i);
        mention.end = words_.end(found.next - 1);
        mention.sentence = sentence_;
        mention.paragraph = paragraph_;
        judge(i, found.next, mention);
        out_.push_back(mention);
    }

    void judge(std::size_t i, std::size_t next, DateMention& mention) const {
        std::size_t before = i;
        while (before > 0 &&
               (words_.kind(before - 1) == Kind::Of || words_.kind(before - 1) == Kind::In)) {
            --before;
        }
        const Kind sign = before > 0 ? words_.kind(before - 1) : Kind::None;
        // Since the beginning of the war in April 2023: also with words between.
        const bool is_within_since = since_at_ != kNever && i - since_at_ <= kAsideReach &&
                                     mention.form == Form::Written && mention.to.year != 0;
        if (sign == Kind::Since || is_within_since) mention.is_since = true;
        if (words_.follows(next, Kind::Before) && mention.form != Form::Later)
            mention.standing = Standing::Aside;
        if (sign == Kind::Until) {
            mention.is_until = true;
            // It goes on until Thursday; but: they fought until Thursday.
            if (mention.form == Form::Weekdays && tense_at_ == kNever) mention.is_future = true;
            mention.standing = Standing::Aside;
        }
        if (sign == Kind::By && is_to_be_done_by(before - 1)) mention.is_future = true;
        mention.is_said = is_after_saying(i);
        mention.is_earlier = had_at_ != kNever;
        const bool is_set_for =
            sign == Kind::To && words_.kind(i) == Kind::Weekday && is_for(words_.word(before - 1));
        if (is_set_for && !mention.is_night) mention.is_future = true;
        const bool is_recent = mention.form != Form::Week && mention.form != Form::Month;
        if (tense_at_ != kNever && is_future_ && i - tense_at_ <= kTenseReach && is_recent) {
            mention.is_future = true;
        }
        if (mention.standing != Standing::Event) return;
        const bool is_aside = aside_at_ != kNever && i - aside_at_ <= kAsideReach;
        const bool is_attribute = words_.text().substr(mention.end).starts_with("'s") ||
                                  words_.text().substr(mention.end).starts_with("\u2019s") ||
                                  words_.word(next - 1).ends_with("s'") ||
                                  words_.word(next - 1).find("'s") != std::string_view::npos ||
                                  words_.word(next - 1).find("\u2019s") != std::string_view::npos;
        if (is_aside || is_attribute || is_attribute_of(i, mention))
            mention.standing = Standing::Doubtful;
    }

    /// Told to leave the town by Friday; but: by Friday they had left.
    [[nodiscard]] bool is_to_be_done_by(std::size_t by) const {
        for (std::size_t i = by; i > 0 && by - i < kDeedReach; --i) {
            const Kind kind = words_.kind(i - 1);
            if (words_.joint(i) != Joint::Space || kind == Kind::Past) return false;
            if (kind == Kind::To) return true;
        }
        return false;
    }

    /// Planned for Monday: на понедельник
    static bool is_for(std::string_view word) {
        return word == "\u043D\u0430" || word == "\u041D\u0430";
    }

    /// said on Monday, told reporters late on Monday
    [[nodiscard]] bool is_after_saying(std::size_t i) const {
        for (std::size_t before = i; before > 0 && i - before < kSaidReach; --before) {
            if (words_.joint(before) != Joint::Space) return false;
            if (words_.kind(before - 1) == Kind::Past) return words_.value(before - 1) == 1;
        }
        return false;
    }

    /// the massacre of 7 October, la loi du 23 novembre; but not: in the night of 7 October
    [[nodiscard]] bool is_attribute_of(std::size_t i, const DateMention& mention) const {
        if (mention.form != Form::Written || mention.is_range() || i < 2 ||
            words_.kind(i - 1) != Kind::Of)
            return false;
        const std::string_view word = words_.word(i - 1);
        if (word != "of" && word != "du" && word != "del") return false;
        const Kind before = words_.kind(i - 2);
        return before != Kind::DayPart && before != Kind::Unit && before != Kind::Month &&
               before != Kind::Overnight;
    }

    static constexpr std::size_t kNever = static_cast<std::size_t>(-1);

    DateCursor words_;
    std::vector<DateMention>& out_;
    std::uint32_t sentence_ = 0;
    std::uint32_t paragraph_ = 0;
    std::size_t tense_at_ = kNever;
    bool is_future_ = false;
    std::size_t aside_at_ = kNever;
    bool is_aside_in_commas_ = false;
    std::size_t comma_at_ = 0;  // the word behind the last comma or end of a sentence
    std::size_t since_at_ = kNever;
    std::size_t had_at_ = kNever;
};

}  // namespace

void find_dates(const TextPart& part, WordRange range, std::vector<DateMention>& out) {
    DateFinder(part, out).run(range);
}

}  // namespace sitrep::indexer

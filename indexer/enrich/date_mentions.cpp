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
            }
        }
        if (!ends) return;
        ++sentence_;
        tense_at_ = aside_at_ = since_at_ = kNever;
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
        const bool is_participle =
            kind == Kind::Past && is_future_ && tense_at_ != kNever && i - tense_at_ <= 3;
        if (is_participle) return;
        if (kind == Kind::Future || kind == Kind::Past) {
            tense_at_ = i;
            is_future_ = kind == Kind::Future;
        } else if (kind == Kind::Aside) {
            aside_at_ = i;
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
            mention.standing = Standing::Aside;
        }
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
    std::size_t since_at_ = kNever;
};

}  // namespace

void find_dates(const TextPart& part, WordRange range, std::vector<DateMention>& out) {
    DateFinder(part, out).run(range);
}

}  // namespace sitrep::indexer

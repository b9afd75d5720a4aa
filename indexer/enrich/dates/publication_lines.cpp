#include "publication_lines.hpp"

#include "date_cursor.hpp"
#include "enrich/words/letter_case.hpp"

#include <algorithm>

namespace sitrep::indexer {
namespace {

using Kind = DateWord::Kind;

/// Where lines that say when a text was published may stand, in bytes.
constexpr std::uint32_t kFront = 500;
constexpr std::size_t kMostOtherWords = 6;
constexpr std::uint32_t kLongestDateline = 90;

struct Line {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool is_last = false;  ///< of the text
};

Line line_of(std::string_view text, const DateMention& mention) {
    const auto before = text.rfind('\n', mention.begin);
    const auto after = text.find('\n', mention.end);
    Line line;
    line.begin = before == std::string_view::npos ? 0 : static_cast<std::uint32_t>(before + 1);
    line.end = static_cast<std::uint32_t>(after == std::string_view::npos ? text.size() : after);
    line.is_last = text.find_first_not_of(" \t\r\n", line.end) == std::string_view::npos;
    return line;
}

class SignReader {
public:
    SignReader(const TextPart& part, const DateMention& mention)
        : words_(part), mention_(mention), line_(line_of(part.text, mention)) {
        first_ = mention.first_word;
        while (first_ > 0 && words_.begin(first_ - 1) >= line_.begin &&
               mention.first_word - first_ < kFar)
            --first_;
        last_ = mention.last_word;
        while (last_ < words_.size() && words_.end(last_) <= line_.end &&
               last_ - mention.last_word < kFar)
            ++last_;
    }

    PublicationSign read() const {
        if (is_dateline()) return PublicationSign::Dateline;
        if (!mention_.is_full()) return PublicationSign::None;
        const auto label = labelled();
        if (label != PublicationSign::None) return label;
        if (other_words() <= kMostOtherWords && !is_within_sentence()) {
            if (line_.is_last && line_.begin > 0) return PublicationSign::Signature;
            if (line_.begin < kFront) return PublicationSign::Line;
        }
        return is_signature() ? PublicationSign::Signature : PublicationSign::None;
    }

private:
    static constexpr std::size_t kFar = 20;

    /// Flash update (as of 5 p.m., 8 August 2025)
    [[nodiscard]] bool is_as_of() const {
        for (std::size_t i = mention_.first_word; i > first_ + 1 && mention_.first_word - i < 5;
             --i) {
            if (is_word(i - 2, "as") && is_word(i - 1, "of")) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_word(std::size_t i, std::string_view lower) const {
        const std::string_view word = words_.word(i);
        return word.size() == lower.size() && word.ends_with(lower.substr(1)) &&
               (word.front() | 0x20) == lower.front();
    }

    [[nodiscard]] PublicationSign labelled() const {
        const bool ends_line = last_ == mention_.last_word;
        if (ends_line && line_.begin < kFront && is_as_of()) return PublicationSign::Dated;
        for (std::size_t i = mention_.first_word; i > first_ && mention_.first_word - i < 4;) {
            --i;
            if (words_.kind(i) != Kind::Label) continue;
            // In a sentence, a word of that kind is no label.
            const bool begins_line = i - first_ <= 2;
            if (!begins_line) return PublicationSign::None;
            constexpr PublicationSign kSigns[] = {PublicationSign::Published,
                                                  PublicationSign::Dated, PublicationSign::Updated};
            return kSigns[words_.value(i)];
        }
        return PublicationSign::None;
    }

    [[nodiscard]] std::size_t other_words() const {
        std::size_t others = 0;
        for (std::size_t i = first_; i < last_; ++i) {
            if (i >= mention_.first_word && i < mention_.last_word) continue;
            const bool is_number =
                words_.kind(i) == Kind::Number || words_.kind(i) == Kind::Weekday;
            others += is_number ? 0 : 1;
        }
        return others;
    }

    /// Prose goes on right before the date: hit the port on 5 March 2024.
    [[nodiscard]] bool is_within_sentence() const {
        std::size_t i = mention_.first_word;
        constexpr std::string_view kCorresponding =
            "\u0627\u0644\u0645\u0648\u0627\u0641\u0642";  // of two calendars
        while (i > first_ && words_.kind(i - 1) == Kind::Of && words_.joint(i) == Joint::Space) {
            if (words_.word(i - 1) == kCorresponding) return false;
            --i;
        }
        if (i == first_ || words_.joint(i) != Joint::Space) return false;
        for (std::size_t j = first_; j < i; ++j) {
            if (!words_.has_capital(j)) return true;
        }
        return false;
    }

    /// The text ends with a place and the date, behind a comma.
    [[nodiscard]] bool is_signature() const {
        if (!line_.is_last || last_ > mention_.last_word + 1) return false;
        std::size_t i = mention_.first_word;
        if (i == 0 || words_.gap(i).find_first_of(",)") == std::string_view::npos) return false;
        for (std::size_t count = 0; i > 0 && count < 5; ++count) {
            --i;
            const bool begins =
                i == 0 || words_.gap(i).find_first_of(".!?\n") != std::string_view::npos;
            if (begins) return words_.has_capital(i);
        }
        return false;
    }

    /// At the beginning, after a place, and before a dash or an agency.
    [[nodiscard]] bool is_dateline() const {
        const bool is_near =
            line_.begin < kFront && mention_.begin - line_.begin < kLongestDateline;
        if (!is_near || mention_.first_word - first_ > 8) return false;
        const std::string_view rest = words_.text().substr(mention_.end, 40);
        const bool has_agency = rest.starts_with(" (") || rest.starts_with("., (");
        const bool has_dash = begins_with_dash(rest);
        // 27 October 2025 - After a siege ...
        if (first_ == mention_.first_word)
            return mention_.is_full() && has_dash && mention_.sentence == 0;
        const std::string_view place = words_.word(first_);
        if (letter_case(place) == WordCase::All) {
            return has_dash_soon(rest) || has_agency || rest.starts_with('.') ||
                   rest.starts_with(" \u0433.") || rest.starts_with(", Reuter");
        }
        const bool may_be_place = words_.has_capital(first_) || has_no_capitals(place);
        const Joint joint = words_.joint(mention_.first_word);
        return may_be_place && (has_agency || has_dash) && joint == Joint::Comma;
    }

    /// Arabic has none.
    static bool has_no_capitals(std::string_view word) {
        return static_cast<unsigned char>(word.front()) >= 0xD8;
    }

    static bool begins_with_dash(std::string_view rest) {
        for (const std::string_view dash : {" -", " \u2014", " \u2013", ".- ", ". - "}) {
            if (rest.starts_with(dash)) return true;
        }
        return false;
    }

    static bool has_dash_soon(std::string_view rest) {
        for (const std::string_view dash : {" - ", " -- ", " \u2014", " \u2013", ".- ", "-- "}) {
            if (rest.find(dash) != std::string_view::npos) return true;
        }
        return false;
    }

    DateCursor words_;
    const DateMention& mention_;
    Line line_;
    std::size_t first_ = 0;  // words of the line, half open, not far from the date
    std::size_t last_ = 0;
};

}  // namespace

PublicationSign publication_sign(const TextPart& part, const DateMention& mention) {
    const bool may_be_one =
        mention.form == DateMention::Form::Written && mention.is_day() && !mention.is_range();
    return may_be_one ? SignReader(part, mention).read() : PublicationSign::None;
}

}  // namespace sitrep::indexer

#include "query_lexer.hpp"

#include <algorithm>
#include <charconv>
#include <unicode/uchar.h>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::searcher {
namespace {

using schema::Error;
using schema::ErrorCode;
using Kind = QueryToken::Kind;

bool is_space(char32_t c) noexcept {
    return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

/// Straight and curly double quotation marks, and the angular ones, open and close alike.
bool is_quote(char32_t c) noexcept {
    return c == U'"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0x00AB || c == 0x00BB;
}

bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

constexpr std::size_t kUsualDistance = 10;
/// What is further away has little to do with it.
constexpr std::size_t kMaxDistance = 99;
constexpr std::string_view kNear = "near/";

/// `near/` in any case and nothing but digits.
bool is_near_with_distance(std::string_view word) {
    if (word.size() <= kNear.size() || schema::fold(word.substr(0, kNear.size())) != kNear)
        return false;
    return std::ranges::all_of(word.substr(kNear.size()),
                               [](char c) { return c >= '0' && c <= '9'; });
}

/// Fewer begin too many words.
constexpr std::size_t kLeastLetters = 2;

std::size_t count_letters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = schema::decode_utf8(text, at);
        count += u_isalnum(static_cast<UChar32>(c.code)) != 0 ? 1 : 0;
        at = c.next;
    }
    return count;
}

class Lexer {
public:
    explicit Lexer(std::string_view query) : query_(query) {}

    std::vector<QueryToken> run() {
        while (skip_space(), at_ < query_.size()) lex_one();
        add(Kind::End, query_.size());
        return std::move(tokens_);
    }

private:
    [[nodiscard]] schema::DecodedChar here() const { return schema::decode_utf8(query_, at_); }

    void add(Kind kind, std::size_t offset, std::string text = {}) {
        tokens_.push_back({kind, offset, std::move(text), nullptr});
    }

    void skip_space() {
        while (at_ < query_.size() && is_space(here().code)) at_ = here().next;
    }

    [[nodiscard]] bool ends_word(std::size_t at) const {
        if (at >= query_.size()) return true;
        const char32_t c = schema::decode_utf8(query_, at).code;
        return is_space(c) || is_quote(c) || c == U'(' || c == U')';
    }

    void lex_one() {
        const auto c = here();
        const std::size_t start = at_;
        if (is_quote(c.code)) return lex_phrase();
        if (c.code == U'(' || c.code == U')') {
            at_ = c.next;
            return add(c.code == U'(' ? Kind::Open : Kind::Close, start);
        }
        const bool is_sign = c.code == U'+' || c.code == U'-' || c.code == U'!';
        if (is_sign && begins_operand(c.next)) {
            at_ = c.next;
            return add(c.code == U'+' ? Kind::Plus : Kind::Minus, start);
        }
        if (lex_field()) return;
        lex_word();
    }

    /// A sign belongs to what follows at once; a dash between spaces is only a dash.
    [[nodiscard]] bool begins_operand(std::size_t at) const {
        if (at >= query_.size()) return false;
        const char32_t c = schema::decode_utf8(query_, at).code;
        return !is_space(c) && c != U')' && c != U'-' && c != U'+';
    }

    void lex_phrase() {
        const std::size_t start = at_;
        at_ = here().next;
        const std::size_t begin = at_;
        while (at_ < query_.size() && !is_quote(here().code)) at_ = here().next;
        if (at_ >= query_.size()) {
            throw Error(ErrorCode::QuerySyntax, "the quotation mark is not closed",
                        "add a \" at the end of the phrase")
                .at(start);
        }
        const auto phrase = query_.substr(begin, at_ - begin);
        if (!is_value_as_it_stands()) refuse_beginnings(phrase, begin);
        add(Kind::Phrase, start, std::string(phrase));
        at_ = here().next;
    }

    /// `name:` with a value right behind it. Times (10:30) and addresses (https://...) are words.
    bool lex_field() {
        std::size_t colon = at_;
        while (colon < query_.size() && is_letter(query_[colon])) ++colon;
        if (colon == at_ || colon >= query_.size() || query_[colon] != ':') return false;
        const std::size_t value = colon + 1;
        const bool is_address = query_.substr(value).starts_with("//");
        const bool has_value =
            value < query_.size() && !is_space(schema::decode_utf8(query_, value).code);
        if (is_address || !has_value) return false;
        const std::string name = schema::fold(query_.substr(at_, colon - at_));
        const schema::Field* field = schema::find_query_field(name);
        if (field == nullptr) unknown_field(name);
        add(Kind::Field, at_);
        tokens_.back().field = field;
        at_ = value;
        lex_exclusion(*field);
        if (!is_quote(here().code) && !ends_word(at_)) lex_value();
        return true;
    }

    /// `country:-RUS` is as good as `-country:RUS`. Numbers and ids may begin with a minus.
    void lex_exclusion(const schema::Field& field) {
        using schema::FieldKind;
        const bool may_exclude = field.kind == FieldKind::Text || field.kind == FieldKind::Words ||
                                 (field.kind == FieldKind::Keyword && field.is_facet);
        const auto c = here();
        if (!may_exclude || (c.code != U'-' && c.code != U'!') || !begins_operand(c.next)) return;
        add(Kind::Minus, at_);
        at_ = c.next;
    }

    [[noreturn]] void unknown_field(const std::string& name) const {
        std::string names;
        for (const auto& field : schema::kFields) {
            if (field.query_name.empty()) continue;
            names += (names.empty() ? "" : ", ") + std::string(field.query_name);
        }
        throw Error(ErrorCode::QuerySyntax, "there is no field called " + name,
                    "fields are " + names + "; put the text in quotation marks to search for it")
            .at(at_);
    }

    [[nodiscard]] std::string_view take_word() {
        const std::size_t start = at_;
        while (!ends_word(at_)) at_ = here().next;
        return query_.substr(start, at_ - start);
    }

    void lex_value() {
        const std::size_t start = at_;
        const bool is_as_it_stands = is_value_as_it_stands();
        const auto value = take_word();
        if (is_as_it_stands) return add(Kind::Word, start, std::string(value));
        add_word(start, value);
    }

    /// What comes next is the value of a field that has no words.
    [[nodiscard]] bool is_value_as_it_stands() const {
        using schema::FieldKind;
        const bool is_excluded = !tokens_.empty() && tokens_.back().kind == Kind::Minus;
        const std::size_t behind = is_excluded ? 2 : 1;
        if (tokens_.size() < behind) return false;
        const QueryToken& name = tokens_[tokens_.size() - behind];
        return name.kind == Kind::Field && name.field->kind != FieldKind::Text &&
               name.field->kind != FieldKind::Words;
    }

    void refuse_beginnings(std::string_view phrase, std::size_t begin) const {
        for (auto star = phrase.find('*', 1); star != std::string_view::npos;
             star = phrase.find('*', star + 1)) {
            const auto before = schema::utf8_prefix(phrase, star);
            if (is_space(static_cast<unsigned char>(before.back()))) continue;
            throw Error(ErrorCode::QuerySyntax, "a * means nothing within quotation marks",
                        "leave it out, or put near/1 between the words: cease near/1 fir*")
                .at(begin + star);
        }
    }

    void lex_word() {
        const std::size_t start = at_;
        const std::string_view word = take_word();
        if (word == "AND" || word == "OR" || word == "NOT") {
            return add(word == "AND" ? Kind::And : word == "OR" ? Kind::Or : Kind::Not, start);
        }
        if (word == "NEAR") return add_near(start, word, kUsualDistance);
        if (is_near_with_distance(word)) return add_near(start, word, distance_of(word, start));
        if (word == "*") return add(Kind::Star, start);
        add_word(start, word);
    }

    void add_word(std::size_t start, std::string_view word) {
        const auto star = word.find('*');
        if (star == std::string_view::npos) return add(Kind::Word, start, std::string(word));
        if (star == 0 || star + 1 != word.size()) {
            throw Error(ErrorCode::QuerySyntax,
                        "a * stands alone for every report, or at the end of a word for its rest",
                        "write only how the word begins, such as missil*")
                .at(start + star);
        }
        const auto beginning = word.substr(0, star);
        if (count_letters(beginning) < kLeastLetters) {
            throw Error(ErrorCode::QuerySyntax, "too many words begin with a single letter",
                        "write at least two letters before the *")
                .at(start);
        }
        add(Kind::Beginning, start, std::string(beginning));
    }

    void add_near(std::size_t start, std::string_view word, std::size_t distance) {
        add(Kind::Near, start, std::string(word));
        tokens_.back().distance = distance;
    }

    [[nodiscard]] static std::size_t distance_of(std::string_view near, std::size_t start) {
        const auto digits = near.substr(kNear.size());
        std::size_t distance = 0;
        const auto end = digits.data() + digits.size();
        const bool is_number = std::from_chars(digits.data(), end, distance).ec == std::errc{};
        if (is_number && distance >= 1 && distance <= kMaxDistance) return distance;
        throw Error(ErrorCode::QuerySyntax,
                    "words cannot be near by this distance: " + std::string(digits),
                    "write a number of words from 1 to 99, such as near/5")
            .at(start + kNear.size());
    }

    std::string_view query_;
    std::size_t at_ = 0;
    std::vector<QueryToken> tokens_;
};

}  // namespace

std::vector<QueryToken> lex_query(std::string_view query) {
    return Lexer(query).run();
}

}  // namespace sitrep::searcher

#include "query_lexer.hpp"

#include <algorithm>

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
        add(Kind::Phrase, start, std::string(query_.substr(begin, at_ - begin)));
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
        add(Kind::Word, start, std::string(take_word()));
    }

    void lex_word() {
        const std::size_t start = at_;
        const std::string_view word = take_word();
        if (word == "AND" || word == "OR" || word == "NOT") {
            return add(word == "AND" ? Kind::And : word == "OR" ? Kind::Or : Kind::Not, start);
        }
        if (word == "*") return add(Kind::Star, start);
        if (const auto star = word.find('*'); star != std::string_view::npos) {
            throw Error(ErrorCode::QuerySyntax, "a * stands for every report and must stand alone",
                        "words are found in all their forms without it")
                .at(start + star);
        }
        add(Kind::Word, start, std::string(word));
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

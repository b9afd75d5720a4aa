#include "query_parser.hpp"

#include "filter_parser.hpp"
#include "query_lexer.hpp"

#include <algorithm>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::searcher {
namespace {

using schema::Error;
using schema::ErrorCode;
using schema::FieldId;
using schema::FieldKind;
using Token = QueryToken::Kind;
using Node = QueryNode::Kind;

constexpr std::size_t kMaxQueryBytes = 64U << 10U;
constexpr int kMaxDepth = 100;
/// Each word costs a look-up for each stemmer, and each place of a phrase a comparison.
constexpr std::size_t kMaxWords = 1000;
constexpr std::size_t kMaxWordBytes = 2048;
/// The reports that have the words of each are read.
constexpr std::size_t kMaxNears = 50;
/// All terms of the index that begin so are looked at, and the reports of some.
constexpr std::size_t kMaxBeginnings = 50;

QueryNode make_node(Node kind, std::size_t offset) {
    QueryNode node;
    node.kind = kind;
    node.offset = offset;
    return node;
}

/// Something that stands in texts: a text, or several of which any will do.
bool may_be_near(const QueryNode& node) {
    if (node.occur != Occur::Should) return false;
    if (is_text(node)) return true;
    const bool is_choice = node.kind == Node::Or || node.kind == Node::Bag;
    return is_choice && std::ranges::all_of(node.children, may_be_near);
}

class Parser {
public:
    Parser(std::string_view query, std::chrono::sys_days today)
        : tokens_(lex_query(query)), today_(today) {}

    QueryNode run() {
        if (peek().kind == Token::End) return make_node(Node::Everything, 0);
        QueryNode root = parse_or();
        if (peek().kind == Token::Close)
            fail("there is no ( that this ) closes", "remove it, or add a ( before");
        return root;
    }

private:
    [[nodiscard]] const QueryToken& peek(std::size_t ahead = 0) const {
        return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
    }

    bool take(Token kind) {
        if (peek().kind != kind) return false;
        ++at_;
        return true;
    }

    [[noreturn]] void fail(const std::string& what, const std::string& hint) const {
        throw Error(ErrorCode::QuerySyntax, what, hint).at(peek().offset);
    }

    /// One node, or the children under a node of `kind` if there are several.
    static QueryNode group(Node kind, std::vector<QueryNode> children) {
        if (children.size() == 1) return std::move(children.front());
        QueryNode node = make_node(kind, children.front().offset);
        node.children = std::move(children);
        return node;
    }

    QueryNode parse_or() {
        std::vector<QueryNode> children;
        do {
            children.push_back(parse_and());
        } while (take(Token::Or));
        return group(Node::Or, std::move(children));
    }

    QueryNode parse_and() {
        std::vector<QueryNode> children;
        do {
            children.push_back(parse_not());
        } while (take(Token::And));
        return group(Node::And, std::move(children));
    }

    QueryNode parse_not() {
        QueryNode left = peek().kind == Token::Not ? parse_pure_not() : parse_bag();
        while (peek().kind == Token::Not ||
               (peek().kind == Token::And && peek(1).kind == Token::Not)) {
            take(Token::And);
            take(Token::Not);
            QueryNode node = make_node(Node::Not, left.offset);
            node.children.push_back(std::move(left));
            node.children.push_back(parse_bag());
            left = std::move(node);
        }
        return left;
    }

    QueryNode parse_pure_not() {
        QueryNode node = make_node(Node::Not, peek().offset);
        take(Token::Not);
        node.children.push_back(parse_bag());
        return node;
    }

    [[nodiscard]] bool begins_item() const {
        switch (peek().kind) {
            case Token::Word:
            case Token::Beginning:
            case Token::Phrase:
            case Token::Field:
            case Token::Plus:
            case Token::Minus:
            case Token::Open:
            case Token::Near:
            case Token::Star: return true;
            default: return false;
        }
    }

    QueryNode parse_bag() {
        if (!begins_item()) {
            fail("something to search for is missing here",
                 "put a word, a \"phrase\", field:value or ( ) there");
        }
        std::vector<QueryNode> children;
        while (begins_item()) children.push_back(parse_item());
        const bool is_plain = children.size() == 1 && children.front().occur != Occur::MustNot;
        if (is_plain) {
            children.front().occur = Occur::Should;
            return std::move(children.front());
        }
        QueryNode bag = make_node(Node::Bag, children.front().offset);
        bag.children = std::move(children);
        return bag;
    }

    QueryNode parse_item() {
        const std::size_t offset = peek().offset;
        Occur occur = Occur::Should;
        if (take(Token::Plus)) {
            occur = Occur::Must;
        } else if (take(Token::Minus)) {
            occur = Occur::MustNot;
        }
        if (!begins_item())
            fail("something to search for is missing here", "put a word behind the sign");
        QueryNode node = parse_near();
        node.offset = offset;
        const bool excludes_itself = node.occur == Occur::MustNot;
        node.occur = !excludes_itself          ? occur
                     : occur == Occur::MustNot ? Occur::Must
                                               : Occur::MustNot;
        return node;
    }

    QueryNode parse_near() {
        QueryNode first = parse_operand();
        if (!joins(first)) return first;
        QueryNode near = make_node(Node::Near, first.offset);
        add_near(near, std::move(first));
        while (joins(near.children.back())) {
            if (++nears_ > kMaxNears) {
                fail("near stands more than 50 times in the query",
                     "split it into several searches");
            }
            near.distances.push_back(peek().distance);
            ++at_;
            const bool is_sign = peek().kind == Token::Plus || peek().kind == Token::Minus;
            if (is_sign || !begins_item())
                fail("something to search for is missing here",
                     "put a word, a \"phrase\" or ( ) behind near");
            add_near(near, parse_operand());
        }
        return near;
    }

    static void add_near(QueryNode& near, QueryNode operand) {
        if (!may_be_near(operand)) {
            throw Error(ErrorCode::QuerySyntax, "only words and phrases can be near each other",
                        "put a word, a \"phrase\" or several with OR in ( ) on both sides of near")
                .at(operand.offset);
        }
        near.children.push_back(std::move(operand));
    }

    /// Whether `near` follows and joins the operand with the next. Without a number it is a word
    /// unless it stands between two that it can join.
    [[nodiscard]] bool joins(const QueryNode& operand) const {
        if (peek().kind != Token::Near) return false;
        if (is_numbered(peek())) return true;
        const QueryToken& next = peek(1);
        const bool is_title = next.kind == Token::Field && next.field->kind == FieldKind::Text;
        return may_be_near(operand) &&
               (has_words(next.kind) || next.kind == Token::Open || is_title);
    }

    [[nodiscard]] static bool has_words(Token kind) {
        return kind == Token::Word || kind == Token::Beginning || kind == Token::Phrase;
    }

    [[nodiscard]] static bool is_numbered(const QueryToken& near) {
        return near.text.find('/') != std::string::npos;
    }

    QueryNode parse_operand() {
        const QueryToken token = peek();
        ++at_;
        QueryNode node = make_node(Node::Everything, token.offset);
        node.text = token.text;
        require_reasonable(token);
        switch (token.kind) {
            case Token::Near:
                if (is_numbered(token)) {
                    --at_;
                    fail(token.text + " has nothing before it",
                         "put a word, a \"phrase\" or ( ) there");
                }
                [[fallthrough]];
            case Token::Word:
            case Token::Beginning:
                node.kind = Node::Words;
                node.is_beginning = token.kind == Token::Beginning;
                return node;
            case Token::Phrase: node.kind = Node::Phrase; return node;
            case Token::Star: return node;
            case Token::Open: return parse_group(token.offset);
            case Token::Field: return parse_field(token);
            default: --at_; fail("a sign stands before another sign", "put one sign before a word");
        }
    }

    void require_reasonable(const QueryToken& token) {
        if (!has_words(token.kind)) return;
        if (token.text.size() > kMaxWordBytes) {
            throw Error(ErrorCode::QuerySyntax, "a word or phrase is longer than 2,048 bytes",
                        "make it shorter")
                .at(token.offset);
        }
        if (++words_ > kMaxWords) {
            throw Error(ErrorCode::QuerySyntax, "the query has more than 1,000 words",
                        "split it into several searches")
                .at(token.offset);
        }
        if (token.kind == Token::Beginning && ++beginnings_ > kMaxBeginnings) {
            throw Error(ErrorCode::QuerySyntax, "the query has more than 50 words with a *",
                        "split it into several searches")
                .at(token.offset);
        }
    }

    QueryNode parse_group(std::size_t offset) {
        if (++depth_ > kMaxDepth) fail("parentheses are nested too deep", "make the query simpler");
        if (peek().kind == Token::Close)
            fail("there is nothing between the parentheses", "remove them");
        QueryNode node = parse_or();
        if (!take(Token::Close)) {
            throw Error(ErrorCode::QuerySyntax, "the parenthesis is not closed", "add a )")
                .at(offset);
        }
        --depth_;
        return node;
    }

    /// Only the name of a source may begin with a sign.
    static bool has_quoted_sign(const schema::Field& field, const QueryToken& value) {
        const bool may_have_one =
            field.kind != FieldKind::Keyword || !field.is_facet || field.id == FieldId::Source;
        return !may_have_one && value.text.size() > 1 &&
               (value.text.starts_with('-') || value.text.starts_with('!'));
    }

    /// `MustNot` if a sign before the value says so.
    QueryNode parse_field(const QueryToken& token) {
        const schema::Field& field = *token.field;
        bool is_excluding = take(Token::Minus);
        QueryToken value = peek();
        if (!has_words(value.kind)) {
            fail(std::string(field.query_name) + ": needs a value",
                 "write it right behind the colon, in quotation marks if it has spaces");
        }
        ++at_;
        require_reasonable(value);
        if (!is_excluding && has_quoted_sign(field, value)) {
            is_excluding = true;
            value.text.erase(0, 1);
        }
        QueryNode node = make_node(Node::Filter, token.offset);
        node.field = field.id;
        node.text = value.text;
        node.value_offset = value.offset;
        node.is_beginning = value.kind == Token::Beginning;
        if (is_excluding) node.occur = Occur::MustNot;
        if (field.kind == FieldKind::Text) {
            node.kind = value.kind == Token::Phrase ? Node::Phrase : Node::Words;
            return node;
        }
        try {
            node.filter = parse_filter(field.id, value.text, today_);
        } catch (Error& error) {
            throw error.at(value.offset);
        }
        return node;
    }

    std::vector<QueryToken> tokens_;
    std::chrono::sys_days today_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::size_t words_ = 0;
    std::size_t nears_ = 0;
    std::size_t beginnings_ = 0;
};

/// Where in the query stands what has this offset in its repaired form.
std::size_t offset_before_repair(std::string_view query, std::size_t offset) {
    std::size_t low = 0;
    std::size_t high = query.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (schema::repair_utf8(query.substr(0, middle)).size() < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

}  // namespace

QueryNode parse_query(std::string_view query, std::chrono::sys_days today) {
    if (query.size() > kMaxQueryBytes) {
        throw Error(ErrorCode::QuerySyntax, "the query is longer than 64 KiB", "make it shorter")
            .at(kMaxQueryBytes);
    }
    if (schema::is_valid_utf8(query)) return Parser(query, today).run();
    try {
        return Parser(schema::repair_utf8(query), today).run();
    } catch (Error& error) {
        error.at(offset_before_repair(query, error.offset().value_or(0)));
        throw;
    }
}

}  // namespace sitrep::searcher

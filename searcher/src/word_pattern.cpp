#include "word_pattern.hpp"

#include <algorithm>

#include <sitrep/schema/language.hpp>

namespace sitrep::searcher {
namespace {

using schema::Token;
using schema::TokenKind;

/// One term for each position: the word, or the last character of a run without spaces, which has
/// no pair. Such a character adds nothing at the end, where the pair before it holds it already.
TermSequence split_spelling(const std::vector<Token>& tokens) {
    TermSequence terms;
    bool ends_with_character = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        const bool has_word = i + 1 < tokens.size() && tokens[i + 1].position == token.position;
        if (token.kind != TokenKind::Word && has_word) continue;
        ends_with_character = token.kind == TokenKind::Character;
        terms.emplace_back(token.term);
    }
    if (ends_with_character) terms.pop_back();
    return terms;
}

/// Every compound in one piece.
TermSequence joined_spelling(const std::vector<Token>& tokens) {
    TermSequence terms;
    std::size_t compound_end = 0;
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::Character) continue;
        if (token.kind == TokenKind::Word && token.end <= compound_end) continue;
        if (token.kind == TokenKind::Joined) compound_end = token.end;
        terms.emplace_back(token.term);
    }
    return terms;
}

WordPattern pattern_of(const std::vector<Token>& tokens) {
    WordPattern pattern;
    if (tokens.empty()) return pattern;
    pattern.push_back(split_spelling(tokens));
    const bool has_compound =
        std::ranges::any_of(tokens, [](const Token& t) { return t.kind == TokenKind::Joined; });
    if (has_compound) pattern.push_back(joined_spelling(tokens));
    return pattern;
}

bool contains(const WordPattern& pattern, const TermSequence& terms) {
    return std::ranges::find(pattern, terms) != pattern.end();
}

void add_new(WordPattern& pattern, WordPattern more) {
    for (auto& terms : more) {
        if (!terms.empty() && !contains(pattern, terms)) pattern.push_back(std::move(terms));
    }
}

void collect_texts(const QueryNode& node, std::vector<const QueryNode*>& leaves) {
    if (is_text(node)) leaves.push_back(&node);
    for (const auto& child : node.children) collect_texts(child, leaves);
}

void collect_wanted(const QueryNode& node, std::vector<const QueryNode*>& leaves) {
    if (is_text(node) || node.kind == QueryNode::Kind::Near) {
        leaves.push_back(&node);
        return;
    }
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const bool is_negated_side =
            node.kind == QueryNode::Kind::Not && (i == 1 || node.children.size() == 1);
        const bool is_excluded =
            node.kind == QueryNode::Kind::Bag && node.children[i].occur == Occur::MustNot;
        if (is_negated_side || is_excluded) continue;
        collect_wanted(node.children[i], leaves);
    }
}

}  // namespace

WordPattern make_pattern(schema::Analyzer& analyzer, std::string_view text,
                         std::string_view stemmer, Comparison comparison) {
    return pattern_of(analyze(analyzer, text, {stemmer, comparison}, {}));
}

LeafPattern make_pattern(schema::Analyzer& analyzer, const QueryNode& leaf,
                         std::string_view stemmer, Comparison comparison) {
    LeafPattern found;
    const auto add = [&](const std::string& text) {
        const bool is_whole = stemmer != schema::kNoStemmer &&
                              std::ranges::find(leaf.whole_words, text) != leaf.whole_words.end();
        if (is_whole) return;
        add_new(found.terms, make_pattern(analyzer, text, stemmer, comparison));
    };
    if (!leaf.is_only_aliases) add(leaf.text);
    if (comparison == Comparison::Exact) return found;
    std::ranges::for_each(leaf.aliases, add);
    if (stemmer == schema::kNoStemmer) return found;
    for (const auto& word : leaf.whole_words) {
        auto terms = make_pattern(analyzer, word, stemmer, comparison);
        std::erase_if(terms, [&](const auto& known) { return contains(found.terms, known); });
        if (terms.empty()) continue;
        add_new(found.wide_terms, std::move(terms));
        add_new(found.whole_words,
                make_pattern(analyzer, word, schema::kNoStemmer, Comparison::Folded));
    }
    return found;
}

const std::vector<Token>& analyze(schema::Analyzer& analyzer, std::string_view text,
                                  const TextForm& form, const schema::WordFilter& filter) {
    switch (form.comparison) {
        case Comparison::Exact: return analyzer.analyze_exact(text, filter);
        case Comparison::Folded: return analyzer.analyze(text, schema::kNoStemmer, filter);
        case Comparison::Analyzed: break;
    }
    return analyzer.analyze(text, form.stemmer, filter);
}

schema::WordFilter filter_for(const WordPattern& pattern) {
    std::vector<std::string> terms;
    for (const auto& sequence : pattern)
        terms.insert(terms.end(), sequence.begin(), sequence.end());
    return schema::WordFilter(terms);
}

std::optional<std::size_t> end_of_sequence(const std::vector<Token>& tokens, std::size_t start,
                                           const TermSequence& terms, LastTerm last) {
    const auto is_term = [&](std::size_t token, std::size_t k) {
        const bool is_beginning = last == LastTerm::Beginning && k + 1 == terms.size();
        return is_beginning ? tokens[token].term.starts_with(terms[k])
                            : tokens[token].term == terms[k];
    };
    if (!is_term(start, 0)) return std::nullopt;
    std::size_t at = start;
    for (std::size_t k = 1; k < terms.size(); ++k) {
        const std::uint32_t wanted = tokens[start].position + static_cast<std::uint32_t>(k);
        ++at;
        while (at < tokens.size() && tokens[at].position < wanted) ++at;
        while (at < tokens.size() && tokens[at].position == wanted && !is_term(at, k)) ++at;
        if (at >= tokens.size() || tokens[at].position != wanted) return std::nullopt;
    }
    return at;
}

bool stands_in(const WordPattern& pattern, const std::vector<Token>& tokens) {
    return std::ranges::any_of(pattern, [&tokens](const TermSequence& terms) {
        if (terms.empty()) return false;
        const std::string_view first = terms.front();
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (tokens[i].term == first && end_of_sequence(tokens, i, terms)) return true;
        }
        return false;
    });
}

std::vector<const QueryNode*> text_leaves(const QueryNode& root) {
    std::vector<const QueryNode*> leaves;
    collect_texts(root, leaves);
    return leaves;
}

bool is_same_text(const QueryNode& a, const QueryNode& b) noexcept {
    return is_text(a) && a.kind == b.kind && a.field == b.field && a.text == b.text &&
           a.is_beginning == b.is_beginning && a.aliases == b.aliases;
}

std::vector<const QueryNode*> distinct_leaves(const std::vector<const QueryNode*>& leaves) {
    std::vector<const QueryNode*> distinct;
    for (const auto* leaf : leaves) {
        const bool is_known = std::ranges::any_of(
            distinct, [leaf](const QueryNode* other) { return is_same_text(*leaf, *other); });
        if (!is_known) distinct.push_back(leaf);
    }
    return distinct;
}

std::vector<const QueryNode*> wanted_leaves(const QueryNode& root) {
    std::vector<const QueryNode*> leaves;
    collect_wanted(root, leaves);
    return leaves;
}

}  // namespace sitrep::searcher

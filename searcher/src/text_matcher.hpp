#pragma once

#include "query_node.hpp"
#include "text_match.hpp"
#include "word_pattern.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <sitrep/schema/analyzer.hpp>

namespace sitrep::searcher {

/// Finds the words and phrases of a query in texts, with the analyzer that made the index: what it
/// finds is what the index finds. Used by one thread; the nodes must outlive it.
class TextMatcher {
public:
    /// Looks for texts of a query, and for what stands near each other (`Near`).
    TextMatcher(schema::Analyzer& analyzer, const std::vector<const QueryNode*>& wanted,
                Comparison comparison);

    /// Every match in one text, ordered by its beginning; of a `Near` the places of its operands
    /// where they are near. `field` is Title or Body: leaves that are bound to the title match
    /// nowhere else.
    [[nodiscard]] std::vector<TextMatch> find(std::string_view text, schema::FieldId field,
                                              std::string_view stemmer);

private:
    struct Candidate {
        std::size_t leaf = 0;
        TermSequence terms;
    };
    struct Candidates {
        std::unordered_multimap<std::string, Candidate> by_first_term;
        std::vector<Candidate> beginnings;  // the last term is the beginning of a word
        WordPattern all;
        schema::WordFilter filter;

        void add(std::size_t leaf, const WordPattern& pattern);
        void add_beginnings(std::size_t leaf, const WordPattern& pattern);
    };
    /// Whole words are compared with other tokens than stems are.
    struct CandidatesOfStemmer {
        Candidates stems;
        Candidates whole_words;
    };
    struct Near {
        std::vector<std::vector<std::size_t>> operands;  // the leaves of each
        const std::vector<std::size_t>& distances;
    };

    void add_near(const QueryNode& node);
    [[nodiscard]] std::size_t near_leaf(const QueryNode& leaf);
    const CandidatesOfStemmer& candidates_for(std::string_view stemmer);
    void add_matches(std::vector<TextMatch>& matches, const Candidates& candidates,
                     const std::vector<schema::Token>& tokens, schema::FieldId field) const;
    void keep_near(std::vector<TextMatch>& matches) const;

    schema::Analyzer& analyzer_;
    std::vector<const QueryNode*> leaves_;  // those of a `Near` last
    std::size_t lone_leaves_ = 0;
    std::vector<Near> nears_;
    Comparison comparison_;
    std::map<std::string, CandidatesOfStemmer, std::less<>> candidates_;  // by stemmer
};

}  // namespace sitrep::searcher

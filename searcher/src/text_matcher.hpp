#pragma once

#include "query_node.hpp"
#include "word_pattern.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/searcher/search_results.hpp>

namespace sitrep::searcher {

/// One place where a word or phrase of the query stands in a text.
struct TextMatch {
    ByteRange range;       ///< of the word, or from the first to the last word of the phrase
    std::size_t leaf = 0;  ///< which leaf of the query
};

/// Finds the words and phrases of a query in texts, with the analyzer that made the index: what it
/// finds is what the index finds. Used by one thread; the leaves must outlive it.
class TextMatcher {
public:
    TextMatcher(schema::Analyzer& analyzer, std::vector<const QueryNode*> leaves,
                Comparison comparison)
        : analyzer_(analyzer), leaves_(std::move(leaves)), comparison_(comparison) {}

    /// Every match in one text, ordered by its beginning. `field` is Title or Body: leaves that
    /// are bound to the title match nowhere else.
    [[nodiscard]] std::vector<TextMatch> find(std::string_view text, schema::FieldId field,
                                              std::string_view stemmer);

private:
    struct Candidate {
        std::size_t leaf = 0;
        TermSequence terms;
    };
    struct Candidates {
        std::unordered_multimap<std::string, Candidate> by_first_term;
        WordPattern all;
        schema::WordFilter filter;

        void add(std::size_t leaf, const WordPattern& pattern);
    };
    /// Whole words are compared with other tokens than stems are.
    struct CandidatesOfStemmer {
        Candidates stems;
        Candidates whole_words;
    };

    const CandidatesOfStemmer& candidates_for(std::string_view stemmer);
    void add_matches(std::vector<TextMatch>& matches, const Candidates& candidates,
                     const std::vector<schema::Token>& tokens, schema::FieldId field) const;

    schema::Analyzer& analyzer_;
    std::vector<const QueryNode*> leaves_;
    Comparison comparison_;
    std::map<std::string, CandidatesOfStemmer, std::less<>> candidates_;  // by stemmer
};

}  // namespace sitrep::searcher

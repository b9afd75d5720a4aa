#pragma once

#include "analyzed_report.hpp"
#include "enrich/enricher.hpp"
#include "index_document.hpp"
#include "model_source.hpp"
#include "pair_finder.hpp"
#include "report_values.hpp"
#include "term_order.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/index_format.hpp>
#include <sitrep/schema/report.hpp>
#include <sitrep/schema/report_packing.hpp>
#include <sitrep/schema/stored_report.hpp>

namespace sitrep::indexer {

/// A word of the title counts as so many words of the body. Chosen with `sitrep eval` on the three
/// test collections of docs/ranking.md.
inline constexpr std::uint32_t kTitleWeight = 3;

struct DocumentOptions {
    schema::WordPositions positions = schema::WordPositions::Keep;
    /// False for an index whose stored reports older programs may read.
    bool packs = true;
    schema::InferenceForm inferences = schema::InferenceForm::Packed;
    LastDays last_days = LastDays::Later;
    /// That stored reports are packed with; may be empty.
    std::string dictionary;
    /// Pairs of words that get terms, as `WordPairs` lists them.
    std::string word_pairs;
    /// What facets are inferred with, if they are.
    ModelSource enrichment;

    /// Who does without positions wants a small index.
    [[nodiscard]] schema::PackingEffort effort() const noexcept {
        return positions == schema::WordPositions::Keep ? schema::PackingEffort::Fast
                                                        : schema::PackingEffort::Small;
    }
};

/// Makes index documents of reports. Whatever writes an index uses it, so a report has the same
/// terms whichever way it came. Used by one thread.
class DocumentBuilder {
public:
    explicit DocumentBuilder(const DocumentOptions& options = {});

    /// Adds the facets that are inferred to the report. `language` is the one whose stemmer the
    /// words go through. Valid until the next call; the terms are named by `dictionary()`.
    [[nodiscard]] const AnalyzedReport& analyze(schema::Report& report,
                                                const std::string& language);

    /// The same, to keep.
    [[nodiscard]] IndexDocument build(schema::Report report, const std::string& language) {
        return {analyze(report, language), dictionary_};
    }

    [[nodiscard]] const TermDictionary& dictionary() const noexcept { return dictionary_; }
    /// Memory that the dictionary and the words seen so far take, in bytes.
    [[nodiscard]] std::size_t bytes() const noexcept;
    /// Forgets them: the numbers of terms begin anew.
    void forget();

private:
    struct Occurrence {
        TermId term = 0;
        std::uint32_t position = 0;  // 0 means none: the term is a filter
        std::uint32_t wdf = 0;
    };
    /// Where a term of the present document stands in its list.
    struct Seen {
        std::uint32_t document = 0;
        std::uint32_t index = 0;
    };

    void add_text(const schema::Report& report, std::string_view stemmer,
                  const std::string& language);
    void add_text(const schema::Report& report, std::string_view stemmer);
    void add_pairs(const std::vector<schema::Token>& tokens);
    void add_places(const schema::Report& report);
    void add_filters(const schema::Report& report, const std::vector<FacetValues>& facets,
                     std::string_view stemmer);
    /// Terms are known by the number of their word, so that each is looked up by name once only.
    [[nodiscard]] TermId body_term(const schema::Token& token);
    [[nodiscard]] TermId title_term(const schema::Token& token);
    [[nodiscard]] PairFinder::Word pair_word(const schema::Token& token);
    [[nodiscard]] TermId pair_term(PairFinder::Pair pair);
    void forget_old_words();
    void group_occurrences();
    void place_positions();

    schema::WordPositions positions_;
    schema::InferenceForm inferences_;
    LastDays last_days_;
    bool packs_;
    schema::ReportPacker packer_;
    PairFinder pairs_;
    schema::Analyzer analyzer_;
    ModelSource enrichment_;
    std::optional<Enricher> enricher_;
    TermDictionary dictionary_;
    TermOrder order_{dictionary_};
    AnalyzedReport out_;
    std::uint32_t vocabulary_age_ = 0;
    std::vector<TermId> body_terms_;                           // by word
    std::vector<TermId> title_terms_;                          // by word
    std::vector<std::optional<PairFinder::Word>> pair_words_;  // by word
    std::vector<TermId> pair_terms_;                           // by pair
    std::vector<Occurrence> occurrences_;
    schema::LargeArray<Seen> seen_;  // by term
    std::uint32_t document_ = 0;
};

}  // namespace sitrep::indexer

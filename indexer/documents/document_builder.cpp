#include "document_builder.hpp"

#include "neighbours.hpp"

#include <algorithm>

#include <sitrep/schema/language.hpp>
#include <sitrep/schema/stored_report.hpp>
#include <sitrep/schema/term.hpp>

namespace sitrep::indexer {
namespace {

using schema::FieldId;

/// Between title and body and between two place names, so that no phrase spans both.
constexpr std::uint32_t kTextGap = 100;

constexpr TermId kUnknown = 0xFFFFFFFF;

}  // namespace

DocumentBuilder::DocumentBuilder(const DocumentOptions& options)
    : positions_(options.positions),
      inferences_(options.inferences),
      last_days_(options.last_days),
      packs_(options.packs),
      packer_(options.dictionary, options.effort()),
      pairs_(schema::WordPairs::from_list(options.word_pairs)),
      enrichment_(options.enrichment) {}

const AnalyzedReport& DocumentBuilder::analyze(schema::Report& report,
                                               const std::string& language) {
    const std::string_view stemmer = schema::stemmer_for(language);
    if (enrichment_ && !enricher_) enricher_.emplace(enrichment_.model());
    occurrences_.clear();
    add_text(report, stemmer, language);
    if (enricher_) enricher_->enrich(report);
    out_.id = report.id;
    out_.data = schema::encode_report(report, stemmer, inferences_);
    out_.fingerprint = schema::fingerprint(out_.data);
    out_.is_packed = packs_ && packer_.pack(out_.data);
    const auto facets = report_facets(report);
    out_.values = report_values(report, facets, out_.fingerprint, last_days_);
    add_places(report);
    add_filters(report, facets, stemmer);
    group_occurrences();
    return out_;
}

std::size_t DocumentBuilder::bytes() const noexcept {
    const std::size_t by_word = body_terms_.capacity() + title_terms_.capacity();
    const std::size_t enricher = enricher_ ? enricher_->bytes() : 0;
    return enricher + analyzer_.vocabulary_bytes() + dictionary_.bytes() +
           by_word * sizeof(TermId) + pair_words_.capacity() * sizeof pair_words_[0] +
           seen_.capacity() * sizeof(Seen) + order_.bytes();
}

void DocumentBuilder::forget() {
    analyzer_.forget();
    dictionary_.clear();
    order_.forget();
    // Assigning {} would keep the memory.
    seen_ = schema::LargeArray<Seen>();
    body_terms_ = std::vector<TermId>();
    title_terms_ = std::vector<TermId>();
    pair_words_ = std::vector<std::optional<PairFinder::Word>>();
    pair_terms_.clear();
}

/// The words of the title are filters besides, without positions: a phrase in a title is looked up
/// in the stored one.
void DocumentBuilder::add_text(const schema::Report& report, std::string_view stemmer,
                               const std::string& language) {
    std::uint32_t start = 1;
    const auto& title = analyzer_.analyze(report.title, stemmer);
    forget_old_words();
    if (enricher_) enricher_->take_title(report.title, title, language, vocabulary_age_);
    for (const auto& token : title) {
        const std::uint32_t position = 1 + token.position;
        occurrences_.push_back({title_term(token), 0, 0});
        occurrences_.push_back({body_term(token), position, kTitleWeight});
        start = position + kTextGap;
    }
    add_pairs(title);
    const auto& body = analyzer_.analyze(report.body, stemmer);
    forget_old_words();
    if (enricher_) enricher_->take_body(report.body, body, language, vocabulary_age_);
    for (const auto& token : body) {
        occurrences_.push_back({body_term(token), start + token.position, 1});
    }
    add_pairs(body);
}

void DocumentBuilder::add_pairs(const std::vector<schema::Token>& tokens) {
    if (pairs_.empty()) return;
    visit_neighbours(tokens, [this](const schema::Token& first, const schema::Token& second) {
        const auto word = pair_word(first);
        if (word.as_first == 0) return;
        const auto pair = pairs_.pair(word, pair_word(second));
        if (pair) occurrences_.push_back({pair_term(*pair), 0, 0});
    });
}

/// After its analysis the words of the title are no longer asked for, so the vocabulary may change.
void DocumentBuilder::forget_old_words() {
    if (vocabulary_age_ == analyzer_.vocabulary_age()) return;
    vocabulary_age_ = analyzer_.vocabulary_age();
    body_terms_.clear();
    title_terms_.clear();
    pair_words_.clear();
}

TermId DocumentBuilder::body_term(const schema::Token& token) {
    if (token.word >= body_terms_.size()) body_terms_.resize(token.word + 1024, kUnknown);
    TermId& id = body_terms_[token.word];
    if (id == kUnknown) id = dictionary_.intern(token.term);
    return id;
}

TermId DocumentBuilder::title_term(const schema::Token& token) {
    if (token.word >= title_terms_.size()) title_terms_.resize(token.word + 1024, kUnknown);
    TermId& id = title_terms_[token.word];
    if (id == kUnknown) id = dictionary_.intern(schema::word_term(FieldId::Title, token.term));
    return id;
}

PairFinder::Word DocumentBuilder::pair_word(const schema::Token& token) {
    if (token.word >= pair_words_.size()) pair_words_.resize(token.word + 1024);
    auto& word = pair_words_[token.word];
    if (!word) word = pairs_.word(token.term);
    return *word;
}

TermId DocumentBuilder::pair_term(PairFinder::Pair pair) {
    if (pair >= pair_terms_.size()) pair_terms_.resize(pair + 1, kUnknown);
    TermId& id = pair_terms_[pair];
    if (id == kUnknown)
        id = dictionary_.intern(schema::word_term(FieldId::Pair, pairs_.name(pair)));
    return id;
}

void DocumentBuilder::add_places(const schema::Report& report) {
    std::uint32_t start = 1;
    for (const auto& place : report.places) {
        std::uint32_t last = start;
        for (const auto& token : analyzer_.analyze(place, schema::kNoStemmer)) {
            last = start + token.position;
            const std::string term = schema::word_term(FieldId::Place, token.term);
            occurrences_.push_back({dictionary_.intern(term), last, 0});
        }
        start = last + kTextGap;
    }
}

void DocumentBuilder::add_filters(const schema::Report& report,
                                  const std::vector<FacetValues>& facets,
                                  std::string_view stemmer) {
    visit_filter_terms(report, facets, stemmer, [this](const std::string& term) {
        occurrences_.push_back({dictionary_.intern(term), 0, 0});
    });
}

/// Terms in the order in which they first occur, then their positions, then byte order. A term
/// finds its place in the list by its number, without any look-up by name.
void DocumentBuilder::group_occurrences() {
    if (++document_ == 0) {
        // The count went around, so old marks would look new.
        std::ranges::fill(seen_, Seen{});
        document_ = 1;
    }
    if (seen_.size() < dictionary_.size()) seen_.resize(dictionary_.size());
    out_.terms.clear();
    for (const Occurrence& occurrence : occurrences_) {
        Seen& seen = seen_[occurrence.term];
        if (seen.document != document_) {
            seen = {document_, static_cast<std::uint32_t>(out_.terms.size())};
            out_.terms.push_back({occurrence.term, 0, 0, 0});
        }
        DocumentTerm& term = out_.terms[seen.index];
        term.wdf += occurrence.wdf;
        if (occurrence.position != 0) ++term.positions_size;
    }
    place_positions();
    order_.sort(out_.terms);
}

void DocumentBuilder::place_positions() {
    // Xapian takes positions in a document without length for damage.
    const bool has_length =
        std::ranges::any_of(out_.terms, [](const DocumentTerm& term) { return term.wdf > 0; });
    const bool keeps = positions_ == schema::WordPositions::Keep && has_length;
    std::uint32_t begin = 0;
    for (DocumentTerm& term : out_.terms) {
        term.positions_begin = begin;
        if (keeps) begin += term.positions_size;
        term.positions_size = 0;
    }
    out_.positions.resize(begin);
    if (begin == 0) return;
    for (const Occurrence& occurrence : occurrences_) {
        if (occurrence.position == 0) continue;
        DocumentTerm& term = out_.terms[seen_[occurrence.term].index];
        std::uint32_t* const next = out_.positions.data() + term.positions_begin;
        // One word may give the same term twice at one place: a compound of equal parts.
        if (term.positions_size > 0 && next[term.positions_size - 1] == occurrence.position)
            continue;
        next[term.positions_size++] = occurrence.position;
    }
}

}  // namespace sitrep::indexer

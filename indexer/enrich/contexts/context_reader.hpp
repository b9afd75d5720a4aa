#pragma once

#include "context_facts.hpp"
#include "enrich/countries/country_evidence.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace sitrep::indexer {

/// A word, and what it is to a country.
struct ContextWord {
    ContextRelation relation = 0;
    TextPlace place = TextPlace::Body;
    std::uint32_t word = 0;     ///< index into the words of the text, or `kEnd`
    std::uint32_t mention = 0;  ///< of the country: index into `Mentions::list`

    static constexpr std::uint32_t kEnd = 0xFFFFFFFF;  ///< none: there the sentence begins or ends
};

/// The words around what means a country, and as what it is named where.
struct CountryContext {
    std::vector<ContextWord> words;  ///< a word may be there several times
    std::uint32_t mentions = 0;      ///< of it that were looked at
    std::uint32_t places = 0;        ///< names, adjectives and places that mean it
    std::uint32_t forms = 0;         ///< a bit for each `ContextFact` of form and place
};

/// Collects them. Used by one thread.
class ContextReader {
public:
    explicit ContextReader(const EnrichmentModel& model) : model_(model) {}

    /// For each country of `evidence`, in its order. Valid until the next call.
    [[nodiscard]] std::span<const CountryContext> read(
        const ReadReport& report, const std::vector<CountryEvidence>& evidence);

private:
    void add(const Meaning& meaning, MentionForm form);
    void add_words(std::uint32_t mention, MentionForm form, CountryContext& to) const;
    void add_sentence(std::uint32_t mention, CountryContext& to) const;

    const EnrichmentModel& model_;
    const ReadReport* report_ = nullptr;
    const std::vector<CountryEvidence>* evidence_ = nullptr;
    std::vector<CountryContext> contexts_;  // more than the report has, to use their memory again
    std::vector<bool> is_place_;            // by mention
};

}  // namespace sitrep::indexer

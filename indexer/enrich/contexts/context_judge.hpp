#pragma once

#include "context_facts.hpp"
#include "context_reader.hpp"
#include "context_weights.hpp"
#include "enrich/actors/named_actors.hpp"
#include "enrich/countries/country_judge.hpp"
#include "enrich/examples/alike_reports.hpp"
#include "enrich/report_marks.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// What was read out of a report before the words around its countries are judged.
struct ContextReport {
    const ReadReport& report;
    const CountryJudge& countries;  ///< which weighed the report
    const std::vector<CountryEvidence>& evidence;
    std::span<const double> probabilities;  ///< of each country of the evidence, by that judge
    const AlikeReports& alike;
    std::span<const FoundActor> actors;
};

/// Decides by the words around what means a country, whether the report is about it and whether its
/// government and its armed forces act: a logistic function of the words for each, with weights
/// that were fitted on labelled reports. Used by one thread.
class ContextJudge {
public:
    explicit ContextJudge(const EnrichmentModel& model);

    /// What is judged from now on; its text, evidence and probabilities must live as long. False if
    /// the words around countries count nothing, which is told without reading them: in business
    /// news, in long articles and in what is written like newspapers. Then nothing else may be
    /// asked, unless `is_fitting`, which reads them in all but business news.
    [[nodiscard]] bool read(const ContextReport& report, bool is_fitting);

    /// Words that do not name a country mean its government or its armed forces. Countries are told
    /// by their place in the evidence, here as below.
    void add_unnamed(std::size_t country, ContextTarget target);

    /// How likely it is that the report is about a country: as `CountryJudge` has it, as far as
    /// words do not count.
    [[nodiscard]] double probability(std::size_t country) const;

    /// Whether the words count and are enough to tell who acts. If not, what the rules found should
    /// stand.
    [[nodiscard]] bool is_enough() const;

    /// Whether its government or its armed forces act.
    [[nodiscard]] bool acts(std::size_t country, ContextTarget target) const;

    /// The mention of a country whose words say most for that; none if it has no words.
    [[nodiscard]] std::optional<std::uint32_t> best_mention(std::size_t country,
                                                            ContextTarget target) const;

    /// By target, how likely it is.
    using LogOdds = std::array<double, kContextTargets>;
    [[nodiscard]] const LogOdds& log_odds(std::size_t country) const { return log_odds_[country]; }

    // What that is computed from; docs/extraction.md explains it.
    [[nodiscard]] std::size_t countries() const noexcept { return contexts_.size(); }
    [[nodiscard]] std::string_view code(std::size_t country) const {
        return (*evidence_)[country].code;
    }
    [[nodiscard]] const ContextFactValues& facts(std::size_t country) const {
        return facts_[country];
    }
    [[nodiscard]] const CountryContext& context(std::size_t country) const {
        return contexts_[country];
    }

private:
    [[nodiscard]] double trust(const CountryJudge::Manners& manners);
    void add_report_words();
    void add_facts(const ContextReport& report, std::size_t country, std::size_t about);
    void add_found(std::span<const FoundActor> actors, std::uint32_t number,
                   ContextFactValues& facts) const;
    void add_words(std::size_t country);
    [[nodiscard]] std::uint32_t row_of(const ContextWord& word) const;

    const EnrichmentModel& model_;
    const ContextWeights& weights_;
    ContextReader reader_;
    const ReportText* text_ = nullptr;
    const std::vector<CountryEvidence>* evidence_ = nullptr;
    std::span<const double> probabilities_;
    std::span<const CountryContext> contexts_;
    std::vector<ContextFactValues> facts_;
    std::vector<LogOdds> log_odds_;
    LogOdds of_report_{};                   // what all its words say
    double trust_ = 1.0;                    // how much the words around countries count, 0 to 1
    ReportMarks seen_;                      // by row of a word
    std::vector<std::uint32_t> relations_;  // of one country's words: bits, by row
};

}  // namespace sitrep::indexer

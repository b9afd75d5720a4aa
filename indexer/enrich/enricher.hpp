#pragma once

#include "enrich/actors/named_actors.hpp"
#include "enrich/actors/person_finder.hpp"
#include "enrich/actors/unnamed_bodies.hpp"
#include "enrich/contexts/context_judge.hpp"
#include "enrich/countries/country_judge.hpp"
#include "enrich/dates/date_reader.hpp"
#include "enrich/examples/alike_reports.hpp"
#include "enrich/name_reader.hpp"
#include "enrich/topics/topic_features.hpp"
#include "enrich/topics/topic_judge.hpp"
#include "enrich/word_reader.hpp"
#include "enrich/words/text_words.hpp"
#include "enrichment_model.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/report.hpp>

namespace sitrep::indexer {

/// Reads who, where, when and what out of a report's words, while it is being analyzed. Used by one
/// thread, with one analyzer.
class Enricher {
public:
    explicit Enricher(std::shared_ptr<const EnrichmentModel> model);

    /// The words of title and body as the analyzer gave them for the language, right after each
    /// analysis; `age` is the one of its vocabulary.
    void take_title(std::string_view text, const std::vector<schema::Token>& tokens,
                    const std::string& language, std::uint32_t age);
    void take_body(std::string_view text, const std::vector<schema::Token>& tokens,
                   const std::string& language, std::uint32_t age);

    /// Adds what was found to the report whose words were taken. What it states stays as it is.
    void enrich(schema::Report& report);

    /// For fitting: from now on texts are compared with no example of this group, and the words
    /// around countries are read whatever they count.
    void prepare_fitting(std::uint16_t group) noexcept {
        is_fitting_ = true;
        group_left_out_ = group;
    }

    /// What the words around the countries of the last report say, for fitting; null if they were
    /// not looked at.
    [[nodiscard]] const ContextJudge* contexts() const noexcept {
        return has_context_ ? &contexts_ : nullptr;
    }

    [[nodiscard]] std::size_t bytes() const noexcept { return reader_.bytes(); }

private:
    template <typename Where>
    void note(schema::Report& report, schema::FieldId field, std::string_view value,
              std::string_view rule, const Where& where) const;
    void add_dates(schema::Report& report);
    void judge_names(schema::Report& report);
    void add_countries(schema::Report& report);
    void add_unnamed_bodies(std::optional<std::chrono::sys_days> day);
    void judge_states();
    void judge_state(std::size_t country, ContextTarget target, std::uint32_t entry);
    void add_actors(schema::Report& report) const;
    [[nodiscard]] std::optional<std::uint32_t> written_in(
        const std::vector<const CountryEvidence*>& sure) const;
    [[nodiscard]] std::optional<std::uint32_t> main_country(
        std::vector<const CountryEvidence*> sure) const;
    void add_topics(schema::Report& report);
    void add_persons(schema::Report& report);

    std::shared_ptr<const EnrichmentModel> model_;
    WordReader reader_;
    DateReader dates_;
    NameReader names_;
    CountryJudge judge_;
    ContextJudge contexts_;
    TopicFeatureReader features_;
    AlikeFinder alike_;
    TopicJudge topics_;
    UnnamedBodyFinder bodies_;
    PersonFinder persons_;
    ReportText text_;
    std::string language_;
    std::optional<std::uint32_t> main_country_;
    std::optional<std::uint32_t> home_country_;  // that, else one where it was written
    ReadNames read_;
    const std::vector<CountryEvidence>* evidence_ = nullptr;  // of the last report
    std::vector<double> probabilities_;                       // by country of the evidence
    bool has_context_ = false;
    const TopicFeatures* found_features_ = nullptr;
    const AlikeReports* found_alike_ = nullptr;
    bool is_fitting_ = false;
    std::uint16_t group_left_out_ = ReportExamples::kNoGroup;
    std::vector<std::uint32_t> countries_;  // that it is about
    std::vector<FoundActor> actors_;
};

}  // namespace sitrep::indexer

#pragma once

#include "enrich/actors/person_finder.hpp"
#include "enrich/actors/unnamed_bodies.hpp"
#include "enrich/countries/country_judge.hpp"
#include "enrich/dates/date_reader.hpp"
#include "enrich/name_reader.hpp"
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

    [[nodiscard]] std::size_t bytes() const noexcept { return reader_.bytes(); }

private:
    template <typename Where>
    void note(schema::Report& report, schema::FieldId field, std::string_view value,
              std::string_view rule, const Where& where) const;
    void add_dates(schema::Report& report);
    void add_countries(schema::Report& report);
    void add_actors(schema::Report& report);
    void add_unnamed_bodies(schema::Report& report);
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
    TopicJudge topics_;
    UnnamedBodyFinder bodies_;
    PersonFinder persons_;
    ReportText text_;
    std::string language_;
    std::optional<std::uint32_t> main_country_;
    std::optional<std::uint32_t> home_country_;  // that, else one where it was written
    ReadNames read_;
    const std::vector<FoundTopic>* found_topics_ = nullptr;
};

}  // namespace sitrep::indexer

#include "naive_engine.hpp"

#include <deque>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>
#include <xapian.h>

#include <sitrep/schema/facet_value.hpp>
#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/term.hpp>

namespace sitrep::bench {
namespace {

using schema::FieldId;

struct ShownHit {
    std::string title;
    std::string snippet;
};

using Counts = std::map<std::string, Xapian::doccount>;

Xapian::Query date_range(const BenchQuery& query) {
    const auto slot = schema::field(FieldId::Date).slot;
    if (!query.until) return {Xapian::Query::OP_VALUE_GE, slot, schema::day_value(*query.since)};
    if (!query.since) return {Xapian::Query::OP_VALUE_LE, slot, schema::day_value(*query.until)};
    return {Xapian::Query::OP_VALUE_RANGE, slot, schema::day_value(*query.since),
            schema::day_value(*query.until)};
}

std::vector<FieldId> facets_of(Show show) {
    if (show == Show::Hits) return {};
    if (show == Show::HitsAndFacet) return {FieldId::Country};
    return {schema::facet_fields().begin(), schema::facet_fields().end()};
}

/// A slot holds all values of a report as one, and for the date the day.
Counts count_values(const Xapian::ValueCountMatchSpy& spy, FieldId field) {
    Counts counts;
    for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
        if (field == FieldId::Date) {
            counts[(*value).substr(0, 6)] += value.get_termfreq();
            continue;
        }
        for (const auto& part : schema::split_values(*value)) counts[part] += value.get_termfreq();
    }
    return counts;
}

}  // namespace

class NaiveSearch::Impl {
public:
    explicit Impl(const std::filesystem::path& dir) : database(dir.string()) {
        parser.set_database(database);
        parser.set_stemmer(stemmer);
        parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
        parser.add_prefix("title", std::string(schema::field(FieldId::Title).term_prefix));
    }

    [[nodiscard]] Xapian::Query parse(const BenchQuery& query) {
        auto parsed = query.text.empty() || query.text == "*" ? Xapian::Query::MatchAll
                                                              : parser.parse_query(query.text);
        if (!query.country.empty()) {
            const auto country = schema::canonical_value(FieldId::Country, query.country);
            const Xapian::Query term(schema::keyword_term(FieldId::Country, country));
            parsed = Xapian::Query(Xapian::Query::OP_FILTER, parsed, term);
        }
        if (query.since || query.until)
            parsed = Xapian::Query(Xapian::Query::OP_FILTER, parsed, date_range(query));
        return parsed;
    }

    [[nodiscard]] std::vector<ShownHit> show(const Xapian::MSet& matches) const {
        std::vector<ShownHit> hits;
        for (auto match = matches.begin(); match != matches.end(); ++match) {
            const auto report = nlohmann::json::parse(match.get_document().get_data());
            hits.push_back({report.value("title", ""),
                            matches.snippet(report.value("body", ""), kSnippetLength, stemmer)});
        }
        return hits;
    }

    Xapian::Database database;
    Xapian::QueryParser parser;
    Xapian::Stem stemmer{"en"};
};

NaiveSearch::NaiveSearch(const std::filesystem::path& dir) : impl_(std::make_unique<Impl>(dir)) {}
NaiveSearch::~NaiveSearch() = default;

std::uint64_t NaiveSearch::answer(const BenchQuery& query) {
    Xapian::Enquire enquire(impl_->database);
    enquire.set_query(impl_->parse(query));
    const auto fields = facets_of(query.show);
    std::deque<Xapian::ValueCountMatchSpy> spies;  // Enquire keeps their addresses
    for (const FieldId field : fields) {
        spies.emplace_back(schema::field(field).slot);
        enquire.add_matchspy(&spies.back());
    }
    // Facets need every match to be looked at; without them the manual leaves the total an
    // estimate.
    const Xapian::doccount check_at_least = fields.empty() ? 0 : impl_->database.get_doccount();
    const Xapian::doccount page = query.show == Show::Facets ? 0 : kHitsShown;
    const Xapian::MSet matches = enquire.get_mset(0, page, check_at_least);
    const auto hits = impl_->show(matches);
    std::vector<Counts> counts;
    for (std::size_t i = 0; i < fields.size(); ++i)
        counts.push_back(count_values(spies[i], fields[i]));
    return matches.get_matches_estimated();
}

}  // namespace sitrep::bench

#include "document_builder.hpp"

#include <xapian.h>

#include <sitrep/schema/facet_value.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/stored_report.hpp>
#include <sitrep/schema/term.hpp>

namespace sitrep::indexer {
namespace {

using schema::FieldId;

/// Between title and body and between two place names, so that no phrase spans both.
constexpr std::uint32_t kTextGap = 100;

void add_value(IndexDocument& document, FieldId id, std::string bytes) {
    if (!bytes.empty()) document.values.push_back({schema::field(id).slot, std::move(bytes)});
}

/// YYYYMMDD, YYYYMM or YYYY: as exact as the source was.
std::string precise_value(const schema::ReportDate& date) {
    std::string value = date.iso();
    std::erase(value, '-');
    return value;
}

std::string complement_digits(std::string value) {
    for (char& c : value) c = static_cast<char>('0' + '9' - c);
    return value;
}

void add_values(IndexDocument& document, const schema::Report& report) {
    if (report.date) {
        add_value(document, FieldId::Date, precise_value(*report.date));
        add_value(document, FieldId::DateLast, schema::day_value(report.date->last()));
        add_value(document, FieldId::DateOrder,
                  complement_digits(schema::day_value(report.date->first())));
    }
    if (report.event_date) {
        add_value(document, FieldId::EventFirst, schema::day_value(report.event_date->first));
        add_value(document, FieldId::EventLast, schema::day_value(report.event_date->last));
    }
    for (const FieldId id : schema::facet_fields()) {
        if (id == FieldId::Date) continue;
        add_value(document, id, schema::join_values(schema::facet_values(report, id)));
    }
    if (report.fatalities) {
        add_value(document, FieldId::Fatalities,
                  Xapian::sortable_serialise(static_cast<double>(*report.fatalities)));
    }
    add_value(document, FieldId::Fingerprint, document.fingerprint);
}

}  // namespace

IndexDocument DocumentBuilder::build(const schema::Report& report, const std::string& language) {
    const std::string_view stemmer = schema::stemmer_for(language);
    occurrences_.clear();
    own_terms_.clear();
    IndexDocument document;
    document.id = report.id;
    document.data = schema::encode_report(report, stemmer);
    document.fingerprint = schema::fingerprint(document.data);
    add_values(document, report);
    add_places(report);
    add_filters(report, stemmer);
    add_text(report, stemmer);
    document.set_terms(occurrences_);
    return document;
}

void DocumentBuilder::add_occurrence(std::string term, std::uint32_t position, std::uint32_t wdf) {
    occurrences_.push_back({own_terms_.emplace_back(std::move(term)), position, wdf});
}

/// The body comes last: its terms are used from the analyzer's cache without being copied.
void DocumentBuilder::add_text(const schema::Report& report, std::string_view stemmer) {
    std::uint32_t start = 1;
    for (const auto& token : analyzer_.analyze(report.title, stemmer)) {
        const std::uint32_t position = 1 + token.position;
        add_occurrence(schema::word_term(FieldId::Title, token.term), position, 0);
        add_occurrence(schema::word_term(FieldId::Body, token.term), position, kTitleWeight);
        start = position + kTextGap;
    }
    for (const auto& token : analyzer_.analyze(report.body, stemmer)) {
        occurrences_.push_back({token.term, start + token.position, 1});
    }
}

void DocumentBuilder::add_places(const schema::Report& report) {
    std::uint32_t start = 1;
    for (const auto& place : report.places) {
        std::uint32_t last = start;
        for (const auto& token : analyzer_.analyze(place, schema::kNoStemmer)) {
            last = start + token.position;
            add_occurrence(schema::word_term(FieldId::Place, token.term), last, 0);
        }
        start = last + kTextGap;
    }
}

void DocumentBuilder::add_filters(const schema::Report& report, std::string_view stemmer) {
    add_occurrence(schema::id_term(report.id), 0, 0);
    add_occurrence(schema::stemmer_term(stemmer), 0, 0);
    for (const FieldId id : schema::facet_fields()) {
        if (id == FieldId::Date) continue;
        for (const auto& value : schema::facet_values(report, id)) {
            add_occurrence(schema::keyword_term(id, value), 0, 0);
        }
    }
    if (report.date) add_date_buckets(*report.date);
}

void DocumentBuilder::add_date_buckets(const schema::ReportDate& date) {
    const std::chrono::year_month_day first{date.first()};
    const std::chrono::year_month_day last{date.last()};
    const auto last_month = last.year() / last.month();
    for (auto month = first.year() / first.month(); month <= last_month;
         month += std::chrono::months{1}) {
        add_occurrence(schema::month_term(month), 0, 0);
    }
    add_occurrence(schema::year_term(first.year()), 0, 0);
}

}  // namespace sitrep::indexer

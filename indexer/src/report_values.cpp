#include "report_values.hpp"

#include <algorithm>
#include <chrono>
#include <xapian.h>

#include <sitrep/schema/facet_value.hpp>
#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/term.hpp>

namespace sitrep::indexer {
namespace {

using schema::FieldId;

void add(std::vector<DocumentValue>& values, FieldId id, std::string bytes) {
    if (!bytes.empty()) values.push_back({schema::field(id).slot, std::move(bytes)});
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

void visit_date_buckets(const schema::ReportDate& date,
                        const std::function<void(const std::string&)>& visit) {
    const std::chrono::year_month_day first{date.first()};
    const std::chrono::year_month_day last{date.last()};
    const auto last_month = last.year() / last.month();
    for (auto month = first.year() / first.month(); month <= last_month;
         month += std::chrono::months{1}) {
        visit(schema::month_term(month));
    }
    visit(schema::year_term(first.year()));
}

}  // namespace

std::vector<DocumentValue> report_values(const schema::Report& report,
                                         const std::string& fingerprint) {
    std::vector<DocumentValue> values;
    if (report.date) {
        add(values, FieldId::Date, precise_value(*report.date));
        add(values, FieldId::DateLast, schema::day_value(report.date->last()));
        add(values, FieldId::DateOrder, complement_digits(schema::day_value(report.date->first())));
    }
    if (report.event_date) {
        add(values, FieldId::EventFirst, schema::day_value(report.event_date->first));
        add(values, FieldId::EventLast, schema::day_value(report.event_date->last));
    }
    for (const FieldId id : schema::facet_fields()) {
        if (id == FieldId::Date) continue;
        add(values, id, schema::join_values(schema::facet_values(report, id)));
    }
    if (report.fatalities) {
        add(values, FieldId::Fatalities,
            Xapian::sortable_serialise(static_cast<double>(*report.fatalities)));
    }
    add(values, FieldId::Fingerprint, fingerprint);
    std::ranges::sort(values, {}, &DocumentValue::slot);
    return values;
}

void visit_filter_terms(const schema::Report& report, std::string_view stemmer,
                        const std::function<void(const std::string&)>& visit) {
    visit(schema::id_term(report.id));
    visit(schema::stemmer_term(stemmer));
    for (const FieldId id : schema::facet_fields()) {
        if (id == FieldId::Date) continue;
        for (const auto& value : schema::facet_values(report, id)) {
            visit(schema::keyword_term(id, value));
        }
    }
    if (report.date) visit_date_buckets(*report.date, visit);
}

}  // namespace sitrep::indexer

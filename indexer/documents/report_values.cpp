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

LastDays last_days_of(const schema::IndexDescription& index) {
    return schema::has_feature(index, schema::kLastDaysFeature) ? LastDays::Later
                                                                : LastDays::Always;
}

std::vector<FacetValues> report_facets(const schema::Report& report) {
    std::vector<FacetValues> facets;
    facets.reserve(schema::facet_fields().size());
    for (const FieldId id : schema::facet_fields()) {
        if (id == FieldId::Date) continue;
        facets.push_back({id, schema::facet_values(report, id)});
    }
    return facets;
}

std::vector<DocumentValue> report_values(const schema::Report& report,
                                         const std::vector<FacetValues>& facets,
                                         const std::string& fingerprint, LastDays last_days) {
    std::vector<DocumentValue> values;
    const auto add_last = [&](FieldId id, std::chrono::sys_days first, std::chrono::sys_days last) {
        if (last_days == LastDays::Later && first == last) return;
        add(values, id, schema::day_value(last));
    };
    if (const auto& date = report.date) {
        add(values, FieldId::Date, precise_value(*date));
        add_last(FieldId::DateLast, date->first(), date->last());
        add(values, FieldId::DateOrder, complement_digits(schema::day_value(date->first())));
    }
    if (const auto& event = report.event_date) {
        add(values, FieldId::EventFirst, schema::day_value(event->first));
        add_last(FieldId::EventLast, event->first, event->last);
    }
    for (const auto& [field, of_field] : facets) {
        add(values, field, schema::join_values(of_field));
    }
    if (report.fatalities) {
        add(values, FieldId::Fatalities,
            Xapian::sortable_serialise(static_cast<double>(*report.fatalities)));
    }
    add(values, FieldId::Fingerprint, fingerprint);
    std::ranges::sort(values, {}, &DocumentValue::slot);
    return values;
}

void visit_filter_terms(const schema::Report& report, const std::vector<FacetValues>& facets,
                        std::string_view stemmer,
                        const std::function<void(const std::string&)>& visit) {
    visit(schema::id_term(report.id));
    visit(schema::stemmer_term(stemmer));
    for (const auto& [field, values] : facets) {
        for (const auto& value : values) visit(schema::keyword_term(field, value));
    }
    if (report.date) visit_date_buckets(*report.date, visit);
}

}  // namespace sitrep::indexer

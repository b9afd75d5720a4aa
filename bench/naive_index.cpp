#include "naive_engine.hpp"
#include "report_lines.hpp"

#include <string>
#include <xapian.h>

#include <sitrep/schema/facet_value.hpp>
#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/term.hpp>

namespace sitrep::bench {
namespace {

using schema::FieldId;

/// The manual's way with facets: each one's values in a slot of its own.
void add_facets(Xapian::Document& document, const schema::Report& report) {
    for (const FieldId id : schema::facet_fields()) {
        if (id == FieldId::Date) continue;
        const auto values = schema::facet_values(report, id);
        if (!values.empty())
            document.add_value(schema::field(id).slot, schema::join_values(values));
    }
}

Xapian::Document make_document(const schema::Report& report, const std::string& line,
                               Xapian::TermGenerator& generator) {
    Xapian::Document document;
    generator.set_document(document);
    generator.index_text(report.title, 1, std::string(schema::field(FieldId::Title).term_prefix));
    generator.index_text(report.title);
    generator.increase_termpos();
    generator.index_text(report.body);
    for (const auto& country : report.countries) {
        document.add_boolean_term(schema::keyword_term(FieldId::Country, country));
    }
    if (report.date)
        document.add_value(schema::field(FieldId::Date).slot,
                           schema::day_value(report.date->first()));
    add_facets(document, report);
    document.add_boolean_term(schema::id_term(report.id));
    document.set_data(line);
    return document;
}

}  // namespace

std::uint64_t index_naively(const std::filesystem::path& jsonl, const std::filesystem::path& dir) {
    std::filesystem::create_directories(dir);
    Xapian::WritableDatabase database(dir.string(), Xapian::DB_CREATE_OR_OPEN);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("en"));
    for_each_report(jsonl, [&](const schema::Report& report, const std::string& line) {
        database.add_document(make_document(report, line, generator));
    });
    database.commit();
    return database.get_doccount();
}

}  // namespace sitrep::bench

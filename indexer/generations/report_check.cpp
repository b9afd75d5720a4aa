#include "report_check.hpp"

#include <algorithm>
#include <sitrep_internal/learned_metadata.hpp>
#include <sitrep_internal/translated_errors.hpp>
#include <stdexcept>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::indexer {
namespace {

using schema::FieldId;

/// Of the text, that are looked through for a word.
constexpr std::size_t kCheckedBytes = 400;

std::string name_of_slot(std::uint32_t slot) {
    const auto* field = std::ranges::find(schema::kFields, slot, &schema::Field::slot);
    return field == schema::kFields.end() ? "slot " + std::to_string(slot)
                                          : std::string(field->name);
}

std::string id_of(const Xapian::Document& document) {
    const std::string prefix(schema::field(FieldId::Id).term_prefix);
    auto term = document.termlist_begin();
    term.skip_to(prefix);
    if (term == document.termlist_end() || !(*term).starts_with(prefix)) return {};
    return (*term).substr(prefix.size());
}

}  // namespace

ReportCheck::ReportCheck(const Xapian::Database& database)
    : database_(database),
      last_days_(last_days_of(
          schema::description_from_json(database.get_metadata(schema::kDescriptionKey)))) {
    unpacker_.add_dictionary(schema::learned_metadata_of(database).dictionary);
}

CheckedReport ReportCheck::check(Xapian::docid document) {
    CheckedReport out;
    try {
        check_report(document, out);
    } catch (const Xapian::DatabaseModifiedError&) {
        throw;
    } catch (const Xapian::Error& error) {
        out.problems.push_back("cannot be read: " + error.get_description());
    } catch (const std::length_error& error) {
        out.problems.push_back("cannot be read: " + schema::senseless_size(error));
    } catch (const std::out_of_range& error) {
        out.problems.push_back("cannot be read: " + schema::senseless_size(error));
    } catch (const schema::Error& error) {
        out.problems.push_back(error.message());
    }
    return out;
}

void ReportCheck::check_report(Xapian::docid docid, CheckedReport& out) {
    const Xapian::Document document = database_.get_document(docid);
    out.id = id_of(document);
    const std::string data = document.get_data();
    const std::string stored(unpacker_.unpack(data));
    const std::string fingerprint = schema::fingerprint(stored);
    if (document.get_value(schema::field(FieldId::Fingerprint).slot) != fingerprint) {
        out.problems.emplace_back("the stored text is not what its fingerprint says");
    }
    const auto view = schema::view_report(stored);
    const auto report = schema::decode_report(view);
    out.id = report.id;
    const auto facets = report_facets(report);
    check_values(document, report_values(report, facets, fingerprint, last_days_), out);
    std::vector<std::string> filter_terms;
    visit_filter_terms(report, facets, view.stemmer,
                       [&](const std::string& term) { filter_terms.push_back(term); });
    check_terms(docid, filter_terms, view, out);
}

void ReportCheck::check_values(const Xapian::Document& document,
                               const std::vector<DocumentValue>& expected,
                               CheckedReport& out) const {
    auto wanted = expected.begin();
    const auto complain = [&](std::uint32_t slot) {
        if (slot == schema::field(FieldId::Fingerprint).slot) return;  // said already
        out.problems.push_back("the " + name_of_slot(slot) +
                               " of the index is not that of the stored report");
    };
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
        const std::uint32_t slot = value.get_valueno();
        for (; wanted != expected.end() && wanted->slot < slot; ++wanted) complain(wanted->slot);
        const bool is_same =
            wanted != expected.end() && wanted->slot == slot && wanted->bytes == *value;
        if (!is_same) complain(slot);
        if (wanted != expected.end() && wanted->slot == slot) ++wanted;
    }
    for (; wanted != expected.end(); ++wanted) complain(wanted->slot);
}

void ReportCheck::check_terms(Xapian::docid docid, const std::vector<std::string>& filter_terms,
                              const schema::StoredReportView& view, CheckedReport& out) {
    for (const auto& term : filter_terms) {
        if (!has_posting(term, docid)) {
            out.problems.push_back("is not found by its term " + term);
        }
    }
    const auto& text = view.body.empty() ? view.title : view.body;
    const auto& words = analyzer_.analyze(schema::utf8_prefix(text, kCheckedBytes), view.stemmer);
    if (words.size() < 2) return;
    // The first one: the last may be cut.
    const std::string word(words.front().term);
    if (!has_posting(word, docid)) out.problems.push_back("is not found by its word " + word);
}

bool ReportCheck::has_posting(const std::string& term, Xapian::docid document) const {
    auto posting = database_.postlist_begin(term);
    posting.skip_to(document);
    return posting != database_.postlist_end(term) && *posting == document;
}

}  // namespace sitrep::indexer

#include "replaced_generation.hpp"

#include "database_lookup.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <xapian.h>

#include <sitrep/schema/field_table.hpp>

namespace sitrep::indexer {
namespace {

using schema::FieldId;
using Fingerprint = std::array<char, 16>;

/// By docid; a damaged index may have larger ones than it says. Reading the slot in one go takes a
/// tenth of the time of asking document by document.
std::vector<Fingerprint> fingerprints_of(const Xapian::Database& database) {
    std::vector<Fingerprint> all(database.get_lastdocid() + 1);
    const auto slot = schema::field(FieldId::Fingerprint).slot;
    const auto end = database.valuestream_end(slot);
    for (auto value = database.valuestream_begin(slot); value != end; ++value) {
        const std::string bytes = *value;
        std::copy_n(bytes.begin(), std::min(bytes.size(), sizeof(Fingerprint)),
                    all.at(value.get_docid()).begin());
    }
    return all;
}

/// Goes through the reports of a database in the order of their ids.
class ReportsById {
public:
    explicit ReportsById(const Xapian::Database& database)
        : database_(database),
          fingerprints_(fingerprints_of(database)),
          term_(database.allterms_begin(prefix())),
          end_(database.allterms_end(prefix())) {}

    [[nodiscard]] bool is_at_end() const { return term_ == end_; }
    [[nodiscard]] std::string id_term() const { return *term_; }
    [[nodiscard]] std::uint32_t document() const { return first_with(database_, *term_); }
    [[nodiscard]] const Fingerprint& fingerprint(std::uint32_t document) const {
        return fingerprints_.at(document);
    }
    void advance() { ++term_; }

private:
    [[nodiscard]] static std::string prefix() {
        return std::string(schema::field(FieldId::Id).term_prefix);
    }

    const Xapian::Database& database_;
    std::vector<Fingerprint> fingerprints_;
    Xapian::TermIterator term_;
    Xapian::TermIterator end_;
};

}  // namespace

ReplacedGeneration compare_generations(const std::filesystem::path& old,
                                       const std::filesystem::path& fresh) {
    const Xapian::Database old_database(old.string());
    const Xapian::Database fresh_database(fresh.string());
    ReportsById before(old_database);
    ReportsById after(fresh_database);
    ReplacedGeneration out;
    out.documents.resize(old_database.get_lastdocid() + 1);
    while (!before.is_at_end() || !after.is_at_end()) {
        const bool only_before =
            after.is_at_end() || (!before.is_at_end() && before.id_term() < after.id_term());
        if (only_before) {
            out.missing.push_back(before.document());
            before.advance();
        } else if (before.is_at_end() || after.id_term() < before.id_term()) {
            ++out.added;
            after.advance();
        } else {
            const std::uint32_t old_document = before.document();
            const std::uint32_t document = after.document();
            out.documents.at(old_document) = document;
            const bool is_same = before.fingerprint(old_document) == after.fingerprint(document);
            ++(is_same ? out.unchanged : out.updated);
            before.advance();
            after.advance();
        }
    }
    return out;
}

}  // namespace sitrep::indexer

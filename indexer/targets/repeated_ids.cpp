#include "repeated_ids.hpp"

#include <string>
#include <vector>
#include <xapian.h>

#include <sitrep/schema/field_table.hpp>

namespace sitrep::indexer {
namespace {

using schema::FieldId;

/// Docids, ascending, of each id that more than one document has.
std::vector<std::vector<Xapian::docid>> find_repeated(const Xapian::Database& database) {
    std::vector<std::vector<Xapian::docid>> repeated;
    const std::string prefix(schema::field(FieldId::Id).term_prefix);
    const auto end = database.allterms_end(prefix);
    for (auto term = database.allterms_begin(prefix); term != end; ++term) {
        if (term.get_termfreq() < 2) continue;
        repeated.emplace_back(database.postlist_begin(*term), database.postlist_end(*term));
    }
    return repeated;
}

}  // namespace

RepeatedIds remove_repeated_ids(const std::filesystem::path& path, const std::stop_token& stop) {
    RepeatedIds out;
    std::vector<Xapian::docid> superseded;
    {
        const Xapian::Database database(path.string());
        const auto slot = schema::field(FieldId::Fingerprint).slot;
        const auto fingerprint = [&](Xapian::docid docid) {
            return database.get_document(docid).get_value(slot);
        };
        for (const auto& docids : find_repeated(database)) {
            Xapian::docid kept = docids.front();
            for (std::size_t i = 1; i < docids.size(); ++i) {
                const bool is_same = fingerprint(docids[i]) == fingerprint(kept);
                superseded.push_back(is_same ? docids[i] : kept);
                if (!is_same) kept = docids[i];
                ++(is_same ? out.unchanged : out.updated);
            }
            for (const auto docid : docids) {
                if (docid != kept) out.kept_instead.emplace_back(docid, kept);
            }
        }
    }
    if (superseded.empty()) return out;
    Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN);
    for (const Xapian::docid docid : superseded) {
        if (stop.stop_requested()) return out;
        database.delete_document(docid);
    }
    database.commit();
    return out;
}

}  // namespace sitrep::indexer

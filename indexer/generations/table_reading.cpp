#include "table_reading.hpp"

#include <cstdint>
#include <iterator>
#include <unordered_map>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/field_table.hpp>

namespace sitrep::indexer {
namespace {

/// What the posting lists say of a document.
struct PostedDocument {
    std::uint64_t length = 0;
    std::uint32_t terms = 0;
};

class TableReading {
public:
    TableReading(const Xapian::Database& database, const std::stop_token& stop)
        : database_(database), stop_(stop), last_docid_(database.get_lastdocid()) {}

    std::vector<std::string> read() {
        for (auto term = database_.allterms_begin(); term != database_.allterms_end(); ++term) {
            require_going_on();
            read_postings(*term, term.get_termfreq());
        }
        const auto end = database_.postlist_end("");
        for (auto document = database_.postlist_begin(""); document != end; ++document) {
            require_going_on();
            read_terms(*document);
        }
        for (const auto& field : schema::kFields) read_values(field);
        const auto last = database_.metadata_keys_end();
        for (auto key = database_.metadata_keys_begin(); key != last; ++key) {
            static_cast<void>(database_.get_metadata(*key));
        }
        return std::move(problems_);
    }

private:
    void require_going_on() const {
        if (!stop_.stop_requested()) return;
        throw schema::Error(schema::ErrorCode::Interrupted, "interrupted");
    }

    void require(bool agrees, const std::string& problem) {
        if (!agrees) problems_.push_back(problem);
    }

    void read_postings(const std::string& term, Xapian::doccount documents) {
        std::uint64_t postings = 0;
        std::uint64_t occurrences = 0;
        const auto end = database_.postlist_end(term);
        for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
            ++postings;
            occurrences += posting.get_wdf();
            require(*posting <= last_docid_, "the term " + term + " has a report too many");
            if (*posting > last_docid_) return;
            auto& document = posted_[*posting];
            document.length += posting.get_wdf();
            ++document.terms;
            for (auto at = posting.positionlist_begin(); at != posting.positionlist_end();) ++at;
        }
        require(postings == documents && occurrences == database_.get_collection_freq(term),
                "the term " + term + " has not as many postings as it says");
    }

    void read_terms(Xapian::docid document) {
        const auto terms =
            std::distance(database_.termlist_begin(document), database_.termlist_end(document));
        const auto& [length, postings] = posted_[document];
        require(static_cast<std::uint32_t>(terms) == postings &&
                    database_.get_doclength(document) == length,
                "the report at place " + std::to_string(document) +
                    " has other terms than the posting lists say");
    }

    void read_values(const schema::Field& field) {
        if (field.slot == schema::kNoSlot) return;
        std::uint64_t values = 0;
        const auto end = database_.valuestream_end(field.slot);
        for (auto value = database_.valuestream_begin(field.slot); value != end; ++value) ++values;
        require(values == database_.get_value_freq(field.slot),
                "the field " + std::string(field.name) + " has not as many values as it says");
    }

    const Xapian::Database& database_;
    const std::stop_token& stop_;
    Xapian::docid last_docid_;
    // By docid; the number of the last one may be damaged, and say nothing of how many there are.
    std::unordered_map<Xapian::docid, PostedDocument> posted_;
    std::vector<std::string> problems_;
};

}  // namespace

std::vector<std::string> read_tables(const Xapian::Database& database,
                                     const std::stop_token& stop) {
    return TableReading(database, stop).read();
}

}  // namespace sitrep::indexer

#include "support/database_twin.hpp"

#include "support/differences.hpp"
#include "support/twin_queries.hpp"

#include <algorithm>
#include <sstream>
#include <xapian.h>

#include <sitrep/schema/report_packing.hpp>

namespace sitrep::test {
namespace {

using Positions = std::vector<Xapian::termpos>;

Positions positions_of(const Xapian::PostingIterator& posting) {
    return {posting.positionlist_begin(), posting.positionlist_end()};
}

std::string in_document(Xapian::docid docid) { return " of document " + std::to_string(docid); }

class Comparison {
public:
    Comparison(const std::filesystem::path& first, const std::filesystem::path& second,
               const TwinOptions& options)
        : a_(first.string()), b_(second.string()), options_(options) {}

    std::vector<std::string> run() {
        compare_statistics();
        compare_metadata();
        compare_terms();
        compare_documents();
        slots_.insert({0, 1, 127, 128, 0xFFFFFFFE});
        for (const auto slot : slots_) compare_slot(slot);
        compare_words_beside_the_index();
        if (options_.with_queries && !out_.is_enough()) compare_answers(a_, b_, out_);
        return out_.found();
    }

private:
    template <typename Get>
    void compare(const char* what, Get&& get) {
        out_.expect_equal(get(a_), get(b_), [&] { return std::string(what); });
    }

    void compare_statistics() {
        using Database = const Xapian::Database&;
        compare("number of documents", [](Database db) { return db.get_doccount(); });
        compare("last docid", [](Database db) { return db.get_lastdocid(); });
        compare("total length", [](Database db) { return std::uint64_t{db.get_total_length()}; });
        compare("average length", [](Database db) { return db.get_avlength(); });
        compare("length of the shortest document",
                [](Database db) { return db.get_doclength_lower_bound(); });
        compare("length of the longest document",
                [](Database db) { return db.get_doclength_upper_bound(); });
        compare("presence of positions",
                [](Database db) { return std::uint32_t{db.has_positions()}; });
    }

    void compare_metadata() {
        const auto read = [&](const Xapian::Database& db) {
            std::vector<std::string> entries;
            for (auto key = db.metadata_keys_begin(); key != db.metadata_keys_end(); ++key) {
                const bool may_differ = options_.other_metadata.contains(*key);
                entries.push_back(*key + "=" + (may_differ ? "" : db.get_metadata(*key)));
            }
            return entries;
        };
        compare("metadata", read);
    }

    /// Walks through both dictionaries at once.
    void compare_terms() {
        auto a = a_.allterms_begin();
        auto b = b_.allterms_begin();
        const auto a_end = a_.allterms_end();
        const auto b_end = b_.allterms_end();
        for (; a != a_end && b != b_end && !out_.is_enough(); ++a, ++b) {
            const std::string term = *a;
            if (!out_.expect_equal(term, *b, [] { return std::string("next term"); })) return;
            out_.expect_equal(a.get_termfreq(), b.get_termfreq(),
                              [&] { return "documents with term " + shown(term); });
            compare_term(term);
        }
        if (a != a_end) out_.note("the first has term " + shown(*a) + " and more, the second not");
        if (b != b_end) out_.note("the second has term " + shown(*b) + " and more, the first not");
    }

    void compare_term(const std::string& term) {
        out_.expect_equal(a_.get_collection_freq(term), b_.get_collection_freq(term),
                          [&] { return "occurrences of term " + shown(term); });
        out_.expect_equal(a_.get_wdf_upper_bound(term), b_.get_wdf_upper_bound(term),
                          [&] { return "largest wdf of term " + shown(term); });
        auto a = a_.postlist_begin(term);
        auto b = b_.postlist_begin(term);
        const auto a_end = a_.postlist_end(term);
        const auto b_end = b_.postlist_end(term);
        for (; a != a_end && b != b_end && !out_.is_enough(); ++a, ++b) {
            const Xapian::docid docid = *a;
            if (!out_.expect_equal(docid, *b, [&] { return "posting of term " + shown(term); })) return;
            const auto what = [&](const char* thing) {
                return [=, &term] { return thing + shown(term) + in_document(docid); };
            };
            out_.expect_equal(a.get_wdf(), b.get_wdf(), what("wdf of term "));
            out_.expect_equal(a.get_doclength(), b.get_doclength(), what("length beside term "));
            out_.expect_equal(positions_of(a), positions_of(b), what("positions of term "));
        }
        if ((a == a_end) != (b == b_end)) out_.note("one has more postings of term " + shown(term));
    }

    void compare_documents() {
        auto a = a_.postlist_begin("");
        auto b = b_.postlist_begin("");
        for (; a != a_.postlist_end("") && b != b_.postlist_end("") && !out_.is_enough(); ++a, ++b) {
            if (!out_.expect_equal(*a, *b, [] { return std::string("next docid"); })) return;
            compare_document(*a);
        }
    }

    void compare_document(Xapian::docid docid) {
        const auto what = [docid](const char* thing) {
            return [=] { return thing + in_document(docid); };
        };
        out_.expect_equal(a_.get_doclength(docid), b_.get_doclength(docid), what("length"));
        out_.expect_equal(a_.get_unique_terms(docid), b_.get_unique_terms(docid), what("terms"));
        const auto a = a_.get_document(docid);
        const auto b = b_.get_document(docid);
        out_.expect_equal(a.get_data(), b.get_data(), what("data"));
        const auto values = [this](const Xapian::Document& document) {
            std::vector<std::string> out;
            for (auto value = document.values_begin(); value != document.values_end(); ++value) {
                slots_.insert(value.get_valueno());
                out.push_back(std::to_string(value.get_valueno()) + "=" + *value);
            }
            return out;
        };
        out_.expect_equal(values(a), values(b), what("values"));
        out_.expect_equal(a.termlist_count(), b.termlist_count(), what("size of the term list"));
        compare_term_list(docid);
    }

    void compare_term_list(Xapian::docid docid) {
        auto a = a_.termlist_begin(docid);
        auto b = b_.termlist_begin(docid);
        const auto a_end = a_.termlist_end(docid);
        const auto b_end = b_.termlist_end(docid);
        for (; a != a_end && b != b_end && !out_.is_enough(); ++a, ++b) {
            const auto what = [&](const char* thing) {
                return [&, thing] { return thing + shown(*a) + in_document(docid); };
            };
            if (!out_.expect_equal(*a, *b, what("in the term list, term "))) return;
            out_.expect_equal(a.get_wdf(), b.get_wdf(), what("in the term list, wdf of "));
            out_.expect_equal(a.positionlist_count(), b.positionlist_count(),
                              what("in the term list, number of positions of "));
        }
        if ((a == a_end) != (b == b_end)) out_.note("one has a longer term list" + in_document(docid));
    }

    void compare_slot(Xapian::valueno slot) {
        if (out_.is_enough()) return;
        const auto what = [slot](const char* thing) {
            return [=] { return thing + std::to_string(slot); };
        };
        out_.expect_equal(a_.get_value_freq(slot), b_.get_value_freq(slot), what("values in slot "));
        out_.expect_equal(a_.get_value_lower_bound(slot), b_.get_value_lower_bound(slot),
                          what("lowest value in slot "));
        out_.expect_equal(a_.get_value_upper_bound(slot), b_.get_value_upper_bound(slot),
                          what("highest value in slot "));
        auto a = a_.valuestream_begin(slot);
        auto b = b_.valuestream_begin(slot);
        const auto a_end = a_.valuestream_end(slot);
        const auto b_end = b_.valuestream_end(slot);
        for (; a != a_end && b != b_end && !out_.is_enough(); ++a, ++b) {
            out_.expect_equal(a.get_docid(), b.get_docid(), what("docid in the stream of slot "));
            out_.expect_equal(*a, *b, what("value in the stream of slot "));
        }
        if ((a == a_end) != (b == b_end)) out_.note(what("one has more values in slot ")());
    }

    void compare_words_beside_the_index() {
        const auto spellings = [](const Xapian::Database& db) {
            return std::vector<std::string>(db.spellings_begin(), db.spellings_end());
        };
        const auto synonyms = [](const Xapian::Database& db) {
            return std::vector<std::string>(db.synonym_keys_begin(), db.synonym_keys_end());
        };
        compare("spellings", spellings);
        compare("synonyms", synonyms);
    }

    Xapian::Database a_;
    Xapian::Database b_;
    const TwinOptions& options_;
    std::set<Xapian::valueno> slots_;
    Differences out_;
};

}  // namespace

std::vector<std::string> twin_differences(const std::filesystem::path& first,
                                          const std::filesystem::path& second,
                                          const TwinOptions& options) {
    try {
        return Comparison(first, second, options).run();
    } catch (const Xapian::Error& error) {
        return {error.get_description()};
    }
}

std::map<std::string, std::string> documents_by_id(const std::filesystem::path& database,
                                                   const std::string& id_prefix) {
    const Xapian::Database db(database.string());
    sitrep::schema::ReportUnpacker unpacker;
    unpacker.add_dictionary(db.get_metadata(sitrep::schema::kDictionaryKey));
    std::map<std::string, std::string> out;
    for (auto id = db.allterms_begin(id_prefix); id != db.allterms_end(id_prefix); ++id) {
        const Xapian::docid docid = *db.postlist_begin(*id);
        const auto document = db.get_document(docid);
        std::string& text = out[*id];
        text = unpacker.unpack(document.get_data());
        for (auto value = document.values_begin(); value != document.values_end(); ++value) {
            text += "\n" + std::to_string(value.get_valueno()) + "=" + *value;
        }
        for (auto term = db.termlist_begin(docid); term != db.termlist_end(docid); ++term) {
            text += "\n" + *term + ":" + std::to_string(term.get_wdf());
            for (auto p = term.positionlist_begin(); p != term.positionlist_end(); ++p) text += " " + std::to_string(*p);
        }
    }
    return out;
}

std::string check_errors(const std::filesystem::path& database) {
    std::ostringstream said;
    try {
        const auto errors = Xapian::Database::check(database.string(), 0, &said);
        return errors == 0 ? "" : std::to_string(errors) + " errors\n" + said.str();
    } catch (const Xapian::Error& error) {
        return error.get_description();
    }
}

}  // namespace sitrep::test

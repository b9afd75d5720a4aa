#include "support/twin_queries.hpp"

#include "support/random.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace sitrep::test {
namespace {

using Xapian::Query;

/// Xapian 1.4.22 computes windows in 32 bits: near the last position a search does not come to an end.
constexpr Xapian::termpos kLastSearchable = 0x7FFFFFFF;

/// Draws queries from documents, so that nearly all of them find something.
class TwinQueries {
public:
    explicit TwinQueries(const Xapian::Database& database) : database_(database) {
        docids_.assign(database.postlist_begin(""), database.postlist_end(""));
    }

    [[nodiscard]] bool is_possible() const { return !docids_.empty(); }

    /// Operators one after another, with what they are called.
    [[nodiscard]] std::pair<std::string, Query> next() {
        switch (count_++ % 9) {
            case 0: return {"OR", of_terms(Query::OP_OR, 4)};
            case 1: return {"AND", of_terms(Query::OP_AND, 2)};
            case 2: return {"phrase", neighbours(Query::OP_PHRASE)};
            case 3: return {"NEAR", neighbours(Query::OP_NEAR)};
            case 4: return {"filter", {Query::OP_FILTER, of_terms(Query::OP_OR, 3), term()}};
            case 5: return {"AND NOT", {Query::OP_AND_NOT, of_terms(Query::OP_OR, 3), term()}};
            case 6: return {"value range", value_range()};
            case 7: return {"any value", {Query::OP_AND, Query(""), value_range()}};
            default: return {"AND MAYBE", {Query::OP_AND_MAYBE, term(), of_terms(Query::OP_OR, 2)}};
        }
    }

private:
    [[nodiscard]] Xapian::docid document() { return random_.pick(docids_); }

    [[nodiscard]] Query term() {
        const auto docid = document();
        const std::vector<std::string> terms(database_.termlist_begin(docid),
                                             database_.termlist_end(docid));
        return terms.empty() ? Query("not there") : Query(random_.pick(terms));
    }

    [[nodiscard]] Query of_terms(Query::op op, std::size_t count) {
        std::vector<Query> parts;
        for (std::size_t i = 0; i < count; ++i) parts.push_back(term());
        return {op, parts.begin(), parts.end()};
    }

    /// Terms that stand next to each other in a document, up to three.
    [[nodiscard]] Query neighbours(Query::op op) {
        const auto docid = document();
        std::map<Xapian::termpos, std::string> by_position;
        constexpr std::size_t kMostPositions = 5000;
        for (auto term = database_.termlist_begin(docid); term != database_.termlist_end(docid); ++term) {
            if (term.positionlist_count() > kMostPositions) continue;
            const std::vector<Xapian::termpos> positions(term.positionlist_begin(), term.positionlist_end());
            if (positions.empty() || positions.back() > kLastSearchable) continue;
            for (const auto position : positions) by_position[position] = *term;
        }
        if (by_position.empty()) return term();
        auto at = std::next(by_position.begin(),
                            static_cast<std::ptrdiff_t>(random_.below(by_position.size())));
        std::vector<std::string> words;
        for (; at != by_position.end() && words.size() < 3; ++at) words.push_back(at->second);
        return {op, words.begin(), words.end(), op == Query::OP_NEAR ? 8U : 3U};
    }

    [[nodiscard]] Query value_range() {
        const auto from = database_.get_document(document());
        const auto to = database_.get_document(document());
        if (from.values_count() == 0) return {Query::OP_VALUE_LE, 0, "zzz"};
        const auto slot = from.values_begin().get_valueno();
        const std::string one = from.get_value(slot);
        const std::string other = to.get_value(slot);
        return {Query::OP_VALUE_RANGE, slot, std::min(one, other), std::max(one, other)};
    }

    const Xapian::Database& database_;
    std::vector<Xapian::docid> docids_;
    Random random_{7};
    std::size_t count_ = 0;
};

struct Answer {
    std::vector<Xapian::docid> docids;
    std::vector<double> scores;
    std::vector<Xapian::doccount> counts;
};

Answer ask(const Xapian::Database& database, const Query& query, const Xapian::Weight& weight,
           Xapian::doccount most) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(weight);
    const auto mset = enquire.get_mset(0, most, database.get_doccount());
    Answer answer;
    for (auto hit = mset.begin(); hit != mset.end(); ++hit) {
        answer.docids.push_back(*hit);
        answer.scores.push_back(hit.get_weight());
    }
    answer.counts = {mset.get_matches_lower_bound(), mset.get_matches_estimated(), mset.get_matches_upper_bound()};
    return answer;
}

}  // namespace

void compare_answers(const Xapian::Database& first, const Xapian::Database& second,
                     Differences& differences) {
    constexpr int kQueries = 72;
    constexpr Xapian::doccount kFirstPage = 10;
    TwinQueries queries(first);
    if (!queries.is_possible()) return;
    const Xapian::BM25Weight bm25;
    const Xapian::IneB2Weight ineb2;
    for (int i = 0; i < kQueries && !differences.is_enough(); ++i) {
        const auto [name, query] = queries.next();
        const Xapian::Weight& weight = i % 2 == 0 ? static_cast<const Xapian::Weight&>(bm25) : ineb2;
        for (const auto most : {first.get_doccount(), kFirstPage}) {
            const auto a = ask(first, query, weight, most);
            const auto b = ask(second, query, weight, most);
            const auto what = [&](const char* thing) {
                return [&, thing] { return thing + query.get_description() + " (" + name + ")"; };
            };
            differences.expect_equal(a.docids, b.docids, what("documents found by "));
            differences.expect_equal(a.scores, b.scores, what("scores of "));
            differences.expect_equal(a.counts, b.counts, what("number of matches of "));
        }
    }
}

}  // namespace sitrep::test

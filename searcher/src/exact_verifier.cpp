#include "exact_verifier.hpp"

#include <algorithm>

#include <sitrep/schema/stored_report.hpp>

namespace sitrep::searcher {
namespace {

using schema::FieldId;

/// The reports of a fixed list, as a source of postings. Local databases only: the numbers mean
/// nothing to another machine.
class DocidSource final : public Xapian::PostingSource {
public:
    explicit DocidSource(std::vector<Xapian::docid> docids) : docids_(std::move(docids)) {}

    void init(const Xapian::Database&) override { at_ = kBefore; }
    [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size(); }
    [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size(); }
    [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size(); }
    void next(double) override { at_ = at_ == kBefore ? 0 : at_ + 1; }
    void skip_to(Xapian::docid wanted, double) override {
        const std::size_t from = at_ == kBefore ? 0 : at_;
        const auto first = docids_.begin() + static_cast<std::ptrdiff_t>(from);
        at_ = static_cast<std::size_t>(std::lower_bound(first, docids_.end(), wanted) -
                                       docids_.begin());
    }
    [[nodiscard]] bool at_end() const override { return at_ != kBefore && at_ >= docids_.size(); }
    [[nodiscard]] Xapian::docid get_docid() const override { return docids_[at_]; }
    [[nodiscard]] PostingSource* clone() const override { return new DocidSource(docids_); }
    [[nodiscard]] std::string get_description() const override {
        return "DocidSource(" + std::to_string(docids_.size()) + ")";
    }

private:
    static constexpr std::size_t kBefore = static_cast<std::size_t>(-1);

    [[nodiscard]] Xapian::doccount size() const {
        return static_cast<Xapian::doccount>(docids_.size());
    }

    std::vector<Xapian::docid> docids_;
    std::size_t at_ = kBefore;
};

/// Every report that the query matches, in the order of their numbers, which is the order on disk.
std::vector<Xapian::docid> all_matches(const Xapian::Database& database,
                                       const Xapian::Query& query) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const Xapian::MSet mset = enquire.get_mset(0, database.get_doccount());
    std::vector<Xapian::docid> docids;
    docids.reserve(mset.size());
    for (auto match = mset.begin(); match != mset.end(); ++match) docids.push_back(*match);
    std::ranges::sort(docids);
    return docids;
}

}  // namespace

VerifiedLeaves verify_exact(DatabaseSession& session, const QueryNode& root,
                            const Xapian::Query& candidates) {
    const auto leaves = distinct_leaves(text_leaves(root));
    TextMatcher matcher(session.analyzer(), leaves, Comparison::Exact);
    std::vector<std::vector<Xapian::docid>> found(leaves.size());
    for (const Xapian::docid docid : all_matches(session.database(), candidates)) {
        const std::string data =
            session.database().get_document(docid, Xapian::DOC_ASSUME_VALID).get_data();
        const auto report = schema::view_report(data);
        std::vector<bool> has_leaf(leaves.size(), false);
        for (const auto field : {FieldId::Title, FieldId::Body}) {
            const auto text = field == FieldId::Title ? report.title : report.body;
            for (const auto& match : matcher.find(text, field, report.stemmer))
                has_leaf[match.leaf] = true;
        }
        for (std::size_t i = 0; i < leaves.size(); ++i) {
            if (has_leaf[i]) found[i].push_back(docid);
        }
    }
    VerifiedLeaves verified;
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        auto* source = new DocidSource(std::move(found[i]));
        const Xapian::Query query(source->release());
        for (const auto* leaf : text_leaves(root)) {
            if (is_same_text(*leaf, *leaves[i])) verified.emplace(leaf, query);
        }
    }
    return verified;
}

}  // namespace sitrep::searcher

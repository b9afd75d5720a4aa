#include "stored_text.hpp"

#include "phrase_scanner.hpp"
#include "query_parser.hpp"
#include "text_matcher.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/stored_report.hpp>

namespace sitrep::searcher {
namespace {

using schema::FieldId;

/// Decides whether a stored report meets a condition.
class StoredTextCheck {
public:
    StoredTextCheck(DatabaseSession& session, FieldId field) : session_(session), field_(field) {}
    virtual ~StoredTextCheck() = default;

    [[nodiscard]] bool holds(std::string_view stored_report) {
        const auto report = schema::view_report(session_.unpacker().unpack(stored_report));
        if (field_ == FieldId::Place) return holds_in_places(report);
        if (holds_in(report.title, FieldId::Title, report.stemmer)) return true;
        return field_ != FieldId::Title && holds_in(report.body, FieldId::Body, report.stemmer);
    }

    [[nodiscard]] virtual std::string description() const = 0;

protected:
    [[nodiscard]] DatabaseSession& session() noexcept { return session_; }

private:
    [[nodiscard]] virtual bool holds_in(std::string_view text, FieldId field,
                                        std::string_view stemmer) = 0;

    [[nodiscard]] bool holds_in_places(const schema::StoredReportView& report) {
        const auto places = schema::decode_report({{}, report.metadata, {}, {}, {}}).places;
        return std::ranges::any_of(places, [this](const std::string& place) {
            return holds_in(place, FieldId::Place, schema::kNoStemmer);
        });
    }

    DatabaseSession& session_;
    FieldId field_;
};

class PatternCheck final : public StoredTextCheck {
public:
    PatternCheck(DatabaseSession& session, TextCondition condition)
        : StoredTextCheck(session, condition.field),
          condition_(std::move(condition)),
          scanner_(condition_.pattern) {}

    [[nodiscard]] std::string description() const override {
        std::string text(schema::field(condition_.field).name);
        text += condition_.comparison == Comparison::Exact ? " has exactly" : " has";
        if (condition_.comparison == Comparison::Folded) text += " the whole word";
        for (const auto& terms : condition_.pattern) {
            if (&terms != &condition_.pattern.front()) text += " or";
            for (const auto& term : terms) text += " " + term;
        }
        return text;
    }

private:
    [[nodiscard]] bool holds_in(std::string_view text, FieldId /*field*/,
                                std::string_view stemmer) override {
        if (text.empty()) return false;
        return scanner_.stands_in(session().analyzer(), text, {stemmer, condition_.comparison});
    }

    TextCondition condition_;
    PhraseScanner scanner_;
};

class NodeCheck final : public StoredTextCheck {
public:
    NodeCheck(DatabaseSession& session, const QueryNode& node, Comparison comparison)
        : StoredTextCheck(session, node.field),
          node_(node),
          matcher_(session.analyzer(), {&node_}, comparison) {}

    [[nodiscard]] std::string description() const override { return "has " + print_query(node_); }

private:
    [[nodiscard]] bool holds_in(std::string_view text, FieldId field,
                                std::string_view stemmer) override {
        return !matcher_.find(text, field, stemmer).empty();
    }

    QueryNode node_;
    TextMatcher matcher_;
};

/// Xapian makes a copy for each database of several, and tells it only of that one.
class StoredTextSource final : public Xapian::PostingSource {
public:
    explicit StoredTextSource(std::shared_ptr<StoredTextCheck> check) : check_(std::move(check)) {}

    void init(const Xapian::Database& database) override {
        database_ = database;
        at_ = 0;
        is_match_ = false;
        is_at_end_ = false;
    }

    // A conjunction asks the parts of high frequency last, and this one costs the most.
    [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
    [[nodiscard]] Xapian::doccount get_termfreq_est() const override {
        return database_.get_doccount();
    }
    [[nodiscard]] Xapian::doccount get_termfreq_max() const override {
        return database_.get_doccount();
    }

    void next(double) override { find_from(at_ + 1); }
    void skip_to(Xapian::docid wanted, double) override {
        if (is_match_ && wanted <= at_) return;
        find_from(std::max(wanted, at_ + 1));
    }
    bool check(Xapian::docid wanted, double) override {
        at_ = wanted;
        is_match_ = holds(wanted);
        return is_match_;
    }
    [[nodiscard]] bool at_end() const override { return is_at_end_; }
    [[nodiscard]] Xapian::docid get_docid() const override { return at_; }

    // Asked for only to send the query to another machine, where nothing can look into texts.
    [[nodiscard]] std::string name() const override { return "sitrep-stored-text"; }
    [[nodiscard]] std::string serialise() const override {
        throw schema::Error(
            schema::ErrorCode::Usage,
            "a remote database cannot be asked for what stands in the text: " + get_description(),
            "search it without phrases in titles, near, words with a * and --exact, or on the "
            "machine where it lies");
    }

    [[nodiscard]] PostingSource* clone() const override { return new StoredTextSource(check_); }
    [[nodiscard]] std::string get_description() const override { return check_->description(); }

private:
    [[nodiscard]] bool holds(Xapian::docid docid) const {
        return check_->holds(database_.get_document(docid, Xapian::DOC_ASSUME_VALID).get_data());
    }

    void find_from(Xapian::docid first) {
        const auto end = database_.postlist_end("");
        auto report = database_.postlist_begin("");
        if (report != end) report.skip_to(first);
        while (report != end && !holds(*report)) ++report;
        is_at_end_ = report == end;
        is_match_ = !is_at_end_;
        if (is_match_) at_ = *report;
    }

    std::shared_ptr<StoredTextCheck> check_;
    Xapian::Database database_;
    Xapian::docid at_ = 0;  // 0 before the first
    bool is_match_ = false;
    bool is_at_end_ = false;
};

Xapian::Query query_of(std::shared_ptr<StoredTextCheck> check) {
    auto* source = new StoredTextSource(std::move(check));
    return Xapian::Query(source->release());
}

}  // namespace

Xapian::Query stored_text_query(DatabaseSession& session, TextCondition condition) {
    if (condition.pattern.empty()) return Xapian::Query::MatchNothing;
    return query_of(std::make_shared<PatternCheck>(session, std::move(condition)));
}

Xapian::Query stored_text_query(DatabaseSession& session, const QueryNode& node,
                                Comparison comparison) {
    return query_of(std::make_shared<NodeCheck>(session, node, comparison));
}

}  // namespace sitrep::searcher

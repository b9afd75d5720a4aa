#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/report.hpp>

#include "support/reference_query.hpp"
#include "support/reference_words.hpp"

namespace sitrep::test {

/// A report, with the days of its date worked out by the test.
struct ReferenceReport {
    schema::Report report;
    std::optional<std::chrono::sys_days> published_first;
    std::optional<std::chrono::sys_days> published_last;
};

enum class ReferenceMode { Analyzed, Exact };

/// Searches by reading every report from beginning to end. Slow, simple, and independent of the
/// analyzer, the parser and Xapian: what it finds is what a search has to find.
class ReferenceSearch {
public:
    explicit ReferenceSearch(std::vector<ReferenceReport> reports);

    [[nodiscard]] std::set<std::string> matches(const ReferenceQuery& query, ReferenceMode mode) const;

    /// Facet name (`country`, `actor`, `topic`, `source`, `language`, `date`) to value to count.
    using Facets = std::map<std::string, std::map<std::string, std::uint64_t>>;
    [[nodiscard]] Facets facets(const std::set<std::string>& ids) const;

    /// True if a word or phrase that the query asks for stands anywhere in the report.
    [[nodiscard]] bool has_words_of(const ReferenceQuery& query, const std::string& id,
                                    ReferenceMode mode) const;

    struct Highlight {
        std::string text;
        bool in_title = false;
    };
    /// True if what is highlighted is words of the query and nothing else, and at least one word or
    /// phrase of it is whole.
    [[nodiscard]] bool explains(const ReferenceQuery& query, const std::string& id,
                                const Highlight& highlight, ReferenceMode mode) const;

    [[nodiscard]] const std::vector<ReferenceReport>& reports() const { return reports_; }
    [[nodiscard]] const schema::Report& report(const std::string& id) const;

private:
    struct Words {
        std::vector<std::string> title;
        std::vector<std::string> body;
    };
    struct Entry {
        const ReferenceReport* report = nullptr;
        const ReferenceLanguage* language = nullptr;
        Words written;
        Words stemmed;
    };

    static const Words& words_of(const Entry& entry, ReferenceMode mode);
    static std::vector<std::string> terms(const ReferenceQuery& leaf, const Entry& entry, ReferenceMode mode);
    static bool contains(const ReferenceQuery& leaf, const Entry& entry, ReferenceMode mode);
    static bool passes(const ReferenceFilter& filter, const ReferenceReport& report);
    static bool bag_matches(const ReferenceQuery& bag, const Entry& entry, ReferenceMode mode);
    static bool does_match(const ReferenceQuery& query, const Entry& entry, ReferenceMode mode);

    std::vector<ReferenceReport> reports_;
    std::map<std::string, Entry> entries_;  // by id
};

}  // namespace sitrep::test

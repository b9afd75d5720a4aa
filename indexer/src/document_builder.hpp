#pragma once

#include "index_document.hpp"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/report.hpp>

namespace sitrep::indexer {

/// A word of the title counts as so many words of the body. Chosen with `sitrep eval` on the three
/// test collections of docs/ranking.md.
inline constexpr std::uint32_t kTitleWeight = 3;

/// Makes index documents of reports. Whatever writes an index uses it, so a report has the same
/// terms whichever way it came. Used by one thread.
class DocumentBuilder {
public:
    /// `language` is the one whose stemmer the words go through.
    [[nodiscard]] IndexDocument build(const schema::Report& report, const std::string& language);

private:
    void add_text(const schema::Report& report, std::string_view stemmer);
    void add_places(const schema::Report& report);
    void add_filters(const schema::Report& report, std::string_view stemmer);
    void add_date_buckets(const schema::ReportDate& date);
    void add_occurrence(std::string term, std::uint32_t position, std::uint32_t wdf);

    schema::Analyzer analyzer_;
    std::vector<IndexDocument::Occurrence> occurrences_;
    std::deque<std::string> own_terms_;  // terms that do not live in the analyzer's cache
};

}  // namespace sitrep::indexer

#pragma once

#include "text_matcher.hpp"

#include <string_view>

#include <sitrep/schema/stored_report.hpp>
#include <sitrep/searcher/search_request.hpp>
#include <sitrep/searcher/search_results.hpp>

namespace sitrep::searcher {

/// Makes hits of stored reports: their fields, what matched in the title, and the passage to show.
class HitBuilder {
public:
    HitBuilder(TextMatcher& matcher, std::size_t snippet_length)
        : matcher_(matcher), snippet_length_(snippet_length) {}

    /// Rank and score are the caller's.
    [[nodiscard]] Hit build(std::string_view stored_report);

private:
    void show_matches(const schema::StoredReportView& report, Hit& hit);

    TextMatcher& matcher_;
    std::size_t snippet_length_;
};

}  // namespace sitrep::searcher

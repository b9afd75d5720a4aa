#include "hit_builder.hpp"

#include "snippet_maker.hpp"

namespace sitrep::searcher {
namespace {

using schema::FieldId;

constexpr std::string_view kTitleSeparator = " \u2014 ";

/// What matched is in the title only: it is shown, and the beginning of the text behind it.
Snippet title_snippet(const schema::StoredReportView& report,
                      const std::vector<TextMatch>& in_title, std::size_t length) {
    Snippet snippet = make_snippet(report.title, in_title, length);
    if (report.body.empty()) return snippet;
    snippet.text += kTitleSeparator;
    snippet.title_bytes = snippet.text.size();
    snippet.text += make_snippet(report.body, {}, length).text;
    return snippet;
}

}  // namespace

Hit HitBuilder::build(std::string_view stored_report) {
    const auto view = schema::view_report(stored_report);
    // The texts were looked at in place; only the fields have to be taken apart.
    auto fields = schema::decode_report({view.stemmer, view.metadata, {}, {}, view.inferences});
    Hit hit;
    hit.id = std::move(fields.id);
    hit.title = view.title;
    hit.date = fields.date;
    hit.event_date = fields.event_date;
    hit.source = fields.source;
    hit.url = fields.url;
    hit.language = schema::text_language(fields, "");
    hit.countries = schema::facet_values(fields, FieldId::Country);
    hit.actors = schema::facet_values(fields, FieldId::Actor);
    hit.topics = schema::facet_values(fields, FieldId::Topic);
    if (snippet_length_ > 0) show_matches(view, hit);
    return hit;
}

void HitBuilder::show_matches(const schema::StoredReportView& report, Hit& hit) {
    const auto in_title = matcher_.find(report.title, FieldId::Title, report.stemmer);
    const auto in_body = matcher_.find(report.body, FieldId::Body, report.stemmer);
    hit.title_highlights = merge_ranges(in_title);
    const bool only_title = in_body.empty() && (!in_title.empty() || report.body.empty());
    hit.snippet = only_title ? title_snippet(report, in_title, snippet_length_)
                             : make_snippet(report.body, in_body, snippet_length_);
}

}  // namespace sitrep::searcher

#include "written_words.hpp"

#include <algorithm>
#include <array>
#include <sitrep_internal/edit_distance.hpp>
#include <tuple>
#include <utility>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/stored_report.hpp>
#include <sitrep/schema/term.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::searcher {
namespace {

using schema::FieldId;

/// They show how a word is usually written.
constexpr std::size_t kFewReports = 6;
/// Of a longer text the beginning tells enough.
constexpr std::size_t kMostTextBytes = 64U << 10U;

}  // namespace

void WrittenWords::add(const std::string& term, std::size_t most_reports) {
    const auto& database = session_.database();
    const std::string name = schema::word_term(misspelt_.field, term);
    places_.clear();
    has_seen_one_ = false;
    auto report = database.postlist_begin(name);
    for (std::size_t i = 0; i < most_reports && report != database.postlist_end(name); ++i) {
        if (is_exhausted() || (i >= kFewReports && has_seen_one_)) break;
        look_through(*report, term);
        ++report;
    }
    settle(database.get_termfreq(name));
}

std::vector<WrittenWord> WrittenWords::take() {
    std::ranges::stable_sort(found_, [](const WrittenWord& a, const WrittenWord& b) {
        return std::tie(a.reports, a.places) > std::tie(b.reports, b.places);
    });
    return std::move(found_);
}

void WrittenWords::look_through(Xapian::docid report, const std::string& term) {
    --effort_.reports;
    const auto data = session_.database().get_document(report).get_data();
    const auto view = schema::view_report(session_.unpacker().unpack(data));
    look_through(view.title, view.stemmer, term);
    if (misspelt_.field != FieldId::Title) look_through(view.body, view.stemmer, term);
}

void WrittenWords::look_through(std::string_view text, std::string_view stemmer,
                                const std::string& term) {
    text = schema::utf8_prefix(text, std::min(kMostTextBytes, effort_.text_bytes));
    effort_.text_bytes -= text.size();
    const schema::WordFilter filter(std::array{term});
    for (const auto& token : session_.analyzer().analyze(text, stemmer, filter)) {
        if (token.term != term) continue;
        const auto word =
            schema::without_possessive(text.substr(token.begin, token.end - token.begin));
        const auto [known, is_new] = places_.try_emplace(std::string(word));
        ++known->second;
        has_seen_one_ = has_seen_one_ || (is_new && is_meant(letters_of(word)));
    }
}

bool WrittenWords::is_meant(const std::u32string& letters) const {
    return schema::edit_distance(letters, misspelt_.letters, edits_) == edits_;
}

void WrittenWords::settle(Xapian::doccount reports) {
    std::map<std::u32string, WrittenWord> words;
    for (const auto& [text, places] : places_) {
        const auto letters = letters_of(text);
        if (!is_meant(letters)) continue;
        auto& word = words[letters];
        if (places > word.places) word = {text, reports, places};
    }
    for (auto& [letters, word] : words) found_.push_back(std::move(word));
}

}  // namespace sitrep::searcher

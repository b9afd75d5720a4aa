#include "index_document.hpp"

#include <algorithm>

namespace sitrep::indexer {

IndexDocument::Term IndexDocument::term(std::size_t index) const noexcept {
    const StoredTerm& stored = terms_[index];
    return {std::string_view(names_).substr(stored.name_begin, stored.name_size), stored.wdf,
            std::span(positions_).subspan(stored.positions_begin, stored.positions_size)};
}

void IndexDocument::set_terms(std::vector<Occurrence>& occurrences) {
    std::ranges::sort(occurrences, [](const Occurrence& a, const Occurrence& b) {
        const int order = a.term.compare(b.term);
        return order != 0 ? order < 0 : a.position < b.position;
    });
    terms_.clear();
    names_.clear();
    positions_.clear();
    for (const auto& occurrence : occurrences) {
        const bool is_new = terms_.empty() || term(terms_.size() - 1).name != occurrence.term;
        if (is_new) {
            terms_.push_back({names_.size(), static_cast<std::uint32_t>(occurrence.term.size()), 0,
                              positions_.size(), 0});
            names_ += occurrence.term;
        }
        StoredTerm& last = terms_.back();
        last.wdf += occurrence.wdf;
        // One word may give the same term twice at one place: a compound of equal parts.
        const bool has_position = occurrence.position != 0;
        const bool is_repeat = last.positions_size > 0 && positions_.back() == occurrence.position;
        if (has_position && !is_repeat) {
            positions_.push_back(occurrence.position);
            ++last.positions_size;
        }
    }
}

}  // namespace sitrep::indexer

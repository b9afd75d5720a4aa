#include "index_document.hpp"

namespace sitrep::indexer {

IndexDocument::IndexDocument(const AnalyzedReport& report, const TermDictionary& dictionary)
    : report_(report) {
    name_ends_.reserve(report_.terms.size());
    for (const DocumentTerm& term : report_.terms) {
        names_ += dictionary.name(term.id);
        name_ends_.push_back(names_.size());
    }
}

IndexDocument::Term IndexDocument::term(std::size_t index) const noexcept {
    const DocumentTerm& term = report_.terms[index];
    const std::size_t begin = index == 0 ? 0 : name_ends_[index - 1];
    return {std::string_view(names_).substr(begin, name_ends_[index] - begin), term.wdf,
            report_.positions_of(term)};
}

}  // namespace sitrep::indexer

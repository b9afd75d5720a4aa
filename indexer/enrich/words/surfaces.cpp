#include "surfaces.hpp"

#include <sitrep/schema/language.hpp>

namespace sitrep::indexer {

const std::vector<std::string>& Surfaces::of(std::string_view text) {
    words_.clear();
    for (const schema::Token& token : analyzer_.analyze(text, schema::kNoStemmer)) {
        if (token.kind == schema::TokenKind::Word) words_.emplace_back(token.term);
    }
    return words_;
}

}  // namespace sitrep::indexer

#include "date_words.hpp"

namespace sitrep::indexer {

DateWord date_word(std::string_view, std::string_view) {
    return {};
}

}  // namespace sitrep::indexer

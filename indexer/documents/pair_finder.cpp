#include "pair_finder.hpp"

namespace sitrep::indexer {

PairFinder::PairFinder(const schema::WordPairs& pairs) : names_(pairs.names()) {
    std::uint32_t seconds = 0;
    for (const auto& name : names_) {
        const auto space = name.find(' ');
        Word& first = words_[name.substr(0, space)];
        if (first.as_first == 0) {
            first.as_first = static_cast<std::uint32_t>(begins_.size() - 1);
            begins_.push_back(begins_.back());
        }
        Word& second = words_[name.substr(space + 1)];
        if (second.as_second == 0) second.as_second = ++seconds;
        seconds_.push_back(second.as_second);
        ++begins_.back();
    }
}

PairFinder::Word PairFinder::word(std::string_view term) const {
    const auto found = words_.find(std::string(term));
    return found == words_.end() ? Word{} : found->second;
}

}  // namespace sitrep::indexer

#include "topic_trie.hpp"

namespace sitrep::indexer {

TopicTries::TopicTries(ImageReader& image) {
    std::string_view languages = image.text();
    while (!languages.empty()) {
        const auto length = languages.find(' ');
        tries_.emplace(languages.substr(0, length), TopicTrie(image));
        languages.remove_prefix(length + 1);
    }
}

const TopicTrie* TopicTries::of(std::string_view language) const {
    const auto found = tries_.find(language);
    return found == tries_.end() ? nullptr : &found->second;
}

}  // namespace sitrep::indexer

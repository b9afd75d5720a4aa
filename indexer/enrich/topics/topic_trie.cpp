#include "topic_trie.hpp"

namespace sitrep::indexer {
namespace {

std::map<std::string, TopicTrie, std::less<>> read_tries(ImageReader& image) {
    std::map<std::string, TopicTrie, std::less<>> tries;
    std::string_view languages = image.text();
    while (!languages.empty()) {
        const auto length = languages.find(' ');
        tries.emplace(languages.substr(0, length), TopicTrie(image));
        languages.remove_prefix(length + 1);
    }
    return tries;
}

}  // namespace

TopicTries::TopicTries(ImageReader& image) : tries_(read_tries(image)), weights_(image) {}

const TopicTrie* TopicTries::of(std::string_view language) const {
    const auto found = tries_.find(language);
    return found == tries_.end() ? nullptr : &found->second;
}

}  // namespace sitrep::indexer

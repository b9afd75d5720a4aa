#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include <sitrep/schema/fold.hpp>

namespace sitrep::indexer {

/// What the words of some lists say, by the word as it is compared: folded. However many lists
/// there are, a word is looked up once. Only read, by many threads.
template <typename Signs>
class WordSigns {
public:
    /// `note` writes into the signs of each word of a list what it says.
    template <typename Note>
    void add(std::span<const std::string_view> words, Note note) {
        for (const std::string_view word : words) note(signs_[schema::fold(word)]);
    }

    /// `word` is folded. What no list has says nothing.
    [[nodiscard]] Signs of(std::string_view word) const {
        const auto found = signs_.find(word);
        return found == signs_.end() ? Signs{} : found->second;
    }

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    std::unordered_map<std::string, Signs, Hash, std::equal_to<>> signs_;
};

}  // namespace sitrep::indexer

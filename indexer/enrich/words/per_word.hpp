#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sitrep::indexer {

/// What somebody knows of each word of an analyzer's vocabulary, found by the word's number without
/// a look-up by name. To be cleared when the vocabulary was emptied.
template <typename T>
class PerWord {
public:
    /// Every word has this until something is put in its place.
    explicit PerWord(T unknown) : unknown_(unknown) {}

    [[nodiscard]] T& operator[](std::uint32_t word) {
        if (word >= known_.size()) known_.resize(std::size_t{word} + kGrowth, unknown_);
        return known_[word];
    }

    /// What is known of a word now, without making room for it.
    [[nodiscard]] const T& peek(std::uint32_t word) const noexcept {
        return word < known_.size() ? known_[word] : unknown_;
    }

    void clear() { known_.clear(); }
    [[nodiscard]] std::size_t bytes() const noexcept { return known_.capacity() * sizeof(T); }

private:
    static constexpr std::size_t kGrowth = 1024;

    T unknown_;
    std::vector<T> known_;
};

}  // namespace sitrep::indexer

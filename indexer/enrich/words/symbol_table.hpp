#pragma once

#include "enrich/model_image.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sitrep::indexer {

/// Words and their numbers, which begin at 1. Only read, by many threads.
class SymbolTable {
public:
    static constexpr std::uint32_t kNone = 0;

    struct Slot {
        TextRange word;
        std::uint32_t symbol = kNone;  ///< of a free one, `kNone`
    };

    /// What a builder wrote.
    explicit SymbolTable(ImageReader& image);

    [[nodiscard]] std::uint32_t find(std::string_view word) const;

private:
    std::span<const Slot> slots_;  // a hash table with open addressing, whose size is a power of 2
    std::string_view words_;
};

class SymbolTableBuilder {
public:
    /// The number of a word, a new one if it has none.
    std::uint32_t intern(std::string_view word);

    /// Lets another word have the number of one that is there, unless it has one itself.
    void add_alias(std::string_view word, std::uint32_t symbol);

    /// Lets two numbers become one.
    void unite(std::uint32_t one, std::uint32_t other);

    /// The number that a word has in the end, after others were united with it.
    [[nodiscard]] std::uint32_t united(std::uint32_t symbol) const;

    /// `kNone` if it has none. Not united.
    [[nodiscard]] std::uint32_t find(std::string_view word) const;

    /// In the order in which they came: that of their numbers, aliases last.
    [[nodiscard]] const std::vector<std::string_view>& words() const noexcept { return words_; }

    void write(ImageWriter& image) const;

private:
    std::unordered_map<std::string, std::uint32_t> symbols_;
    std::vector<std::string_view> words_;
    std::uint32_t count_ = 0;
    std::unordered_map<std::uint32_t, std::uint32_t> united_;  // with a smaller one
};

}  // namespace sitrep::indexer

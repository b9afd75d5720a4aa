#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <sitrep_internal/large_array.hpp>
#include <string_view>
#include <vector>

namespace sitrep::schema {

/// A term and its number; equal numbers of one table mean equal terms. Two machine words, so that
/// it goes from hand to hand in registers.
struct KnownTerm {
    const char* bytes = nullptr;  ///< null if the word is not known
    std::uint32_t size = 0;
    std::uint32_t number = 0;

    [[nodiscard]] std::string_view text() const noexcept { return {bytes, size}; }
};

/// The bytes of a word as they stand in a text, and by which rules its term is made: the same bytes
/// have another term for another `kind`. A word of up to 16 bytes, as nearly all are, is held in
/// the key itself. The key of a longer word refers to its bytes.
class WordKey {
public:
    static constexpr std::size_t kMaxBytes = 1024;

    /// The word has `size` bytes, at most `kMaxBytes`, and begins at byte `begin` of the text.
    WordKey(std::string_view text, std::size_t begin, std::size_t size, std::uint8_t kind) noexcept
        : size_(static_cast<std::uint16_t>(size)), kind_(kind) {
        if (is_long()) {
            refer_to(text.substr(begin, size));
        } else {
            take(text, begin);
        }
    }
    WordKey(std::string_view word, std::uint8_t kind) noexcept
        : WordKey(word, 0, word.size(), kind) {}

    [[nodiscard]] bool operator==(const WordKey& other) const noexcept {
        if (first_ != other.first_ || size_ != other.size_ || kind_ != other.kind_) return false;
        return is_long() ? word() == other.word() : second_ == other.second_;
    }

    [[nodiscard]] std::size_t hash() const noexcept {
        std::uint64_t h = (first_ ^ kind_) * 0x9E3779B97F4A7C15U;
        h ^= h >> 32U;
        if (!is_long()) h += second_;
        h = (h ^ size_) * 0xD6E8FEB86659FD93U;
        return h ^ (h >> 32U);
    }

    [[nodiscard]] bool is_long() const noexcept { return size_ > kShortBytes; }

    /// Of a long word.
    [[nodiscard]] std::string_view word() const noexcept {
        return {reinterpret_cast<const char*>(second_), size_};
    }
    void move_to(const char* bytes) noexcept { second_ = reinterpret_cast<std::uintptr_t>(bytes); }

private:
    static constexpr std::size_t kShortBytes = 16;

    void refer_to(std::string_view word) noexcept;

    /// Reads two machine words where the text goes on long enough: to copy a few bytes, whose
    /// number cannot be foreseen, would take longer than the rest of a look-up.
    void take(std::string_view text, std::size_t begin) noexcept {
        const char* const bytes = text.data() + begin;
        if (std::endian::native == std::endian::little && text.size() - begin >= kShortBytes) {
            std::memcpy(&first_, bytes, 8);
            std::memcpy(&second_, bytes + 8, 8);
            first_ &= low_bytes(size_ < 8 ? size_ : 8);
            second_ &= low_bytes(size_ < 8 ? 0 : size_ - 8);
        } else {
            char padded[kShortBytes] = {};
            if (size_ > 0) std::memcpy(padded, bytes, size_);
            std::memcpy(&first_, padded, 8);
            std::memcpy(&second_, padded + 8, 8);
        }
    }

    static std::uint64_t low_bytes(unsigned count) noexcept {
        return count == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * count)) - 1;
    }

    std::uint64_t first_ = 0;   // the first bytes of a short word, the hash of a long one
    std::uint64_t second_ = 0;  // the other bytes of a short word, the address of a long one
    std::uint16_t size_;
    std::uint8_t kind_;
    friend class WordTable;

    // Of the term: they lie here since a slot of the table is to fill half a cache line.
    std::uint8_t term_size_ = 0;
    std::uint32_t number_ = 0;
};

/// The terms of words seen before. An open-addressing hash table, since the time of analysis is
/// mostly that of looking words up.
class WordTable {
public:
    static constexpr std::size_t kMaxTermBytes = 255;

    WordTable();

    /// The term, which is valid until `clear`; no bytes if the word is not known.
    [[nodiscard]] KnownTerm find(const WordKey& key) const noexcept {
        std::size_t i = key.hash() & mask_;
        while (slots_[i].term != nullptr && !(slots_[i].key == key)) i = (i + 1) & mask_;
        return slots_[i].known();
    }

    /// Asks the memory for what `find` will look at.
    void prefetch(const WordKey& key) const noexcept {
        __builtin_prefetch(&slots_[key.hash() & mask_]);
    }

    /// Adds a word that is not known. Its term, of at most `kMaxTermBytes`, gets the next number.
    KnownTerm add(const WordKey& key, std::string_view term);

    /// Adds a word that is not known, with the term of one that is.
    void add(const WordKey& key, const KnownTerm& known);

    /// Forgets all words, and numbers from 0 again.
    void clear();

    /// How many words are known.
    [[nodiscard]] std::size_t size() const noexcept { return used_; }

    /// The memory they take.
    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    struct alignas(32) Slot {
        WordKey key{{}, 0};
        const char* term = nullptr;  // null if the slot is free

        [[nodiscard]] KnownTerm known() const noexcept {
            return {term, key.term_size_, key.number_};
        }
    };

    void grow();
    Slot& free_slot(const WordKey& key) noexcept;
    std::string_view kept(std::string_view bytes);

    LargeArray<Slot> slots_;
    std::size_t mask_ = 0;
    std::size_t used_ = 0;
    std::uint32_t next_number_ = 0;
    std::vector<std::unique_ptr<char[]>> chunks_;  // hold the terms and the long words
    std::size_t chunk_left_ = 0;
};

}  // namespace sitrep::schema

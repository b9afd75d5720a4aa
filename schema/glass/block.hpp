#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep::schema::glass {

inline constexpr std::uint32_t kFreeListLevel = 254;

/// An entry of a leaf, or a part of one whose tag is long.
struct LeafItem {
    std::string_view key;
    std::uint32_t component = 1;
    bool is_first = true;
    bool is_last = true;
    bool is_deflated = false;
    std::string_view tag;
};

/// A child and the least key of what hangs below it.
struct BranchItem {
    std::string_view key;
    std::uint32_t component = 0;
    std::uint32_t child = 0;
};

/// A block of a B-tree. Only the header may be asked for before `block_problem` said that nothing
/// is wrong with it. The bytes have to outlive it.
class BlockView {
public:
    explicit BlockView(std::string_view bytes) : bytes_(bytes) {}

    [[nodiscard]] std::string_view bytes() const noexcept { return bytes_; }
    [[nodiscard]] std::uint32_t revision() const noexcept { return number(0, 4); }
    [[nodiscard]] std::uint32_t level() const noexcept { return number(4, 1); }
    /// At most this much lies between the directory and the first item.
    [[nodiscard]] std::uint32_t largest_gap() const noexcept { return number(5, 2); }
    [[nodiscard]] std::uint32_t free() const noexcept { return number(7, 2); }
    [[nodiscard]] std::uint32_t directory_end() const noexcept { return number(9, 2); }
    [[nodiscard]] std::size_t items() const noexcept {
        return (directory_end() - kDirectory) / kDirectoryEntry;
    }
    [[nodiscard]] std::uint32_t offset(std::size_t item) const noexcept {
        return number(kDirectory + item * kDirectoryEntry, kDirectoryEntry);
    }
    [[nodiscard]] LeafItem leaf_item(std::size_t item) const noexcept;
    [[nodiscard]] BranchItem branch_item(std::size_t item) const noexcept;

    static constexpr std::size_t kDirectory = 11;
    static constexpr std::size_t kDirectoryEntry = 2;

    /// Big endian.
    [[nodiscard]] std::uint32_t number(std::size_t at, std::size_t size) const noexcept {
        std::uint32_t value = 0;
        for (std::size_t i = at; i < at + size; ++i) {
            value = (value << 8U) | static_cast<unsigned char>(bytes_[i]);
        }
        return value;
    }

private:
    std::string_view bytes_;
};

/// What is wrong with a block of a tree, taken by itself: items that lie outside of it or in each
/// other, keys out of order, sizes that do not agree. Nothing if all is well, and then Xapian reads
/// and writes nothing beyond it.
[[nodiscard]] std::optional<std::string> block_problem(const BlockView& block);

}  // namespace sitrep::schema::glass

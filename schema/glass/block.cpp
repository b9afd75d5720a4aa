#include "block.hpp"

namespace sitrep::schema::glass {
namespace {

constexpr std::size_t kItemSize = 2;
constexpr std::size_t kKeyLength = 1;
constexpr std::size_t kComponent = 2;
constexpr std::size_t kChild = 4;
constexpr std::uint32_t kDeflated = 0x8000;
constexpr std::uint32_t kLast = 0x4000;
constexpr std::uint32_t kFirst = 0x2000;
constexpr std::uint32_t kSizeMask = 0x1FFF;

/// What an item takes, and what it is sorted by.
struct ItemExtent {
    std::size_t size = 0;
    std::string_view key;
    std::uint32_t component = 0;

    [[nodiscard]] bool comes_after(const ItemExtent& other) const noexcept {
        const int order = other.key.compare(key);
        return order < 0 || (order == 0 && other.component < component);
    }
};

/// Nothing if it is not within its block.
std::optional<ItemExtent> leaf_item_extent(const BlockView& block, std::size_t at) {
    const std::size_t end = block.bytes().size();
    if (at + kItemSize + kKeyLength > end) return std::nullopt;
    const std::uint32_t head = block.number(at, kItemSize);
    const std::size_t size = (head & kSizeMask) + kItemSize + kKeyLength;
    const bool is_first = (head & kFirst) != 0;
    const std::size_t key = at + kItemSize + kKeyLength;
    const std::size_t key_end = key + block.number(key - kKeyLength, kKeyLength);
    if (key_end + (is_first ? 0 : kComponent) > at + size || at + size > end) return std::nullopt;
    return ItemExtent{size, block.bytes().substr(key, key_end - key),
                      is_first ? 1 : block.number(key_end, kComponent)};
}

std::optional<ItemExtent> branch_item_extent(const BlockView& block, std::size_t at) {
    const std::size_t key = at + kChild + kKeyLength;
    if (key > block.bytes().size()) return std::nullopt;
    const std::size_t key_end = key + block.number(key - kKeyLength, kKeyLength);
    if (key_end + kComponent > block.bytes().size()) return std::nullopt;
    return ItemExtent{key_end + kComponent - at, block.bytes().substr(key, key_end - key),
                      block.number(key_end, kComponent)};
}

}  // namespace

LeafItem BlockView::leaf_item(std::size_t item) const noexcept {
    const std::size_t at = offset(item);
    const std::uint32_t head = number(at, kItemSize);
    const std::size_t size = (head & kSizeMask) + kItemSize + kKeyLength;
    const std::size_t key_length = number(at + kItemSize, kKeyLength);
    LeafItem out;
    out.key = {bytes_.data() + at + kItemSize + kKeyLength, key_length};
    out.is_first = (head & kFirst) != 0;
    out.is_last = (head & kLast) != 0;
    out.is_deflated = (head & kDeflated) != 0;
    std::size_t tag = at + kItemSize + kKeyLength + key_length;
    if (!out.is_first) {
        out.component = number(tag, kComponent);
        tag += kComponent;
    }
    out.tag = {bytes_.data() + tag, at + size - tag};
    return out;
}

BranchItem BlockView::branch_item(std::size_t item) const noexcept {
    const std::size_t at = offset(item);
    const std::size_t key_length = number(at + kChild, kKeyLength);
    return {{bytes_.data() + at + kChild + kKeyLength, key_length},
            number(at + kChild + kKeyLength + key_length, kComponent),
            number(at, kChild)};
}

std::optional<std::string> block_problem(const BlockView& block) {
    const std::size_t directory_end = block.directory_end();
    const std::size_t end = block.bytes().size();
    if (directory_end <= BlockView::kDirectory || directory_end > end || directory_end % 2 == 0) {
        return "the end of its directory is wrong";
    }
    const bool is_leaf = block.level() == 0;
    // The first key of a branch stands for everything below it, and may be any.
    const std::size_t first_sorted = is_leaf ? 0 : 1;
    std::size_t used = directory_end;
    ItemExtent previous;
    for (std::size_t i = 0; i < block.items(); ++i) {
        const std::size_t at = block.offset(i);
        const auto item = is_leaf ? leaf_item_extent(block, at) : branch_item_extent(block, at);
        if (!item || at < directory_end + block.largest_gap()) {
            return "item " + std::to_string(i) + " lies where it cannot";
        }
        if (i > first_sorted && !item->comes_after(previous)) return "its keys are not in order";
        used += item->size;
        previous = *item;
    }
    if (used > end || end - used != block.free()) return "its free space is not what it says";
    return std::nullopt;
}

}  // namespace sitrep::schema::glass

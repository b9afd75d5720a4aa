#include "table_cursor.hpp"

#include <sitrep_internal/damage.hpp>

#include <sitrep/schema/error.hpp>

namespace sitrep::schema::glass {
namespace {

[[noreturn]] void damaged(const std::string& what) {
    throw Error(ErrorCode::IndexDamaged, what, kRebuildHint);
}

}  // namespace

TableCursor::TableCursor(const TableFile& file)
    : file_(file), places_(file.table().level + std::size_t{1}) {}

LeafItem TableCursor::item() const {
    return places_[0].block().leaf_item(places_[0].item);
}

std::string_view TableCursor::key() const {
    return item().key;
}

/// Blocks are looked at by themselves, so that a damaged table is no danger to its reader.
void TableCursor::load(std::size_t level, std::uint32_t block) {
    Place& place = places_[level];
    place.item = 0;
    if (!place.bytes.empty() && place.number == block) return;
    place.number = block;
    const bool is_whole = file_.read(block, place.bytes) && place.block().level() == level &&
                          !block_problem(place.block());
    if (is_whole) return;
    place.bytes.clear();
    damaged("block " + std::to_string(block) + " is damaged");
}

/// To the last item whose key is not greater; of the first item of a branch every key counts as
/// greater than its own.
void TableCursor::descend(std::string_view key) {
    load(places_.size() - 1, file_.table().root);
    for (std::size_t level = places_.size() - 1; level > 0; --level) {
        Place& place = places_[level];
        const BlockView block = place.block();
        while (place.item + 1 < block.items()) {
            const auto item = block.branch_item(place.item + 1);
            // A key stands above all its components, and the first of them is wanted.
            if (item.key > key || (item.key == key && item.component > 1)) break;
            ++place.item;
        }
        load(level - 1, block.branch_item(place.item).child);
    }
}

bool TableCursor::step() {
    std::size_t level = 0;
    while (places_[level].item + 1 == places_[level].block().items()) {
        if (++level == places_.size()) return false;
    }
    ++places_[level].item;
    for (; level > 0; --level) {
        load(level - 1, places_[level].block().branch_item(places_[level].item).child);
    }
    return true;
}

bool TableCursor::seek(std::string_view key) {
    descend(key);
    while (item().key < key || item().key.empty() || !item().is_first) {
        if (!step()) return false;
    }
    return true;
}

bool TableCursor::next() {
    do {
        if (!step()) return false;
    } while (!item().is_first);
    return true;
}

std::string_view TableCursor::tag() {
    const bool is_deflated = item().is_deflated;
    if (item().is_last && !is_deflated) return item().tag;
    const std::string key(item().key);
    std::string bytes(item().tag);
    while (!item().is_last) {
        if (!step() || item().is_first || item().key != key) damaged("an entry is cut off");
        bytes += item().tag;
    }
    if (is_deflated) {
        auto inflated = inflater_.inflate(bytes);
        if (!inflated) damaged("an entry does not uncompress");
        bytes = std::move(*inflated);
    }
    tag_ = std::move(bytes);
    return tag_;
}

}  // namespace sitrep::schema::glass

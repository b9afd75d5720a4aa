#include "value_chunks.hpp"

#include "encoding.hpp"
#include "table_writer.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace sitrep::indexer::glass {
namespace {

constexpr std::string_view kStatisticsKey{"\x00\xD0", 2};
constexpr std::string_view kChunkKey{"\x00\xD8", 2};
constexpr std::size_t kChunkBytes = 2000;

}  // namespace

ValueChunks::Slot& ValueChunks::slot(std::uint32_t number) {
    const auto found = slots_.find(number);
    if (found != slots_.end()) return found->second;
    return slots_.try_emplace(number, folder_ / ("values-" + std::to_string(number) + ".tmp"))
        .first->second;
}

void ValueChunks::add(std::uint32_t number, std::uint32_t docid, std::string_view bytes) {
    Slot& slot = this->slot(number);
    if (slot.count == 0 || bytes < slot.lowest) slot.lowest = bytes;
    if (slot.count == 0 || bytes > slot.highest) slot.highest = bytes;
    ++slot.count;
    if (slot.tag.empty()) {
        slot.first_docid = docid;
    } else {
        append_uint(slot.tag, docid - slot.last_docid - 1);
    }
    append_string(slot.tag, bytes);
    slot.last_docid = docid;
    if (slot.tag.size() >= kChunkBytes) close_chunk(number, slot);
}

void ValueChunks::close_chunk(std::uint32_t number, Slot& slot) {
    std::string key(kChunkKey);
    append_uint(key, number);
    append_sorted_uint(key, slot.first_docid);
    slot.chunks.add(key, slot.tag);
    slot.tag.clear();
}

void ValueChunks::add_statistics(TableWriter& table) const {
    std::vector<std::pair<std::string, std::string>> entries;
    for (const auto& [number, slot] : slots_) {
        auto& [key, tag] = entries.emplace_back(std::string(kStatisticsKey), std::string());
        append_last_uint(key, number);
        append_uint(tag, slot.count);
        append_string(tag, slot.lowest);
        if (slot.highest != slot.lowest) tag += slot.highest;
    }
    // The encoding of large slot numbers does not order as the numbers do.
    std::ranges::sort(entries);
    for (const auto& [key, tag] : entries) table.add(key, tag);
}

void ValueChunks::move_to(TableWriter& table) {
    add_statistics(table);
    std::vector<std::pair<std::string, Slot*>> ordered;
    for (auto& [number, slot] : slots_) {
        if (!slot.tag.empty()) close_chunk(number, slot);
        std::string encoded;
        append_uint(encoded, number);
        ordered.emplace_back(std::move(encoded), &slot);
    }
    std::ranges::sort(ordered);
    for (const auto& [encoded, slot] : ordered) slot->chunks.move_to(table);
    slots_.clear();
}

}  // namespace sitrep::indexer::glass

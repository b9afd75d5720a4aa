#pragma once

#include "entry_spool.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace sitrep::indexer::glass {

class TableWriter;

/// The values of all documents, slot by slot, as the postlist table holds them.
class ValueChunks {
public:
    /// Entries that do not fit in memory go to files in `folder`.
    explicit ValueChunks(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Docids ascend in each slot. `bytes` are not empty.
    void add(std::uint32_t slot, std::uint32_t docid, std::string_view bytes);

    /// Bounds and counts, then all chunks, in key order.
    void move_to(TableWriter& table);

private:
    struct Slot {
        explicit Slot(std::filesystem::path path) : chunks(std::move(path)) {}
        std::uint32_t count = 0;
        std::string lowest;
        std::string highest;
        std::uint32_t first_docid = 0;  // of the open chunk
        std::uint32_t last_docid = 0;
        std::string tag;
        EntrySpool chunks;
    };

    [[nodiscard]] Slot& slot(std::uint32_t number);
    static void close_chunk(std::uint32_t number, Slot& slot);
    void add_statistics(TableWriter& table) const;

    std::filesystem::path folder_;
    std::map<std::uint32_t, Slot> slots_;
};

}  // namespace sitrep::indexer::glass

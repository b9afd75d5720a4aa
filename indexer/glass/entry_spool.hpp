#pragma once

#include "output_file.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace sitrep::indexer::glass {

class TableWriter;

/// Entries of a table that come earlier than their turn, in the order of their keys: kept in
/// memory while they are few, else in a file beside the table, which is removed in the end.
class EntrySpool {
public:
    explicit EntrySpool(std::filesystem::path path) : path_(std::move(path)) {}

    void add(std::string_view key, std::string_view tag);
    /// Hands all entries to the table and forgets them.
    void move_to(TableWriter& table);

private:
    /// A build has a dozen spools.
    static constexpr std::size_t kHeldBytes = 256U << 10U;

    std::filesystem::path path_;
    std::string held_;
    std::unique_ptr<OutputFile> file_;
};

}  // namespace sitrep::indexer::glass

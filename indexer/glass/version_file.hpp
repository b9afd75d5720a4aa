#pragma once

#include "table_writer.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

namespace sitrep::indexer::glass {

/// Of the whole database, as the version file keeps them.
struct Statistics {
    std::uint32_t documents = 0;
    std::uint32_t last_docid = 0;
    std::uint32_t shortest_document = 0;  ///< lengths of 0 left out; 0 if there is no other
    std::uint32_t longest_document = 0;
    std::uint32_t largest_wdf = 0;
    std::uint64_t total_length = 0;

    /// Counts one document of such a length (the sum of its wdf).
    void count(std::uint32_t docid, std::uint32_t length, std::uint32_t largest_wdf_in_it);
};

/// In the order in which the version file lists them.
struct TableRoots {
    TableRoot postlist;
    TableRoot docdata;
    TableRoot termlist;
    TableRoot position;
};

/// Makes the bytes of the version file, which names the root of each table. The spelling and the
/// synonym table are empty.
[[nodiscard]] std::string version_bytes(const TableRoots& roots, const Statistics& statistics,
                                        const std::array<char, 16>& uuid);

/// A random UUID of version 4 (RFC 4122).
[[nodiscard]] std::array<char, 16> random_uuid();

/// Writes `iamglass`, which makes a database of the table files in `folder`, and makes it durable.
void write_version_file(const std::filesystem::path& folder, const TableRoots& roots,
                        const Statistics& statistics);

}  // namespace sitrep::indexer::glass

#pragma once

#include "table_file.hpp"

#include <optional>
#include <stop_token>
#include <string>

namespace sitrep::schema::glass {

/// What is wrong with the blocks of a table that is not empty: those of the tree, each by itself
/// and with the one above it, and the list of those that are free. Nothing if all is well; then
/// Xapian reads and writes the table without leaving its blocks, and without overwriting any that
/// it needs. Throws `Error`: Io, Interrupted.
[[nodiscard]] std::optional<std::string> tree_damage(const TableFile& file, std::uint32_t revision,
                                                     const std::stop_token& stop);

}  // namespace sitrep::schema::glass

#pragma once

#include <cstdint>
#include <filesystem>
#include <sitrep_internal/glass_version.hpp>
#include <string>

namespace sitrep::schema::glass {

/// The file of one table of a database, block by block. It may be damaged: what it holds is only
/// found out by `block_problem`. Used by one thread.
class TableFile {
public:
    /// Throws `Error` (Io).
    TableFile(std::filesystem::path path, const GlassTable& table);
    ~TableFile();
    TableFile(const TableFile&) = delete;
    TableFile& operator=(const TableFile&) = delete;

    [[nodiscard]] const GlassTable& table() const noexcept { return table_; }
    /// False if the file ends before the block does. Throws `Error` (Io).
    [[nodiscard]] bool read(std::uint32_t block, std::string& bytes) const;

private:
    std::filesystem::path path_;
    GlassTable table_;
    int fd_ = -1;
};

}  // namespace sitrep::schema::glass

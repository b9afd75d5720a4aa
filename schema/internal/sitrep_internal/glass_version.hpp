#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

// What the version file of Xapian's glass format says. Only the libraries include this; nothing is
// installed.
namespace sitrep::schema {

inline constexpr const char* kGlassVersionName = "iamglass";

/// What the file begins with.
inline constexpr std::string_view kGlassMagic = "\x0F\x0DXapian Glass";
/// Behind it, in two bytes. Format of 14 March 2016: year since 2014, month, day.
inline constexpr unsigned kGlassFormat = ((2016U - 2014U) << 9U) | (3U << 5U) | 14U;

/// A place in the list of free blocks of a table.
struct FreeListPlace {
    std::uint32_t block = 0;
    std::uint32_t offset = 0;  ///< in bytes; 0 if there is no list yet

    friend bool operator==(const FreeListPlace&, const FreeListPlace&) = default;
};

struct GlassTable {
    std::uint32_t root = 0;   ///< block
    std::uint32_t level = 0;  ///< of the root; leaves have 0
    bool is_empty = true;     ///< has no block, or no file even
    std::uint32_t block_bytes = 0;
    std::uint32_t blocks = 0;  ///< those behind them were never used
    FreeListPlace free_begin;
    FreeListPlace free_end;
};

/// Tables in the order of the version file.
enum class GlassTableName : std::uint8_t {
    Postlist,
    Docdata,
    Termlist,
    Position,
    Spelling,
    Synonym
};
inline constexpr std::array kGlassTables{GlassTableName::Postlist, GlassTableName::Docdata,
                                         GlassTableName::Termlist, GlassTableName::Position,
                                         GlassTableName::Spelling, GlassTableName::Synonym};

[[nodiscard]] constexpr const char* name_of(GlassTableName table) noexcept {
    constexpr std::array kNames{"postlist", "docdata",  "termlist",
                                "position", "spelling", "synonym"};
    return kNames[static_cast<std::size_t>(table)];
}

struct GlassVersion {
    std::uint32_t revision = 0;
    std::array<GlassTable, kGlassTables.size()> tables{};
    std::uint32_t documents = 0;
    std::uint32_t last_docid = 0;

    [[nodiscard]] const GlassTable& table(GlassTableName name) const noexcept {
        return tables[static_cast<std::size_t>(name)];
    }
};

/// Nothing if the bytes are cut off, or not of this format.
[[nodiscard]] std::optional<GlassVersion> read_glass_version(std::string_view bytes);

/// Whether no table is deeper and no block larger or smaller than Xapian makes them. It believes
/// the file, and would read and write where no memory is.
[[nodiscard]] bool is_sensible(const GlassVersion& version) noexcept;

/// To be called before Xapian opens a database. Throws `Error` (IndexDamaged) if its version file
/// is of this format and cannot be read, or is not sensible. If it is of another one, Xapian says
/// so.
void require_sensible_version(const std::filesystem::path& database);

}  // namespace sitrep::schema

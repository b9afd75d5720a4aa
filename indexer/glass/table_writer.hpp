#pragma once

#include "output_file.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::indexer::glass {

inline constexpr std::size_t kBlockBytes = 8192;
inline constexpr std::uint32_t kRevision = 1;

/// What the version file says of one table.
struct TableRoot {
    std::uint32_t root = 0;
    std::uint32_t level = 0;
    std::uint64_t entries = 0;
    std::uint32_t blocks = 0;
};

enum class TagForm : std::uint8_t { Plain, Deflated };

/// Writes one table of a glass database, a B-tree, bottom up from sorted entries: leaves are filled
/// one after another and every level above has one open block. Used by one thread.
///
/// Source: the glass format as Xapian 1.4 writes it.
class TableWriter {
public:
    explicit TableWriter(std::filesystem::path path, WritingThread thread = WritingThread::Same);

    /// Keys are strictly ascending as unsigned bytes, 1 to 255 bytes long. A deflated tag is a raw
    /// deflate stream, with one byte behind it or none. Throws `Error`: Internal if a key is out of
    /// order or too long, or the tag is too large; Io.
    void add(std::string_view key, std::string_view tag, TagForm form = TagForm::Plain);

    /// Writes what is left and makes the file durable.
    [[nodiscard]] TableRoot finish();

private:
    /// Least key of what hangs below a block, as its parent holds it.
    struct Separator {
        std::string key;
        std::uint16_t component = 0;
    };
    struct Block {
        std::array<char, kBlockBytes> bytes{};
        std::size_t directory_end = 0;
        std::size_t items_begin = 0;
        Separator separator;

        Block() { clear(); }
        void clear();
        [[nodiscard]] bool is_empty() const noexcept;
        [[nodiscard]] std::size_t free() const noexcept { return items_begin - directory_end; }
        /// Room for one item, already entered in the directory.
        [[nodiscard]] char* place(std::size_t size);
        /// The key of the item that was placed last, in a leaf.
        [[nodiscard]] std::string_view last_key() const noexcept;
    };
    struct Piece {
        std::string_view tag;
        std::uint16_t component = 1;
        bool is_last = true;
        TagForm form = TagForm::Plain;
    };

    [[nodiscard]] std::string_view previous_key() const noexcept;
    [[nodiscard]] std::size_t first_piece(std::size_t key, std::size_t tag) const;
    void add_split(std::string_view key, std::string_view tag, TagForm form);
    void put(std::string_view key, const Piece& piece);
    void close_leaf(std::string_view key, std::uint16_t component);
    void put_branch(std::size_t level, const Separator& separator, std::uint32_t child);
    [[nodiscard]] std::uint32_t write_block(std::size_t level);

    OutputFile file_;
    std::vector<Block> levels_;  // the open block of each level, leaves first
    std::string closed_key_;     // the last one of the leaf before
    TableRoot root_;
};

}  // namespace sitrep::indexer::glass

#pragma once

#include "block.hpp"
#include "inflate.hpp"
#include "table_file.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::schema::glass {

/// Goes through the entries of a table, which may be damaged. Reads each block once as long as it
/// stays in it, and so sees one state of the table at most. Used by one thread. Functions throw
/// `Error`: IndexDamaged if a block or a tag is, Io.
class TableCursor {
public:
    explicit TableCursor(const TableFile& file);

    /// Moves to the first entry whose key is not less, behind the empty one that each table has.
    /// False if there is none.
    [[nodiscard]] bool seek(std::string_view key);
    /// Moves on. False at the end.
    [[nodiscard]] bool next();

    /// Valid until the cursor moves.
    [[nodiscard]] std::string_view key() const;
    /// Inflated if it is stored deflated. Valid until the cursor moves or this is asked for again.
    [[nodiscard]] std::string_view tag();

private:
    struct Place {
        std::string bytes;  // empty if none was read
        std::uint32_t number = 0;
        std::size_t item = 0;

        [[nodiscard]] BlockView block() const { return BlockView(bytes); }
    };

    void load(std::size_t level, std::uint32_t block);
    void descend(std::string_view key);
    /// To the next item of the leaves.
    [[nodiscard]] bool step();
    [[nodiscard]] LeafItem item() const;

    const TableFile& file_;
    std::vector<Place> places_;  // by level
    Inflater inflater_;
    std::string tag_;  // one that does not lie in a leaf as it is
};

}  // namespace sitrep::schema::glass

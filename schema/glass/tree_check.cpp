#include "tree_check.hpp"

#include "block.hpp"

#include <vector>

#include <sitrep/schema/error.hpp>

namespace sitrep::schema::glass {
namespace {

/// Bytes of a block of the list of free blocks: before its entries, and of each.
constexpr std::uint32_t kListHead = 8;
constexpr std::uint32_t kListEntry = 4;

/// What a block says that stands above another one.
struct Parent {
    std::uint32_t level = 0;
    std::uint32_t revision = 0;
};

class TreeCheck {
public:
    TreeCheck(const TableFile& file, const std::stop_token& stop)
        : file_(file),
          stop_(stop),
          taken_(file.table().blocks),
          bytes_(file.table().level + std::size_t{1}) {}

    [[nodiscard]] std::optional<std::string> find(std::uint32_t revision) {
        const auto& table = file_.table();
        visit(table.root, {table.level + 1, revision});
        if (!damage_) walk_free_list();
        return damage_;
    }

private:
    void fail(std::uint32_t block, const std::string& what) {
        damage_ = "block " + std::to_string(block) + ": " + what;
    }

    /// False, and damage is noted, if the number is none of the table or was met before.
    [[nodiscard]] bool take(std::uint32_t block) {
        if (block >= taken_.size()) {
            fail(block, "the table has no such block");
        } else if (taken_[block]) {
            fail(block, "it is used twice");
        } else {
            taken_[block] = true;
        }
        return !damage_;
    }

    void visit(std::uint32_t number, const Parent& parent) {
        if (stop_.stop_requested()) {
            throw Error(ErrorCode::Interrupted, "interrupted");
        }
        if (!take(number)) return;
        // Of this level nothing is looked at any more when the next block is read into its place.
        std::string& bytes = bytes_[parent.level - 1];
        if (!file_.read(number, bytes)) return fail(number, "the file ends before it");
        const BlockView block(bytes);
        if (block.level() + 1 != parent.level) return fail(number, "it is of another level");
        if (block.revision() > parent.revision) {
            return fail(number, "it is newer than what refers to it");
        }
        if (const auto problem = block_problem(block)) return fail(number, *problem);
        if (block.level() == 0) return;
        for (std::size_t i = 0; i < block.items() && !damage_; ++i) {
            visit(block.branch_item(i).child, {block.level(), block.revision()});
        }
    }

    [[nodiscard]] bool is_place(const FreeListPlace& place) const {
        const std::uint32_t last = file_.table().block_bytes - kListEntry;
        return place.offset >= kListHead && place.offset <= last;
    }

    void walk_free_list() {
        const auto& table = file_.table();
        if (table.free_begin.offset == 0 && table.free_end.offset == 0) return;
        if (!is_place(table.free_begin) || !is_place(table.free_end)) {
            return fail(table.free_begin.block, "the list of free blocks has no such place");
        }
        auto place = table.free_begin;
        std::string bytes;
        while (read_list_block(place.block, bytes)) {
            const bool is_last_block = place.block == table.free_end.block;
            const std::uint32_t next_at = table.block_bytes - kListEntry;
            const std::uint32_t end = is_last_block ? table.free_end.offset : next_at;
            const BlockView block(bytes);
            for (; place.offset < end; place.offset += kListEntry) {
                if (!take(block.number(place.offset, kListEntry))) return;
            }
            if (is_last_block) return;
            place = {block.number(next_at, kListEntry), kListHead};
        }
    }

    /// False, and damage is noted, if it is none.
    [[nodiscard]] bool read_list_block(std::uint32_t number, std::string& bytes) {
        if (!take(number)) return false;
        if (!file_.read(number, bytes)) {
            fail(number, "the file ends before it");
        } else if (BlockView(bytes).level() != kFreeListLevel) {
            fail(number, "it is no list of free blocks");
        }
        return !damage_;
    }

    const TableFile& file_;
    const std::stop_token& stop_;
    std::vector<bool> taken_;         // by block
    std::vector<std::string> bytes_;  // by level
    std::optional<std::string> damage_;
};

}  // namespace

std::optional<std::string> tree_damage(const TableFile& file, std::uint32_t revision,
                                       const std::stop_token& stop) {
    return TreeCheck(file, stop).find(revision);
}

}  // namespace sitrep::schema::glass

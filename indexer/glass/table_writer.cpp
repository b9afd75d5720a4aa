#include "table_writer.hpp"

#include "copy_bytes.hpp"
#include "encoding.hpp"

#include <algorithm>
#include <cstring>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer::glass {
namespace {

constexpr std::size_t kHeaderBytes = 11;
constexpr std::size_t kDirectoryEntry = 2;
/// The library expects that four items of the largest size fit in a block.
constexpr std::size_t kMaxItem = (kBlockBytes - kHeaderBytes - 4 * kDirectoryEntry) / 4;
constexpr std::size_t kMaxKey = 255;
constexpr std::size_t kMaxComponents = 65535;
constexpr std::size_t kMaxLevels = 10;
/// A typical tree has three levels; blocks move when a level is added.
constexpr std::size_t kUsualLevels = 4;

[[noreturn]] void refuse(const std::string& what) {
    throw schema::Error(schema::ErrorCode::Internal, "writing the index: " + what);
}

void store16(char* at, std::size_t value) {
    at[0] = static_cast<char>((value >> 8U) & 255U);
    at[1] = static_cast<char>(value & 255U);
}

void store32(char* at, std::size_t value) {
    store16(at, value >> 16U);
    store16(at + 2, value & 0xFFFFU);
}

/// Keys are short and alike, so a call of memcmp would take longer than the comparison.
bool is_before(std::string_view a, std::string_view b) noexcept {
    const std::size_t common = std::min(a.size(), b.size());
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= common; at += sizeof(std::uint64_t)) {
        if (std::memcmp(a.data() + at, b.data() + at, sizeof(std::uint64_t)) != 0) break;
    }
    for (; at < common; ++at) {
        if (a[at] == b[at]) continue;
        return static_cast<unsigned char>(a[at]) < static_cast<unsigned char>(b[at]);
    }
    return a.size() < b.size();
}

/// Bytes of a tag in an item that is not the first.
constexpr std::size_t later_piece(std::size_t key) {
    return kMaxItem - key - 5;
}

}  // namespace

void TableWriter::Block::clear() {
    directory_end = kHeaderBytes;
    items_begin = kBlockBytes;
}

bool TableWriter::Block::is_empty() const noexcept {
    return directory_end == kHeaderBytes;
}

char* TableWriter::Block::place(std::size_t size) {
    items_begin -= size;
    store16(bytes.data() + directory_end, items_begin);
    directory_end += kDirectoryEntry;
    return bytes.data() + items_begin;
}

std::string_view TableWriter::Block::last_key() const noexcept {
    const char* const item = bytes.data() + items_begin;
    return {item + 3, static_cast<unsigned char>(item[2])};
}

/// Looked up where it was written, since it would take time to copy every one.
std::string_view TableWriter::previous_key() const noexcept {
    return levels_[0].is_empty() ? std::string_view(closed_key_) : levels_[0].last_key();
}

TableWriter::TableWriter(std::filesystem::path path, WritingThread thread)
    : file_(std::move(path), thread) {
    levels_.reserve(kUsualLevels);
    levels_.emplace_back();
    // Every tree begins with an empty item, which is not counted.
    std::memcpy(levels_[0].place(3), "\x60\x00\x00", 3);
}

void TableWriter::add(std::string_view key, std::string_view tag, TagForm form) {
    if (key.empty() || key.size() > kMaxKey) refuse("a key of a wrong length");
    if (!is_before(previous_key(), key)) refuse("a key out of order");
    ++root_.entries;
    if (tag.size() <= later_piece(key.size()) + 2) {
        put(key, {tag, 1, true, form});
        return;
    }
    add_split(key, tag, form);
}

/// The first piece fills what is left of the leaf if that is worth it, as Xapian's compaction does.
std::size_t TableWriter::first_piece(std::size_t key, std::size_t tag) const {
    const std::size_t overhead = key + 5;
    const std::size_t room = levels_[0].free() % (kMaxItem + 2);
    if (room <= 2 + overhead) return later_piece(key) + 2;
    const std::size_t usable = room - 2 - overhead;
    const bool fills = usable >= (tag - 2) % later_piece(key) || usable >= key + 34;
    return fills ? usable + 2 : later_piece(key) + 2;
}

void TableWriter::add_split(std::string_view key, std::string_view tag, TagForm form) {
    if (tag.size() / later_piece(key.size()) + 2 > kMaxComponents) {
        refuse("an entry of " + std::to_string(tag.size()) + " bytes is too large");
    }
    Piece piece{{}, 1, false, form};
    std::size_t size = first_piece(key.size(), tag.size());
    while (!piece.is_last) {
        // The byte behind a deflate stream must not be a piece by itself: the stream would end
        // early.
        if (form == TagForm::Deflated && tag.size() == size + 1) --size;
        piece.is_last = tag.size() <= size;
        piece.tag = tag.substr(0, size);
        tag.remove_prefix(piece.tag.size());
        put(key, piece);
        ++piece.component;
        size = later_piece(key.size());
    }
}

void TableWriter::put(std::string_view key, const Piece& piece) {
    const bool is_first = piece.component == 1;
    const std::size_t size = 3 + key.size() + (is_first ? 0 : 2) + piece.tag.size();
    if (levels_[0].free() < size + kDirectoryEntry) close_leaf(key, piece.component);
    char* at = levels_[0].place(size);
    store16(at, (piece.form == TagForm::Deflated ? 0x8000U : 0U) | (piece.is_last ? 0x4000U : 0U) |
                    (is_first ? 0x2000U : 0U) | (size - 3));
    at[2] = static_cast<char>(key.size());
    at = copy_bytes(at + 3, key);
    if (!is_first) {
        store16(at, piece.component);
        at += 2;
    }
    copy_bytes(at, piece.tag);
}

/// The next leaf begins with `key`; its parent gets just enough of it to tell it from the last key.
void TableWriter::close_leaf(std::string_view key, std::uint16_t component) {
    closed_key_ = previous_key();
    const auto child = write_block(0);
    const Separator separator = std::move(levels_[0].separator);
    levels_[0].clear();
    put_branch(1, separator, child);
    const auto differs = std::ranges::mismatch(closed_key_, key).in2;
    const auto common = static_cast<std::size_t>(differs - key.begin());
    levels_[0].separator = {std::string(key.substr(0, common + 1)), component};
}

void TableWriter::put_branch(std::size_t level, const Separator& separator, std::uint32_t child) {
    if (level == kMaxLevels) refuse("too many entries");
    if (level == levels_.size()) levels_.emplace_back();
    constexpr std::size_t kFixed = 4 + 1 + 2;
    if (!levels_[level].is_empty() &&
        levels_[level].free() < kFixed + separator.key.size() + kDirectoryEntry) {
        const auto full = write_block(level);
        const Separator least = std::move(levels_[level].separator);
        levels_[level].clear();
        put_branch(level + 1, least, full);
    }
    Block& block = levels_[level];
    // The first item of a branch block stands for everything below the second.
    const bool is_first = block.is_empty();
    const std::string_view key = is_first ? std::string_view{} : std::string_view(separator.key);
    char* at = block.place(kFixed + key.size());
    store32(at, child);
    at[4] = static_cast<char>(key.size());
    store16(copy_bytes(at + 5, key), is_first ? 0 : separator.component);
    if (is_first) block.separator = separator;
}

std::uint32_t TableWriter::write_block(std::size_t level) {
    Block& block = levels_[level];
    char* const header = block.bytes.data();
    store32(header, kRevision);
    header[4] = static_cast<char>(level);
    store16(header + 5, block.free());
    store16(header + 7, block.free());
    store16(header + 9, block.directory_end);
    std::memset(header + block.directory_end, 0, block.free());
    file_.append({block.bytes.data(), block.bytes.size()});
    if (root_.blocks == UINT32_MAX) refuse("a table has too many blocks");
    return root_.blocks++;
}

TableRoot TableWriter::finish() {
    root_.root = write_block(0);
    for (std::size_t level = 1; level < levels_.size(); ++level) {
        const Separator separator = levels_[level - 1].separator;  // the levels may move
        put_branch(level, separator, root_.root);
        root_.root = write_block(level);
    }
    root_.level = static_cast<std::uint32_t>(levels_.size() - 1);
    file_.sync();
    return root_;
}

}  // namespace sitrep::indexer::glass

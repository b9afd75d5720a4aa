#include "version_file.hpp"

#include "encoding.hpp"

#include <algorithm>
#include <random>
#include <sitrep_internal/glass_version.hpp>
#include <string_view>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer::glass {
namespace {

/// The library reads no more of the file.
constexpr std::size_t kMaxBytes = 256;
constexpr std::uint64_t kNoCompression = 0;
constexpr std::uint64_t kCompressAbove = 18;

void append_root(std::string& out, const TableRoot& table, std::uint64_t compress_above) {
    constexpr unsigned kLeavesInOrder = 2;
    std::string free_list;
    append_uint(free_list, kRevision);
    append_uint(free_list, table.blocks);
    free_list.append(4, '\0');

    append_uint(out, table.root);
    append_uint(out, (table.level << 2U) | kLeavesInOrder);
    append_uint(out, table.entries);
    append_uint(out, kBlockBytes / 2048);
    append_uint(out, compress_above);
    append_string(out, free_list);
}

void append_empty_root(std::string& out) {
    constexpr unsigned kNoBlocks = 3;
    for (const std::uint64_t value : {std::uint64_t{0}, std::uint64_t{kNoBlocks}, std::uint64_t{0},
                                      std::uint64_t{kBlockBytes / 2048}, kCompressAbove}) {
        append_uint(out, value);
    }
    append_string(out, {});
}

}  // namespace

void Statistics::count(std::uint32_t docid, std::uint32_t length, std::uint32_t largest_wdf_in_it) {
    ++documents;
    last_docid = std::max(last_docid, docid);
    largest_wdf = std::max(largest_wdf, largest_wdf_in_it);
    longest_document = std::max(longest_document, length);
    total_length += length;
    if (length == 0) return;
    shortest_document = shortest_document == 0 ? length : std::min(shortest_document, length);
}

std::string version_bytes(const TableRoots& roots, const Statistics& statistics,
                          const std::array<char, 16>& uuid) {
    std::string out(schema::kGlassMagic);
    append_big_endian(out, schema::kGlassFormat, 2);
    out.append(uuid.data(), uuid.size());
    append_uint(out, kRevision);
    append_root(out, roots.postlist, kNoCompression);
    append_root(out, roots.docdata, kCompressAbove);
    append_root(out, roots.termlist, kCompressAbove);
    append_root(out, roots.position, kNoCompression);
    append_empty_root(out);  // spelling
    append_empty_root(out);  // synonym

    append_uint(out, statistics.documents);
    append_uint(out, statistics.last_docid - statistics.documents);
    append_uint(out, statistics.shortest_document);
    append_uint(out, statistics.largest_wdf);
    append_uint(out, statistics.longest_document - statistics.largest_wdf);
    append_uint(out, 0);  // oldest changeset
    append_uint(out, statistics.total_length);
    append_uint(out, 0);  // most frequent spelling
    if (out.size() > kMaxBytes) {
        throw schema::Error(schema::ErrorCode::Internal, "the version file is too long");
    }
    return out;
}

std::array<char, 16> random_uuid() {
    std::array<char, 16> uuid{};
    std::random_device random;
    for (char& byte : uuid) byte = static_cast<char>(random() & 255U);
    uuid[6] = static_cast<char>((static_cast<unsigned char>(uuid[6]) & 0x0FU) | 0x40U);
    uuid[8] = static_cast<char>((static_cast<unsigned char>(uuid[8]) & 0x3FU) | 0x80U);
    return uuid;
}

void write_version_file(const std::filesystem::path& folder, const TableRoots& roots,
                        const Statistics& statistics) {
    OutputFile file(folder / schema::kGlassVersionName);
    file.append(version_bytes(roots, statistics, random_uuid()));
    file.sync();
}

}  // namespace sitrep::indexer::glass

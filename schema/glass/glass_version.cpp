#include <algorithm>
#include <bit>
#include <fstream>
#include <iterator>
#include <limits>
#include <sitrep_internal/damage.hpp>
#include <sitrep_internal/glass_version.hpp>
#include <sitrep_internal/packed_uint.hpp>
#include <string>

#include <sitrep/schema/error.hpp>

namespace sitrep::schema {
namespace {

constexpr std::size_t kFormatBytes = 2;
constexpr std::size_t kUuidBytes = 16;
/// As large as Xapian makes them.
constexpr std::uint32_t kLeastBlockBytes = 2048;
constexpr std::uint32_t kMostBlockBytes = 65536;
constexpr std::uint32_t kMostLevels = 10;

/// Takes numbers off the front; after one that is not there or too large, all are 0.
class NumberReader {
public:
    explicit NumberReader(std::string_view bytes) : rest_(bytes) {}

    std::uint32_t number() {
        const auto value = take_uint(rest_);
        is_sound_ = is_sound_ && value && *value <= std::numeric_limits<std::uint32_t>::max();
        return is_sound_ ? static_cast<std::uint32_t>(*value) : 0;
    }

    std::string_view bytes() {
        const std::uint32_t size = number();
        is_sound_ = is_sound_ && size <= rest_.size();
        if (!is_sound_) return {};
        const auto piece = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return piece;
    }

    [[nodiscard]] bool is_sound() const noexcept { return is_sound_; }

private:
    std::string_view rest_;
    bool is_sound_ = true;
};

bool is_of_this_format(std::string_view bytes) {
    if (!bytes.starts_with(kGlassMagic)) return false;
    const auto format = bytes.substr(kGlassMagic.size(), kFormatBytes);
    return format.size() == kFormatBytes &&
           static_cast<unsigned char>(format[0]) == (kGlassFormat >> 8U) &&
           static_cast<unsigned char>(format[1]) == (kGlassFormat & 255U);
}

/// False if the list of free blocks is cut off. A table that was never written has none.
bool read_free_list(std::string_view bytes, GlassTable& table) {
    if (bytes.empty()) return true;
    NumberReader in(bytes);
    static_cast<void>(in.number());  // the revision once more
    table.blocks = in.number();
    for (FreeListPlace* place : {&table.free_begin, &table.free_end}) {
        place->block = in.number();
        place->offset = in.number() * 4;
    }
    return in.is_sound();
}

bool read_table(NumberReader& in, GlassTable& table) {
    constexpr std::uint32_t kFakeRoot = 1;
    table.root = in.number();
    const std::uint32_t flags = in.number();
    table.is_empty = (flags & kFakeRoot) != 0;
    table.level = flags >> 2U;
    static_cast<void>(in.number());  // entries
    const std::uint32_t size = in.number();
    table.block_bytes = size > kMostBlockBytes ? 0 : size * kLeastBlockBytes;
    static_cast<void>(in.number());  // from which length on tags are compressed
    return read_free_list(in.bytes(), table);
}

}  // namespace

std::optional<GlassVersion> read_glass_version(std::string_view bytes) {
    constexpr std::size_t kHead = kGlassMagic.size() + kFormatBytes + kUuidBytes;
    if (!is_of_this_format(bytes) || bytes.size() < kHead) return std::nullopt;
    NumberReader in(bytes.substr(kHead));
    GlassVersion version;
    version.revision = in.number();
    for (GlassTable& table : version.tables) {
        if (!read_table(in, table)) return std::nullopt;
    }
    version.documents = in.number();
    version.last_docid = version.documents + in.number();
    if (!in.is_sound()) return std::nullopt;
    return version;
}

bool is_sensible(const GlassVersion& version) noexcept {
    return std::ranges::all_of(version.tables, [](const GlassTable& table) {
        return std::has_single_bit(table.block_bytes) && table.block_bytes >= kLeastBlockBytes &&
               table.block_bytes <= kMostBlockBytes && table.level < kMostLevels;
    });
}

void require_sensible_version(const std::filesystem::path& database) {
    const auto path = database / kGlassVersionName;
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return;
    // Whoever opens a pipe waits for somebody who writes to it.
    if (std::filesystem::is_regular_file(path, error)) {
        std::ifstream file(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        if (!is_of_this_format(bytes)) return;
        const auto version = read_glass_version(bytes);
        if (version && is_sensible(*version)) return;
    }
    throw Error(ErrorCode::IndexDamaged, path.string() + " makes no sense", kRebuildHint);
}

}  // namespace sitrep::schema

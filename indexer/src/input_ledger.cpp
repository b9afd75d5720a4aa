#include "input_ledger.hpp"

#include <cstring>
#include <type_traits>

namespace sitrep::indexer {
namespace {

// The magic, the hash of everything behind it, then the numbers as the machine has them. A machine
// that has them the other way round finds another magic.
constexpr std::uint64_t kMagic = 0x3130'7265'6764'656C;  // "ledger01"

static_assert(sizeof(LedgerRecord) == 24 && std::is_trivially_copyable_v<LedgerRecord>);
static_assert(sizeof(FileStamp) == 32 && std::is_trivially_copyable_v<FileStamp>);

template <typename Plain>
void append(std::string& out, const Plain& value) {
    static_assert(std::is_trivially_copyable_v<Plain>);
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename Plain>
void append_list(std::string& out, const std::vector<Plain>& list) {
    append(out, static_cast<std::uint64_t>(list.size()));
    out.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(Plain));
}

/// Takes values off the front of bytes that may be anything. After a value that was not there,
/// all that follow are empty.
class Taker {
public:
    explicit Taker(std::string_view bytes) : bytes_(bytes) {}

    template <typename Plain>
    Plain take() {
        Plain value{};
        const auto bytes = take_bytes(sizeof value);
        if (!failed_) std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }

    std::string_view take_bytes(std::uint64_t size) {
        if (failed_ || size > bytes_.size()) {
            failed_ = true;
            return {};
        }
        const auto taken = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return taken;
    }

    template <typename Plain>
    std::vector<Plain> take_list() {
        const auto count = take<std::uint64_t>();
        if (count > bytes_.size() / sizeof(Plain)) failed_ = true;
        if (failed_ || count == 0) return {};
        std::vector<Plain> list(count);
        const auto bytes = take_bytes(count * sizeof(Plain));
        std::memcpy(list.data(), bytes.data(), bytes.size());
        return list;
    }

    [[nodiscard]] bool failed() const noexcept { return failed_; }
    [[nodiscard]] bool is_at_end() const noexcept { return !failed_ && bytes_.empty(); }

private:
    std::string_view bytes_;
    bool failed_ = false;
};

void append_file(std::string& out, const LedgerFile& file) {
    append(out, static_cast<std::uint64_t>(file.place.size()));
    out += file.place;
    append(out, static_cast<std::uint32_t>(file.format));
    append(out, static_cast<std::uint32_t>(file.stamp.has_value()));
    append(out, file.stamp.value_or(FileStamp{}));
    append(out, file.refused);
    append_list(out, file.records);
    append_list(out, file.kept);
}

LedgerFile take_file(Taker& taker) {
    LedgerFile file;
    file.place = taker.take_bytes(taker.take<std::uint64_t>());
    file.format = static_cast<InputFormat>(taker.take<std::uint32_t>());
    const bool has_stamp = taker.take<std::uint32_t>() != 0;
    const auto stamp = taker.take<FileStamp>();
    if (has_stamp) file.stamp = stamp;
    file.refused = taker.take<std::uint64_t>();
    file.records = taker.take_list<LedgerRecord>();
    file.kept = taker.take_list<std::uint32_t>();
    return file;
}

}  // namespace

std::string encode_ledger(const InputLedger& ledger) {
    std::string body;
    append(body, ledger.index);
    append(body, ledger.analysis);
    append(body, ledger.vocabulary);
    append(body, ledger.documents);
    append(body, static_cast<std::uint64_t>(ledger.files.size()));
    for (const auto& file : ledger.files) append_file(body, file);
    std::string out;
    append(out, kMagic);
    append(out, hash_of(body));
    return out + body;
}

std::optional<InputLedger> decode_ledger(std::string_view bytes) {
    Taker taker(bytes);
    const bool is_ours = taker.take<std::uint64_t>() == kMagic;
    const auto hash = taker.take<Hash128>();
    if (!is_ours || taker.failed()) return std::nullopt;
    if (hash_of(bytes.substr(sizeof kMagic + sizeof hash)) != hash) return std::nullopt;

    InputLedger ledger;
    ledger.index = taker.take<Hash128>();
    ledger.analysis = taker.take<Hash128>();
    ledger.vocabulary = taker.take<Hash128>();
    ledger.documents = taker.take<std::uint64_t>();
    for (auto left = taker.take<std::uint64_t>(); left > 0 && !taker.failed(); --left) {
        ledger.files.push_back(take_file(taker));
    }
    if (!taker.is_at_end()) return std::nullopt;
    return ledger;
}

}  // namespace sitrep::indexer

#include "input_ledger.hpp"

#include <cstring>
#include <type_traits>

namespace sitrep::indexer {
namespace {

// The magic, the hash of everything behind it, then the numbers as the machine has them. A machine
// that has them the other way round finds another magic.
constexpr std::uint64_t kMagic = 0x3530'7265'6764'656C;  // "ledger05"

static_assert(sizeof(RecordKey) == 12 && std::is_trivially_copyable_v<RecordKey>);
static_assert(sizeof(schema::FileStamp) == 32 && std::is_trivially_copyable_v<schema::FileStamp>);

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

    std::string take_text() { return std::string(take_bytes(take<std::uint64_t>())); }

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

/// Records that stand one after another and whose docids do so too, as nearly all do.
struct DocumentRun {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t is_current = 0;
};

void append_records(std::string& out, const std::vector<LedgerRecord>& records) {
    std::vector<DocumentRun> runs;
    append(out, static_cast<std::uint64_t>(records.size()));
    for (const LedgerRecord& record : records) {
        append(out, record.key);
        const bool goes_on = !runs.empty() &&
                             runs.back().first + runs.back().count == record.document &&
                             (runs.back().is_current != 0) == record.is_current;
        if (!goes_on) runs.push_back({record.document, 0, record.is_current ? 1U : 0U});
        ++runs.back().count;
    }
    append_list(out, runs);
}

/// Nothing if the two lists do not fit together.
std::optional<std::vector<LedgerRecord>> take_records(Taker& taker) {
    const auto keys = taker.take_list<RecordKey>();
    const auto runs = taker.take_list<DocumentRun>();
    std::vector<LedgerRecord> records;
    records.reserve(keys.size());
    for (const DocumentRun& run : runs) {
        const bool is_valid =
            run.count <= keys.size() - records.size() && run.first <= UINT32_MAX - run.count;
        if (!is_valid) return std::nullopt;
        for (std::uint32_t i = 0; i < run.count; ++i) {
            records.push_back({keys[records.size()], run.first + i, run.is_current != 0});
        }
    }
    if (records.size() != keys.size()) return std::nullopt;
    return records;
}

void append_text(std::string& out, const std::string& text) {
    append(out, static_cast<std::uint64_t>(text.size()));
    out += text;
}

void append_file(std::string& out, const LedgerFile& file) {
    append_text(out, file.place);
    append(out, static_cast<std::uint32_t>(file.format));
    append(out, static_cast<std::uint32_t>(file.stamp.has_value()));
    append(out, file.stamp.value_or(schema::FileStamp{}));
    append(out, file.refused);
    append_records(out, file.records);
    append_list(out, file.kept);
}

std::optional<LedgerFile> take_file(Taker& taker) {
    LedgerFile file;
    file.place = taker.take_text();
    file.format = static_cast<InputFormat>(taker.take<std::uint32_t>());
    const bool has_stamp = taker.take<std::uint32_t>() != 0;
    const auto stamp = taker.take<schema::FileStamp>();
    if (has_stamp) file.stamp = stamp;
    file.refused = taker.take<std::uint64_t>();
    auto records = take_records(taker);
    if (!records) return std::nullopt;
    file.records = std::move(*records);
    file.kept = taker.take_list<std::uint32_t>();
    return file;
}

}  // namespace

std::string encode_ledger(const InputLedger& ledger) {
    std::string out;
    append(out, kMagic);
    append(out, Hash128{});  // filled in at the end
    const std::size_t body = out.size();
    append(out, ledger.index);
    append(out, ledger.analysis);
    append(out, ledger.vocabulary);
    append(out, ledger.documents);
    append(out, static_cast<std::uint64_t>(ledger.files.size()));
    for (const auto& file : ledger.files) append_file(out, file);
    append(out, static_cast<std::uint64_t>(ledger.roots.size()));
    for (const auto& root : ledger.roots) {
        append_text(out, root.name);
        append_text(out, root.base);
        append(out, static_cast<std::uint32_t>(root.has_ids_by_place));
    }
    append_list(out, ledger.untraced);
    const Hash128 hash = hash_of(std::string_view(out).substr(body));
    std::memcpy(out.data() + sizeof kMagic, &hash, sizeof hash);
    return out;
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
        auto file = take_file(taker);
        if (!file) return std::nullopt;
        ledger.files.push_back(std::move(*file));
    }
    for (auto left = taker.take<std::uint64_t>(); left > 0 && !taker.failed(); --left) {
        LedgerRoot root;
        root.name = taker.take_text();
        root.base = taker.take_text();
        root.has_ids_by_place = taker.take<std::uint32_t>() != 0;
        ledger.roots.push_back(std::move(root));
    }
    ledger.untraced = taker.take_list<std::uint32_t>();
    if (!taker.is_at_end()) return std::nullopt;
    return ledger;
}

}  // namespace sitrep::indexer

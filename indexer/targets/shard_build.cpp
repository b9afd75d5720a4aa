#include "shard_build.hpp"

#include "documents/xapian_document.hpp"
#include "support/safe_file.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <xapian.h>

namespace sitrep::indexer {
namespace {

namespace fs = std::filesystem;

/// A document of so many bytes takes Xapian's writer about that many times the memory.
constexpr std::size_t kMemoryFactor = 16;
constexpr std::size_t kLeastShard = 1U << 20U;
constexpr std::size_t kLargestShard = 8U << 20U;
constexpr std::size_t kShardsAtOnce = 32;

std::size_t shard_size(const BuildOptions& options) {
    const std::size_t share = options.memory / (kMemoryFactor * 2 * options.threads);
    return std::clamp(share, kLeastShard, kLargestShard);
}

}  // namespace

ShardBuild::ShardBuild(const BuildOptions& options, const AnalysisOptions& analysis)
    : folder_(options.folder),
      work_(options.folder / "shards.tmp"),
      shard_bytes_(shard_size(options)),
      queue_(1) {
    fs::create_directories(work_);
    for (unsigned i = 0; i < options.threads; ++i) {
        workers_.push_back(std::make_unique<DocumentWorker>(analysis));
    }
    start_writers(options.threads);
}

void ShardBuild::start_writers(unsigned count) {
    try {
        for (unsigned i = 0; i < count; ++i) writers_.emplace_back([this] { write_shards(); });
    } catch (...) {
        queue_.close();  // those that run already would wait for ever
        throw;
    }
}

ShardBuild::~ShardBuild() {
    is_given_up_ = true;
    queue_.close();
}

fs::path ShardBuild::shard_path(std::size_t number) const {
    return work_ / std::to_string(number);
}

std::size_t ShardBuild::take(PreparedBatch& batch) {
    auto& documents = static_cast<DocumentBatch&>(batch);
    const std::size_t count = documents.documents.size();
    if (count == 0) return 0;
    if (open_.documents.empty()) open_.first = documents.first;
    for (const auto& document : documents.documents) open_bytes_ += document.data().size();
    std::ranges::move(documents.documents, std::back_inserter(open_.documents));
    if (open_bytes_ >= shard_bytes_) hand_over();
    return count;
}

void ShardBuild::hand_over() {
    if (open_.documents.empty()) return;
    open_.number = ++shard_count_;
    const bool is_taken = queue_.push(std::move(open_));
    open_ = {};
    open_bytes_ = 0;
    if (!is_taken) join();  // a writer failed, and this tells why
}

void ShardBuild::write_shards() noexcept {
    try {
        while (const auto shard = queue_.pop()) {
            if (!is_given_up_) write(*shard);
        }
    } catch (...) {
        const std::scoped_lock lock(failure_mutex_);
        if (!failure_) failure_ = std::current_exception();
        queue_.close();
    }
}

void ShardBuild::write(const Shard& shard) const {
    Xapian::WritableDatabase database(
        shard_path(shard.number).string(),
        Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    auto docid = static_cast<Xapian::docid>(shard.first);
    for (const auto& document : shard.documents) {
        database.replace_document(docid++, to_xapian(document));
    }
    database.commit();
}

void ShardBuild::join() {
    queue_.close();
    writers_.clear();
    if (failure_) std::rethrow_exception(failure_);
}

bool ShardBuild::finish(const std::map<std::string, std::string>& metadata,
                        const std::stop_token& stop) {
    hand_over();
    join();
    if (stop.stop_requested()) return true;
    write_metadata(metadata);
    compact_all();
    fs::remove_all(work_);
    for (const auto& entry : fs::directory_iterator(folder_)) sync_file(entry.path());
    sync_folder(folder_);
    return true;  // nobody has looked
}

/// The metadata has a database of its own, since Xapian cannot merge two values of one key.
void ShardBuild::write_metadata(const std::map<std::string, std::string>& metadata) const {
    Xapian::WritableDatabase database(shard_path(0).string(),
                                      Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    for (const auto& [key, value] : metadata) database.set_metadata(key, value);
    database.commit();
}

/// A few shards at a time, neighbours first: each takes several file descriptors. A single one is
/// compacted too, so that the result does not depend on the number.
void ShardBuild::compact_all() {
    std::vector<fs::path> shards;
    for (std::size_t number = 0; number <= shard_count_; ++number) {
        shards.push_back(shard_path(number));
    }
    do {
        std::vector<fs::path> larger;
        for (std::size_t begin = 0; begin < shards.size(); begin += kShardsAtOnce) {
            const std::size_t count = std::min(kShardsAtOnce, shards.size() - begin);
            larger.push_back(shard_path(++shard_count_));
            compact(std::span(shards).subspan(begin, count), larger.back());
        }
        shards = std::move(larger);
    } while (shards.size() > 1);
    for (const auto& entry : fs::directory_iterator(shards.front())) {
        fs::rename(entry.path(), folder_ / entry.path().filename());
    }
}

void ShardBuild::compact(std::span<const fs::path> shards, const fs::path& whole) {
    {
        Xapian::Database all;
        for (const auto& path : shards) all.add_database(Xapian::Database(path.string()));
        all.compact(whole.string(), Xapian::DBCOMPACT_NO_RENUMBER | Xapian::DBCOMPACT_MULTIPASS);
    }
    for (const auto& path : shards) fs::remove_all(path);
}

}  // namespace sitrep::indexer

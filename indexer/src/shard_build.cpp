#include "shard_build.hpp"

#include "safe_file.hpp"
#include "xapian_document.hpp"

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
        writers_.emplace_back([this] { write_shards(); });
    }
}

ShardBuild::~ShardBuild() {
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
    queue_.push(std::move(open_));
    open_ = {};
    open_bytes_ = 0;
}

void ShardBuild::write_shards() noexcept {
    try {
        while (const auto shard = queue_.pop()) write(*shard);
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
    hand_over();
    queue_.close();
    writers_.clear();
    if (failure_) std::rethrow_exception(failure_);
}

void ShardBuild::finish(const std::map<std::string, std::string>& metadata,
                        const std::stop_token& stop) {
    join();
    if (stop.stop_requested()) return;
    compact(metadata);
    fs::remove_all(work_);
    for (const auto& entry : fs::directory_iterator(folder_)) sync_file(entry.path());
    sync_folder(folder_);
}

/// The metadata has a database of its own, since Xapian cannot merge two values of one key.
void ShardBuild::compact(const std::map<std::string, std::string>& metadata) const {
    const auto path = shard_path(0);
    {
        Xapian::WritableDatabase database(path.string(),
                                          Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
        for (const auto& [key, value] : metadata) database.set_metadata(key, value);
        database.commit();
    }
    Xapian::Database all;
    for (std::size_t number = 0; number <= shard_count_; ++number) {
        all.add_database(Xapian::Database(shard_path(number).string()));
    }
    const auto whole = work_ / "whole";
    all.compact(whole.string(), Xapian::DBCOMPACT_NO_RENUMBER | Xapian::DBCOMPACT_MULTIPASS);
    for (const auto& entry : fs::directory_iterator(whole)) {
        fs::rename(entry.path(), folder_ / entry.path().filename());
    }
}

}  // namespace sitrep::indexer

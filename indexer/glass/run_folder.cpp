#include "run_folder.hpp"

#include "run_file.hpp"
#include "run_merger.hpp"

#include <algorithm>
#include <iterator>

namespace sitrep::indexer::glass {

std::filesystem::path RunFolder::new_path() {
    const std::scoped_lock lock(mutex_);
    return folder_ / ("run-" + std::to_string(++made_) + ".tmp");
}

void RunFolder::add(std::filesystem::path path) {
    const std::scoped_lock lock(mutex_);
    paths_.push_back(std::move(path));
}

std::vector<std::unique_ptr<RunCursor>> RunFolder::open() const {
    const std::scoped_lock lock(mutex_);
    std::vector<std::unique_ptr<RunCursor>> cursors;
    for (const auto& path : paths_) cursors.push_back(std::make_unique<RunFileCursor>(path));
    return cursors;
}

void RunFolder::reduce(const std::stop_token& stop) {
    while (paths_.size() > kMaxRuns && !stop.stop_requested()) {
        // No more than needed in the last pass: what is merged here is written and read again.
        merge(std::min(kMaxRuns, paths_.size() - kMaxRuns + 1), stop);
    }
}

/// The oldest files become one, which counts as the newest.
void RunFolder::merge(std::size_t count, const std::stop_token& stop) {
    const auto last = paths_.begin() + static_cast<std::ptrdiff_t>(count);
    std::vector<std::unique_ptr<RunCursor>> cursors;
    for (auto path = paths_.begin(); path != last; ++path)
        cursors.push_back(std::make_unique<RunFileCursor>(*path));
    RunMerger merger(std::move(cursors));
    const auto merged = new_path();
    RunFileWriter file(merged);
    std::string postings;
    while (merger.next() && !stop.stop_requested()) {
        postings.clear();
        std::uint32_t previous = 0;
        merger.for_each_posting([&](const Posting& posting) {
            append_posting(postings, posting, previous);
            previous = posting.docid;
        });
        file.add({merger.name(), static_cast<std::uint32_t>(merger.term_frequency()),
                  merger.collection_frequency(), postings});
    }
    file.finish();
    for (auto path = paths_.begin(); path != last; ++path) std::filesystem::remove(*path);
    paths_.erase(paths_.begin(), last);
    paths_.push_back(merged);
}

void RunFolder::remove_all() {
    const std::scoped_lock lock(mutex_);
    for (const auto& path : paths_) std::filesystem::remove(path);
    paths_.clear();
}

}  // namespace sitrep::indexer::glass

#include "run_merger.hpp"

#include "support/byte_order.hpp"

#include <algorithm>

namespace sitrep::indexer::glass {

RunMerger::RunMerger(std::vector<std::unique_ptr<RunCursor>> runs) : runs_(std::move(runs)) {
    for (std::size_t run = 0; run < runs_.size(); ++run) advance(run);
}

/// A run is moved on only when its term was used, so that what `term()` gives stays valid.
void RunMerger::advance(std::size_t run) {
    if (!runs_[run]->next()) return;
    heap_.push_back({order_prefix(runs_[run]->term().name), run});
    std::ranges::push_heap(heap_, [this](const Head& a, const Head& b) { return is_later(a, b); });
}

bool RunMerger::is_later(const Head& a, const Head& b) const noexcept {
    if (a.prefix != b.prefix) return a.prefix > b.prefix;
    const int order = runs_[a.run]->term().name.compare(runs_[b.run]->term().name);
    return order != 0 ? order > 0 : a.run > b.run;
}

bool RunMerger::next() {
    for (const std::size_t run : current_) advance(run);
    current_.clear();
    parts_.clear();
    while (!heap_.empty()) {
        const std::size_t run = heap_.front().run;
        const RunTerm& term = runs_[run]->term();
        if (!parts_.empty() && term.name != parts_.front().name) break;
        parts_.push_back(term);
        current_.push_back(run);
        std::ranges::pop_heap(heap_,
                              [this](const Head& a, const Head& b) { return is_later(a, b); });
        heap_.pop_back();
    }
    return !parts_.empty();
}

std::uint64_t RunMerger::term_frequency() const noexcept {
    std::uint64_t sum = 0;
    for (const RunTerm& part : parts_) sum += part.term_frequency;
    return sum;
}

std::uint64_t RunMerger::collection_frequency() const noexcept {
    std::uint64_t sum = 0;
    for (const RunTerm& part : parts_) sum += part.collection_frequency;
    return sum;
}

std::pair<std::size_t, std::uint32_t> RunMerger::first_and_limit() const noexcept {
    std::size_t first = 0;
    for (std::size_t i = 1; i < readers_.size(); ++i) {
        if (readers_[i].posting().docid < readers_[first].posting().docid) first = i;
    }
    std::uint32_t limit = UINT32_MAX;
    for (std::size_t i = 0; i < readers_.size(); ++i) {
        if (i != first) limit = std::min(limit, readers_[i].posting().docid);
    }
    return {first, limit};
}

}  // namespace sitrep::indexer::glass

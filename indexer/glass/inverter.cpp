#include "inverter.hpp"

#include "copy_bytes.hpp"
#include "position_list.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace sitrep::indexer::glass {
namespace {

constexpr std::uint32_t kLinkBytes = 4;
constexpr std::uint32_t kFirstSlice = 16;
constexpr std::uint32_t kLargestSlice = 4096;
/// Leaves room for one more report within 32 bits.
constexpr std::size_t kMaxBlocks = 1536;

}  // namespace

void Inverter::add(std::uint32_t docid, const AnalyzedReport& report) {
    for (std::size_t i = 0; i < report.terms.size(); ++i) {
        const DocumentTerm& term = report.terms[i];
        if (term.id >= chains_.size()) chains_.resize(std::max<std::size_t>(term.id + 1, 4096));
        prefetch(report, i);
        Chain& chain = chains_[term.id];
        if (chain.count == 0) {
            ++terms_used_;
            chain.first = new_slice(kFirstSlice);
            chain.at = chain.first;
            chain.end = chain.first + kFirstSlice - kLinkBytes;
            chain.last_size = kFirstSlice;
        }
        append(chain, encode(docid - chain.last_docid, term.wdf, report.positions_of(term)));
        chain.last_docid = docid;
        ++chain.count;
        chain.wdf_sum += term.wdf;
    }
}

/// Most terms occur once in a report, so most position lists are one number.
std::string_view Inverter::encode(std::uint32_t step, std::uint32_t wdf,
                                  std::span<const std::uint32_t> positions) {
    if (positions.size() > 1) {
        positions_.clear();
        append_position_list(positions_, positions);
        record_.clear();
        append_posting(record_, {step, wdf, positions_}, 0);
        return record_;
    }
    char* const begin = short_record_.data();
    char* const size = store_uint(store_uint(begin, step), wdf);
    char* end = size + 1;
    if (!positions.empty()) end = store_uint(end, positions.front());
    *size = static_cast<char>(end - size - 1);
    return {begin, static_cast<std::size_t>(end - begin)};
}

/// Lists lie all over the memory. Asking for those of the next terms while this one is written
/// saves most of the waiting.
void Inverter::prefetch(const AnalyzedReport& report, std::size_t at) const noexcept {
    constexpr std::size_t kNear = 4;
    constexpr std::size_t kFar = 12;
    if (at + kFar < report.terms.size()) {
        const TermId id = report.terms[at + kFar].id;
        if (id < chains_.size()) __builtin_prefetch(&chains_[id]);
    }
    if (at + kNear < report.terms.size()) {
        const TermId id = report.terms[at + kNear].id;
        if (id < chains_.size() && chains_[id].count > 0) {
            __builtin_prefetch(address(chains_[id].at), 1);
        }
    }
}

void Inverter::prefetch_next(std::span<const TermId> sorted) const noexcept {
    constexpr std::size_t kNear = 4;
    constexpr std::size_t kFar = 12;
    if (kFar < sorted.size()) __builtin_prefetch(&chains_[sorted[kFar]]);
    if (kNear < sorted.size()) __builtin_prefetch(address(chains_[sorted[kNear]].first));
}

std::uint32_t Inverter::new_slice(std::uint32_t size) {
    if (block_used_ + size > kBlockBytes) {
        blocks_.push_back(schema::make_large_block(kBlockBytes));
        block_used_ = 0;
    }
    const auto offset =
        static_cast<std::uint32_t>((blocks_.size() - 1) << kBlockBits) + block_used_;
    block_used_ += size;
    return offset;
}

void Inverter::extend(Chain& chain) {
    const std::uint32_t size = std::min(chain.last_size * 2, kLargestSlice);
    const std::uint32_t slice = new_slice(size);
    std::memcpy(address(chain.end), &slice, kLinkBytes);
    chain.at = slice;
    chain.end = slice + size - kLinkBytes;
    chain.last_size = size;
}

void Inverter::append(Chain& chain, std::string_view bytes) {
    while (true) {
        const std::size_t size = std::min<std::size_t>(bytes.size(), chain.end - chain.at);
        copy_bytes(address(chain.at), bytes.substr(0, size));
        chain.at += static_cast<std::uint32_t>(size);
        if (size == bytes.size()) return;
        bytes.remove_prefix(size);
        extend(chain);
    }
}

std::size_t Inverter::bytes() const noexcept {
    return blocks_.size() * kBlockBytes + chains_.capacity() * sizeof(Chain);
}

bool Inverter::is_full() const noexcept {
    return blocks_.size() >= kMaxBlocks;
}

std::vector<TermId> Inverter::sorted_terms(const TermDictionary& dictionary) const {
    std::vector<std::pair<std::uint64_t, TermId>> order;
    order.reserve(terms_used_);
    for (TermId id = 0; id < chains_.size(); ++id) {
        if (chains_[id].count > 0) order.emplace_back(dictionary.prefix(id), id);
    }
    std::ranges::sort(order, [&](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        return dictionary.name(a.second) < dictionary.name(b.second);
    });
    std::vector<TermId> sorted;
    sorted.reserve(order.size());
    for (const auto& [prefix, id] : order) sorted.push_back(id);
    return sorted;
}

void Inverter::collect(TermId term, std::string& out) const {
    out.clear();
    const Chain& chain = chains_[term];
    std::uint32_t slice = chain.first;
    std::uint32_t size = kFirstSlice;
    while (true) {
        const std::uint32_t end = slice + size - kLinkBytes;
        const bool is_last = end == chain.end;
        out.append(address(slice), (is_last ? chain.at : end) - slice);
        if (is_last) return;
        std::memcpy(&slice, address(end), kLinkBytes);
        size = std::min(size * 2, kLargestSlice);
    }
}

void Inverter::clear() {
    chains_ = schema::LargeArray<Chain>();  // {} would keep the memory
    terms_used_ = 0;
    blocks_.clear();
    block_used_ = kBlockBytes;
}

bool InverterCursor::next() {
    if (sorted_.empty()) return false;
    const TermId id = sorted_.front();
    inverter_.prefetch_next(sorted_);
    sorted_ = sorted_.subspan(1);
    inverter_.collect(id, postings_);
    term_ = {dictionary_.name(id), inverter_.term_frequency(id), inverter_.collection_frequency(id),
             postings_};
    return true;
}

}  // namespace sitrep::indexer::glass

#include "term_order.hpp"

#include <algorithm>
#include <numeric>

namespace sitrep::indexer {
namespace {

/// So many names are looked at for each term of the dictionary before it pays to rank them all.
constexpr std::size_t kComparedPerTerm = 4;

}  // namespace

void TermOrder::forget() {
    ranks_ = std::vector<std::uint32_t>();  // {} would keep the memory
    compared_ = 0;
}

bool TermOrder::is_before(TermId a, TermId b) const noexcept {
    const std::uint64_t first = dictionary_.prefix(a);
    const std::uint64_t second = dictionary_.prefix(b);
    return first != second ? first < second : dictionary_.name(a) < dictionary_.name(b);
}

void TermOrder::sort(std::vector<DocumentTerm>& terms) {
    if (compared_ > kComparedPerTerm * dictionary_.size()) rank_all();
    ranked_.clear();
    fresh_.clear();
    for (std::uint32_t place = 0; place < terms.size(); ++place) {
        const TermId id = terms[place].id;
        if (id < ranks_.size()) {
            ranked_.push_back((std::uint64_t{ranks_[id]} << 32U) | place);
        } else {
            fresh_.push_back(place);
        }
    }
    compared_ += fresh_.size();
    std::ranges::sort(ranked_);
    std::ranges::sort(fresh_, [&](std::uint32_t a, std::uint32_t b) {
        return is_before(terms[a].id, terms[b].id);
    });
    merge(terms);
    terms.swap(sorted_);
}

void TermOrder::merge(const std::vector<DocumentTerm>& terms) {
    const auto term_at = [&](std::uint64_t ranked) -> const DocumentTerm& {
        return terms[ranked & UINT32_MAX];
    };
    sorted_.clear();
    auto next = ranked_.begin();
    for (const std::uint32_t place : fresh_) {
        const DocumentTerm& term = terms[place];
        const auto end = std::partition_point(next, ranked_.end(), [&](std::uint64_t ranked) {
            return is_before(term_at(ranked).id, term.id);
        });
        for (; next != end; ++next) sorted_.push_back(term_at(*next));
        sorted_.push_back(term);
    }
    for (; next != ranked_.end(); ++next) sorted_.push_back(term_at(*next));
}

void TermOrder::rank_all() {
    std::vector<TermId> order(dictionary_.size());
    std::iota(order.begin(), order.end(), TermId{0});
    std::ranges::sort(order, [this](TermId a, TermId b) { return is_before(a, b); });
    ranks_.resize(order.size());
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks_[order[rank]] = rank;
    compared_ = 0;
}

}  // namespace sitrep::indexer

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace sitrep::indexer {

/// Sequences of symbols (numbers from 1), each with a list of values. First filled, then frozen and
/// only read, by many threads.
template <typename Value>
class SymbolTrie {
public:
    static constexpr std::uint32_t kRoot = 0;
    static constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

    /// The node of a sequence, which is made if there is none.
    std::uint32_t insert(std::span<const std::uint32_t> symbols) {
        std::uint32_t node = kRoot;
        for (const std::uint32_t symbol : symbols) {
            if (2 * (count_ + 1) > edges_.size()) grow();
            Edge& edge = slot(edge_key(node, symbol));
            if (edge.key == kFree) edge = {edge_key(node, symbol), ++count_};
            node = edge.target;
            last_symbol_ = std::max(last_symbol_, symbol);
        }
        return node;
    }

    /// Adds a value to a node. Values that a node has already may come again: `freeze` keeps each
    /// once, in the order in which they came.
    void add(std::uint32_t node, Value value) { added_.emplace_back(node, std::move(value)); }

    /// To be called once, before anything is looked up.
    void freeze() {
        roots_.assign(std::size_t{last_symbol_} + 1, kNowhere);
        for (const Edge& edge : edges_) {
            if (edge.key >> 32U == kRoot) roots_[static_cast<std::uint32_t>(edge.key)] = edge.target;
        }
        std::ranges::stable_sort(added_, {}, &Added::first);
        nodes_.assign(std::size_t{count_} + 1, Node{});
        for (auto& [node, value] : added_) {
            Node& place = nodes_[node];
            if (place.count == 0) place.first = static_cast<std::uint32_t>(values_.size());
            const auto known = std::span(values_).subspan(place.first);
            if (std::ranges::find(known, value) != known.end()) continue;
            values_.push_back(std::move(value));
            ++place.count;
        }
        added_ = {};
    }

    /// The node that a symbol leads to; `kNowhere` if no sequence goes on like this.
    [[nodiscard]] std::uint32_t step(std::uint32_t node, std::uint32_t symbol) const noexcept {
        if (node == kRoot) return symbol < roots_.size() ? roots_[symbol] : kNowhere;
        if (edges_.empty()) return kNowhere;
        const Edge& edge = slot(edge_key(node, symbol));
        return edge.key == kFree ? kNowhere : edge.target;
    }

    /// The values of the sequence that leads to a node; empty if none ends there.
    [[nodiscard]] std::span<const Value> values(std::uint32_t node) const noexcept {
        return std::span(values_).subspan(nodes_[node].first, nodes_[node].count);
    }

private:
    static constexpr std::uint64_t kFree = 0xFFFFFFFFFFFFFFFF;

    struct Edge {
        std::uint64_t key = kFree;
        std::uint32_t target = 0;
    };
    struct Node {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    using Added = std::pair<std::uint32_t, Value>;

    static std::uint64_t edge_key(std::uint32_t node, std::uint32_t symbol) noexcept {
        return (std::uint64_t{node} << 32U) | symbol;
    }

    /// Where an edge is, or is to go.
    [[nodiscard]] const Edge& slot(std::uint64_t key) const noexcept {
        const std::uint64_t hash = key * 0x9E3779B97F4A7C15U;
        const std::size_t mask = edges_.size() - 1;
        std::size_t i = (hash ^ (hash >> 32U)) & mask;
        while (edges_[i].key != kFree && edges_[i].key != key) i = (i + 1) & mask;
        return edges_[i];
    }
    [[nodiscard]] Edge& slot(std::uint64_t key) noexcept {
        return const_cast<Edge&>(std::as_const(*this).slot(key));
    }

    void grow() {
        std::vector<Edge> old(std::max<std::size_t>(1024, edges_.size() * 2));
        old.swap(edges_);
        for (const Edge& edge : old) {
            if (edge.key != kFree) slot(edge.key) = edge;
        }
    }

    std::uint32_t last_symbol_ = 0;
    std::uint32_t count_ = 0;    // nodes, without the root
    std::vector<Edge> edges_;    // a hash table
    std::vector<Added> added_;   // while it is filled
    std::vector<std::uint32_t> roots_;  // where a symbol leads from the root
    std::vector<Node> nodes_;
    std::vector<Value> values_;
};

}  // namespace sitrep::indexer

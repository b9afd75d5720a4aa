#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace sitrep::indexer {

/// Sequences of symbols (numbers from 1), each with a list of values. First filled, then frozen and
/// only read, by many threads.
template <typename Value>
class SymbolTrie {
public:
    static constexpr std::uint32_t kRoot = 0;
    static constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

    /// The values of a sequence, to be added to. Valid until the next call.
    [[nodiscard]] std::vector<Value>& at(std::span<const std::uint32_t> symbols) {
        std::uint32_t node = kRoot;
        for (const std::uint32_t symbol : symbols) {
            const auto next = static_cast<std::uint32_t>(filled_.size());
            const auto [edge, is_new] = children_.try_emplace(edge_key(node, symbol), next);
            if (is_new) filled_.emplace_back();
            node = edge->second;
            if (symbol > last_symbol_) last_symbol_ = symbol;
        }
        return filled_[node];
    }

    /// To be called once, before anything is looked up.
    void freeze() {
        roots_.assign(std::size_t{last_symbol_} + 1, kNowhere);
        edges_.assign(std::bit_ceil(children_.size() * 2 + 1), Edge{});
        mask_ = edges_.size() - 1;
        for (const auto& [key, target] : children_) place(key, target);
        for (const auto& values : filled_) {
            nodes_.push_back({values_.size(), values.size()});
            values_.insert(values_.end(), values.begin(), values.end());
        }
        children_ = {};
        filled_ = {};
    }

    /// The node that a symbol leads to; `kNowhere` if no sequence goes on like this.
    [[nodiscard]] std::uint32_t step(std::uint32_t node, std::uint32_t symbol) const noexcept {
        if (node == kRoot) return symbol < roots_.size() ? roots_[symbol] : kNowhere;
        const std::uint64_t key = edge_key(node, symbol);
        for (std::size_t i = hash(key) & mask_; edges_[i].key != kFree; i = (i + 1) & mask_) {
            if (edges_[i].key == key) return edges_[i].target;
        }
        return kNowhere;
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
        std::size_t first = 0;
        std::size_t count = 0;
    };

    static std::uint64_t edge_key(std::uint32_t node, std::uint32_t symbol) noexcept {
        return (std::uint64_t{node} << 32U) | symbol;
    }
    static std::size_t hash(std::uint64_t key) noexcept {
        key *= 0x9E3779B97F4A7C15U;
        return key ^ (key >> 32U);
    }

    void place(std::uint64_t key, std::uint32_t target) {
        if (key >> 32U == kRoot) {
            roots_[static_cast<std::uint32_t>(key)] = target;
            return;
        }
        std::size_t i = hash(key) & mask_;
        while (edges_[i].key != kFree) i = (i + 1) & mask_;
        edges_[i] = {key, target};
    }

    std::unordered_map<std::uint64_t, std::uint32_t> children_;  // while it is filled
    std::vector<std::vector<Value>> filled_{1};                  // likewise, by node
    std::uint32_t last_symbol_ = 0;
    std::vector<std::uint32_t> roots_;  // where a symbol leads from the root
    std::vector<Edge> edges_;           // of the other nodes: a hash table
    std::size_t mask_ = 0;
    std::vector<Node> nodes_;
    std::vector<Value> values_;
};

}  // namespace sitrep::indexer

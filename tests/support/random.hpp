#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace sitrep::test {

/// Random numbers that are the same on every machine for the same seed.
class Random {
public:
    explicit Random(std::uint32_t seed) : engine_(seed) {}

    /// 0 to `count` - 1.
    [[nodiscard]] std::size_t below(std::size_t count) { return engine_() % count; }

    /// `low` to `high`, both included.
    [[nodiscard]] std::size_t between(std::size_t low, std::size_t high) {
        return low + below(high - low + 1);
    }

    [[nodiscard]] bool percent(std::size_t chance) { return below(100) < chance; }

    template <typename T>
    [[nodiscard]] const T& pick(const std::vector<T>& values) {
        return values[below(values.size())];
    }

private:
    std::mt19937 engine_;
};

}  // namespace sitrep::test

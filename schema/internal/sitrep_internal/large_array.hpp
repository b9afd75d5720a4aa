#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <sys/mman.h>
#include <vector>

namespace sitrep::schema {

inline constexpr std::size_t kHugePageBytes = std::size_t{2} << 20U;

/// Memory for `free`. If it is large, the system is asked for huge pages: tables that are looked
/// into here and there take less time so, since the processor has to know few addresses only.
[[nodiscard]] inline void* allocate_large(std::size_t bytes) {
    constexpr std::size_t kCacheLine = 64;
    const std::size_t unit = bytes < kHugePageBytes ? kCacheLine : kHugePageBytes;
    const std::size_t rounded = (bytes + unit - 1) / unit * unit;
    void* const memory = std::aligned_alloc(unit, rounded);
    if (memory == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    // Only a hint.
    if (unit == kHugePageBytes) static_cast<void>(::madvise(memory, rounded, MADV_HUGEPAGE));
#endif
    return memory;
}

struct FreeLarge {
    void operator()(void* memory) const noexcept { std::free(memory); }
};
using LargeBlock = std::unique_ptr<char[], FreeLarge>;

template <typename T>
struct LargeArrayAllocator {
    using value_type = T;

    LargeArrayAllocator() = default;
    template <typename Other>
    LargeArrayAllocator(const LargeArrayAllocator<Other>& /*other*/) noexcept {}

    [[nodiscard]] T* allocate(std::size_t count) {
        return static_cast<T*>(allocate_large(count * sizeof(T)));
    }
    void deallocate(T* memory, std::size_t /*count*/) noexcept { std::free(memory); }

    friend bool operator==(const LargeArrayAllocator&, const LargeArrayAllocator&) = default;
};

/// A vector that may become large and is not read from front to back.
template <typename T>
using LargeArray = std::vector<T, LargeArrayAllocator<T>>;

}  // namespace sitrep::schema

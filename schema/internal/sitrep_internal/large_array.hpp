#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <sys/mman.h>
#include <vector>

namespace sitrep::schema {

inline constexpr std::size_t kHugePageBytes = std::size_t{2} << 20U;
inline constexpr std::size_t kCacheLine = 64;

/// Rounded up to whole cache lines, or to whole huge pages if it is that much.
[[nodiscard]] inline std::size_t large_size(std::size_t bytes) noexcept {
    const std::size_t unit = bytes < kHugePageBytes ? kCacheLine : kHugePageBytes;
    return (bytes + unit - 1) / unit * unit;
}

/// Memory for tables that are looked into here and there. If it is large, the system is asked for
/// huge pages, so that the processor has to know few addresses only, and the system gets it back
/// at once when it is freed: the heap would keep it, in pieces that fit nothing else.
[[nodiscard]] inline void* allocate_large(std::size_t bytes) {
    const std::size_t size = large_size(bytes);
    if (size < kHugePageBytes) {
        void* const memory = std::aligned_alloc(kCacheLine, size);
        if (memory == nullptr) throw std::bad_alloc();
        return memory;
    }
    // Enough to cut whole huge pages out of it.
    void* const mapped = ::mmap(nullptr, size + kHugePageBytes, PROT_READ | PROT_WRITE,
                                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED) throw std::bad_alloc();
    char* const begin = static_cast<char*>(mapped);
    const std::size_t before =
        kHugePageBytes - reinterpret_cast<std::uintptr_t>(begin) % kHugePageBytes;
    ::munmap(begin, before);
    if (before < kHugePageBytes) ::munmap(begin + before + size, kHugePageBytes - before);
#ifdef MADV_HUGEPAGE
    // Only a hint.
    static_cast<void>(::madvise(begin + before, size, MADV_HUGEPAGE));
#endif
    return begin + before;
}

/// `bytes` as they were asked for.
inline void free_large(void* memory, std::size_t bytes) noexcept {
    const std::size_t size = large_size(bytes);
    if (size < kHugePageBytes) {
        std::free(memory);
    } else {
        ::munmap(memory, size);
    }
}

struct FreeLarge {
    std::size_t bytes = 0;
    void operator()(void* memory) const noexcept { free_large(memory, bytes); }
};
using LargeBlock = std::unique_ptr<char[], FreeLarge>;

[[nodiscard]] inline LargeBlock make_large_block(std::size_t bytes) {
    return LargeBlock(static_cast<char*>(allocate_large(bytes)), FreeLarge{bytes});
}

template <typename T>
struct LargeArrayAllocator {
    using value_type = T;

    LargeArrayAllocator() = default;
    template <typename Other>
    LargeArrayAllocator(const LargeArrayAllocator<Other>& /*other*/) noexcept {}

    [[nodiscard]] T* allocate(std::size_t count) {
        return static_cast<T*>(allocate_large(count * sizeof(T)));
    }
    void deallocate(T* memory, std::size_t count) noexcept {
        free_large(memory, count * sizeof(T));
    }

    friend bool operator==(const LargeArrayAllocator&, const LargeArrayAllocator&) = default;
};

/// A vector that may become large and is not read from front to back.
template <typename T>
using LargeArray = std::vector<T, LargeArrayAllocator<T>>;

}  // namespace sitrep::schema

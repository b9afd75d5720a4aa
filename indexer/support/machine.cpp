#include "machine.hpp"

#include <thread>
#include <unistd.h>

namespace sitrep::indexer {

std::size_t default_build_memory() {
    constexpr std::size_t kIfUnknown = 512U << 20U;
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long page = ::sysconf(_SC_PAGESIZE);
    if (pages <= 0 || page <= 0) return kIfUnknown;
    return static_cast<std::size_t>(pages) / 4 * static_cast<std::size_t>(page);
}

unsigned thread_count(unsigned asked) {
    if (asked > 0) return asked;
    const unsigned processors = std::thread::hardware_concurrency();
    return processors > 0 ? processors : 1;
}

}  // namespace sitrep::indexer

#include "fuzz_targets.hpp"

#include <cstdio>
#include <cstdlib>

namespace sitrep::fuzz {

void require(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "this does not hold: %s\n", what);
    std::abort();
}

}  // namespace sitrep::fuzz

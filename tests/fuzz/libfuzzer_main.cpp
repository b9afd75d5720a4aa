// What libFuzzer calls; SITREP_FUZZ_TARGET is one of the functions of fuzz_targets.hpp.
#include "fuzz_targets.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    sitrep::fuzz::SITREP_FUZZ_TARGET({reinterpret_cast<const char*>(bytes), size});
    return 0;
}

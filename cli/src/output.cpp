#include "output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include <sitrep/schema/error.hpp>

namespace sitrep::cli {
namespace {

[[noreturn]] void fail() {
    if (errno == EPIPE) throw ClosedPipe{};
    throw schema::Error(schema::ErrorCode::Io,
                        std::string("cannot write to standard output: ") + std::strerror(errno));
}

}  // namespace

void print(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) fail();
}

void flush_output() {
    if (std::fflush(stdout) != 0) fail();
}

void tell(std::string_view text) {
    const std::size_t written = std::fwrite(text.data(), 1, text.size(), stderr);
    static_cast<void>(written);
}

}  // namespace sitrep::cli

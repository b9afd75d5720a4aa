#include "input_stream.hpp"

#include "support/open_file.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer {
namespace {

constexpr int kPollMilliseconds = 100;

}  // namespace

InputStream::InputStream(const InputFile& input, std::stop_token stop)
    : name_(input.path.empty() ? "standard input" : input.path.string()),
      stop_(std::move(stop)),
      fd_(STDIN_FILENO) {
    if (input.path.empty()) return;
    fd_ = open_file(input.path, O_RDONLY);
    if (fd_ < 0) fail("cannot open");
    owns_ = true;
}

InputStream::~InputStream() {
    if (owns_) ::close(fd_);
}

void InputStream::fail(const std::string& what) const {
    throw schema::Error(schema::ErrorCode::InputUnreadable,
                        what + " " + name_ + ": " + std::strerror(errno));
}

/// A file is always ready; a pipe may stay silent for ever.
bool InputStream::wait_for_bytes() const {
    while (!stop_.stop_requested()) {
        pollfd waiting{fd_, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, kPollMilliseconds);
        if (ready > 0) return true;
        if (ready < 0 && errno != EINTR) fail("cannot wait for");
    }
    return false;
}

bool InputStream::read_more(std::string& buffer, std::size_t size) {
    const std::size_t before = buffer.size();
    buffer.resize(before + size);
    const std::size_t got = read(buffer.data() + before, size);
    buffer.resize(before + got);
    return got > 0;
}

std::size_t InputStream::read(char* to, std::size_t size) {
    ssize_t got = 0;
    do {
        got = wait_for_bytes() ? ::read(fd_, to, size) : 0;
    } while (got < 0 && errno == EINTR);
    if (got < 0) fail("cannot read");
    bytes_read_ += static_cast<std::uint64_t>(got);
    return static_cast<std::size_t>(got);
}

}  // namespace sitrep::indexer

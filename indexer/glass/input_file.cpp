#include "input_file.hpp"

#include "support/open_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer::glass {

InputFile::InputFile(std::filesystem::path path) : path_(std::move(path)) {
    fd_ = open_file(path_, O_RDONLY);
    if (fd_ < 0) fail(std::strerror(errno));
}

InputFile::~InputFile() {
    if (fd_ >= 0) ::close(fd_);
}

void InputFile::fail(const std::string& why) const {
    throw schema::Error(schema::ErrorCode::Io, "cannot read " + path_.string() + ": " + why,
                        "check the disk, and run it again");
}

bool InputFile::fill(std::size_t size) {
    if (buffer_.size() - at_ >= size) return true;
    buffer_.erase(0, at_);
    at_ = 0;
    const std::size_t wanted = std::max(size, kBufferBytes);
    std::size_t have = buffer_.size();
    buffer_.resize(wanted);
    while (have < wanted) {
        const ssize_t count = ::read(fd_, buffer_.data() + have, wanted - have);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(std::strerror(errno));
        if (count == 0) break;
        have += static_cast<std::size_t>(count);
    }
    buffer_.resize(have);
    return have >= size;
}

bool InputFile::at_end() {
    return !fill(1);
}

std::uint64_t InputFile::read_uint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const auto byte = static_cast<unsigned char>(read(1).front());
        value |= static_cast<std::uint64_t>(byte & 127U) << shift;
        if (byte < 128) return value;
    }
    fail("it is damaged");
}

std::string_view InputFile::read(std::size_t size) {
    if (!fill(size)) fail("it ends too early");
    const auto bytes = std::string_view(buffer_).substr(at_, size);
    at_ += size;
    return bytes;
}

}  // namespace sitrep::indexer::glass

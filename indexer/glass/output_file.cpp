#include "output_file.hpp"

#include "support/open_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sitrep_internal/system_error.hpp>
#include <system_error>
#include <unistd.h>

namespace sitrep::indexer::glass {
namespace {

/// The disk begins to write while the rest is still computed, or the final sync would wait for all.
constexpr std::uint64_t kWriteBackBytes = 8U << 20U;

}  // namespace

OutputFile::OutputFile(std::filesystem::path path, WritingThread thread) : path_(std::move(path)) {
    fd_ = open_file(path_, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
    if (fd_ < 0) fail("cannot make");
    buffer_.reserve(kBufferBytes + (64U << 10U));
    if (thread == WritingThread::Same) return;
    try {
        writer_ = std::make_unique<BufferWriter>([this](std::string_view bytes) { write(bytes); });
    } catch (...) {
        ::close(fd_);
        throw;
    }
}

OutputFile::~OutputFile() {
    writer_.reset();
    if (fd_ >= 0) ::close(fd_);
}

void OutputFile::fail(const char* what) const {
    const std::error_code reason(errno, std::generic_category());
    throw schema::io_error(std::string(what) + " " + path_.string(), reason);
}

void OutputFile::flush() {
    pass_on();
    if (writer_) writer_->wait();
}

void OutputFile::pass_on() {
    if (writer_) {
        writer_->take(buffer_);
    } else {
        write(buffer_);
        buffer_.clear();
    }
}

void OutputFile::write(std::string_view bytes) {
    std::string_view rest = bytes;
    while (!rest.empty()) {
        const ssize_t count = ::write(fd_, rest.data(), rest.size());
        if (count < 0) {
            if (errno == EINTR) continue;
            fail("cannot write");
        }
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
    written_ += bytes.size();
    if (written_ - started_ < kWriteBackBytes) return;
#ifdef SYNC_FILE_RANGE_WRITE
    // Only a hint; `sync` tells whether it all arrived.
    static_cast<void>(::sync_file_range(fd_, static_cast<off_t>(started_),
                                        static_cast<off_t>(written_ - started_),
                                        SYNC_FILE_RANGE_WRITE));
#endif
    started_ = written_;
}

void OutputFile::sync() {
    flush();
    if (::fsync(fd_) != 0) fail("cannot sync");
}

}  // namespace sitrep::indexer::glass

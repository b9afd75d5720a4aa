#include "buffer_writer.hpp"

#include <utility>

namespace sitrep::indexer::glass {

BufferWriter::BufferWriter(Write write) : write_(std::move(write)), thread_([this] { run(); }) {}

BufferWriter::~BufferWriter() {
    {
        const std::scoped_lock lock(mutex_);
        stops_ = true;
        changed_.notify_all();
    }
    thread_.join();
}

void BufferWriter::take(std::string& buffer) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !has_next_; });
    rethrow();
    next_.swap(buffer);
    has_next_ = true;
    changed_.notify_all();
}

void BufferWriter::wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !has_next_ && !is_writing_; });
    rethrow();
}

void BufferWriter::rethrow() {
    if (failure_) std::rethrow_exception(failure_);
}

void BufferWriter::run() {
    std::string buffer;
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return stops_ || has_next_; });
        if (stops_) return;
        buffer.swap(next_);
        has_next_ = false;
        is_writing_ = true;
        changed_.notify_all();
        const bool has_failed = failure_ != nullptr;
        lock.unlock();
        std::exception_ptr failure;
        try {
            if (!has_failed) write_(buffer);
        } catch (...) {
            failure = std::current_exception();
        }
        buffer.clear();
        lock.lock();
        if (failure) failure_ = failure;
        is_writing_ = false;
        changed_.notify_all();
    }
}

}  // namespace sitrep::indexer::glass

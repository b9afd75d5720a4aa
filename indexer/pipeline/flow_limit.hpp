#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <stop_token>

namespace sitrep::indexer {

/// Holds back whoever puts in until enough was taken out.
class FlowLimit {
public:
    /// Of things and of bytes that may be inside.
    FlowLimit(std::size_t count, std::size_t bytes) : count_left_(count), bytes_limit_(bytes) {}

    /// Waits for room. One thing that is larger than the limit may be inside alone. False once
    /// `stop` is requested.
    bool enter(std::size_t bytes, const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        const bool has_room = room_.wait(lock, stop, [&] {
            return count_left_ > 0 && (bytes_inside_ == 0 || bytes_inside_ + bytes <= bytes_limit_);
        });
        if (!has_room) return false;
        --count_left_;
        bytes_inside_ += bytes;
        return true;
    }

    void leave(std::size_t bytes) {
        const std::scoped_lock lock(mutex_);
        ++count_left_;
        bytes_inside_ -= bytes;
        room_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable_any room_;
    std::size_t count_left_;
    std::size_t bytes_limit_;
    std::size_t bytes_inside_ = 0;
};

}  // namespace sitrep::indexer

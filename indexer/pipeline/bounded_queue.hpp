#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>

namespace sitrep::indexer {

/// Hands values from threads to threads and holds back whoever is too fast.
template <typename T>
class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

    /// Waits for room. False, and the value is dropped, once the queue is closed.
    bool push(T value) {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [this] { return closed_ || values_.size() < capacity_; });
        if (closed_) return false;
        values_.push_back(std::move(value));
        filled_.notify_one();
        return true;
    }

    /// Waits for a value. Nothing once the queue is closed and empty.
    std::optional<T> pop() {
        std::unique_lock lock(mutex_);
        filled_.wait(lock, [this] { return closed_ || !values_.empty(); });
        if (values_.empty()) return std::nullopt;
        T value = std::move(values_.front());
        values_.pop_front();
        room_.notify_one();
        return value;
    }

    /// No more values: waiting pushes fail, pops go on until the queue is empty.
    void close() {
        const std::scoped_lock lock(mutex_);
        closed_ = true;
        room_.notify_all();
        filled_.notify_all();
    }

private:
    const std::size_t capacity_;
    std::mutex mutex_;
    std::condition_variable room_;
    std::condition_variable filled_;
    std::deque<T> values_;
    bool closed_ = false;
};

}  // namespace sitrep::indexer

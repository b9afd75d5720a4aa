#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace sitrep::indexer::glass {

/// Writes buffers on a thread of its own, in the order in which it gets them, so that whoever fills
/// them need not wait for the system. Used by one thread.
class BufferWriter {
public:
    using Write = std::function<void(std::string_view)>;

    /// `write` is called by the other thread. After it has thrown, it is not called again.
    explicit BufferWriter(Write write);
    /// What was given and not yet begun is not written.
    ~BufferWriter();
    BufferWriter(const BufferWriter&) = delete;
    BufferWriter& operator=(const BufferWriter&) = delete;

    /// Takes the bytes and leaves an empty buffer. Waits while two buffers are on their way. Throws
    /// what `write` threw for an earlier one.
    void take(std::string& buffer);

    /// Waits until everything is written. Throws what `write` threw.
    void wait();

private:
    void run();
    void rethrow();

    Write write_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::string next_;
    bool has_next_ = false;
    bool is_writing_ = false;
    bool stops_ = false;
    std::exception_ptr failure_;
    std::thread thread_;  // last: it uses all others
};

}  // namespace sitrep::indexer::glass

#include <atomic>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "pipeline/bounded_queue.hpp"
#include "support/catch.hpp"

using sitrep::indexer::BoundedQueue;

TEST_CASE("values come out in the order in which they went in", "[queue]") {
    BoundedQueue<int> queue(3);
    CHECK(queue.push(1));
    CHECK(queue.push(2));
    CHECK(queue.pop() == 1);
    CHECK(queue.push(3));
    CHECK(queue.pop() == 2);
    CHECK(queue.pop() == 3);
}

TEST_CASE("a closed queue takes nothing more and gives what it has", "[queue]") {
    BoundedQueue<int> queue(3);
    queue.push(1);
    queue.close();
    CHECK_FALSE(queue.push(2));
    CHECK(queue.pop() == 1);
    CHECK_FALSE(queue.pop());
    CHECK_FALSE(queue.pop());
}

TEST_CASE("closing wakes whoever waits for room or for a value", "[queue]") {
    BoundedQueue<int> full(1);
    full.push(1);
    BoundedQueue<int> empty(1);
    bool pushed = true;
    bool popped = true;
    {
        const std::jthread pusher([&] { pushed = full.push(2); });
        const std::jthread popper([&] { popped = empty.pop().has_value(); });
        full.close();
        empty.close();
    }
    CHECK_FALSE(pushed);
    CHECK_FALSE(popped);
}

TEST_CASE("many threads pass every value once and never hold more than fits", "[queue]") {
    constexpr int kValues = 2000;
    BoundedQueue<int> queue(4);
    std::atomic<int> inside = 0;
    std::atomic<int> most = 0;
    std::mutex mutex;
    std::multiset<int> received;
    std::atomic<int> pushers_left = 3;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 3; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < kValues; ++i) {
                    queue.push(t * kValues + i);
                    const int now = ++inside;
                    int seen = most;
                    while (now > seen && !most.compare_exchange_weak(seen, now)) {
                    }
                }
                if (--pushers_left == 0) queue.close();
            });
        }
        for (int t = 0; t < 3; ++t) {
            threads.emplace_back([&] {
                while (const auto value = queue.pop()) {
                    --inside;
                    const std::scoped_lock lock(mutex);
                    received.insert(*value);
                }
            });
        }
    }
    CHECK(received.size() == 3 * kValues);
    CHECK(std::set<int>(received.begin(), received.end()).size() == 3 * kValues);
    // Four in the queue, and those that a thread holds between its step and its count.
    CHECK(most <= 4 + 3);
}

#include <exception>
#include <sitrep_internal/parallel.hpp>
#include <thread>

namespace sitrep::schema {

void run_in_parallel(std::vector<std::function<void()>> actions) {
    std::vector<std::exception_ptr> failures(actions.size());
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < actions.size(); ++i) {
            threads.emplace_back([&action = actions[i], &failure = failures[i]] {
                try {
                    action();
                } catch (...) {
                    failure = std::current_exception();
                }
            });
        }
    }
    for (const auto& failure : failures) {
        if (failure) std::rethrow_exception(failure);
    }
}

}  // namespace sitrep::schema

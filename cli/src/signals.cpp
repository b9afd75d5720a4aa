#include "signals.hpp"

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <thread>

namespace sitrep::cli {
namespace {

constexpr std::chrono::milliseconds kInterval{20};

volatile std::sig_atomic_t received_signal = 0;

extern "C" void on_signal(int signal) {
    received_signal = signal;
    // The second time the default action ends the program.
    std::signal(signal, SIG_DFL);
}

/// A stop may not be requested from a signal handler, so a thread looks every few milliseconds. It
/// ends at once, or every run would wait for it.
class SignalWatcher {
public:
    SignalWatcher()
        : thread_([this](const std::stop_token& end) {
              std::mutex mutex;
              std::condition_variable_any never;
              std::unique_lock lock(mutex);
              while (!end.stop_requested()) {
                  if (received_signal != 0) {
                      source_.request_stop();
                      return;
                  }
                  never.wait_for(lock, end, kInterval, [] { return false; });
              }
          }) {}

    [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

private:
    std::stop_source source_;
    std::jthread thread_;
};

}  // namespace

std::stop_token stop_on_signals() {
    std::signal(SIGINT, on_signal);
    std::signal(SIGTERM, on_signal);
    static const SignalWatcher watcher;
    return watcher.token();
}

ExitCode interrupted_exit_code() noexcept {
    return received_signal == SIGTERM ? ExitCode::Terminated : ExitCode::Interrupted;
}

void ignore_broken_pipes() {
    std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace sitrep::cli

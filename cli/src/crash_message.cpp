#include "crash_message.hpp"

#include "exit_code.hpp"

#include <array>
#include <csignal>
#include <unistd.h>
#include <utility>

namespace sitrep::cli {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif

/// A fault may be that the stack has no more room.
constexpr std::size_t kStackBytes = 64U << 10U;

std::string& crash_message() {
    static std::string message;
    return message;
}

/// Nothing but what may be called from a signal handler.
extern "C" void on_fault(int /*signal*/) {
    const std::string& message = crash_message();
    const ssize_t written = ::write(STDERR_FILENO, message.data(), message.size());
    static_cast<void>(written);
    ::_exit(static_cast<int>(ExitCode::Failed));
}

}  // namespace

void explain_crashes(std::string message) {
    if (kIsSanitized) return;
    crash_message() = std::move(message);
    static std::array<char, kStackBytes> memory;
    stack_t stack{};
    stack.ss_sp = memory.data();
    stack.ss_size = memory.size();
    ::sigaltstack(&stack, nullptr);
    struct sigaction action {};
    action.sa_handler = on_fault;
    action.sa_flags = SA_ONSTACK | SA_RESETHAND;
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) {
        ::sigaction(signal, &action, nullptr);
    }
}

}  // namespace sitrep::cli

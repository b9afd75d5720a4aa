#include "termination.hpp"

#include "error_output.hpp"
#include "output.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <string>
#include <system_error>
#include <unistd.h>

#include <sitrep/schema/error.hpp>

namespace sitrep::cli {
namespace {

using schema::Error;
using schema::ErrorCode;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif

/// A fault may be that the stack has no more room.
constexpr std::size_t kStackBytes = 64U << 10U;

/// What handlers need, made before anything goes wrong.
struct LastWords {
    bool are_json = false;
    std::string of_fault;

    [[nodiscard]] std::string of(const Error& error) const {
        return are_json ? error_to_json(error, exit_code_of(error.code()))
                        : describe_error(error, {});
    }
};

LastWords& last_words() {
    static LastWords words;
    return words;
}

/// Nothing but what may be called from a signal handler.
extern "C" void on_fault(int /*signal*/) {
    const std::string& message = last_words().of_fault;
    const ssize_t written = ::write(STDERR_FILENO, message.data(), message.size());
    static_cast<void>(written);
    ::_exit(static_cast<int>(ExitCode::Failed));
}

/// Xapian's errors are no standard exceptions, and what leaves a destructor is not to be seen any
/// more; what the system said last is.
Error reason_of_termination(int error_number) {
    try {
        if (std::current_exception()) throw;
    } catch (const std::exception& error) {
        return {ErrorCode::Internal, error.what()};
    } catch (...) {
        // As below.
    }
    std::string reason = "Xapian gave up in the middle of a change";
    if (error_number != 0) reason += ": " + std::generic_category().message(error_number);
    return {ErrorCode::Io, reason + "; the index is as it was before",
            "look whether the disk is full; if it is not: sitrep verify"};
}

[[noreturn]] void on_terminate() noexcept {
    tell(last_words().of(reason_of_termination(errno)));
    std::_Exit(static_cast<int>(ExitCode::Failed));
}

void explain_faults() {
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

}  // namespace

void explain_termination(bool as_json) {
    LastWords& words = last_words();
    words.are_json = as_json;
    words.of_fault =
        words.of({ErrorCode::Internal,
                  "the program ran into a fault and was stopped; a damaged index can do that",
                  "sitrep verify says whether the index is damaged; if it is not, this is a bug: "
                  "please report it with what was asked for"});
    std::set_terminate(on_terminate);
    if (!kIsSanitized) explain_faults();
}

}  // namespace sitrep::cli

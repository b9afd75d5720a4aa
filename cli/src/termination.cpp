#include "termination.hpp"

#include "error_output.hpp"
#include "output.hpp"

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <exception>
#include <string>
#include <system_error>

#include <sitrep/schema/error.hpp>

namespace sitrep::cli {
namespace {

using schema::Error;
using schema::ErrorCode;

std::atomic<bool> is_told_as_json = false;

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

[[noreturn]] void end_with_reason() noexcept {
    const Error error = reason_of_termination(errno);
    const ExitCode code = exit_code_of(error.code());
    tell(is_told_as_json ? error_to_json(error, code) : describe_error(error, {}));
    std::_Exit(static_cast<int>(code));
}

}  // namespace

void explain_termination(bool as_json) noexcept {
    is_told_as_json = as_json;
    std::set_terminate(end_with_reason);
}

}  // namespace sitrep::cli

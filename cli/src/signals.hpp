#pragma once

#include "exit_code.hpp"

#include <stop_token>

namespace sitrep::cli {

/// From now on SIGINT and SIGTERM ask to stop instead of ending the program; a second one ends it.
/// SIGPIPE is ignored from the start of the program, so that a closed pipe shows as an error.
[[nodiscard]] std::stop_token stop_on_signals();

/// What the program ends with after a signal: 130 or 143.
[[nodiscard]] ExitCode interrupted_exit_code() noexcept;

void ignore_broken_pipes();

}  // namespace sitrep::cli

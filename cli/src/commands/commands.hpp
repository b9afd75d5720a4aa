#pragma once

#include "exit_code.hpp"
#include "options.hpp"

namespace sitrep::cli {

// One function for each command. Results go to standard output, everything else to standard error.
// They throw `Error` when they cannot do their work.
[[nodiscard]] ExitCode run_index(const Options& options);
[[nodiscard]] ExitCode run_search(const Options& options);
[[nodiscard]] ExitCode run_facets(const Options& options);
[[nodiscard]] ExitCode run_show(const Options& options);
[[nodiscard]] ExitCode run_info(const Options& options);
[[nodiscard]] ExitCode run_verify(const Options& options);
[[nodiscard]] ExitCode run_eval(const Options& options);

}  // namespace sitrep::cli

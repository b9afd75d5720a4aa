#pragma once

#include "options.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace sitrep::cli {

/// What --help and --version print; the program then ends with 0.
struct HelpText {
    std::string text;
};

/// Reads the arguments (without the program's name), the config file and the environment variable
/// SITREP_DB. Throws `Error` (Usage) for anything that makes no sense.
[[nodiscard]] std::variant<Options, HelpText> read_command_line(std::vector<std::string> arguments);

/// The names of all commands, and the long and short option names of one; for the tests that hold
/// completions and documentation against the program.
[[nodiscard]] std::vector<std::string> command_names();
[[nodiscard]] std::vector<std::string> option_names(const std::string& command);

}  // namespace sitrep::cli

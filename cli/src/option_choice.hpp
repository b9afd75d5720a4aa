#pragma once

#include "options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace sitrep::cli {

/// The words that an option takes, and what they say.
template <typename Value>
using Choices = std::vector<std::pair<std::string, Value>>;

[[nodiscard]] inline Choices<When> when_choices() {
    return {{"auto", When::Auto}, {"always", When::Always}, {"never", When::Never}};
}

struct OptionText {
    std::string names;
    std::string text;
    std::string type;
};

/// Adds an option that takes one of these words. `value` outlives the command.
template <typename Value, typename Target>
CLI::Option* add_choice(CLI::App& command, const OptionText& option, const Choices<Value>& choices,
                        Target& value) {
    const auto choose = [choices, &value](const std::string& word) {
        value = std::ranges::find(choices, word, &std::pair<std::string, Value>::first)->second;
    };
    return command.add_option_function<std::string>(option.names, choose, option.text)
        ->check(CLI::IsMember(choices))
        ->type_name(option.type);
}

}  // namespace sitrep::cli

#include "command_line.hpp"

#include "option_model.hpp"
#include "option_values.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdlib>

#include <sitrep/schema/date_expression.hpp>
#include <sitrep/schema/error.hpp>

namespace sitrep::cli {
namespace {

using schema::Error;
using schema::ErrorCode;

/// Options whose values may begin with a minus, which excludes; CLI11 would take it for an option.
constexpr std::array<std::string_view, 5> kFacetOptions{"--country", "--actor", "--topic",
                                                        "--source", "--lang"};

std::vector<std::string> join_excluding_values(std::vector<std::string> arguments) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool takes_value =
            std::ranges::find(kFacetOptions, arguments[i]) != kFacetOptions.end();
        const bool is_next_minus = i + 1 < arguments.size() && arguments[i + 1].size() > 1 &&
                                   arguments[i + 1].front() == '-' && arguments[i + 1][1] != '-';
        if (arguments[i] == "--") {
            out.insert(out.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i),
                       arguments.end());
            break;
        }
        if (takes_value && is_next_minus) {
            out.push_back(arguments[i] + "=" + arguments[i + 1]);
            ++i;
        } else {
            out.push_back(std::move(arguments[i]));
        }
    }
    return out;
}

/// The first word that is neither an option nor the value of one; empty if there is none.
std::string command_of(const std::vector<std::string>& arguments) {
    constexpr std::array<std::string_view, 5> kWithValue{"-d", "--db", "--color", "--now",
                                                         "--config"};
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (!arguments[i].starts_with('-')) return arguments[i];
        if (std::ranges::find(kWithValue, arguments[i]) != kWithValue.end()) ++i;
    }
    return {};
}

/// What stands behind `--` in a search is query text, whatever it begins with. It is taken out
/// here, since CLI11 refuses it once other query words were read.
std::vector<std::string> take_query_tail(std::vector<std::string>& arguments) {
    const std::string command = command_of(arguments);
    const auto dashes = std::ranges::find(arguments, "--");
    if ((command != "search" && command != "facets") || dashes == arguments.end()) return {};
    std::vector<std::string> tail(dashes + 1, arguments.end());
    arguments.erase(dashes, arguments.end());
    return tail;
}

/// `-price` behind search, which no option of one letter or more begins like: a word that excludes.
bool is_excluding_word(const std::string& argument, const std::vector<std::string>& options) {
    if (argument.size() < 3 || argument.front() != '-' || argument[1] == '-') return false;
    const std::string letter = argument.substr(0, 2);
    const std::string as_long = "-" + argument.substr(0, argument.find('='));
    return std::ranges::none_of(options, [&](const std::string& option) {
        return option == letter || option.starts_with(as_long);
    });
}

/// CLI11 takes [a,b] for a list of two values, and -price for an option; a space before them keeps
/// them as they are.
void protect_query_words(std::vector<std::string>& arguments, const OptionModel& model) {
    const std::string command = command_of(arguments);
    if (command != "search" && command != "facets") return;
    const auto options = model.option_names(command);
    const auto with_value = model.options_with_value(command);
    auto argument = std::ranges::find(arguments, command);
    while (++argument != arguments.end()) {
        const bool is_value = std::ranges::find(with_value, *(argument - 1)) != with_value.end();
        const bool is_list = argument->starts_with('[') && argument->ends_with(']');
        if (!is_value && (is_list || is_excluding_word(*argument, options)))
            argument->insert(0, " ");
    }
}

/// The config file belongs to the whole program, wherever the option stands.
void move_config_to_front(std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
        const bool has_value_behind = arguments[i] == "--config" && i + 1 < arguments.size();
        if (!has_value_behind && !arguments[i].starts_with("--config=")) continue;
        const auto first = arguments.begin() + static_cast<std::ptrdiff_t>(i);
        std::rotate(arguments.begin(), first, first + (has_value_behind ? 2 : 1));
        return;
    }
}

std::string usage_hint(const OptionModel& model, const std::vector<std::string>& arguments) {
    const std::string command = command_of(arguments);
    if (command.empty()) return "see sitrep --help";
    const auto options = model.option_names(command);
    for (const auto& argument : arguments) {
        std::string name = argument.substr(0, argument.find('='));
        const bool is_short_of_a_dash = name.size() > 2 && name.front() == '-' && name[1] != '-';
        if (is_short_of_a_dash) name.insert(0, "-");
        if (is_short_of_a_dash && std::ranges::find(options, name) != options.end())
            return "did you mean " + name + "?";
        if (!name.starts_with("--") || name.size() < 4 ||
            std::ranges::find(options, name) != options.end())
            continue;
        const std::string near = nearest(name, options);
        if (!near.empty()) return "did you mean " + near + "?";
    }
    return "see sitrep " + command + " --help; a query that begins with - goes behind --";
}

/// Said before CLI11 reads anything, which would answer --help though there is no such command.
void require_known_command(const OptionModel& model, const std::vector<std::string>& arguments) {
    const std::string command = command_of(arguments);
    if (!command.empty()) static_cast<void>(model.command(command));
}

std::string first_line(std::string text) {
    return text.substr(0, text.find('\n'));
}

/// What CLI11 says of `limt` under `[search]`: `INI was not able to parse search.limt`.
Error config_error(const OptionModel& model, const std::string& message) {
    constexpr std::string_view kUnknown = "INI was not able to parse ";
    const std::string file = "config file " + model.config_file() + ": ";
    if (!message.starts_with(kUnknown) || message.substr(kUnknown.size()).starts_with('[')) {
        return {ErrorCode::Usage, file + message,
                "options stand there as name = value, those of a command under [command]"};
    }
    const std::string name = message.substr(kUnknown.size());
    const auto dot = name.find('.');
    const std::string command = dot == std::string::npos ? "" : name.substr(0, dot);
    const std::string option = dot == std::string::npos ? name : name.substr(dot + 1);
    const auto commands = model.command_names();
    if (!command.empty() && std::ranges::find(commands, command) == commands.end()) {
        const std::string near = nearest(command, commands);
        return {ErrorCode::Usage, file + "there is no command " + command,
                near.empty() ? "see sitrep --help for the commands" : "did you mean " + near + "?"};
    }
    std::string near = nearest("--" + option, model.option_names(command));
    if (!near.empty()) near.erase(0, 2);
    return {ErrorCode::Usage,
            file + "there is no option " + option + (command.empty() ? "" : " of " + command),
            near.empty() ? "see sitrep " + (command.empty() ? "" : command + " ") + "--help"
                         : "did you mean " + near + "?"};
}

/// CLI11's errors say little about config files.
Error usage_error(const OptionModel& model, const std::vector<std::string>& arguments,
                  const CLI::ParseError& error) {
    const bool is_config = dynamic_cast<const CLI::FileError*>(&error) != nullptr ||
                           dynamic_cast<const CLI::ConfigError*>(&error) != nullptr;
    if (is_config) return config_error(model, first_line(error.what()));
    return {ErrorCode::Usage, first_line(error.what()), usage_hint(model, arguments)};
}

std::string index_folder(const RawOptions& raw) {
    if (!raw.command.db.empty()) return raw.command.db;
    if (!raw.program.db.empty()) return raw.program.db;
    const char* from_environment = std::getenv("SITREP_DB");
    if (from_environment != nullptr && *from_environment != '\0') return from_environment;
    return "./sitrep.db";
}

CommonOptions merge_common(const RawOptions& raw) {
    CommonOptions common;
    common.db = index_folder(raw);
    common.json = raw.command.json || raw.program.json;
    common.quiet = raw.command.quiet || raw.program.quiet;
    common.verbose = raw.command.verbose || raw.program.verbose;
    common.color = raw.command.color.value_or(raw.program.color.value_or(When::Auto));
    const std::string now = raw.command.now.empty() ? raw.program.now : raw.command.now;
    if (now.empty()) return common;
    const auto day = schema::ReportDate::parse(now);
    if (!day || day->precision() != schema::DatePrecision::Day) {
        throw Error(ErrorCode::Usage, "--now is no day: " + now, "write it as YYYY-MM-DD");
    }
    common.now = day->first();
    return common;
}

}  // namespace

std::variant<Options, HelpText> read_command_line(std::vector<std::string> arguments) {
    arguments = join_excluding_values(std::move(arguments));
    const auto query_tail = take_query_tail(arguments);
    OptionModel model;
    require_known_command(model, arguments);
    protect_query_words(arguments, model);
    move_config_to_front(arguments);
    // CLI11 takes the arguments last first.
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
        model.app().parse(reversed);
    } catch (const CLI::CallForHelp&) {
        return HelpText{model.app().help()};
    } catch (const CLI::CallForVersion& version) {
        return HelpText{std::string(version.what()) + "\n"};
    } catch (const CLI::ParseError& error) {
        throw usage_error(model, arguments, error);
    }
    if (const auto help = model.asked_help()) return HelpText{*help};
    Options options = model.options();
    options.common = merge_common(model.raw());
    for (const auto& word : query_tail)
        options.request.text += (options.request.text.empty() ? "" : " ") + word;
    options.job.db = options.common.db;
    options.request.today = options.common.now;
    return options;
}

std::vector<std::string> command_names() {
    return OptionModel().command_names();
}

std::vector<std::string> option_names(const std::string& command) {
    return OptionModel().option_names(command);
}

}  // namespace sitrep::cli

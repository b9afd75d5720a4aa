#include "command_line.hpp"

#include "option_model.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <sitrep_internal/edit_distance.hpp>

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

/// CLI11 takes [a,b] for a list of two values; a space before it keeps it as it is.
void protect_brackets(std::vector<std::string>& arguments) {
    const std::string command = command_of(arguments);
    if (command != "search" && command != "facets") return;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        auto& argument = arguments[i];
        const bool is_value = arguments[i - 1].starts_with('-');
        if (!is_value && argument.starts_with('[') && argument.ends_with(']'))
            argument.insert(0, " ");
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

/// The known name nearest to a misspelt one; empty if none is near.
std::string nearest(const std::string& word, const std::vector<std::string>& names) {
    std::string best;
    std::size_t best_distance = 3;
    const std::u32string wanted(word.begin(), word.end());
    for (const auto& name : names) {
        const std::u32string known(name.begin(), name.end());
        const std::size_t distance = schema::edit_distance(wanted, known, best_distance);
        if (distance < best_distance) {
            best = name;
            best_distance = distance;
        }
    }
    return best;
}

std::string usage_hint(const OptionModel& model, const std::vector<std::string>& arguments) {
    const std::string command = command_of(arguments);
    const auto names = model.command_names();
    if (command.empty()) return "see sitrep --help";
    if (std::ranges::find(names, command) == names.end()) {
        const std::string near = nearest(command, names);
        return near.empty() ? "see sitrep --help for the commands"
                            : "did you mean sitrep " + near + "?";
    }
    const auto options = model.option_names(command);
    for (const auto& argument : arguments) {
        const std::string name = argument.substr(0, argument.find('='));
        if (!name.starts_with("--") || name.size() < 4 ||
            std::ranges::find(options, name) != options.end())
            continue;
        const std::string near = nearest(name, options);
        if (!near.empty()) return "did you mean " + near + "?";
    }
    return "see sitrep " + command + " --help; a query that begins with - goes behind --";
}

std::string first_line(std::string text) {
    return text.substr(0, text.find('\n'));
}

/// CLI11's errors say little about config files and unknown commands.
Error usage_error(OptionModel& model, const std::vector<std::string>& arguments,
                  const CLI::ParseError& error) {
    const bool is_config = dynamic_cast<const CLI::FileError*>(&error) != nullptr ||
                           dynamic_cast<const CLI::ConfigError*>(&error) != nullptr;
    if (is_config) {
        return {ErrorCode::Usage,
                "config file " + model.config_file() + ": " + first_line(error.what()),
                "options stand there as name = value, those of a command under [command]"};
    }
    const std::string command = command_of(arguments);
    const auto names = model.command_names();
    if (!command.empty() && std::ranges::find(names, command) == names.end()) {
        return {ErrorCode::Usage, "there is no command " + command, usage_hint(model, arguments)};
    }
    return {ErrorCode::Usage, first_line(error.what()), usage_hint(model, arguments)};
}

std::string index_folder(const RawOptions& raw) {
    if (!raw.command.db.empty()) return raw.command.db;
    if (!raw.program.db.empty()) return raw.program.db;
    const char* from_environment = std::getenv("SITREP_DB");
    if (from_environment != nullptr && *from_environment != '\0') return from_environment;
    return "./sitrep.db";
}

When read_when(const std::string& text) {
    if (text == "always") return When::Always;
    return text == "never" ? When::Never : When::Auto;
}

CommonOptions merge_common(const RawOptions& raw) {
    CommonOptions common;
    common.db = index_folder(raw);
    common.json = raw.command.json || raw.program.json;
    common.quiet = raw.command.quiet || raw.program.quiet;
    common.verbose = raw.command.verbose || raw.program.verbose;
    common.color = read_when(raw.command.color.empty() ? raw.program.color : raw.command.color);
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
    protect_brackets(arguments);
    move_config_to_front(arguments);
    OptionModel model;
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
    Options options = model.options();
    options.common = merge_common(model.raw());
    if (options.request.text.starts_with(" [")) options.request.text.erase(0, 1);
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

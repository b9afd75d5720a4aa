#pragma once

#include "options.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <optional>
#include <string>
#include <vector>

namespace sitrep::cli {

/// Common options as they were typed; they may stand before the command or behind it.
struct RawCommon {
    std::string db;
    bool json = false;
    std::optional<When> color;
    bool quiet = false;
    bool verbose = false;
    std::string now;
};

struct RawOptions {
    RawCommon program;
    RawCommon command;
    std::vector<std::string> query;
    std::string default_language;
    std::string rejects;
    std::string report;
    std::string max_prune;
    std::string retry;
    std::string metrics;
    std::string facets;
    std::string vocabulary;
    std::string config;  // moved before the command, so never read
    bool no_infer = false;
    bool no_positions = false;
    bool no_alias = false;
    std::string help;
};

/// The commands and options of the program, as CLI11 knows them.
class OptionModel {
public:
    OptionModel();
    OptionModel(const OptionModel&) = delete;
    OptionModel& operator=(const OptionModel&) = delete;

    [[nodiscard]] CLI::App& app() noexcept { return app_; }
    [[nodiscard]] const RawOptions& raw() const noexcept { return raw_; }

    /// What was parsed, without the common options. Throws `Error` (Usage).
    [[nodiscard]] Options options() const;

    /// As it was given; empty if none was.
    [[nodiscard]] std::string config_file() const;

    [[nodiscard]] std::vector<std::string> command_names() const;
    /// Throws `Error` (Usage) if there is no such command.
    [[nodiscard]] const CLI::App& command(const std::string& name) const;

    /// The long and short options of a command, or those before any if it is empty.
    [[nodiscard]] std::vector<std::string> option_names(const std::string& command) const;
    [[nodiscard]] std::vector<std::string> options_with_value(const std::string& command) const;

    /// What the command help prints; nothing if another command was given.
    [[nodiscard]] std::optional<std::string> asked_help() const;

private:
    CLI::App* add_command(Command command, const std::string& name, const std::string& description);
    void add_query(CLI::App& command);
    void add_index();
    void add_index_extent(CLI::App& command);
    void add_index_build(CLI::App& command);
    void add_index_output(CLI::App& command);
    void add_index_reports(CLI::App& command);
    void add_search();
    void add_facets();
    void add_show();
    void add_info();
    void add_verify();
    void add_eval();
    void add_help();
    /// What the options of `index` say together. Throws `Error` (Usage).
    void settle_index(Options& options) const;

    CLI::App app_;
    RawOptions raw_;
    Options options_;
};

}  // namespace sitrep::cli

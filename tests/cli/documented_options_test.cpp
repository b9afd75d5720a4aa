// Completions, man page and docs/cli.md against the options that the program really has.
#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "option_model.hpp"
#include "support/catch.hpp"

namespace {

using Names = std::set<std::string>;

const std::string kSource = SITREP_SOURCE_DIR;

std::string read(const std::string& path) {
    std::ifstream file(kSource + "/" + path);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

Names matches(const std::string& text, const std::regex& pattern, std::size_t group = 0) {
    Names out;
    for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match) {
        out.insert((*match)[group].str());
    }
    return out;
}

Names long_options(const std::string& text) { return matches(text, std::regex("--[a-z][a-z-]*[a-z]")); }

Names commands() {
    const auto names = sitrep::cli::OptionModel().command_names();
    return {names.begin(), names.end()};
}

/// Options before a command.
Names program_options() {
    sitrep::cli::OptionModel model;
    Names out;
    for (const auto* option : model.app().get_options()) {
        for (const auto& name : option->get_lnames()) out.insert("--" + name);
        for (const auto& name : option->get_snames()) out.insert("-" + name);
    }
    return out;
}

/// Options behind a command. The config file is named there too.
Names options_of(const std::string& command) {
    const auto names = sitrep::cli::OptionModel().option_names(command);
    Names out(names.begin(), names.end());
    out.insert("--config");
    return out;
}

Names all_long_options() {
    Names all = program_options();
    for (const auto& command : commands()) all.merge(options_of(command));
    std::erase_if(all, [](const std::string& name) { return !name.starts_with("--"); });
    return all;
}

/// What bash offers for the last of some words.
Names completed_by_bash(const std::string& words) {
    const std::string script = "source '" + kSource + "/cli/completions/sitrep.bash'; COMP_WORDS=(" + words +
                               "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _sitrep; printf '%s\\n' \"${COMPREPLY[@]}\"";
    std::ofstream("completion_script.bash") << script;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen("bash completion_script.bash", "r"), pclose);
    REQUIRE(pipe);
    Names out;
    std::array<char, 256> line{};
    while (std::fgets(line.data(), line.size(), pipe.get()) != nullptr) {
        std::string word = line.data();
        word.erase(word.find_last_not_of('\n') + 1);
        if (!word.empty()) out.insert(word);
    }
    return out;
}

/// The options that fish offers behind a command, or before any if it is empty.
Names completed_by_fish(const std::string& command) {
    const std::regex condition("-n '?(__fish_use_subcommand|__fish_seen_subcommand_from ([a-z ]+))");
    const std::regex option(" -([sl]) ([a-z-]+)");
    std::istringstream lines(read("cli/completions/sitrep.fish"));
    Names out;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("complete ")) continue;
        std::smatch match;
        const bool has_condition = std::regex_search(line, match, condition);
        if (has_condition && match[2].matched == command.empty()) continue;
        if (has_condition && !command.empty() && !matches(match[2], std::regex("[a-z]+")).contains(command)) continue;
        const std::string options = line.substr(0, line.find(" -d '"));
        for (std::sregex_iterator found(options.begin(), options.end(), option), end; found != end; ++found) {
            out.insert(((*found)[1] == "s" ? "-" : "--") + (*found)[2].str());
        }
    }
    return out;
}

/// The lines of the zsh file that belong to one command.
std::string zsh_part(const std::string& text, const std::string& command) {
    const auto begin = text.find("                " + command + ")");
    REQUIRE(begin != std::string::npos);
    return text.substr(begin, text.find(";;", begin) - begin);
}

std::string zsh_array(const std::string& text, const std::string& name) {
    const auto begin = text.find("local -a " + name + "=(");
    REQUIRE(begin != std::string::npos);
    return text.substr(begin, text.find("\n    )", begin) - begin);
}

}  // namespace

TEST_CASE("bash offers the commands and exactly the options of each", "[cli][completion]") {
    CHECK(completed_by_bash("sitrep ''") == commands());
    CHECK(completed_by_bash("sitrep -") == program_options());
    for (const auto& command : commands()) {
        CAPTURE(command);
        CHECK(completed_by_bash("sitrep " + command + " -") == options_of(command));
    }
}

TEST_CASE("bash offers the choices of an option", "[cli][completion]") {
    CHECK(completed_by_bash("sitrep search --sort ''") == Names{"relevance", "newest", "oldest"});
    CHECK(completed_by_bash("sitrep search --sort = n") == Names{"newest"});
    CHECK(completed_by_bash("sitrep index --format ''") == Names{"auto", "jsonl", "text"});
    CHECK(completed_by_bash("sitrep index --progress a") == Names{"auto", "always"});
    CHECK(completed_by_bash("sitrep --color ne") == Names{"never"});
    CHECK(completed_by_bash("sitrep facets --facets country,la") == Names{"country,language"});
}

TEST_CASE("fish offers the commands and exactly the options of each", "[cli][completion]") {
    const auto text = read("cli/completions/sitrep.fish");
    CHECK(matches(text, std::regex("-n __fish_use_subcommand -a ([a-z]+)"), 1) == commands());
    CHECK(completed_by_fish("") == program_options());
    for (const auto& command : commands()) {
        CAPTURE(command);
        CHECK(completed_by_fish(command) == options_of(command));
    }
}

TEST_CASE("zsh offers the commands and exactly the long options of each", "[cli][completion]") {
    const auto text = read("cli/completions/_sitrep");
    CHECK(matches(text, std::regex("\n {16}'([a-z]+):"), 1) == commands());
    CHECK(long_options(text) == all_long_options());
    for (const auto& command : commands()) {
        CAPTURE(command);
        const auto part = zsh_part(text, command);
        Names offered = long_options(part + zsh_array(text, "common"));
        if (part.find("$query") != std::string::npos) offered.merge(long_options(zsh_array(text, "query")));
        Names expected = options_of(command);
        std::erase_if(expected, [](const std::string& name) { return !name.starts_with("--"); });
        CHECK(offered == expected);
    }
}

TEST_CASE("the man page has every command and option, and no other", "[cli][documentation]") {
    const auto text = std::regex_replace(read("cli/man/sitrep.1"), std::regex(R"(\\-)"), "-");
    CHECK(long_options(text) == all_long_options());
    for (const auto& command : commands()) {
        CAPTURE(command);
        CHECK(text.find("\n.B " + command + "\n") != std::string::npos);
    }
}

TEST_CASE("docs/cli.md has every command and option, and no other", "[cli][documentation]") {
    const auto text = read("docs/cli.md");
    CHECK(long_options(text) == all_long_options());
    for (const auto& command : commands()) {
        CAPTURE(command);
        CHECK(text.find("\n## sitrep " + command + "\n") != std::string::npos);
    }
}

#include "option_model.hpp"

#include "option_choice.hpp"
#include "option_values.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <xapian.h>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_format.hpp>
#include <sitrep/schema/version.hpp>

namespace sitrep::cli {
namespace {

using schema::Error;
using schema::ErrorCode;

constexpr const char* kCommonGroup = "Options of every command";

constexpr const char* kExitCodes =
    "Exit codes:\n"
    "  0 done (search: at least one hit)   1 search found nothing\n"
    "  2 wrong usage or query              3 indexed, but some records were refused\n"
    "  4 failed                            10 no index there\n"
    "  11 index locked by another writer   12 index format this version cannot read\n"
    "  130, 143 interrupted; the index is as it was before\n";

constexpr const char* kQueryHelp =
    "Query language:\n"
    "  missile attack        any of the words, best first, in all their forms\n"
    "  \"persian gulf\"        the words side by side\n"
    "  +iran tanker -iraq    must have, may have, must not have\n"
    "  iran AND (tanker OR ship) NOT iraq\n"
    "  oil near/5 (price OR \"crude oil\")\n"
    "                        at most five words from each other, in either order\n"
    "  mobilisat*            all words that begin so\n"
    "  title:word, country:UKR, actor:name, topic:ceasefire, source:\"Sample Wire\", lang:fr,\n"
    "  place:Bakhmut, id:ID, fatalities:10.., date:2022-02-24..2022-04, date:2022-03,\n"
    "  date:..2021, date:7d, event:2025-02, country:-RUS (a sign excludes)\n"
    "  *                     every report that the filters let through\n";

std::string version_text() {
    return "sitrep " + std::string(schema::program_version()) + "\nXapian " +
           Xapian::version_string() + "\nSnowball " + std::string(schema::snowball_version()) +
           "\nindex format " + std::to_string(schema::kIndexFormatVersion);
}

void add_common(CLI::App& app, RawCommon& common) {
    const std::string group = kCommonGroup;
    app.add_option("-d,--db", common.db, "Index folder [$SITREP_DB, else ./sitrep.db]")
        ->type_name("DIR")
        ->group(group);
    app.add_flag("--json", common.json, "Print JSON")->group(group);
    add_choice(app, {"--color", "Colour: auto, always or never", "WHEN"}, when_choices(),
               common.color)
        ->group(group);
    app.add_flag("-q,--quiet", common.quiet, "No progress and no messages but errors")
        ->group(group);
    app.add_flag("-v,--verbose", common.verbose, "Say more")->group(group);
    app.add_option("--now", common.now, "Day that relative dates count from [today]")
        ->type_name("DATE")
        ->group(group);
}

template <typename Wanted>
std::vector<std::string> names_of(const CLI::App& app, Wanted wanted) {
    std::vector<std::string> names;
    for (const auto* option : app.get_options()) {
        if (!wanted(*option)) continue;
        for (const auto& name : option->get_lnames()) names.push_back("--" + name);
        for (const auto& name : option->get_snames()) names.push_back("-" + name);
    }
    return names;
}

}  // namespace

OptionModel::OptionModel() : app_("Full-text search over conflict reporting.", "sitrep") {
    // An alias of the shell may set what the user sets again.
    app_.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    app_.set_version_flag("--version", version_text(), "Print versions and exit");
    app_.set_help_flag("-h,--help", "Print this help and exit");
    app_.set_config("--config", "",
                    "Read options from a TOML file: common ones at its top, others under [COMMAND]")
        ->type_name("FILE");
    app_.allow_config_extras(CLI::config_extras_mode::error);
    app_.require_subcommand(1);
    app_.footer(
        std::string("Begin with: sitrep index reports/ && sitrep search 'prisoner exchange'\n"
                    "sitrep COMMAND --help says more about each.\n\n") +
        kExitCodes);
    add_common(app_, raw_.program);
    add_index();
    add_search();
    add_facets();
    add_show();
    add_info();
    add_verify();
    add_eval();
    add_help();
}

CLI::App* OptionModel::add_command(Command command, const std::string& name,
                                   const std::string& description) {
    auto* app = app_.add_subcommand(name, description);
    app->set_help_flag("-h,--help", "Print this help and exit");
    app->set_version_flag("--version", version_text(), "Print versions and exit")
        ->group(kCommonGroup);
    app->parse_complete_callback([this, command] { options_.command = command; });
    app->footer(kExitCodes);
    add_common(*app, raw_.command);
    app->add_option("--config", raw_.config, "Read options from a TOML file")
        ->type_name("FILE")
        ->group(kCommonGroup);
    return app;
}

void OptionModel::add_query(CLI::App& command) {
    auto& request = options_.request;
    const std::string group =
        "Filters (repeat one for OR, different ones are joined by AND, a leading - excludes)";
    command.add_option("query", raw_.query, "What to look for; nothing or * means every report")
        ->type_name("QUERY")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    const auto facet = [&](const std::string& name, std::vector<std::string>& values,
                           const std::string& text) {
        command.add_option(name, values, text)
            ->type_name("VALUE")
            ->group(group)
            ->expected(1)
            ->allow_extra_args(false)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    };
    facet("--country", request.countries, "Country: any name or ISO 3166 code");
    facet("--actor", request.actors, "Person, government, armed group or organisation");
    facet("--topic", request.topics, "Topic, such as ceasefire");
    facet("--source", request.sources, "Outlet or data set");
    facet("--lang", request.languages, "Language: its name or ISO 639 code");
    command
        .add_option("--since", request.since,
                    "First day: 2022, 2022-03, 2022-03-05, 7d, 3m, 1y, yesterday, last-week")
        ->type_name("DATE")
        ->group(group);
    command.add_option("--until", request.until, "Last day, included")
        ->type_name("DATE")
        ->group(group);
    command.add_flag("--exact", request.exact,
                     "Compare words as they are written: no stemming, no folding, no aliases");
    command.add_flag("--no-alias", raw_.no_alias,
                     "Do not look for other names of those in the query");
    command.add_flag("--explain", options_.explain, "Show how the query is understood");
    command.footer(std::string(kQueryHelp) + "\n" + kExitCodes);
}

void OptionModel::add_search() {
    auto* command = add_command(Command::Search, "search", "Ranked hits with highlighted snippets");
    add_query(*command);
    auto& request = options_.request;
    command->add_option("-n,--limit", request.limit, "Hits to show [10]")
        ->check(CLI::Range(0, 1000000))
        ->type_name("N");
    command->add_option("--offset", request.offset, "Hits to pass over first [0]")
        ->check(CLI::Range(0, 1000000000))
        ->type_name("N");
    const Choices<searcher::Sort> sorts{{"relevance", searcher::Sort::Relevance},
                                        {"newest", searcher::Sort::Newest},
                                        {"oldest", searcher::Sort::Oldest}};
    add_choice(*command, {"--sort", "Order: relevance, newest or oldest", "ORDER"}, sorts,
               request.sort);
    command
        ->add_option("--snippet-length", request.snippet_length,
                     "Characters of a snippet, about [240]")
        ->check(CLI::Range(20, 10000))
        ->type_name("N");
    command
        ->add_option("--facets", raw_.facets,
                     "Count these too: country,actor,topic,source,language,date")
        ->type_name("LIST");
}

void OptionModel::add_facets() {
    auto* command = add_command(Command::Facets, "facets",
                                "Counts per country, actor, topic, source and language");
    add_query(*command);
    command
        ->add_option("--facets", raw_.facets,
                     "Which ones: country,actor,topic,source,language,date [all but date]")
        ->type_name("LIST");
}

void OptionModel::add_show() {
    auto* command =
        add_command(Command::Show, "show", "One report, whole, with where each facet came from");
    command->add_option("id", options_.ids, "Ids as search shows them")
        ->required()
        ->type_name("ID")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void OptionModel::add_info() {
    add_command(Command::Info, "info", "What is in the index, its format and its fields");
}

void OptionModel::add_verify() {
    add_command(Command::Verify, "verify", "Check an index from end to end");
}

void OptionModel::add_eval() {
    auto* command =
        add_command(Command::Eval, "eval", "MAP, nDCG@10, P@10 and recall on TREC-style judgments");
    command->add_option("queries", options_.queries_file, "Lines of query id, tab, query")
        ->required()
        ->type_name("QUERIES");
    command
        ->add_option("qrels", options_.judgments_file, "Lines of query id, 0, report id, relevance")
        ->required()
        ->type_name("QRELS");
}

void OptionModel::add_help() {
    auto* command = add_command(Command::Help, "help", "Help on the program or on one command");
    command->add_option("command", raw_.help, "Command to be explained")->type_name("COMMAND");
}

Options OptionModel::options() const {
    Options options = options_;
    options.request.text = joined_query(raw_.query);
    options.request.aliases = !raw_.no_alias;
    options.request.facets = read_facets(raw_.facets);
    settle_index(options);
    return options;
}

std::string OptionModel::config_file() const {
    const auto* option = app_.get_config_ptr();
    return option->count() > 0 ? option->as<std::string>() : std::string();
}

std::vector<std::string> OptionModel::command_names() const {
    std::vector<std::string> names;
    for (const auto* command : app_.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

const CLI::App& OptionModel::command(const std::string& name) const {
    const auto names = command_names();
    if (std::ranges::find(names, name) != names.end()) return *app_.get_subcommand(name);
    const std::string near = nearest(name, names);
    throw Error(
        ErrorCode::Usage, "there is no command " + name,
        near.empty() ? "see sitrep --help for the commands" : "did you mean sitrep " + near + "?");
}

std::optional<std::string> OptionModel::asked_help() const {
    if (options_.command != Command::Help) return std::nullopt;
    // One that has read a command line only explains the command in it.
    const OptionModel unread;
    return raw_.help.empty() ? unread.app_.help() : unread.command(raw_.help).help("sitrep");
}

std::vector<std::string> OptionModel::option_names(const std::string& command) const {
    return names_of(command.empty() ? app_ : this->command(command),
                    [](const CLI::Option&) { return true; });
}

std::vector<std::string> OptionModel::options_with_value(const std::string& command) const {
    return names_of(this->command(command),
                    [](const CLI::Option& option) { return option.get_items_expected_max() > 0; });
}

}  // namespace sitrep::cli

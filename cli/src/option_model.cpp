#include "option_model.hpp"

#include "option_values.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <xapian.h>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_format.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/version.hpp>
#include <sitrep/schema/vocabulary.hpp>

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
    app.add_option("--color", common.color, "Colour: auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->type_name("WHEN")
        ->group(group);
    app.add_flag("-q,--quiet", common.quiet, "No progress and no messages but errors")
        ->group(group);
    app.add_flag("-v,--verbose", common.verbose, "Say more")->group(group);
    app.add_option("--now", common.now, "Day that relative dates count from [today]")
        ->type_name("DATE")
        ->group(group);
}

void require_one_input(const Options& options) {
    const bool has_inputs = !options.job.inputs.empty();
    const int kinds =
        (has_inputs ? 1 : 0) + (options.job.retry ? 1 : 0) + (options.rollback ? 1 : 0);
    if (kinds == 1) return;
    if (kinds == 0) {
        throw Error(ErrorCode::Usage, "no input was named",
                    "name files or folders, or - for standard input");
    }
    throw Error(ErrorCode::Usage, "INPUT, --retry and --rollback exclude each other",
                "run one after the other");
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

void OptionModel::add_index() {
    auto* command =
        add_command(Command::Index, "index",
                    "Create or update an index from files, folders or - (standard input)");
    auto& job = options_.job;
    command
        ->add_option("input", job.inputs,
                     "Files (.jsonl, .ndjson, .txt), folders, or - for standard input")
        ->type_name("INPUT")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command->add_option("--format", raw_.format, "Format of the input: auto, jsonl or text")
        ->check(CLI::IsMember({"auto", "jsonl", "text"}))
        ->type_name("NAME");
    command->add_flag("--rebuild", job.writer.rebuild,
                      "Build a new index aside, then switch to it");
    command->add_flag("--prune", job.prune, "Remove reports whose input is gone");
    command
        ->add_option("--max-prune", raw_.max_prune,
                     "Largest share of the reports that a run may take out of the index [20%]")
        ->type_name("PERCENT");
    command->add_flag("--force", job.force, "Take out more than --max-prune");
    command->add_option("--threads", job.threads, "Threads that parse and analyze [all processors]")
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
    command
        ->add_option("--memory", job.memory,
                     "How much a build may hold, about: 512M, 4G [a quarter of the memory]")
        ->transform(CLI::AsSizeValue(false))
        ->check([](const std::string& bytes) {
            constexpr std::uint64_t kLeast = 1U << 20U;
            return std::stoull(bytes) >= kLeast ? std::string() : "at least 1M is needed";
        })
        ->type_name("SIZE");
    command->add_option("--engine", raw_.engine, "How a whole index is written: glass or xapian")
        ->check(CLI::IsMember({"glass", "xapian"}))
        ->type_name("NAME");
    command->add_flag("--no-positions", raw_.no_positions,
                      "Build without word positions: half the size, phrases are looked up in the "
                      "text");
    command
        ->add_option("--retry", raw_.retry,
                     "Try the records of a rejects file again, in place of INPUT")
        ->type_name("FILE");
    command->add_flag("--rollback", options_.rollback,
                      "Go back to the index before the last rebuild, and do nothing else");
    add_index_output(*command);
    command->add_flag("--dry-run", job.dry_run,
                      "Read everything, say what would happen, write nothing");
    command->add_flag("--no-infer", raw_.no_infer, "Only facets that the input states");
    command
        ->add_option("--vocabulary", raw_.vocabulary,
                     "Folder with countries.tsv, places.tsv, actors.tsv, states.tsv or topics.toml "
                     "to add to "
                     "those of the program [what the index has]")
        ->type_name("DIR");
    command
        ->add_option("--default-language", raw_.default_language,
                     "Language of reports whose own is neither given nor recognised; fixed when "
                     "the index is made [en]")
        ->type_name("LANG");
    command->add_option("--progress", raw_.progress, "Progress line: auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->type_name("WHEN");
    command->footer(kExitCodes);
}

void OptionModel::add_index_output(CLI::App& command) {
    command
        .add_option("--rejects", raw_.rejects,
                    "Where refused records go [rejects.jsonl in the index folder]")
        ->type_name("FILE");
    command.add_option("--report", raw_.report, "Write what the run did as one JSON object")
        ->type_name("FILE");
    command
        .add_option("--metrics", raw_.metrics, "Write what the run did as metrics for Prometheus")
        ->type_name("FILE");
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
    command->add_option("--sort", raw_.sort, "Order: relevance, newest or oldest")
        ->check(CLI::IsMember({"relevance", "newest", "oldest"}))
        ->type_name("ORDER");
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
    command->footer(kExitCodes);
}

void OptionModel::add_info() {
    auto* command =
        add_command(Command::Info, "info", "What is in the index, its format and its fields");
    command->footer(kExitCodes);
}

void OptionModel::add_verify() {
    auto* command = add_command(Command::Verify, "verify", "Check an index from end to end");
    command->footer(kExitCodes);
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
    command->footer(kExitCodes);
}

void OptionModel::add_help() {
    auto* command = add_command(Command::Help, "help", "Help on the program or on one command");
    command->add_option("command", raw_.help, "Command to be explained")->type_name("COMMAND");
    command->footer(kExitCodes);
}

Options OptionModel::options() const {
    Options options = options_;
    static const std::map<std::string, searcher::Sort> kSorts{
        {"relevance", searcher::Sort::Relevance},
        {"newest", searcher::Sort::Newest},
        {"oldest", searcher::Sort::Oldest}};
    static const std::map<std::string, indexer::InputFormat> kFormats{
        {"auto", indexer::InputFormat::Auto},
        {"jsonl", indexer::InputFormat::Jsonl},
        {"text", indexer::InputFormat::Text}};
    options.request.text = joined_query(raw_.query);
    options.request.aliases = !raw_.no_alias;
    options.request.sort = kSorts.at(raw_.sort);
    options.request.facets = read_facets(raw_.facets);
    options.job.format = kFormats.at(raw_.format);
    options.progress = when_of(raw_.progress);
    options.job.writer.infer = !raw_.no_infer;
    options.job.writer.positions = !raw_.no_positions;
    if (raw_.engine == "xapian") options.job.engine = indexer::Engine::Xapian;
    if (!raw_.rejects.empty()) options.job.rejects = raw_.rejects;
    if (!raw_.report.empty()) options.job.report = raw_.report;
    if (!raw_.retry.empty()) options.job.retry = raw_.retry;
    if (!raw_.metrics.empty()) options.job.metrics = raw_.metrics;
    if (options.command == Command::Index) require_one_input(options);
    if (!raw_.max_prune.empty()) options.job.max_prune = read_share(raw_.max_prune);
    if (!raw_.vocabulary.empty())
        options.job.writer.vocabulary = schema::read_vocabulary(raw_.vocabulary);
    if (!raw_.default_language.empty()) {
        options.job.writer.default_language = schema::normalize_language(raw_.default_language);
        if (!options.job.writer.default_language) {
            throw Error(ErrorCode::Usage, "there is no language " + raw_.default_language,
                        "give an ISO 639 code such as en");
        }
    }
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

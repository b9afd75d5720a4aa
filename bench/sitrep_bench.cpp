#include "corpus.hpp"
#include "fts5_index.hpp"
#include "index_bench.hpp"
#include "naive_engine.hpp"
#include "query_bench.hpp"
#include "scriptindex_input.hpp"
#include "sitrep_engine.hpp"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstddef>
#include <exception>
#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <xapian.h>

#include <sitrep/schema/error.hpp>

namespace sitrep::bench {
namespace {

enum ExitCode : int { kDone = 0, kUsage = 2, kFailed = 4 };

/// Every positional argument that any of the commands takes.
struct Arguments {
    std::filesystem::path input;   ///< JSONL
    std::filesystem::path output;  ///< a new index or file
    std::filesystem::path db;
    std::filesystem::path queries;
    std::size_t repeats = 1;
    std::size_t factor = 1;
    SitrepIndexOptions index;
};

void add_query_command(CLI::App& app, const std::string& name, const std::string& text,
                       Arguments& arguments) {
    auto* command = app.add_subcommand(name, text);
    command->add_option("db", arguments.db, "Index folder")->required()->type_name("DB");
    command
        ->add_option("queries", arguments.queries,
                     "Query file: a header line that begins with #, then columns name, "
                     "query, place, country, since, until, show (hits, hits+facet, facets), "
                     "separated by tabs")
        ->required()
        ->type_name("QUERIES.tsv");
    command->add_option("repeats", arguments.repeats, "Answers measured for each query")
        ->required()
        ->check(CLI::Range(1, 10000000))
        ->type_name("REPEATS");
}

void add_input(CLI::App& command, Arguments& arguments) {
    command.add_option("jsonl", arguments.input, "Reports, one a line")
        ->required()
        ->type_name("JSONL");
}

void add_output_file(CLI::App& command, Arguments& arguments) {
    command.add_option("out", arguments.output, "File to write")->required()->type_name("OUT");
}

CLI::App& add_index_command(CLI::App& app, const std::string& name, const std::string& text,
                            Arguments& arguments) {
    auto& command = *app.add_subcommand(name, text);
    add_input(command, arguments);
    command.add_option("dir", arguments.output, "A new or an empty folder")
        ->required()
        ->type_name("DIR");
    return command;
}

void add_sitrep_options(CLI::App& command, SitrepIndexOptions& options) {
    command
        .add_option("--threads", options.threads, "Threads that parse and analyze [all processors]")
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
    command.add_flag_callback(
        "--no-infer", [&options] { options.infer = false; }, "Only facets that the input states");
    command.add_flag_callback(
        "--no-positions", [&options] { options.positions = false; }, "Without word positions");
    command.add_option("--memory", options.memory, "How much a build may hold, such as 256M")
        ->transform(CLI::AsSizeValue(false))
        ->type_name("SIZE");
    const std::map<std::string, indexer::Engine> engines{{"glass", indexer::Engine::Glass},
                                                         {"xapian", indexer::Engine::Xapian}};
    command.add_option("--engine", options.engine, "Who writes the files [glass]")
        ->transform(CLI::CheckedTransformer(engines))
        ->type_name("NAME");
}

void add_index_commands(CLI::App& app, Arguments& arguments) {
    auto& index = add_index_command(
        app, "index", "Measure a build of Sitrep's index; one line of JSON", arguments);
    add_sitrep_options(index, arguments.index);
    add_index_command(app, "naive-index", "The same with the indexer of Xapian's manual",
                      arguments);
    add_index_command(app, "fts5-index", "The same with the full-text index of SQLite", arguments);
    auto& update = *app.add_subcommand(
        "fts5-update", "Measure an update of reports in a folder of fts5-index; one line of JSON");
    add_input(update, arguments);
    update.add_option("dir", arguments.output, "The folder")->required()->type_name("DIR");
}

void add_file_commands(CLI::App& app, Arguments& arguments) {
    auto& corpus = *app.add_subcommand("corpus", "Make a larger corpus by shuffling sentences");
    add_input(corpus, arguments);
    corpus.add_option("factor", arguments.factor, "How many times as large")
        ->required()
        ->check(CLI::Range(1, 10000))
        ->type_name("FACTOR");
    add_output_file(corpus, arguments);
    auto& input = *app.add_subcommand("scriptindex-input",
                                      "Convert reports to what Omega's scriptindex reads; one line "
                                      "of JSON");
    add_input(input, arguments);
    add_output_file(input, arguments);
}

void add_commands(CLI::App& app, Arguments& arguments) {
    add_query_command(app, "query", "Measure Sitrep's answers; one line of JSON for each query",
                      arguments);
    add_query_command(app, "naive-query", "The same with a database of naive-index", arguments);
    add_index_commands(app, arguments);
    add_file_commands(app, arguments);
}

void run_query(const Arguments& arguments) {
    const auto queries = read_query_file(arguments.queries);
    const SitrepSearch search(arguments.db);
    run_query_bench(queries, arguments.repeats,
                    [&](const BenchQuery& query) { return search.answer(query); });
}

void run_naive_query(const Arguments& arguments) {
    const auto queries = read_query_file(arguments.queries);
    NaiveSearch search(arguments.db);
    run_query_bench(queries, arguments.repeats,
                    [&](const BenchQuery& query) { return search.answer(query); });
}

void run_index(const Arguments& arguments) {
    run_index_bench(
        {"sitrep", arguments.input, arguments.output,
         [&] { return index_with_sitrep(arguments.input, arguments.output, arguments.index); }});
}

void run_naive_index(const Arguments& arguments) {
    run_index_bench({"naive", arguments.input, arguments.output,
                     [&] { return index_naively(arguments.input, arguments.output); }});
}

void run_fts5_index(const Arguments& arguments) {
    run_index_bench({"fts5", arguments.input, arguments.output,
                     [&] { return index_with_fts5(arguments.input, arguments.output); }});
}

void run_fts5_update(const Arguments& arguments) {
    Fts5Update table(arguments.output);
    const auto start = std::chrono::steady_clock::now();
    const std::uint64_t reports = table.update(arguments.input);
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    const nlohmann::ordered_json line = {
        {"engine", "fts5"}, {"wall_s", wall.count()}, {"reports", reports}};
    std::cout << line.dump() << "\n";
}

void run_corpus(const Arguments& arguments) {
    write_larger_corpus(arguments.input, arguments.factor, arguments.output);
}

void run_scriptindex_input(const Arguments& arguments) {
    const auto converted = write_scriptindex_input(arguments.input, arguments.output);
    const nlohmann::ordered_json line = {{"reports", converted.reports},
                                         {"text_bytes", converted.text_bytes}};
    std::cout << line.dump() << "\n";
}

void run_command(const std::string& name, const Arguments& arguments) {
    static const std::map<std::string, void (*)(const Arguments&)> commands = {
        {"query", run_query},           {"naive-query", run_naive_query},
        {"index", run_index},           {"naive-index", run_naive_index},
        {"fts5-index", run_fts5_index}, {"fts5-update", run_fts5_update},
        {"corpus", run_corpus},         {"scriptindex-input", run_scriptindex_input},
    };
    commands.at(name)(arguments);
}

int tell_error(const std::string& message, const std::string& hint, int code) {
    std::cerr << "sitrep-bench: " << message << "\n";
    if (!hint.empty()) std::cerr << "hint: " << hint << "\n";
    return code;
}

int run(int argc, char** argv) {
    CLI::App app("Measures how fast Sitrep indexes and answers.", "sitrep-bench");
    app.require_subcommand(1);
    Arguments arguments;
    add_commands(app, arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kUsage;
    }
    try {
        run_command(app.get_subcommands().front()->get_name(), arguments);
        return kDone;
    } catch (const schema::Error& error) {
        const bool is_usage = error.code() == schema::ErrorCode::Usage ||
                              error.code() == schema::ErrorCode::QuerySyntax;
        return tell_error(error.message(), error.hint(), is_usage ? kUsage : kFailed);
    } catch (const Xapian::QueryParserError& error) {
        return tell_error(error.get_msg(), "", kUsage);
    } catch (const Xapian::Error& error) {
        return tell_error(error.get_description(), "", kFailed);
    } catch (const std::exception& error) {
        return tell_error(error.what(), "", kFailed);
    }
}

}  // namespace
}  // namespace sitrep::bench

int main(int argc, char** argv) {
    return sitrep::bench::run(argc, argv);
}

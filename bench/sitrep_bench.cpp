#include "corpus.hpp"
#include "index_bench.hpp"
#include "naive_engine.hpp"
#include "query_bench.hpp"
#include "sitrep_engine.hpp"

#include <CLI/CLI.hpp>
#include <cstddef>
#include <exception>
#include <filesystem>
#include <iostream>
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

CLI::App* add_index_command(CLI::App& app, const std::string& name, const std::string& text,
                            Arguments& arguments) {
    auto* command = app.add_subcommand(name, text);
    command->add_option("jsonl", arguments.input, "Reports, one a line")
        ->required()
        ->type_name("JSONL");
    command->add_option("dir", arguments.output, "A new or an empty folder")
        ->required()
        ->type_name("DIR");
    return command;
}

void add_commands(CLI::App& app, Arguments& arguments) {
    add_query_command(app, "query", "Measure Sitrep's answers; one line of JSON for each query",
                      arguments);
    add_query_command(app, "naive-query", "The same with a database of naive-index", arguments);
    auto* index = add_index_command(
        app, "index", "Measure a build of Sitrep's index; one line of JSON", arguments);
    index
        ->add_option("--threads", arguments.index.threads,
                     "Threads that parse and analyze [all processors]")
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
    index->add_flag_callback(
        "--no-infer", [&arguments] { arguments.index.infer = false; },
        "Only facets that the input states");
    add_index_command(app, "naive-index", "The same with the indexer of Xapian's manual",
                      arguments);
    auto* corpus = app.add_subcommand("corpus", "Make a larger corpus by shuffling sentences");
    corpus->add_option("jsonl", arguments.input, "Reports, one a line")
        ->required()
        ->type_name("JSONL");
    corpus->add_option("factor", arguments.factor, "How many times as large")
        ->required()
        ->check(CLI::Range(1, 10000))
        ->type_name("FACTOR");
    corpus->add_option("out", arguments.output, "File to write")->required()->type_name("OUT");
}

void run_command(const std::string& command, const Arguments& arguments) {
    if (command == "query") {
        const auto queries = read_query_file(arguments.queries);
        const SitrepSearch search(arguments.db);
        run_query_bench(queries, arguments.repeats,
                        [&](const BenchQuery& query) { return search.answer(query); });
    } else if (command == "naive-query") {
        const auto queries = read_query_file(arguments.queries);
        NaiveSearch search(arguments.db);
        run_query_bench(queries, arguments.repeats,
                        [&](const BenchQuery& query) { return search.answer(query); });
    } else if (command == "index") {
        run_index_bench({"sitrep", arguments.input, arguments.output, [&] {
                             return index_with_sitrep(arguments.input, arguments.output,
                                                      arguments.index);
                         }});
    } else if (command == "naive-index") {
        run_index_bench({"naive", arguments.input, arguments.output,
                         [&] { return index_naively(arguments.input, arguments.output); }});
    } else {
        write_larger_corpus(arguments.input, arguments.factor, arguments.output);
    }
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

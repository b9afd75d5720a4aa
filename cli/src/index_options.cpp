#include "option_choice.hpp"
#include "option_model.hpp"
#include "option_values.hpp"

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::cli {
namespace {

using schema::Error;
using schema::ErrorCode;

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

std::string require_language(const std::string& name) {
    if (auto language = schema::normalize_language(name)) return *language;
    throw Error(ErrorCode::Usage, "there is no language " + name,
                "give an ISO 639 code such as en");
}

}  // namespace

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
    const Choices<indexer::InputFormat> formats{{"auto", indexer::InputFormat::Auto},
                                                {"jsonl", indexer::InputFormat::Jsonl},
                                                {"text", indexer::InputFormat::Text}};
    add_choice(*command, {"--format", "Format of the input: auto, jsonl or text", "NAME"}, formats,
               job.format);
    add_index_extent(*command);
    add_index_build(*command);
    command
        ->add_option("--retry", raw_.retry,
                     "Try the records of a rejects file again, in place of INPUT")
        ->type_name("FILE");
    command->add_flag("--rollback", options_.rollback,
                      "Go back to the index before the last rebuild, and do nothing else");
    add_index_output(*command);
    command->add_flag("--dry-run", job.dry_run,
                      "Read everything, say what would happen, write nothing");
    add_index_reports(*command);
    add_choice(*command, {"--progress", "Progress line: auto, always or never", "WHEN"},
               when_choices(), options_.progress);
}

/// What of the index may change.
void OptionModel::add_index_extent(CLI::App& command) {
    auto& job = options_.job;
    command.add_flag("--rebuild", job.writer.rebuild, "Build a new index aside, then switch to it");
    command.add_flag("--prune", job.prune, "Remove reports whose input is gone");
    command
        .add_option("--max-prune", raw_.max_prune,
                    "Largest share of the reports that a run may take out of the index [20%]")
        ->type_name("PERCENT");
    command.add_flag("--force", job.force, "Take out more than --max-prune");
}

/// How it is written.
void OptionModel::add_index_build(CLI::App& command) {
    auto& job = options_.job;
    command.add_option("--threads", job.threads, "Threads that parse and analyze [all processors]")
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
    command
        .add_option("--memory", job.memory,
                    "How much a build may hold, about: 512M, 4G [a quarter of the memory]")
        ->transform(CLI::AsSizeValue(false))
        ->check([](const std::string& bytes) {
            constexpr std::uint64_t kLeast = 1U << 20U;
            return std::stoull(bytes) >= kLeast ? std::string() : "at least 1M is needed";
        })
        ->type_name("SIZE");
    const Choices<indexer::Engine> engines{{"glass", indexer::Engine::Glass},
                                           {"xapian", indexer::Engine::Xapian}};
    add_choice(command, {"--engine", "How a whole index is written: glass or xapian", "NAME"},
               engines, job.engine);
    command.add_flag("--no-positions", raw_.no_positions,
                     "Build without word positions: half the size, phrases are looked up in the "
                     "text");
}

/// What is written beside it.
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

/// What is made of a report.
void OptionModel::add_index_reports(CLI::App& command) {
    command.add_flag("--no-infer", raw_.no_infer, "Only facets that the input states");
    command
        .add_option("--vocabulary", raw_.vocabulary,
                    "Folder with countries.tsv, places.tsv, actors.tsv, states.tsv or topics.toml "
                    "to add to those of the program [what the index has]")
        ->type_name("DIR");
    command
        .add_option("--default-language", raw_.default_language,
                    "Language of reports whose own is neither given nor recognised; fixed when "
                    "the index is made [en]")
        ->type_name("LANG");
}

void OptionModel::settle_index(Options& options) const {
    auto& job = options.job;
    job.writer.infer = !raw_.no_infer;
    job.writer.positions = !raw_.no_positions;
    if (!raw_.rejects.empty()) job.rejects = raw_.rejects;
    if (!raw_.report.empty()) job.report = raw_.report;
    if (!raw_.retry.empty()) job.retry = raw_.retry;
    if (!raw_.metrics.empty()) job.metrics = raw_.metrics;
    if (options.command == Command::Index) require_one_input(options);
    if (!raw_.max_prune.empty()) job.max_prune = read_share(raw_.max_prune);
    if (!raw_.vocabulary.empty()) job.writer.vocabulary = schema::read_vocabulary(raw_.vocabulary);
    if (!raw_.default_language.empty()) {
        job.writer.default_language = require_language(raw_.default_language);
    }
}

}  // namespace sitrep::cli

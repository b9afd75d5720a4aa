#include "commands.hpp"
#include "json_output.hpp"
#include "number_text.hpp"
#include "output.hpp"
#include "terminal.hpp"

#include <nlohmann/json.hpp>
#include <string>

#include <sitrep/schema/field_table.hpp>
#include <sitrep/searcher/index_reader.hpp>

namespace sitrep::cli {
namespace {

void add(std::string& out, const std::string& name, const std::string& value) {
    out += name + std::string(name.size() < 18 ? 18 - name.size() : 1, ' ') + sanitize_line(value) +
           "\n";
}

std::string feature_list(const schema::IndexDescription& description) {
    std::string out;
    for (const auto& feature : description.features)
        out += (out.empty() ? "" : ", ") + feature.name;
    return out;
}

std::string describe(const searcher::IndexInfo& info, const std::string& db) {
    const auto& description = info.description;
    std::string out;
    add(out, "index", db);
    add(out, "reports", with_commas(info.reports));
    if (info.dates)
        add(out, "dates",
            schema::iso_day(info.dates->first) + " to " + schema::iso_day(info.dates->last));
    add(out, "size", with_commas(info.bytes_on_disk) + " bytes");
    add(out, "index format",
        std::to_string(description.format) + " (" + feature_list(description) + ")");
    add(out, "analyzer", "version " + std::to_string(description.analyzer));
    add(out, "default language", description.default_language);
    if (!description.vocabulary.empty())
        add(out, "vocabulary",
            description.vocabulary + (info.has_vocabulary ? ", with additions" : ""));
    for (const auto& [stemmer, reports] : info.stemmers) {
        add(out, "stemmer", stemmer + ", " + with_commas(reports) + " reports");
    }
    add(out, "generation", std::to_string(description.generation));
    add(out, "created", description.created);
    add(out, "updated", description.updated + " by sitrep " + description.program);
    return out;
}

std::string describe_run(const std::string& json) {
    const auto run = nlohmann::json::parse(json);
    const auto text = [&run](const char* key) {
        const auto found = run.find(key);
        if (found == run.end()) return std::string("?");
        return found->is_string() ? found->get<std::string>() : found->dump();
    };
    return text("finished") + ": " + text("read") + " read, " + text("added") + " added, " +
           text("updated") + " updated, " + text("removed") + " removed, " + text("refused") +
           " refused, " + text("documents") + " reports, " + text("seconds") + " s";
}

/// The last run, or all that are remembered.
std::string describe_runs(const searcher::IndexInfo& info, bool all) {
    std::string out;
    for (std::size_t i = info.runs.size(); i > 0; --i) {
        add(out, i == info.runs.size() ? "last run" : "", describe_run(info.runs[i - 1]));
        if (!all) break;
    }
    return out;
}

/// The field table, from which terms, slots and the query language come.
std::string describe_fields() {
    std::string out = "\nfield         query        prefix  slot  facet\n";
    const auto cell = [&out](std::string text, std::size_t width) {
        text.resize(std::max(width, text.size()), ' ');
        out += text;
    };
    for (const auto& field : schema::kFields) {
        cell(std::string(field.name), 14);
        cell(field.query_name.empty() ? "" : std::string(field.query_name) + ":", 13);
        cell(std::string(field.term_prefix), 8);
        cell(field.slot == schema::kNoSlot ? "" : std::to_string(field.slot), 6);
        out += std::string(field.is_facet ? "yes" : "") + "\n    " +
               std::string(field.description) + "\n";
    }
    return out;
}

}  // namespace

ExitCode run_info(const Options& options) {
    const auto reader = searcher::IndexReader::open(options.common.db);
    const auto info = reader.info();
    if (options.common.json) {
        print(info_to_json(info));
    } else {
        print(describe(info, options.common.db));
        print(describe_runs(info, options.common.verbose));
        if (options.common.verbose) print(describe_fields());
    }
    return ExitCode::Done;
}

}  // namespace sitrep::cli

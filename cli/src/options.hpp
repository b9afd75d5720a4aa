#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <sitrep/indexer/index_job.hpp>
#include <sitrep/searcher/search_request.hpp>

namespace sitrep::cli {

enum class Command { Index, Search, Facets, Show, Info, Verify, Eval, Help };
enum class When { Auto, Always, Never };

/// Options of every command.
struct CommonOptions {
    std::string db;
    bool json = false;
    When color = When::Auto;
    bool quiet = false;
    bool verbose = false;
    std::optional<std::chrono::sys_days> now;
};

/// Everything that the command line says.
struct Options {
    Command command = Command::Search;
    CommonOptions common;

    indexer::JobOptions job;
    bool rollback = false;  ///< in place of a job
    When progress = When::Auto;

    searcher::SearchRequest request;
    bool explain = false;

    std::vector<std::string> ids;  ///< show
    std::string queries_file;      ///< eval
    std::string judgments_file;
};

}  // namespace sitrep::cli

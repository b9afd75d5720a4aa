#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <sitrep/indexer/index_writer.hpp>
#include <sitrep/indexer/job_report.hpp>

namespace sitrep::indexer {

enum class InputFormat : std::uint8_t {
    Auto,   ///< by the ending of the file name, else by its first bytes
    Jsonl,  ///< a report a line, as JSON
    Text,   ///< a report a file: the first line is the title
};

struct JobProgress {
    std::uint64_t records = 0;
    std::uint64_t refused = 0;
    std::uint64_t bytes = 0;                   ///< of input, worked off
    std::optional<std::uint64_t> total_bytes;  ///< unknown if an input is a stream
};

/// Told how a job gets on. Called on the thread that runs the job.
class JobObserver {
public:
    JobObserver() = default;
    JobObserver(const JobObserver&) = delete;
    JobObserver& operator=(const JobObserver&) = delete;
    virtual ~JobObserver() = default;

    virtual void progress(const JobProgress& progress) = 0;
    /// One line about something that is not an error, such as a file that was passed over.
    virtual void notice(const std::string& message) = 0;
};

struct JobOptions {
    std::filesystem::path db;
    /// Files, folders (searched through, in the order of their names), or `-` for standard input.
    std::vector<std::string> inputs;
    InputFormat format = InputFormat::Auto;
    WriterOptions writer;
    /// How a whole index is built: the first time and with `writer.rebuild`.
    Engine engine = Engine::Glass;
    /// How much a build may hold, in bytes, about; nothing means a quarter of the machine's memory.
    std::optional<std::size_t> memory;
    /// Threads that parse and analyze; 0 means one for each processor.
    unsigned threads = 0;
    /// Where refused records go; nothing means `rejects.jsonl` in the index folder, which keeps
    /// what was refused of other inputs. Files that are named here and below are replaced as a
    /// whole; devices, pipes and open descriptors are written through. None may lie in the index
    /// folder.
    std::optional<std::filesystem::path> rejects;
    /// A rejects file whose records are tried again, in place of `inputs`.
    std::optional<std::filesystem::path> retry;
    /// Where the job report goes as one JSON object; nothing means nowhere.
    std::optional<std::filesystem::path> report;
    /// Where numbers for Prometheus go (the format of its textfile collector); nothing means
    /// nowhere.
    std::optional<std::filesystem::path> metrics;
    /// Remove reports of which this run's input has no record. Those are kept that come from files
    /// with refused records.
    bool prune = false;
    /// A run that would take a larger share of the reports out of the index changes nothing:
    /// through `prune`, or since a rebuild has fewer.
    double max_prune = 0.2;
    /// Take them out all the same.
    bool force = false;
    /// Read and analyze everything and say what would happen, but write nothing.
    bool dry_run = false;
};

/// One run of `sitrep index`: sources in, report out. The result does not depend on the number of
/// threads.
class IndexJob {
public:
    explicit IndexJob(JobOptions options) : options_(std::move(options)) {}

    /// Runs to the end and commits once. A record that cannot be read goes to the rejects file and
    /// does not stop the job.
    ///
    /// What earlier runs read and what did not change since is not parsed again.
    ///
    /// Throws `Error`: InputUnreadable, and Usage if an option makes no sense or inputs cannot be
    /// told apart (before anything is written), Interrupted if `stop` was
    /// requested, TooManyRemoved, and what `IndexWriter` throws. The index is then as it was
    /// before.
    JobReport run(JobObserver* observer = nullptr, const std::stop_token& stop = {});

private:
    JobOptions options_;
};

}  // namespace sitrep::indexer

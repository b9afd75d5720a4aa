#pragma once

#include "input_ledger.hpp"
#include "inputs/input_files.hpp"
#include "inputs/input_scan.hpp"
#include "known_records.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <sitrep_internal/file_stamp.hpp>
#include <stop_token>
#include <vector>

namespace sitrep::indexer {

/// A record of this run's input that need not be read: the index has what it says, or a later one
/// with the same id takes its place.
struct SkippedRecord {
    std::uint64_t number = 0;  ///< ascending within the file
    LedgerRecord record;
};

enum class ReadMode : std::uint8_t {
    Nothing,  ///< the file is as it was
    Some,     ///< only the records that are wanted
    All,
};

/// What a run has to read of one input file.
struct FilePlan {
    ReadMode mode = ReadMode::All;
    std::optional<schema::FileStamp> stamp;  ///< taken before anything was read
    bool is_settled = false;                 ///< the stamp was, when it was taken
    const LedgerFile* known = nullptr;
    std::vector<SkippedRecord> skipped;
    std::vector<ScannedRecord> wanted;   ///< ascending numbers
    std::vector<ScannedRecord> scanned;  ///< all, while the plan is made
};

/// Where a record stands in the input of a run.
struct InputPosition {
    std::uint32_t file = 0;
    std::uint64_t number = 0;

    friend auto operator<=>(const InputPosition&, const InputPosition&) = default;
};

/// Decides what a run has to read, given what earlier ones read, such that the index is in the end
/// as if everything had been read: of records with the same id the last one counts.
class RunPlan {
public:
    /// Without a ledger everything is read. The files outlive the plan. Throws `Error`
    /// (InputUnreadable).
    RunPlan(const std::vector<InputFile>& files, std::optional<InputLedger> ledger,
            unsigned threads, const std::stop_token& stop);
    RunPlan(const RunPlan&) = delete;
    RunPlan& operator=(const RunPlan&) = delete;

    /// Everything is read after all. What the ledger says of each file is still known.
    void skip_nothing();

    /// Null if nothing of the file is to be read. All of a file is opened by the caller.
    [[nodiscard]] std::unique_ptr<RecordSource> open(std::size_t file,
                                                     const std::stop_token& stop) const;

    [[nodiscard]] bool reads_nothing() const;
    /// Whether the times of all files said that they are as they were.
    [[nodiscard]] bool looked_into_nothing() const;
    /// Records that are wanted of known files; nothing if some input is read as a whole.
    [[nodiscard]] std::optional<std::uint64_t> wanted_records() const;
    [[nodiscard]] std::uint64_t skipped_records() const;
    [[nodiscard]] std::uint64_t unchanged_files() const;
    /// Of input; nothing if one is a stream.
    [[nodiscard]] std::optional<std::uint64_t> bytes_to_read() const;

    [[nodiscard]] bool skips_any() const noexcept { return !last_.empty(); }
    /// Whether a record with the id of this document is skipped that stands behind the position.
    [[nodiscard]] bool is_superseded(std::uint32_t document, const InputPosition& position) const;

    [[nodiscard]] const std::vector<FilePlan>& files() const noexcept { return plans_; }
    [[nodiscard]] const std::vector<InputFile>& inputs() const noexcept { return files_; }
    [[nodiscard]] const std::optional<InputLedger>& ledger() const noexcept { return ledger_; }

private:
    void match_ledger();
    void scan(const std::vector<std::size_t>& chosen, unsigned threads,
              const std::stop_token& stop);
    void take_scan(std::size_t file, InputScan scan);
    void find_last();
    [[nodiscard]] bool is_current() const;
    [[nodiscard]] std::vector<std::size_t> unread_files_with_outdated_records() const;
    void want_outdated_records();
    [[nodiscard]] bool is_outdated(std::size_t file, const SkippedRecord& record) const;

    const std::vector<InputFile>& files_;
    std::optional<InputLedger> ledger_;
    KnownRecords known_;
    std::vector<FilePlan> plans_;
    std::vector<InputPosition> last_;  // skipped record of each document
};

}  // namespace sitrep::indexer

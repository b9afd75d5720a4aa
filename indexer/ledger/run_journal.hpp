#pragma once

#include "pipeline/batch_worker.hpp"
#include "run_plan.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sitrep::indexer {

/// What became of each record of a run, from which the ledger for the next one is made.
class RunJournal {
public:
    /// The plan outlives the journal. The roots of the run's inputs come first.
    RunJournal(const RunPlan& plan, std::vector<LedgerRoot> roots);

    /// Notes that a record of the input and a document of the index belong together.
    void add(const RecordTrace& trace, std::uint32_t document);
    void refuse(std::uint32_t file) { ++read_[file].refused; }

    /// Documents that were taken for others with their id when a build was finished.
    void replace_document(std::uint32_t superseded, std::uint32_t kept);

    /// Documents of the index as the ledger knows it, of which records may be among those that were
    /// refused now: for each docid, whether it is one.
    [[nodiscard]] std::vector<bool> documents_of_refused() const;

    /// Says which document of a build each of the index before has become, by docid; 0 for those
    /// that are gone. Without it they are the same.
    void renumber(std::vector<std::uint32_t> documents) { renumbered_ = std::move(documents); }

    /// Records that were not refused, skipped ones included, whose id came before in this run.
    [[nodiscard]] std::uint64_t duplicates() const;

    /// For each docid, whether a record of this run's input has its id. Reports of records that
    /// earlier runs read from files of which records are refused now count too, and untraced ones
    /// while any record is refused: they are not gone.
    [[nodiscard]] std::vector<bool> present_documents() const;

    /// Whether a record was refused of a file of which it is not known what reports it made before:
    /// any report that is in no file may be that of the record.
    [[nodiscard]] bool refuses_unknown() const;

    /// Takes documents of which no record was found for untraced, see `InputLedger`.
    void keep_untraced(const std::vector<std::uint32_t>& documents);

    /// How many untraced documents are not gone since records were refused.
    [[nodiscard]] std::size_t kept_untraced() const;

    enum class OtherFiles { Keep, Drop };

    /// The ledger after the run. That of files which are no input of this run is kept, unless
    /// their reports were removed.
    [[nodiscard]] InputLedger ledger(OtherFiles others) const;

    /// As they stand in the ledger.
    [[nodiscard]] std::vector<LedgerRoot> roots() const;

private:
    struct ReadFile {
        std::deque<SkippedRecord>
            records;  ///< read in this run; may be millions, so it grows in steps
        std::uint64_t refused = 0;
    };

    void note_place(const RecordTrace& trace);
    [[nodiscard]] bool refuses_any() const;
    [[nodiscard]] std::vector<bool> traced_documents() const;
    [[nodiscard]] std::vector<LedgerFile> input_files() const;
    [[nodiscard]] std::vector<std::uint32_t> still_untraced() const;
    [[nodiscard]] std::vector<std::uint32_t> kept_documents(std::size_t file) const;
    void keep_retried(InputLedger& ledger) const;
    void keep_other_files(InputLedger& ledger) const;
    [[nodiscard]] std::uint32_t settled(std::uint32_t document) const;
    [[nodiscard]] std::uint32_t renumbered(std::uint32_t document) const;
    [[nodiscard]] LedgerFile renumbered(const LedgerFile& file) const;

    const RunPlan& plan_;
    std::vector<LedgerRoot> roots_;
    std::vector<ReadFile> read_;
    std::vector<std::pair<std::string, std::uint32_t>> retried_;  // place and document
    std::vector<std::uint32_t> untraced_;
    std::unordered_map<std::uint32_t, std::uint32_t> replaced_;
    std::optional<std::vector<std::uint32_t>> renumbered_;
};

}  // namespace sitrep::indexer

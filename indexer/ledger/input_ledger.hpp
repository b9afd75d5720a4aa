#pragma once

#include "support/hash128.hpp"

#include <cstdint>
#include <optional>
#include <sitrep_internal/file_stamp.hpp>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/indexer/index_job.hpp>

namespace sitrep::indexer {

/// A record of the input that is in the index.
struct LedgerRecord {
    RecordKey key;               ///< what the record says, see `RecordKeys`
    std::uint32_t document = 0;  ///< docid of its report
    bool is_current = false;     ///< false if the index holds another record with the same id

    friend bool operator==(const LedgerRecord&, const LedgerRecord&) = default;
};

/// An input file as a run found it.
struct LedgerFile {
    std::string place;
    InputFormat format = InputFormat::Jsonl;
    std::optional<schema::FileStamp> stamp;  ///< nothing if the file has to be looked into
    std::uint64_t refused = 0;
    std::vector<LedgerRecord> records;  ///< without refused ones, in their order
    /// Docids of reports whose records may be among the refused ones, so that they are not gone.
    std::vector<std::uint32_t> kept;

    friend bool operator==(const LedgerFile&, const LedgerFile&) = default;
};

/// Where a run found input, see `InputRoot`.
struct LedgerRoot {
    std::string name;
    std::string base;
    bool has_ids_by_place = false;  ///< the index holds reports that are known by places in it

    friend auto operator<=>(const LedgerRoot&, const LedgerRoot&) = default;
};

/// What is in an index of which inputs, so that the next run need not read again what did not
/// change. It lies beside the database that it belongs to, and is made anew when it is lost.
struct InputLedger {
    Hash128 index;       ///< state of the database
    Hash128 analysis;    ///< how records became documents
    Hash128 vocabulary;  ///< additions of the index to the vocabulary
    std::uint64_t documents = 0;
    std::vector<LedgerFile> files;
    std::vector<LedgerRoot> roots;  ///< in order
    /// Docids of reports that may be those of refused records: such were refused of files of which
    /// it was not known what they had been. They are not gone before nothing is refused.
    std::vector<std::uint32_t> untraced;

    friend bool operator==(const InputLedger&, const InputLedger&) = default;
};

[[nodiscard]] std::string encode_ledger(const InputLedger& ledger);

/// Nothing if the bytes are no ledger, damaged, or of another version or machine.
[[nodiscard]] std::optional<InputLedger> decode_ledger(std::string_view bytes);

}  // namespace sitrep::indexer

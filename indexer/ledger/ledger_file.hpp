#pragma once

#include "input_ledger.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include <sitrep/indexer/index_writer.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// What an index knows of the inputs that it was made of.
struct KnownInputs {
    std::optional<InputLedger> ledger;  ///< as `load_ledger`
    std::vector<LedgerRoot> roots;      ///< also of a ledger that does not fit
};

[[nodiscard]] KnownInputs load_known_inputs(const std::filesystem::path& generation,
                                            const WriterOptions& options);

/// The ledger of a generation, if it fits the database as it is and what the options ask for.
[[nodiscard]] std::optional<InputLedger> load_ledger(const std::filesystem::path& generation,
                                                     const WriterOptions& options);

/// Writes the ledger for the database as it is now. A ledger that a power cut spoils is only not
/// used, so it is not synced. Throws `Error` (Io).
void save_ledger(const std::filesystem::path& generation, InputLedger ledger);

/// What a run that changed the database made of it.
struct LedgerIndex {
    const WriterOptions& options;
    const schema::Vocabulary& vocabulary;
    std::uint64_t documents = 0;
};

/// The same after such a run.
void save_ledger(const std::filesystem::path& generation, InputLedger ledger,
                 const LedgerIndex& index);

}  // namespace sitrep::indexer

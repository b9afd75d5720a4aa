#pragma once

#include "input_ledger.hpp"

#include <filesystem>
#include <optional>

#include <sitrep/indexer/index_writer.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// The state of the database of a generation; every commit makes another one.
[[nodiscard]] Hash128 index_state(const std::filesystem::path& generation);

/// How this program makes documents of records with such options. If that changes, no record may be
/// taken for one that is in the index already.
[[nodiscard]] Hash128 analysis_key(const WriterOptions& options);

/// What an index adds to the vocabulary.
[[nodiscard]] Hash128 vocabulary_key(const schema::Vocabulary& vocabulary);

/// The ledger of a generation, if it fits the database as it is and what the options ask for.
[[nodiscard]] std::optional<InputLedger> load_ledger(const std::filesystem::path& generation,
                                                     const WriterOptions& options);

/// Writes the ledger for the database as it is now. A ledger that a power cut spoils is only not
/// used, so it is not synced. Throws `Error` (Io).
void save_ledger(const std::filesystem::path& generation, InputLedger ledger);

}  // namespace sitrep::indexer

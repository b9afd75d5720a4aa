#include "ledger_file.hpp"

#include "index_vocabulary.hpp"
#include "safe_file.hpp"

#include <string>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_layout.hpp>
#include <sitrep/schema/version.hpp>

namespace sitrep::indexer {

/// The version file of the glass format holds the number of the last commit and the root of each
/// table.
Hash128 index_state(const std::filesystem::path& generation) {
    return hash_of(read_file(generation / "iamglass"));
}

Hash128 analysis_key(const WriterOptions& options) {
    return hash_of(std::string(schema::program_version()) + "\n" +
                   std::to_string(schema::kAnalyzerVersion) + "\n" +
                   schema::Vocabulary::builtin()->fingerprint() + "\n" +
                   (options.infer ? "infer" : "no-infer"));
}

Hash128 vocabulary_key(const schema::Vocabulary& vocabulary) {
    return hash_of(vocabulary_metadata(vocabulary));
}

std::optional<InputLedger> load_ledger(const std::filesystem::path& generation,
                                       const WriterOptions& options) {
    const auto path = generation / schema::kLedgerName;
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return std::nullopt;
    auto ledger = decode_ledger(read_file(path));
    if (!ledger || ledger->index != index_state(generation) ||
        ledger->analysis != analysis_key(options)) {
        return std::nullopt;
    }
    if (options.vocabulary &&
        ledger->vocabulary != vocabulary_key(*schema::Vocabulary::with(*options.vocabulary))) {
        return std::nullopt;
    }
    return ledger;
}

void save_ledger(const std::filesystem::path& generation, InputLedger ledger) {
    ledger.index = index_state(generation);
    replace_file_unsynced(generation / schema::kLedgerName, encode_ledger(ledger));
}

}  // namespace sitrep::indexer

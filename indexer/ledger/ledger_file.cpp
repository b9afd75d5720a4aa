#include "ledger_file.hpp"

#include "generations/index_vocabulary.hpp"
#include "support/safe_file.hpp"

#include <algorithm>
#include <sitrep_internal/file_bytes.hpp>
#include <sitrep_internal/glass/stored_metadata.hpp>
#include <string>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_layout.hpp>
#include <sitrep/schema/version.hpp>

namespace sitrep::indexer {
namespace {

/// The state of the database of a generation; every commit makes another one. The version file of
/// the glass format holds the number of the last commit and the root of each table.
Hash128 index_state(const std::filesystem::path& generation) {
    return hash_of(schema::read_bytes(generation / schema::kGlassVersionName));
}

/// How this program makes documents of records with such options. If that changes, no record may be
/// taken for one that is in the index already.
Hash128 analysis_key(const WriterOptions& options) {
    return hash_of(std::string(schema::program_version()) + "\n" +
                   std::to_string(schema::kAnalyzerVersion) + "\n" +
                   schema::Vocabulary::builtin()->fingerprint() + "\n" +
                   (options.infer ? "infer" : "no-infer"));
}

/// What an index adds to the vocabulary.
Hash128 vocabulary_key(const schema::Vocabulary& vocabulary) {
    return hash_of(vocabulary_metadata(vocabulary));
}

std::uint32_t largest_document(const InputLedger& ledger) {
    std::uint32_t largest = 0;
    for (const auto& file : ledger.files) {
        for (const auto& record : file.records) largest = std::max(largest, record.document);
        for (const std::uint32_t document : file.kept) largest = std::max(largest, document);
    }
    for (const std::uint32_t document : ledger.untraced) largest = std::max(largest, document);
    return largest;
}

/// 0 if the database cannot be read.
std::uint32_t last_document(const std::filesystem::path& generation) {
    const auto version = schema::glass::stored_version(generation);
    return version ? version->last_docid : 0;
}

bool fits(const InputLedger& ledger, const std::filesystem::path& generation,
          const WriterOptions& options) {
    if (ledger.index != index_state(generation) || ledger.analysis != analysis_key(options)) {
        return false;
    }
    // Lists as long as the largest number are made of it.
    if (largest_document(ledger) > last_document(generation)) return false;
    return !options.vocabulary ||
           ledger.vocabulary == vocabulary_key(*schema::Vocabulary::with(*options.vocabulary));
}

}  // namespace

KnownInputs load_known_inputs(const std::filesystem::path& generation,
                              const WriterOptions& options) {
    const auto path = generation / schema::kLedgerName;
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return {};
    auto ledger = decode_ledger(schema::read_bytes(path));
    if (!ledger) return {};
    KnownInputs known{std::nullopt, ledger->roots};
    if (fits(*ledger, generation, options)) known.ledger = std::move(ledger);
    return known;
}

std::optional<InputLedger> load_ledger(const std::filesystem::path& generation,
                                       const WriterOptions& options) {
    return load_known_inputs(generation, options).ledger;
}

void save_ledger(const std::filesystem::path& generation, InputLedger ledger) {
    ledger.index = index_state(generation);
    replace_file_unsynced(generation / schema::kLedgerName, encode_ledger(ledger));
}

void save_ledger(const std::filesystem::path& generation, InputLedger ledger,
                 const LedgerIndex& index) {
    ledger.analysis = analysis_key(index.options);
    ledger.vocabulary = vocabulary_key(index.vocabulary);
    ledger.documents = index.documents;
    save_ledger(generation, std::move(ledger));
}

}  // namespace sitrep::indexer

#include "fuzz_targets.hpp"
#include "ledger/input_ledger.hpp"

#include <string>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_format.hpp>
#include <sitrep/schema/report_packing.hpp>
#include <sitrep/schema/stored_report.hpp>

namespace sitrep::fuzz {
namespace {

/// Damage alone never gets past the hash, so it is put right.
void run_ledger(std::string_view body) {
    std::string bytes = indexer::encode_ledger({}).substr(0, 8);
    const auto hash = indexer::hash_of(body);
    bytes.append(reinterpret_cast<const char*>(&hash), sizeof hash);
    bytes += body;
    const auto ledger = indexer::decode_ledger(bytes);
    if (!ledger) return;
    require(indexer::decode_ledger(indexer::encode_ledger(*ledger)) == ledger,
            "a ledger is read back as it was");
}

void run_description(std::string_view text) {
    const auto description = schema::description_from_json(text);
    const auto written = schema::to_json(description, schema::Times::Include);
    if (description.format == schema::kIndexFormatVersion)
        require(schema::description_from_json(written) == description,
                "a description is read back as it was");
}

void run_stored_report(std::string_view stored) {
    static schema::ReportUnpacker unpacker;
    static_cast<void>(schema::decode_report(schema::view_report(unpacker.unpack(stored))));
}

}  // namespace

void run_manifest(std::string_view bytes) {
    if (bytes.empty()) return;
    const auto rest = bytes.substr(1);
    try {
        switch (bytes.front() % 3) {
            case 0: run_ledger(rest); break;
            case 1: run_description(rest); break;
            default: run_stored_report(rest); break;
        }
    } catch (const schema::Error& error) {
        require(error.code() == schema::ErrorCode::IndexDamaged ||
                    error.code() == schema::ErrorCode::IndexFormat,
                "damage is called damage");
    }
}

}  // namespace sitrep::fuzz

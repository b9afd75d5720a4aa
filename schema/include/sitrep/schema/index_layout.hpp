#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_format.hpp>

namespace sitrep::schema {

// An index is a folder that Xapian itself can open:
//
//     DIR/XAPIANDB        stub database: names the current generation
//     DIR/generation-N/   one Xapian database (glass)
//     DIR/manifest.json   what the index is, for programs that look first
//     DIR/lock            held by the one writer
//     DIR/generation-N/inputs.ledger  which records of which inputs it holds, for the next run
//     DIR/generation-N/tables.sound   that its tables were looked at
//     DIR/rejects.jsonl   records that were refused, of all inputs
//     DIR/runs.jsonl      what the last runs did
inline constexpr const char* kStubName = "XAPIANDB";
inline constexpr const char* kManifestName = "manifest.json";
inline constexpr const char* kLockName = "lock";
inline constexpr const char* kRejectsName = "rejects.jsonl";
inline constexpr const char* kRunsName = "runs.jsonl";
inline constexpr const char* kDatabaseLockName = "flintlock";  ///< Xapian's, in a generation
inline constexpr const char* kLedgerName = "inputs.ledger";

/// Throws `Error`: IndexNotFound if there is nothing at that place, Io if it may not be looked
/// into.
void require_place(const std::filesystem::path& dir);

/// The error of a place where a file is in the way.
[[nodiscard]] Error not_an_index_folder(const std::filesystem::path& file);

[[nodiscard]] std::string generation_name(std::uint64_t generation);

/// The number in a generation's folder name; nothing for other names.
[[nodiscard]] std::optional<std::uint64_t> generation_number(const std::string& name);

/// The text of a stub database that names this generation.
[[nodiscard]] std::string stub_text(std::uint64_t generation);

/// The generation that `DIR/XAPIANDB` names; nothing if there is no such file or if it names
/// something else, such as the shards of a larger index. Throws `Error`: IndexDamaged if it names
/// something else beside generations, Io if it cannot be read.
[[nodiscard]] std::optional<std::uint64_t> published_generation(const std::filesystem::path& dir);

/// What `DIR/manifest.json` says; nothing if it is missing or damaged.
[[nodiscard]] std::optional<IndexDescription> manifest_of(const std::filesystem::path& dir);

/// Throws `Error` (IndexFormat) if the manifest says of this generation what `require_access`
/// refuses. One that is missing or damaged says nothing, and one of another generation, which a
/// writer that was killed left, does not count: the database's own description does.
void require_manifest_access(const std::filesystem::path& dir, std::uint64_t generation,
                             Access access);

/// The description of the published database with the times that the manifest beside it states.
/// Without a manifest of the same generation they stay as they are.
[[nodiscard]] IndexDescription with_times(IndexDescription description,
                                          const std::filesystem::path& dir);

/// How many runs `DIR/runs.jsonl` holds.
inline constexpr std::size_t kRunsKept = 30;

/// What the last runs did, a JSON object each, the newest last. Empty if that cannot be read.
[[nodiscard]] std::vector<std::string> recent_runs(const std::filesystem::path& dir);

}  // namespace sitrep::schema

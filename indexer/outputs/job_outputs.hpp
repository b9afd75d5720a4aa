#pragma once

#include "inputs/input_files.hpp"
#include "named_output.hpp"

#include <optional>

#include <sitrep/indexer/index_job.hpp>

namespace sitrep::indexer {

/// What a job was told to write, looked at before hours of work could be lost on it.
struct JobOutputs {
    std::optional<NamedOutput> rejects;  ///< nothing if they go to the index's own file
    std::optional<NamedOutput> report;
    std::optional<NamedOutput> metrics;
};

/// Throws `Error` (Usage, Io) if something cannot be written, is an input, lies in the index
/// folder, or was named twice.
[[nodiscard]] JobOutputs find_outputs(const JobOptions& options, const InputList& inputs);

/// The rejects file of an index whose folder is there.
[[nodiscard]] NamedOutput own_rejects(const std::filesystem::path& db);

}  // namespace sitrep::indexer

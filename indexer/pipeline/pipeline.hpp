#pragma once

#include "batch_worker.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace sitrep::indexer {

using SourceOpener =
    std::function<std::unique_ptr<RecordSource>(const InputFile&, const std::stop_token&)>;

enum class BatchSizes : std::uint8_t {
    Alike,
    /// The first ones are small, so that whoever takes them begins while others are prepared.
    Growing
};

struct PipelineOptions {
    /// Null for a file that is not to be read.
    SourceOpener open = &open_source;
    /// Of records that were read and not yet consumed. One record may be larger.
    std::size_t bytes_in_flight = 64U << 20U;
    BatchSizes sizes = BatchSizes::Alike;
};

using BatchConsumer = std::function<void(std::unique_ptr<PreparedBatch>)>;

/// Reads the files on one thread, prepares their records on one thread for each worker, and hands
/// the batches to `consume` on the calling thread in the order of the input, so that the result
/// does not depend on timing.
///
/// Returns at the end of the input or soon after `stop` is requested. What a thread or `consume`
/// throws ends everything and is thrown again here.
void run_pipeline(const std::vector<InputFile>& files,
                  std::span<const std::unique_ptr<BatchWorker>> workers,
                  const PipelineOptions& options, const std::stop_token& stop,
                  const BatchConsumer& consume);

}  // namespace sitrep::indexer

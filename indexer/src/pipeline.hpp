#pragma once

#include "record_preparer.hpp"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace sitrep::indexer {

struct PipelineOptions {
    unsigned threads = 1;  ///< that parse and analyze
    std::string default_language;
    RecordLanguage record_language = RecordLanguage::Yes;
};

/// What became of some records that stood together in the input.
struct PreparedBatch {
    std::vector<PreparedRecord> records;
    std::uint64_t bytes = 0;  ///< of input
};

using BatchConsumer = std::function<void(PreparedBatch)>;

/// Reads the files on one thread, prepares their records on several, and hands the batches to
/// `consume` on the calling thread in the order of the input, so that the result does not depend on
/// timing. At most a few batches are under way at once, which bounds the memory.
///
/// Returns at the end of the input or soon after `stop` is requested. What a thread or `consume`
/// throws ends everything and is thrown again here.
void run_pipeline(const std::vector<InputFile>& files, const PipelineOptions& options,
                  const std::stop_token& stop, const BatchConsumer& consume);

}  // namespace sitrep::indexer

#pragma once

#include "inputs/record_source.hpp"
#include "support/hash128.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace sitrep::indexer {

/// Which record of the input a document was made of.
struct RecordTrace {
    std::uint32_t file = 0;    ///< which of the files of the run
    std::uint64_t number = 0;  ///< of the record in it
    RecordKey key;
    std::uint32_t document = 0;  ///< number of the document
    bool is_by_place = false;    ///< its id is where the record stands
    std::string retried{};       ///< place of a record that was refused before and comes again
};

/// What became of some records that stood together in the input. What an index needs of them is in
/// the class that the worker and the target of a job share.
class PreparedBatch {
public:
    PreparedBatch() = default;
    PreparedBatch(const PreparedBatch&) = delete;
    PreparedBatch& operator=(const PreparedBatch&) = delete;
    virtual ~PreparedBatch() = default;

    std::uint64_t records = 0;  ///< refused ones included
    std::uint64_t bytes = 0;    ///< of input
    std::vector<RawRecord> refused;
    std::vector<RecordTrace> traces;  ///< of the documents, in their order
};

/// Prepares batches of records on a thread of its own, in two steps: only after the first is it
/// known how many documents a batch has, and with it the numbers of those that follow.
class BatchWorker {
public:
    BatchWorker() = default;
    BatchWorker(const BatchWorker&) = delete;
    BatchWorker& operator=(const BatchWorker&) = delete;
    virtual ~BatchWorker() = default;

    /// How many of the records become documents.
    virtual std::size_t parse(std::vector<RawRecord> records) = 0;

    /// `first` is the number of the first document of the batch; the documents of all batches are
    /// numbered from 1 in the order of the input.
    virtual std::unique_ptr<PreparedBatch> prepare(std::uint64_t first) = 0;
};

}  // namespace sitrep::indexer

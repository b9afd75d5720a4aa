#pragma once

#include "input_files.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include <sitrep/indexer/index_job.hpp>
#include <sitrep/schema/report_json.hpp>

namespace sitrep::indexer {

/// Longer records are refused: a hundred million bytes is more than any report has, and twenty
/// times what Xapian stores well.
inline constexpr std::size_t kMaxRecordBytes = 100U << 20U;

/// Of a refused record that is longer, only so much goes to the rejects file.
inline constexpr std::size_t kMaxRejectedBytes = 64U << 10U;

/// One record as it stands in the input.
struct RawRecord {
    InputFormat format = InputFormat::Jsonl;
    std::uint32_t file = 0;  ///< which of the files of the run it comes from
    std::string input;       ///< name of the file, as people know it
    std::string place{};     ///< what identifies the file in later runs; empty for a stream
    /// Of one that an earlier run refused and that has no place: what it is known by in the rejects
    /// file, also once it was mended there.
    std::string stream_key{};
    std::uint64_t number = 0;  ///< counts from 1: the line, or 1 for a file of one report
    std::uint64_t byte = 0;    ///< where the record begins in the input
    std::string bytes;
    bool is_cut = false;      ///< `bytes` are only its beginning; it has a fault then
    bool is_retried = false;  ///< it comes from a rejects file, and says where it stood
    std::optional<schema::RecordFault> fault;  ///< found while reading
};

/// Reads the records of one input, one after another. Used by one thread.
class RecordSource {
public:
    RecordSource() = default;
    RecordSource(const RecordSource&) = delete;
    RecordSource& operator=(const RecordSource&) = delete;
    virtual ~RecordSource() = default;

    /// False at the end. Throws `Error` (InputUnreadable) if reading fails.
    virtual bool next(RawRecord& record) = 0;

    /// Of the input, so far.
    [[nodiscard]] virtual std::uint64_t bytes_read() const = 0;
};

/// Throws `Error` (InputUnreadable) if the input cannot be opened. When a stop is requested the
/// source ends, also if it waits for a pipe.
[[nodiscard]] std::unique_ptr<RecordSource> open_source(const InputFile& input,
                                                        const std::stop_token& stop);

}  // namespace sitrep::indexer

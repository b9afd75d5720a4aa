#pragma once

#include "inputs/record_parser.hpp"
#include "inputs/record_source.hpp"
#include "pipeline/report_worker.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include <sitrep/schema/report.hpp>

namespace sitrep::indexer {

/// Some reports of an input, to learn from before the whole is read.
struct ReportSample {
    std::vector<schema::Report> reports;  ///< in the order of the input
};

/// The reports as an index stores them, with what is inferred: what `train_dictionary` learns from.
/// Uses up to so many threads, at least 1.
[[nodiscard]] std::vector<std::string> encoded_reports(const ReportSample& sample,
                                                       const AnalysisOptions& analysis,
                                                       unsigned threads);

/// Opens inputs like `open_source`, but what was read of a stream for the sample comes again.
class SampledInput {
public:
    explicit SampledInput(const std::vector<InputFile>& files) : files_(files) {}

    /// Reads from the beginnings of files spread over the whole input. Returns early once `stop` is
    /// requested. Throws `Error` (InputUnreadable).
    [[nodiscard]] ReportSample take_sample(const std::stop_token& stop);

    [[nodiscard]] std::unique_ptr<RecordSource> open(const InputFile& file,
                                                     const std::stop_token& stop);

private:
    struct ReadRecord {
        RawRecord record;
        std::uint64_t bytes_read = 0;
    };
    /// The beginning of a stream, which cannot be read twice.
    struct StreamHead {
        std::vector<ReadRecord> records;
        std::stop_source stop;
        std::unique_ptr<RecordSource> rest;
    };
    class Replay;

    void sample_stream(const InputFile& file, std::size_t quota, const std::stop_token& stop,
                       ReportSample& sample);
    void learn(RawRecord record, ReportSample& sample);

    const std::vector<InputFile>& files_;
    RecordParser parser_;
    std::unique_ptr<StreamHead> stream_;  // there is one standard input
};

}  // namespace sitrep::indexer

#pragma once

#include "input_file.hpp"
#include "output_file.hpp"
#include "postings.hpp"

#include <filesystem>
#include <string>

namespace sitrep::indexer::glass {

/// Writes a run that does not stay in memory: for each term in byte order its length, the term,
/// both frequencies, the size of the postings and the postings; at the end a zero byte, so that a
/// file which ends too early is not taken for a whole one.
class RunFileWriter {
public:
    explicit RunFileWriter(std::filesystem::path path) : file_(std::move(path)) {}

    void add(const RunTerm& term);
    /// A run is of this process only, so it need not be durable.
    void finish();

private:
    OutputFile file_;
    std::string header_;
};

class RunFileCursor final : public RunCursor {
public:
    explicit RunFileCursor(std::filesystem::path path) : file_(std::move(path)) {}

    /// Not to be called again after the end.
    bool next() override;

private:
    InputFile file_;
    std::string name_;
};

}  // namespace sitrep::indexer::glass

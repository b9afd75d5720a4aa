#include "input_scan.hpp"

#include "jsonl_source.hpp"

#include <fstream>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer {
namespace {

class ChosenRecords final : public RecordSource {
public:
    ChosenRecords(const InputFile& file, std::vector<ScannedRecord> records, std::stop_token stop)
        : input_(file),
          records_(std::move(records)),
          stop_(std::move(stop)),
          file_(file.path, std::ios::binary) {
        if (!file_) fail("cannot open");
    }

    bool next(RawRecord& record) override {
        if (at_ == records_.size() || stop_.stop_requested()) return false;
        const ScannedRecord& wanted = records_[at_++];
        record.format = input_.format;
        record.input = input_.name;
        record.place = input_.place;
        record.number = wanted.number;
        record.byte = wanted.byte;
        record.fault.reset();
        record.is_cut = false;
        record.bytes.resize(wanted.size);
        file_.seekg(static_cast<std::streamoff>(wanted.byte));
        file_.read(record.bytes.data(), static_cast<std::streamsize>(wanted.size));
        if (!file_ || hash_of(record.bytes) != wanted.said) fail("changed while it was read:");
        bytes_read_ += wanted.size;
        return true;
    }
    [[nodiscard]] std::uint64_t bytes_read() const override { return bytes_read_; }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw schema::Error(schema::ErrorCode::InputUnreadable, what + " " + input_.path.string(),
                            "run it again once nobody writes to the file");
    }

    const InputFile& input_;
    std::vector<ScannedRecord> records_;
    std::stop_token stop_;
    std::ifstream file_;
    std::size_t at_ = 0;
    std::uint64_t bytes_read_ = 0;
};

/// As `JsonlSource` cuts records, without a copy of any.
InputScan scan_jsonl(const InputFile& file, const std::stop_token& stop) {
    InputScan scan;
    JsonlLines lines(file, stop);
    scan.has_fault = is_no_jsonl(lines.head());
    for (JsonlLine line; !scan.has_fault && lines.next(line);) {
        scan.has_fault = line.is_cut;
        scan.records.push_back({hash_of(line.text), line.number, line.byte, line.text.size()});
    }
    return scan;
}

}  // namespace

InputScan scan_input(const InputFile& file, const std::stop_token& stop) {
    if (file.format == InputFormat::Jsonl) return scan_jsonl(file, stop);
    InputScan scan;
    const auto source = open_source(file, stop);
    RawRecord record;
    while (source->next(record)) {
        if (record.fault) {
            scan.has_fault = true;
            return scan;
        }
        scan.records.push_back(
            {hash_of(record.bytes), record.number, record.byte, record.bytes.size()});
    }
    return scan;
}

std::unique_ptr<RecordSource> open_records(const InputFile& file,
                                           std::vector<ScannedRecord> records,
                                           const std::stop_token& stop) {
    return std::make_unique<ChosenRecords>(file, std::move(records), stop);
}

}  // namespace sitrep::indexer

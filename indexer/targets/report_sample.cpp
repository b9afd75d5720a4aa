#include "report_sample.hpp"

#include <algorithm>
#include <sitrep_internal/parallel.hpp>
#include <span>
#include <variant>

#include <sitrep/schema/report_packing.hpp>

namespace sitrep::indexer {
namespace {

/// Enough to see what the reports of many sources have in common.
constexpr std::size_t kMaxFiles = 256;
/// One huge report would crowd out all others.
constexpr std::size_t kMaxReportBytes = 16U << 10U;

bool is_standard_input(const InputFile& file) {
    return file.path.empty();
}

/// Other pipes cannot be read twice, and a file of one report is read as a whole.
bool is_cheap(const InputFile& file) {
    return file.size && (file.format == InputFormat::Jsonl || *file.size <= kMaxReportBytes);
}

void encode(std::span<const schema::Report> reports, const AnalysisOptions& analysis,
            std::span<std::string> encoded) {
    DocumentOptions options = analysis.document;
    options.packs = false;
    DocumentBuilder builder(options);
    for (std::size_t i = 0; i < reports.size(); ++i) {
        schema::Report report = reports[i];
        const std::string language =
            settle_language(report, analysis.default_language, analysis.record_language);
        encoded[i] = builder.analyze(report, language).data;
        if (encoded[i].size() > kMaxReportBytes) encoded[i].resize(kMaxReportBytes);
    }
}

}  // namespace

std::vector<std::string> encoded_reports(const ReportSample& sample,
                                         const AnalysisOptions& analysis, unsigned threads) {
    const std::span<const schema::Report> reports = sample.reports;
    std::vector<std::string> encoded(reports.size());
    const std::size_t share = reports.size() / threads + 1;
    std::vector<std::function<void()>> shares;
    for (std::size_t begin = 0; begin < reports.size(); begin += share) {
        const std::size_t size = std::min(share, reports.size() - begin);
        shares.emplace_back([&, begin, size] {
            encode(reports.subspan(begin, size), analysis, std::span(encoded).subspan(begin, size));
        });
    }
    schema::run_in_parallel(std::move(shares));
    return encoded;
}

/// First the records that were read for the sample, then the rest of the stream.
class SampledInput::Replay final : public RecordSource {
public:
    Replay(std::unique_ptr<StreamHead> head, const std::stop_token& stop)
        : head_(std::move(head)), forward_stop_(stop, [this] { head_->stop.request_stop(); }) {}

    bool next(RawRecord& record) override {
        if (at_ == head_->records.size()) return head_->rest->next(record);
        record = std::move(head_->records[at_].record);
        bytes_ = head_->records[at_].bytes_read;
        ++at_;
        return true;
    }
    [[nodiscard]] std::uint64_t bytes_read() const override {
        return at_ < head_->records.size() ? bytes_ : head_->rest->bytes_read();
    }

private:
    std::unique_ptr<StreamHead> head_;
    std::size_t at_ = 0;
    std::uint64_t bytes_ = 0;
    std::stop_callback<std::function<void()>> forward_stop_;
};

ReportSample SampledInput::take_sample(const std::stop_token& stop) {
    ReportSample sample;
    if (files_.empty()) return sample;
    const std::size_t count = std::min(files_.size(), kMaxFiles);
    const std::size_t quota = schema::kDictionarySampleBytes / count;
    for (std::size_t i = 0; i < count && !stop.stop_requested(); ++i) {
        const InputFile& file = files_[i * files_.size() / count];
        if (is_standard_input(file)) {
            if (!stream_) sample_stream(file, quota, stop, sample);
        } else if (is_cheap(file)) {
            const auto source = open_source(file, stop);
            RawRecord record;
            for (std::size_t read = 0; read < quota && source->next(record); record = {}) {
                read += record.bytes.size();
                learn(std::move(record), sample);
            }
        }
    }
    return sample;
}

/// What is read is kept for the job itself.
void SampledInput::sample_stream(const InputFile& file, std::size_t quota,
                                 const std::stop_token& stop, ReportSample& sample) {
    auto head = std::make_unique<StreamHead>();
    const std::stop_callback forward(stop,
                                     [source = head->stop]() mutable { source.request_stop(); });
    head->rest = open_source(file, head->stop.get_token());
    RawRecord record;
    for (std::size_t read = 0; read < quota && head->rest->next(record); record = {}) {
        read += record.bytes.size();
        head->records.push_back({record, head->rest->bytes_read()});
        learn(std::move(record), sample);
    }
    stream_ = std::move(head);
}

void SampledInput::learn(RawRecord record, ReportSample& sample) {
    auto parsed = parser_.parse(std::move(record));
    auto* report = std::get_if<schema::Report>(&parsed);
    if (report != nullptr) sample.reports.push_back(std::move(*report));
}

std::unique_ptr<RecordSource> SampledInput::open(const InputFile& file,
                                                 const std::stop_token& stop) {
    if (is_standard_input(file) && stream_)
        return std::make_unique<Replay>(std::move(stream_), stop);
    return open_source(file, stop);
}

}  // namespace sitrep::indexer

#include "glass_build.hpp"

#include "glass/document_encoder.hpp"

#include <algorithm>
#include <filesystem>

#include <sitrep/schema/field_table.hpp>

namespace sitrep::indexer {
namespace {

/// What most batches come to, so that few of them grow.
constexpr std::size_t kBatchReserve = 320U << 10U;

struct GlassBatch final : PreparedBatch {
    glass::EncodedBatch encoded;
};

class GlassWorker final : public ReportWorker {
public:
    GlassWorker(const AnalysisOptions& analysis, glass::RunFolder& runs, std::size_t memory)
        : ReportWorker(analysis), encoder_(runs), memory_(memory) {}

    [[nodiscard]] glass::HeldPostings held() {
        return {encoder_.inverter(), builder().dictionary()};
    }

private:
    std::unique_ptr<PreparedBatch> begin_batch() override {
        auto batch = std::make_unique<GlassBatch>();
        batch_ = &batch->encoded;
        batch_->bytes.reserve(kBatchReserve);
        return batch;
    }

    void add(std::uint64_t number, const AnalyzedReport& report) override {
        encoder_.add(static_cast<std::uint32_t>(number), report, builder().dictionary(), *batch_);
        if (encoder_.is_full()) spill();
    }

    void end_batch() override {
        encoder_.end(*batch_);
        if (encoder_.bytes() + builder().bytes() > memory_) spill();
    }

    /// The words are worth more than the postings: they save work again and again.
    void spill() {
        encoder_.spill(builder().dictionary());
        if (builder().bytes() > memory_ / 2) builder().forget();
    }

    glass::DocumentEncoder encoder_;
    std::size_t memory_;
    glass::EncodedBatch* batch_ = nullptr;
};

/// Reading, batches under way and writing take about so much, however large the corpus.
constexpr std::size_t kFixedBytes = 64U << 20U;
constexpr std::size_t kLeastShare = 16U << 20U;

std::size_t share(const BuildOptions& options) {
    const std::size_t left = options.memory > kFixedBytes ? options.memory - kFixedBytes : 0;
    return std::max(left / options.threads, kLeastShare);
}

}  // namespace

GlassBuild::GlassBuild(const BuildOptions& options, const AnalysisOptions& analysis) {
    std::filesystem::create_directory(options.folder);
    writer_ = std::make_unique<glass::DatabaseWriter>(options.folder);
    for (unsigned i = 0; i < options.threads; ++i) {
        workers_.push_back(
            std::make_unique<GlassWorker>(analysis, writer_->runs(), share(options)));
    }
}

std::size_t GlassBuild::take(PreparedBatch& batch) {
    const auto& encoded = static_cast<GlassBatch&>(batch).encoded;
    writer_->add(encoded);
    return encoded.documents.size();
}

bool GlassBuild::finish(const std::map<std::string, std::string>& metadata,
                        const std::stop_token& stop) {
    std::vector<glass::HeldPostings> held;
    for (const auto& worker : workers_) held.push_back(static_cast<GlassWorker&>(*worker).held());
    return writer_->finish(metadata, held, schema::field(schema::FieldId::Id).term_prefix, stop);
}

}  // namespace sitrep::indexer

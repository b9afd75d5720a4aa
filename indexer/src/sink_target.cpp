#include "sink_target.hpp"

#include <functional>
#include <string>

namespace sitrep::indexer {

SinkTarget::SinkTarget(Parts parts, const WriterOptions& options, unsigned threads)
    : parts_(std::move(parts)) {
    const DocumentSink& sink = *parts_.sink;
    const AnalysisOptions analysis =
        analysis_options(options, {sink.description(), sink.learned(), sink.vocabulary()});
    for (unsigned i = 0; i < threads; ++i) {
        workers_.push_back(std::make_unique<DocumentWorker>(analysis));
    }
}

void SinkTarget::take(PreparedBatch& batch, JobReport& report) {
    for (const auto& document : static_cast<DocumentBatch&>(batch).documents) {
        if (!ids_.insert(std::hash<std::string>{}(document.id())).second) ++report.duplicates;
        switch (parts_.sink->put(document)) {
            case PutOutcome::Added: ++report.added; break;
            case PutOutcome::Updated: ++report.updated; break;
            case PutOutcome::Unchanged: ++report.unchanged; break;
        }
    }
}

bool SinkTarget::commit(JobReport& report, const std::stop_token& stop) {
    if (stop.stop_requested()) return false;
    parts_.sink->commit();
    report.documents = parts_.sink->document_count();
    report.generation = parts_.sink->description().generation;
    return true;
}

}  // namespace sitrep::indexer

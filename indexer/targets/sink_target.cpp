#include "sink_target.hpp"

#include "generations/removal_limit.hpp"
#include "ledger/ledger_file.hpp"
#include "support/machine.hpp"

#include <string>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer {

SinkTarget::SinkTarget(Parts parts, const JobContext& context)
    : parts_(std::move(parts)),
      options_(context.options),
      plan_(context.plan),
      journal_(context.journal),
      observer_(context.observer),
      documents_before_(parts_.sink->document_count()) {
    const DocumentSink& sink = *parts_.sink;
    const AnalysisOptions analysis =
        analysis_options(options_.writer, {sink.description(), sink.learned(), sink.vocabulary()});
    for (unsigned i = 0; i < thread_count(options_.threads); ++i) {
        workers_.push_back(std::make_unique<DocumentWorker>(analysis));
    }
}

void SinkTarget::take(PreparedBatch& batch, JobReport& report) {
    const auto& documents = static_cast<DocumentBatch&>(batch).documents;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const auto [outcome, document] = put(documents[i], batch.traces[i]);
        journal_.add(batch.traces[i], document);
        switch (outcome) {
            case PutOutcome::Added: ++report.added; break;
            case PutOutcome::Updated: ++report.updated; break;
            case PutOutcome::Unchanged: ++report.unchanged; break;
        }
    }
}

/// A record that was not read since it is in the index already may stand behind this one.
PutResult SinkTarget::put(const IndexDocument& document, const RecordTrace& trace) {
    if (!plan_.skips_any()) return parts_.sink->put(document);
    const std::uint32_t existing = parts_.sink->find(document.id());
    if (plan_.is_superseded(existing, {trace.file, trace.number})) {
        return {PutOutcome::Unchanged, existing};
    }
    return parts_.sink->put_over(existing, document);
}

void SinkTarget::prune(JobReport& report) {
    const auto gone = absent_documents();
    require_few_removed(options_, {documents_before_, gone.size()});
    for (const std::uint32_t document : gone) parts_.sink->remove(document);
    report.removed += gone.size();
    tell_kept(observer_, journal_.kept_untraced());
}

std::vector<std::uint32_t> SinkTarget::absent_documents() const {
    const auto present = journal_.present_documents();
    std::vector<std::uint32_t> absent;
    for (const std::uint32_t document : parts_.sink->documents()) {
        if (document >= present.size() || !present[document]) absent.push_back(document);
    }
    return absent;
}

bool SinkTarget::commit(JobReport& report, const std::stop_token& stop) {
    report.duplicates = journal_.duplicates();
    if (stop.stop_requested()) return false;
    if (journal_.refuses_unknown()) journal_.keep_untraced(absent_documents());
    if (options_.prune) prune(report);
    if (stop.stop_requested()) return false;
    parts_.sink->commit();
    report.documents = parts_.sink->document_count();
    report.generation = parts_.sink->description().generation;
    if (parts_.folder != nullptr) save_run(report);
    return true;
}

void SinkTarget::save_run(const JobReport& report) const {
    InputLedger ledger = journal_.ledger(options_.prune ? RunJournal::OtherFiles::Drop
                                                        : RunJournal::OtherFiles::Keep);
    try {
        save_ledger(parts_.folder->path_of(report.generation), std::move(ledger),
                    {options_.writer, *parts_.sink->vocabulary(), report.documents});
    } catch (const schema::Error& error) {
        // The index is what counts, and it is published.
        if (observer_ != nullptr) {
            observer_->notice("the next run will read all of its input: " + error.message());
        }
    }
}

}  // namespace sitrep::indexer

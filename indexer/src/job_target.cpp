#include "job_target.hpp"

#include "build_target.hpp"
#include "dry_run_sink.hpp"
#include "index_store.hpp"
#include "machine.hpp"
#include "sink_target.hpp"

namespace sitrep::indexer {

std::unique_ptr<JobTarget> open_target(const JobOptions& options, const ReportSampler& sample,
                                       JobObserver* observer) {
    SinkTarget::Parts parts;
    if (options.dry_run) {
        parts.sink = std::make_unique<DryRunSink>(options.db, options.writer);
    } else {
        auto folder = std::make_unique<IndexFolder>(options.db);
        if (options.writer.rebuild || !folder->published()) {
            return std::make_unique<BuildTarget>(std::move(folder), options, sample, observer);
        }
        parts.sink = std::make_unique<IndexStore>(*folder, options.writer);
        parts.folder = std::move(folder);
    }
    return std::make_unique<SinkTarget>(std::move(parts), options.writer,
                                        thread_count(options.threads));
}

}  // namespace sitrep::indexer

#include "job_target.hpp"

#include "build_target.hpp"
#include "dry_run_sink.hpp"
#include "index_store.hpp"
#include "sink_target.hpp"

namespace sitrep::indexer {

std::unique_ptr<JobTarget> open_target(IndexFolder* folder, const JobContext& context) {
    const JobOptions& options = context.options;
    SinkTarget::Parts parts;
    if (folder == nullptr) {
        parts.sink = std::make_unique<DryRunSink>(options.db, options.writer);
    } else if (context.build) {
        return std::make_unique<BuildTarget>(*folder, context);
    } else {
        parts.sink = std::make_unique<IndexStore>(*folder, options.writer);
    }
    parts.folder = folder;
    return std::make_unique<SinkTarget>(std::move(parts), context);
}

}  // namespace sitrep::indexer

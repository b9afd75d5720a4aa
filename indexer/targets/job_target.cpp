#include "job_target.hpp"

#include "build_target.hpp"
#include "dry_run_sink.hpp"
#include "index_store.hpp"
#include "ledger/ledger_file.hpp"
#include "sink_target.hpp"

#include <sitrep/schema/index_layout.hpp>

namespace sitrep::indexer {
namespace {

KnownTables known_tables(const JobContext& context) {
    const auto& ledger = context.plan.ledger();
    const auto published = schema::published_generation(context.options.db);
    if (!ledger || !published) return KnownTables::None;
    const auto path = context.options.db / schema::generation_name(*published);
    return are_tables_as_left(*ledger, path) ? KnownTables::AsLeft : KnownTables::None;
}

}  // namespace

std::unique_ptr<JobTarget> open_target(IndexFolder* folder, const JobContext& context) {
    const JobOptions& options = context.options;
    const KnownTables tables = known_tables(context);
    SinkTarget::Parts parts;
    if (folder == nullptr) {
        parts.sink = std::make_unique<DryRunSink>(options.db, options.writer, tables);
    } else if (context.build) {
        return std::make_unique<BuildTarget>(*folder, context);
    } else {
        parts.sink = std::make_unique<IndexStore>(*folder, options.writer, tables);
    }
    parts.folder = folder;
    return std::make_unique<SinkTarget>(std::move(parts), context);
}

}  // namespace sitrep::indexer

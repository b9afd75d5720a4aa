#include "job_inputs.hpp"

#include "inputs/record_source.hpp"
#include "ledger/input_roots.hpp"

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer {

InputList list_job_inputs(const JobOptions& options) {
    if (!options.retry) {
        auto inputs = list_inputs(options.inputs, options.format);
        require_different_places(inputs);
        return inputs;
    }
    if (!options.inputs.empty() || options.prune || options.writer.rebuild) {
        throw schema::Error(schema::ErrorCode::Usage,
                            "records that are tried again are never the whole input",
                            "leave out other inputs, --prune and --rebuild");
    }
    return list_rejects(*options.retry);
}

void tell_skipped(const InputList& inputs, JobObserver* observer) {
    if (observer == nullptr) return;
    for (const auto& name : inputs.skipped) {
        observer->notice("passed over " + name + ": its format is not known by its name");
    }
    for (const auto& name : inputs.skipped_links) {
        observer->notice("passed over " + name + ": a link to a folder or to nothing");
    }
    for (const auto& folder : inputs.without_files) {
        observer->notice("no reports found in " + folder + " (.jsonl, .ndjson, .txt)");
    }
}

void require_readable(const RunPlan& plan, const std::stop_token& stop) {
    for (std::size_t i = 0; i < plan.inputs().size(); ++i) {
        const auto& file = plan.inputs()[i];
        const bool is_read = plan.files()[i].mode == ReadMode::All;
        if (is_read && !file.path.empty() && file.size) static_cast<void>(open_source(file, stop));
    }
}

}  // namespace sitrep::indexer

#include "removal_limit.hpp"

#include <cmath>
#include <string>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer {
namespace {

std::string percent(double share) {
    const auto tenths = static_cast<std::uint64_t>(std::llround(share * 1000));
    const std::string whole = std::to_string(tenths / 10);
    return (tenths % 10 == 0 ? whole : whole + "." + std::to_string(tenths % 10)) + "%";
}

}  // namespace

void require_few_removed(const JobOptions& options, const Removal& removal) {
    if (options.force || removal.removed == 0) return;
    const double share = static_cast<double>(removal.removed) / static_cast<double>(removal.before);
    if (share <= options.max_prune) return;
    throw schema::Error(schema::ErrorCode::TooManyRemoved,
                        "the run would take " + std::to_string(removal.removed) + " of " +
                            std::to_string(removal.before) + " reports out of " +
                            options.db.string() + ", more than " + percent(options.max_prune) +
                            "; the index is as it was before",
                        "look whether all of the input is there; if the reports are to go: "
                        "--force, or a larger --max-prune");
}

void tell_kept(JobObserver* observer, std::size_t kept) {
    if (observer == nullptr || kept == 0) return;
    observer->notice(std::to_string(kept) +
                     (kept == 1 ? " report that the input no longer has was kept: it"
                                : " reports that the input no longer has were kept: they") +
                     " may be what refused records said before; mend or remove those");
}

}  // namespace sitrep::indexer

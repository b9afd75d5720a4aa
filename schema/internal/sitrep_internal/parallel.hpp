#pragma once

#include <functional>
#include <vector>

namespace sitrep::schema {

/// Runs all actions, each on a thread of its own, and waits for them. What one of them throws is
/// thrown again here, of several the first in the list.
void run_in_parallel(std::vector<std::function<void()>> actions);

}  // namespace sitrep::schema

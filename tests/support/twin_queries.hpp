#pragma once

#include "support/differences.hpp"

#include <xapian.h>

namespace sitrep::test {

/// Asks both databases queries of every kind, made of the terms, positions and values of documents
/// drawn from the first, and compares documents, scores and their order.
void compare_answers(const Xapian::Database& first, const Xapian::Database& second,
                     Differences& differences);

}  // namespace sitrep::test

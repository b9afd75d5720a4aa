#pragma once

namespace sitrep::indexer {

/// What the phrases of topics in a report add up to.
struct PhraseSums {
    double topics = 0;    ///< of topics of which they say enough without any weights
    double fighting = 0;  ///< of topics such as air strikes, sieges, ceasefires
};

}  // namespace sitrep::indexer

#pragma once

#include <xapian.h>

namespace sitrep::searcher {

/// The weighting scheme of every ranked search: of Xapian's schemes the one that measures best on the
/// test collections of docs/ranking.md.
inline void use_ranking(Xapian::Enquire& enquire) { enquire.set_weighting_scheme(Xapian::IneB2Weight(1.0)); }

}  // namespace sitrep::searcher

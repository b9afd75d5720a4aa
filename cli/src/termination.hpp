#pragma once

namespace sitrep::cli {

/// From now on the program says why it ends where it would otherwise abort or fault without a word,
/// and ends with the code of a failure. Xapian believes damaged tables and reads where no memory
/// is; and it flushes values in a destructor (`ValueUpdater` of 1.4), where a write that fails, on
/// a full disk for example, can only end the program. Nothing is lost: what was not committed does
/// not count. In a build with a sanitizer, which says more of faults, these end it as always.
void explain_termination(bool as_json);

}  // namespace sitrep::cli

#pragma once

namespace sitrep::cli {

/// Makes the program say why it ends where it otherwise would abort without a word, with the exit
/// code of an error. Xapian 1.4 flushes values in a destructor (`ValueUpdater`), where a write that
/// fails, on a full disk for example, or a damaged block can only end the program. Nothing is lost:
/// what was not committed does not count.
void explain_termination(bool as_json) noexcept;

}  // namespace sitrep::cli

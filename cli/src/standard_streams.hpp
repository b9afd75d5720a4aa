#pragma once

namespace sitrep::cli {

/// Where standard input, output or error is closed, the next file to be opened would take its
/// place: it would be read as input, or messages would be written into it. Puts something there by
/// which reading or writing fails as it does on a closed stream. Called before anything is opened.
void hold_standard_streams() noexcept;

}  // namespace sitrep::cli

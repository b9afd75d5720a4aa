#pragma once

#include <string>

namespace sitrep::cli {

/// From now on a fault (a bad address, an abort) does not end the program with a signal, but with a
/// message and the code of a failure: Xapian believes damaged tables, and reads where no memory is.
/// Does nothing in a build with a sanitizer, which says more.
void explain_crashes(std::string message);

}  // namespace sitrep::cli

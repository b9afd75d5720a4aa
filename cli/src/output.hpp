#pragma once

#include <string_view>

namespace sitrep::cli {

/// Thrown when whoever read standard output has closed it: the program ends quietly.
struct ClosedPipe {};

/// Writes to standard output, through the C library's buffer.
/// Throws `ClosedPipe`, or `Error` (Io) if it cannot be written, as on a full disk.
void print(std::string_view text);

/// Writes out what is buffered; errors as for `print`. To be called before the program ends.
void flush_output();

/// A message for people, on standard error. Never fails.
void tell(std::string_view text);

}  // namespace sitrep::cli

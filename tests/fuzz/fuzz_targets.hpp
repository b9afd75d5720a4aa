#pragma once

#include <string_view>

// What is read from files and people that nobody vouches for. Each function takes any bytes, and
// ends the program if what must always hold does not.
namespace sitrep::fuzz {

/// A record of JSON: what is read can be stored, read back and written as JSON again.
void run_jsonl(std::string_view bytes);

/// A report as a file of text in any encoding: the result is valid UTF-8.
void run_text(std::string_view bytes);

/// A query: it is understood, or the place of the error lies in it.
void run_query(std::string_view bytes);

/// The files of an index: manifest, ledger, stored reports. The first byte says which.
void run_manifest(std::string_view bytes);

/// Ends the program, which both libFuzzer and CTest take for a failure.
void require(bool condition, const char* what);

}  // namespace sitrep::fuzz

#pragma once

#include <cstddef>
#include <filesystem>

namespace sitrep::bench {

/// Writes a corpus `factor` times as large as a JSONL file: the file itself, and then copies of it
/// in each of which the sentences of every body are in another order and every id has a suffix.
///
/// Words and lengths stay those of real text; phrases across sentences change. The same input gives
/// the same output on every machine. Reads the input once a copy and keeps one line in memory.
/// Throws `Error`: Usage for a line that is not a JSON object, InputUnreadable, Io.
void write_larger_corpus(const std::filesystem::path& jsonl, std::size_t factor,
                         const std::filesystem::path& out);

}  // namespace sitrep::bench

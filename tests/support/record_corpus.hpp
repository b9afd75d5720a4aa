#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sitrep::test {

/// Records as an input file has them, a JSON object a line, the same for the same seed: reports in
/// many languages and scripts with every kind of facet and date; ids that come again once or twice,
/// with the same content or another; and lines in between that are refused.
[[nodiscard]] std::vector<std::string> record_corpus(std::uint32_t seed, std::size_t reports);

/// Reports in which nearly every word is a new one, so that an index of few megabytes of text takes
/// much memory to build.
[[nodiscard]] std::vector<std::string> records_of_rare_words(std::size_t reports, std::size_t words);

[[nodiscard]] std::string joined_lines(const std::vector<std::string>& lines);

}  // namespace sitrep::test

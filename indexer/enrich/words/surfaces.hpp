#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/analyzer.hpp>

namespace sitrep::indexer {

/// The words of a text as they are compared: folded, but not stemmed. One string for each word;
/// of a script without spaces, one for each pair of neighbouring characters.
class Surfaces {
public:
    /// Valid until the next call.
    [[nodiscard]] const std::vector<std::string>& of(std::string_view text);

private:
    schema::Analyzer analyzer_;
    std::vector<std::string> words_;
};

}  // namespace sitrep::indexer

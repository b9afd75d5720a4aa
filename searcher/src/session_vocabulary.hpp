#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::searcher {

/// Keeps the vocabulary of an index, so that all sessions of a reader share one. Safe for use by
/// many threads.
class SessionVocabulary {
public:
    /// The built-in one with these additions, as `schema::to_json` gives them; empty and repeated
    /// ones are passed over. Throws `Error` (IndexDamaged, Usage) if one cannot be read.
    [[nodiscard]] std::shared_ptr<const schema::Vocabulary> with(
        const std::vector<std::string>& additions);

private:
    std::mutex mutex_;
    std::vector<std::string> additions_;
    std::shared_ptr<const schema::Vocabulary> vocabulary_ = schema::Vocabulary::builtin();
};

}  // namespace sitrep::searcher

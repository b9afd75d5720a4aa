#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <sitrep/schema/report.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

struct WriterOptions {
    /// Language of reports that state none and of which none is recognised (ISO 639-1).
    /// Fixed when an index is made; nothing means the one of the index, or English for a new one.
    std::optional<std::string> default_language;

    /// Whether facet values are inferred beside those that a report states.
    bool infer = true;

    /// Whether a new index keeps the positions of words. Without them it takes half the room, and
    /// phrases are looked up in the stored text. Fixed when an index is made; an existing one
    /// without positions stays so.
    bool positions = true;

    /// Additions to the built-in vocabulary, which take the place of those that the index has;
    /// nothing means that it keeps its own.
    std::optional<schema::VocabularyTexts> vocabulary;

    /// Start from nothing: a new generation is built aside and replaces the old one at `commit`.
    bool rebuild = false;
};

enum class PutOutcome : std::uint8_t { Added, Updated, Unchanged };

/// Writes one index, report by report.
///
/// There is one writer for an index at a time; the lock is held from construction to destruction.
/// Nothing is seen by readers before `commit`, and everything at once after it; what was not
/// committed is dropped with the writer. Not safe for use by several threads. After an exception
/// other than from the constructor, the writer must be dropped.
class IndexWriter {
public:
    /// Opens the index in a folder, or makes one there.
    /// Throws `Error`: IndexLocked, IndexFormat, IndexDamaged, Io, Usage (another default
    /// language, no positions in an index that has them, or a mistake in the vocabulary, with file
    /// and line).
    explicit IndexWriter(const std::filesystem::path& dir, const WriterOptions& options = {});
    ~IndexWriter();
    IndexWriter(IndexWriter&&) noexcept;
    IndexWriter& operator=(IndexWriter&&) noexcept;

    /// Adds a report or replaces the one with the same id. Its facet values may be in any form that
    /// `Vocabulary::canonical_value` knows. The id must not be empty, the report must have a title
    /// or a body, and all its text must be valid UTF-8; throws `Error` (Usage) otherwise.
    PutOutcome put(schema::Report report);

    /// False if there was no such report.
    bool remove(std::string_view id);

    /// Makes everything since the last commit durable and visible. Throws `Error` (Io).
    void commit();

    /// Reports in the index, uncommitted ones included.
    [[nodiscard]] std::uint64_t report_count() const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sitrep::indexer

#pragma once

#include "index_lock.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include <sitrep/indexer/index_writer.hpp>
#include <sitrep/schema/index_format.hpp>

namespace sitrep::indexer {

/// An index folder under one writer: the lock, its generations, and publishing one.
///
/// Refused records that a run left pending (see `support/pending_file.hpp`) are settled when this
/// object is made and when it goes.
///
/// A generation that was begun and not published is removed with this object, and so is a folder
/// that this object made.
class IndexFolder {
public:
    /// Makes the folder if there is none, locks it, and removes what earlier writers left behind.
    /// Throws `Error`: IndexLocked, Usage, Io.
    explicit IndexFolder(std::filesystem::path dir);
    ~IndexFolder();
    IndexFolder(const IndexFolder&) = delete;
    IndexFolder& operator=(const IndexFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& dir() const noexcept { return dir_; }
    /// The generation that readers see; nothing if there is none yet.
    [[nodiscard]] std::optional<std::uint64_t> published() const noexcept { return published_; }
    /// The generation whose place the published one took, as long as it is kept.
    [[nodiscard]] std::optional<std::uint64_t> previous() const;
    [[nodiscard]] std::filesystem::path path_of(std::uint64_t generation) const;

    /// A name for what readers see, of letters and digits; another one after every commit. Throws
    /// `Error`: IndexDamaged, Io.
    [[nodiscard]] std::string state() const;

    /// The number of the generation after the published one, which the caller makes at its path.
    [[nodiscard]] std::uint64_t reserve_generation();

    /// Describes the generation after the published one, which the caller makes at its path.
    [[nodiscard]] schema::IndexDescription begin_generation(const WriterOptions& options);

    /// To be called before the published generation is changed or found to be as it should: writes
    /// the manifest anew if it is missing or damaged. Throws `Error`: IndexFormat if it names what
    /// this version may not write, Io.
    void settle_manifest();

    /// Makes the described generation, whose files are durable, the one that readers see, and
    /// removes those before the last one. Of the published one only the manifest is written again.
    void publish(const schema::IndexDescription& description);

private:
    [[nodiscard]] bool may_be_read(std::uint64_t generation) const noexcept;
    void settle_rejects() const;
    void remove_unfinished_files();
    void remove_stale_generations();

    std::filesystem::path dir_;
    bool made_folder_ = false;
    std::unique_ptr<IndexLock> lock_;
    std::optional<std::uint64_t> published_;
    std::optional<std::uint64_t> begun_;
};

/// Throws `Error` (IndexNotFound) if a file stands where an index should be.
void refuse_file(const std::filesystem::path& dir);

/// Throws `Error`: IndexNotFound if there is no index in a folder, Io if it may not be looked into.
void require_index(const std::filesystem::path& dir);

/// What a generation says of itself; nothing if it cannot be read.
[[nodiscard]] std::optional<schema::IndexDescription> description_of(
    const std::filesystem::path& generation);

/// Throws `Error` (Usage) if the options ask for something else than what was fixed when the index
/// at `where` was made.
void require_same(const WriterOptions& options, const schema::IndexDescription& description,
                  const std::string& where);

}  // namespace sitrep::indexer

#include "index_folder.hpp"

#include "glass/format_guard.hpp"
#include "support/followed_path.hpp"
#include "support/hash128.hpp"
#include "support/pending_file.hpp"
#include "support/safe_file.hpp"
#include "support/utc_time.hpp"

#include <algorithm>
#include <array>
#include <sitrep_internal/glass/sound_tables.hpp>
#include <sitrep_internal/glass/stored_metadata.hpp>
#include <sitrep_internal/read_state.hpp>
#include <sitrep_internal/translated_errors.hpp>
#include <string>
#include <vector>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_layout.hpp>

namespace sitrep::indexer {
namespace {

namespace fs = std::filesystem;
using schema::Error;
using schema::ErrorCode;

constexpr std::string_view kFallbackLanguage = "en";

/// True if the folder was made by this call. Throws if it holds something else than an index.
bool prepare_folder(const fs::path& dir) {
    std::error_code error;
    refuse_file(dir);
    const bool made = fs::create_directories(dir, error);
    if (error) {
        throw Error(ErrorCode::Io,
                    "cannot make the folder " + dir.string() + ": " + error.message(),
                    "check that you may write in the folder above it");
    }
    if (made || fs::is_empty(dir)) return made;
    const bool is_ours = std::ranges::any_of(fs::directory_iterator(dir), [](const auto& entry) {
        const std::string name = entry.path().filename().string();
        return name == schema::kStubName || name == schema::kLockName;
    });
    if (!is_ours) {
        throw Error(ErrorCode::Usage,
                    dir.string() + " is a folder with other things in it, not an index",
                    "name an empty or a new folder with --db");
    }
    return false;
}

/// What a writer that was killed could not remove: files that were to be renamed, and the folder in
/// which it tried the format.
bool is_unfinished(const std::string& name) {
    const std::array<std::string_view, 7> ours{
        schema::kStubName,      schema::kManifestName, schema::kRejectsName,
        schema::kRunsName,      schema::kLedgerName,   schema::glass::kSoundNoteName,
        glass::kFormatCheckName};
    return std::ranges::any_of(
        ours, [&](std::string_view replaced) { return is_unfinished_replacement(name, replaced); });
}

void remove_unfinished_files_in(const fs::path& folder) {
    std::error_code ignored;
    std::vector<fs::path> unfinished;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (is_unfinished(entry.path().filename().string())) unfinished.push_back(entry.path());
    }
    for (const auto& path : unfinished) fs::remove_all(path, ignored);
}

}  // namespace

void refuse_file(const fs::path& dir) {
    std::error_code error;
    if (fs::is_regular_file(dir, error)) throw schema::not_an_index_folder(dir);
}

void require_index(const fs::path& dir) {
    schema::require_place(dir);
    refuse_file(dir);
    std::error_code error;
    if (!fs::exists(dir / schema::kStubName, error)) throw schema::index_not_found(dir.string());
}

std::optional<schema::IndexDescription> description_of(const fs::path& generation) {
    const auto text = schema::glass::stored_metadata(generation, schema::kDescriptionKey);
    if (!text) return std::nullopt;
    try {
        return schema::description_from_json(*text);
    } catch (const Error&) {
        return std::nullopt;
    }
}

void require_same(const WriterOptions& options, const schema::IndexDescription& description,
                  const std::string& where) {
    if (options.default_language && *options.default_language != description.default_language) {
        throw Error(ErrorCode::Usage,
                    "the default language of " + where + " is " + description.default_language +
                        ", not " + *options.default_language,
                    "a rebuild can change it: sitrep index --rebuild");
    }
    if (!options.positions && schema::has_feature(description, schema::kPositionsFeature)) {
        throw Error(ErrorCode::Usage, where + " was built with positions",
                    "a rebuild can leave them out: sitrep index --rebuild --no-positions");
    }
}

IndexFolder::IndexFolder(fs::path dir) : dir_(std::move(dir)) {
    made_folder_ = prepare_folder(dir_);
    lock_ = std::make_unique<IndexLock>(dir_);
    published_ = schema::published_generation(dir_);
    if (!published_ && fs::exists(dir_ / schema::kStubName)) {
        throw Error(ErrorCode::Usage,
                    dir_.string() + " names several databases and cannot be written as one",
                    "index into each of them");
    }
    settle_rejects();
    remove_unfinished_files();
    remove_stale_generations();
}

/// Errors here cannot hurt: the next writer cleans up.
IndexFolder::~IndexFolder() {
    try {
        settle_rejects();
    } catch (const Error&) {
        // They stay pending.
    }
    std::error_code ignored;
    const bool is_abandoned = begun_ && begun_ != published_ && !may_be_read(*begun_);
    if (is_abandoned) fs::remove_all(path_of(*begun_), ignored);
    if (made_folder_ && !fs::exists(dir_ / schema::kStubName, ignored)) {
        fs::remove(dir_ / schema::kLockName, ignored);
        fs::remove(dir_, ignored);
    }
}

/// Publishing can fail when the stub is in its place already, and only its being durable is open.
bool IndexFolder::may_be_read(std::uint64_t generation) const noexcept {
    try {
        return schema::published_generation(dir_) == generation;
    } catch (const Error&) {
        return true;
    }
}

fs::path IndexFolder::path_of(std::uint64_t generation) const {
    return dir_ / schema::generation_name(generation);
}

std::optional<std::uint64_t> IndexFolder::previous() const {
    std::error_code error;
    if (!published_ || !fs::exists(path_of(*published_ - 1), error)) return std::nullopt;
    return *published_ - 1;
}

std::string IndexFolder::state() const {
    const auto published = schema::published_generation(dir_);
    if (!published) return "none";
    const std::string version = schema::commit_state(path_of(*published));
    return to_hex(hash_of(schema::generation_name(*published) + "\n" + version));
}

/// Nothing is pending for what is no file: that is written straight through.
void IndexFolder::settle_rejects() const {
    const auto rejects = follow_links(dir_ / schema::kRejectsName);
    if (!rejects || rejects->descriptor || !has_pending(rejects->path)) return;
    settle_pending(rejects->path, state());
}

std::uint64_t IndexFolder::reserve_generation() {
    begun_ = published_.value_or(0) + 1;
    return *begun_;
}

schema::IndexDescription IndexFolder::begin_generation(const WriterOptions& options) {
    auto description = schema::describe_new_index(options.positions ? schema::WordPositions::Keep
                                                                    : schema::WordPositions::Drop);
    description.generation = reserve_generation();
    description.default_language = options.default_language.value_or("");
    if (description.default_language.empty() && published_) {
        const auto replaced = description_of(path_of(*published_));
        if (replaced) description.default_language = replaced->default_language;
    }
    if (description.default_language.empty()) description.default_language = kFallbackLanguage;
    description.created = utc_now();
    return description;
}

void IndexFolder::settle_manifest() {
    if (!published_) return;
    schema::require_manifest_access(dir_, *published_, schema::Access::Write);
    const auto manifest = schema::manifest_of(dir_);
    if (manifest && manifest->generation == *published_) return;
    auto description = description_of(path_of(*published_));
    if (!description) return;  // whoever opens it says what is wrong
    schema::require_access(*description, schema::Access::Write);
    description->generation = *published_;
    write_file_atomically(dir_ / schema::kManifestName,
                          schema::to_json(*description, schema::Times::Include));
}

/// The manifest only repeats what the database says of itself, so its order does not matter.
void IndexFolder::publish(const schema::IndexDescription& description) {
    write_file_atomically(dir_ / schema::kManifestName,
                          schema::to_json(description, schema::Times::Include));
    if (published_ == description.generation) return;
    sync_folder(path_of(description.generation));
    write_file_atomically(dir_ / schema::kStubName, schema::stub_text(description.generation));
    published_ = description.generation;
    remove_stale_generations();
}

/// Only at the beginning, since this writer makes such files too.
void IndexFolder::remove_unfinished_files() {
    remove_unfinished_files_in(dir_);
    if (published_) remove_unfinished_files_in(path_of(*published_));
}

/// Keeps the published generation and the one before it, which readers may still have open. If the
/// published one is missing, the stub may be damaged, and any may be the one that it meant.
void IndexFolder::remove_stale_generations() {
    std::error_code missing;
    if (published_ && !fs::exists(path_of(*published_), missing)) return;
    std::vector<fs::path> stale;
    for (const auto& entry : fs::directory_iterator(dir_)) {
        const auto number = schema::generation_number(entry.path().filename().string());
        if (!number) continue;
        const bool is_kept = published_ && (*number == *published_ || *number + 1 == *published_);
        if (!is_kept) stale.push_back(entry.path());
    }
    if (stale.empty()) return;
    const bool is_sound = published_ && schema::glass::are_noted_as_sound(path_of(*published_));
    // What cannot be removed now is tried again by the next run.
    std::error_code ignored;
    for (const auto& path : stale) fs::remove_all(path, ignored);
    // Files that the published generation shared with them have other stamps now.
    if (is_sound) schema::glass::note_sound_tables(path_of(*published_));
}

}  // namespace sitrep::indexer

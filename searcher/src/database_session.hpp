#pragma once

#include "database_parts.hpp"
#include "session_vocabulary.hpp"
#include "table_watch.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <sitrep_internal/file_stamp.hpp>
#include <sitrep_internal/read_state.hpp>
#include <sitrep_internal/translated_errors.hpp>
#include <string>
#include <vector>
#include <xapian.h>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_format.hpp>
#include <sitrep/schema/index_layout.hpp>
#include <sitrep/schema/report_packing.hpp>
#include <sitrep/schema/word_pairs.hpp>
#include <sitrep/searcher/index_info.hpp>

namespace sitrep::searcher {

/// What the sessions of one reader share.
struct SharedState {
    SessionVocabulary vocabularies;
    TableWatch tables;
};

/// One opened database and what a search needs beside it. Used by one thread at a time.
class DatabaseSession {
public:
    /// Throws Xapian's exceptions and `Error`: IndexFormat, IndexDamaged.
    explicit DatabaseSession(const std::filesystem::path& dir,
                             std::shared_ptr<SharedState> shared = std::make_shared<SharedState>());

    /// Moves on to the newest commit. False if the folder names another generation by now, since
    /// Xapian does not read a stub again, or if this fails: then a new session is needed, which
    /// says what is wrong.
    [[nodiscard]] bool refresh();
    /// Whether all that was read since the last refresh is of one state of the index. If not, the
    /// session should go.
    [[nodiscard]] bool has_stayed();

    /// Nothing if the folder is no stub of ours.
    [[nodiscard]] std::optional<std::uint64_t> generation() const noexcept { return generation_; }
    [[nodiscard]] const Xapian::Database& database() const noexcept { return database_; }
    [[nodiscard]] schema::Analyzer& analyzer() noexcept { return analyzer_; }
    /// Takes the stored reports of the database apart.
    [[nodiscard]] schema::ReportUnpacker& unpacker() noexcept { return unpacker_; }
    /// Of several databases that of the first, with positions only if all have them.
    [[nodiscard]] const schema::IndexDescription& description() const noexcept {
        return description_;
    }
    /// The built-in vocabulary with the additions of the index; of several databases, of each.
    [[nodiscard]] const std::shared_ptr<const schema::Vocabulary>& vocabulary() const noexcept {
        return vocabulary_;
    }
    /// False if the index does not know where in a text a word stands, or one of its databases.
    [[nodiscard]] bool has_positions() const { return has_positions_; }
    /// True if one of the databases lies on another machine, where no text can be looked into.
    [[nodiscard]] bool has_remote() const noexcept { return has_remote_; }
    /// Pairs of words for which every database has terms.
    [[nodiscard]] const schema::WordPairs& word_pairs() const noexcept { return word_pairs_; }
    /// The stemmers that the words of the index went through, those of most reports first.
    [[nodiscard]] const std::vector<IndexInfo::StemmerCount>& stemmers() const noexcept {
        return stemmers_;
    }

private:
    /// That there is no newer generation, nor any if the index had none.
    [[nodiscard]] bool is_published() const;
    /// To be called before Xapian reads anything that it has not read before.
    void require_sound_tables();
    void open();
    void read_properties();
    void read_learned(const std::vector<DatabasePart>& parts);

    std::filesystem::path dir_;
    std::shared_ptr<SharedState> shared_;
    std::shared_ptr<const schema::Vocabulary> vocabulary_;
    std::optional<std::uint64_t> generation_;  // nothing if the folder is no stub of ours
    /// A local database, and the version file with which its tables were sound.
    struct Place {
        std::filesystem::path path;
        std::optional<schema::FileStamp> version;
    };
    std::vector<Place> places_;
    Xapian::Database database_;
    schema::IndexDescription description_;
    bool has_positions_ = true;
    bool has_remote_ = false;
    schema::WordPairs word_pairs_;
    std::vector<IndexInfo::StemmerCount> stemmers_;
    schema::Analyzer analyzer_;
    schema::ReportUnpacker unpacker_;
};

/// Lends sessions to threads, and repeats what a writer's commit disturbed.
class SessionPool {
public:
    explicit SessionPool(std::filesystem::path dir) : dir_(std::move(dir)) {}

    [[nodiscard]] const std::filesystem::path& dir() const noexcept { return dir_; }

    /// Sessions that are open and that nobody uses now.
    [[nodiscard]] std::size_t idle_count();

    /// Runs `action(session)` on the newest state of the index. If something is committed
    /// meanwhile, what was read may be a mix of states, or seem damaged: then the action is run
    /// again from the start, on the new one. Where commits follow each other faster than the action
    /// is done, what `kCalmAttempts` did not fail at is taken: that it is a mix is then improbable,
    /// not impossible.
    template <typename Action>
    auto run(Action&& action) {
        return schema::translating_errors(dir_.string(), [&] {
            for (int attempt = 1;; ++attempt) {
                // Goes if something failed: then it may be broken.
                std::unique_ptr<DatabaseSession> session;
                const auto is_final = [&] {
                    return attempt == kMaxAttempts || !session || session->has_stayed();
                };
                try {
                    session = take();
                    auto result = action(*session);
                    const bool has_stayed = session->has_stayed();
                    if (has_stayed) give_back(std::move(session));
                    if (has_stayed || attempt >= kCalmAttempts) return result;
                } catch (const Xapian::DatabaseModifiedError&) {
                    if (session && session->has_stayed()) throw schema::newer_block();
                    if (attempt == kMaxAttempts) throw;
                } catch (const Xapian::Error&) {
                    if (is_final()) throw;
                } catch (const schema::Error& error) {
                    if (!is_of_stored_bytes(error) || is_final()) throw;
                }
            }
        });
    }

private:
    /// More threads than have work at a time seldom have to open one anew.
    static constexpr std::size_t kMostIdle = 64;
    static constexpr int kMaxAttempts = 20;
    static constexpr int kCalmAttempts = 8;

    /// An error that half of a block could have caused.
    [[nodiscard]] static bool is_of_stored_bytes(const schema::Error& error) noexcept {
        return error.code() == schema::ErrorCode::IndexDamaged ||
               error.code() == schema::ErrorCode::IndexFormat;
    }

    enum class Generation { Same, Other };
    void close_idle(const DatabaseSession& like, Generation which);

    [[nodiscard]] std::unique_ptr<DatabaseSession> take();
    void give_back(std::unique_ptr<DatabaseSession> session);

    std::filesystem::path dir_;
    std::shared_ptr<SharedState> shared_ = std::make_shared<SharedState>();
    std::mutex mutex_;
    std::vector<std::unique_ptr<DatabaseSession>> idle_;
};

}  // namespace sitrep::searcher

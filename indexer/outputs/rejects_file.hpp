#pragma once

#include "inputs/record_source.hpp"
#include "named_output.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace sitrep::indexer {

/// Whether a record that an earlier run refused is still to be in the file after this one.
using StaysRefused = std::function<bool(const RawRecord&)>;

/// Writes refused records, one JSON line each (see `to_reject_line`), to a file beside the one that
/// is wanted, and puts it in its place at the end; to what is no file, straight through.
class RejectsFile {
public:
    /// Without an output the records are only counted. What earlier runs refused goes, unless
    /// `stays` says otherwise; so does a record of a stream that is refused once more.
    explicit RejectsFile(std::optional<NamedOutput> output, StaysRefused stays = nullptr);
    /// Without `publish` nothing is left behind.
    ~RejectsFile() = default;
    RejectsFile(const RejectsFile&) = delete;
    RejectsFile& operator=(const RejectsFile&) = delete;

    /// Throws `Error` (Io).
    void add(const RawRecord& record);

    [[nodiscard]] std::uint64_t count() const noexcept { return count_; }
    /// Where the records of this run are; nothing if there are none.
    [[nodiscard]] std::optional<std::filesystem::path> published() const;

    /// What `publish` will write is made durable, for whoever must not lose it after. What is no
    /// file has got it then.
    void sync();
    /// The same, and it stays pending beside the file (see `support/pending_file.hpp`) if the
    /// process is killed or this object goes.
    void keep_pending(std::string_view state);
    /// Nothing is pending any more, and the file stays as it is.
    void drop_pending();

    /// Replaces the file. If nothing is to be in it, an old one is removed, but never a file that
    /// is no rejects file. Throws `Error` (Io).
    void publish();

private:
    struct Earlier {
        std::uint64_t stay = 0;
        std::uint64_t go = 0;
        bool is_ours = false;  // a rejects file, by its first line
    };
    enum class Change { None, Remove, Replace };

    void open();
    void put(const std::string& line);
    void flush();
    void complete();
    void make_change();
    [[nodiscard]] bool stays(const RawRecord& earlier) const;
    [[nodiscard]] Earlier look_at_earlier() const;
    void put_earlier();

    std::optional<NamedOutput> output_;
    StaysRefused stays_;
    // One of them is opened by the first record.
    std::unique_ptr<ReplacementFile> replacement_;
    std::unique_ptr<OpenFile> through_;
    std::optional<Change> change_;  // of the file, once all lines are written
    std::optional<std::filesystem::path> pending_;
    std::string buffer_;
    std::set<std::string> stream_keys_;  // of records without a place
    std::uint64_t count_ = 0;
    bool is_published_ = false;
};

}  // namespace sitrep::indexer

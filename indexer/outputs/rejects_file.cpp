#include "rejects_file.hpp"

#include "inputs/reject_line.hpp"
#include "support/pending_file.hpp"

#include <fstream>

namespace sitrep::indexer {
namespace {

constexpr std::size_t kBufferBytes = 64U << 10U;

}  // namespace

RejectsFile::RejectsFile(std::optional<NamedOutput> output, StaysRefused stays)
    : output_(std::move(output)), stays_(std::move(stays)) {}

void RejectsFile::open() {
    if (replacement_ || through_) return;
    if (output_->file()) {
        replacement_ = std::make_unique<ReplacementFile>(*output_->file());
    } else {
        through_ = output_->open_through();
    }
}

void RejectsFile::put(const std::string& line) {
    open();
    buffer_ += line;
    buffer_ += '\n';
    if (buffer_.size() >= kBufferBytes) flush();
}

void RejectsFile::flush() {
    if (replacement_) replacement_->write(buffer_);
    if (through_) through_->write(buffer_);
    buffer_.clear();
}

void RejectsFile::add(const RawRecord& record) {
    ++count_;
    if (!output_) return;
    if (record.place.empty()) stream_keys_.insert(stream_key_of(record));
    put(to_reject_line(record));
}

bool RejectsFile::stays(const RawRecord& earlier) const {
    return stays_ && stays_(earlier) &&
           !(earlier.place.empty() && stream_keys_.contains(earlier.stream_key));
}

RejectsFile::Earlier RejectsFile::look_at_earlier() const {
    Earlier earlier;
    std::ifstream old(*output_->file(), std::ios::binary);
    std::string line;
    for (bool is_first = true; std::getline(old, line); is_first = false) {
        const auto record = from_reject_line(line);
        if (is_first) earlier.is_ours = record.has_value();
        if (record) ++(stays(*record) ? earlier.stay : earlier.go);
        if (!stays_) break;  // what is behind the first line makes no difference
    }
    return earlier;
}

void RejectsFile::put_earlier() {
    std::ifstream old(*output_->file(), std::ios::binary);
    for (std::string line; std::getline(old, line);) {
        const auto record = from_reject_line(line);
        if (record && stays(*record)) put(line);
    }
}

/// Writes what is still to be written, behind which no record is added.
void RejectsFile::complete() {
    if (change_) return;
    const Earlier earlier = look_at_earlier();
    if (count_ == 0 && earlier.stay == 0) {
        change_ = earlier.is_ours && earlier.go > 0 ? Change::Remove : Change::None;
        return;
    }
    change_ = count_ == 0 && earlier.go == 0 ? Change::None : Change::Replace;
    if (change_ == Change::None) return;
    if (earlier.stay > 0) put_earlier();
    flush();
}

void RejectsFile::sync() {
    if (!output_) return;
    if (!output_->file()) return flush();
    complete();
    if (replacement_) replacement_->sync();
}

void RejectsFile::keep_pending(std::string_view state) {
    if (!output_) return;
    if (!output_->file()) return flush();
    complete();
    if (change_ == Change::None) return;
    open();  // what is to be removed has nothing in it
    const auto pending = pending_path(*output_->file(), state);
    replacement_->put_at(pending);
    pending_ = pending;
}

void RejectsFile::drop_pending() {
    std::error_code ignored;  // whoever finds it puts it in place
    if (pending_) std::filesystem::remove(*pending_, ignored);
    pending_.reset();
}

void RejectsFile::publish() {
    if (!output_) return;
    is_published_ = count_ > 0;
    if (output_->file()) {
        make_change();
        return;
    }
    open();  // whoever waits at a pipe gets to its end
    flush();
    through_.reset();
}

void RejectsFile::make_change() {
    complete();
    if (pending_) {
        put_pending_in_place(*pending_, *output_->file());
    } else if (change_ == Change::Remove) {
        std::error_code ignored;
        std::filesystem::remove(*output_->file(), ignored);
    } else if (change_ == Change::Replace) {
        replacement_->put_in_place();
    }
}

std::optional<std::filesystem::path> RejectsFile::published() const {
    return is_published_ ? std::optional(output_->path()) : std::nullopt;
}

}  // namespace sitrep::indexer

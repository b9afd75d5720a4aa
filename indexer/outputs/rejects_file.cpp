#include "rejects_file.hpp"

#include "inputs/reject_line.hpp"

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

void RejectsFile::publish() {
    if (!output_) return;
    is_published_ = count_ > 0;
    if (output_->file()) {
        replace();
        return;
    }
    open();  // whoever waits at a pipe gets to its end
    flush();
    through_.reset();
}

void RejectsFile::replace() {
    const auto& path = *output_->file();
    const Earlier earlier = look_at_earlier();
    if (count_ == 0 && earlier.go == 0) return;
    if (count_ == 0 && earlier.stay == 0) {
        std::error_code ignored;
        if (earlier.is_ours) std::filesystem::remove(path, ignored);
        return;
    }
    if (earlier.stay > 0) put_earlier();
    flush();
    replacement_->put_in_place();
}

std::optional<std::filesystem::path> RejectsFile::published() const {
    return is_published_ ? std::optional(output_->path()) : std::nullopt;
}

}  // namespace sitrep::indexer

#include "run_rejects.hpp"

#include "job_outputs.hpp"

namespace sitrep::indexer {

RunRejects::RunRejects(const std::optional<NamedOutput>& elsewhere, const IndexFolder* folder,
                       StaysRefused stays)
    : folder_(folder), stays_(std::move(stays)) {
    if (elsewhere) elsewhere_.emplace(elsewhere);
    if (folder_ != nullptr) own_.emplace(own_rejects(folder_->dir()), stays_);
}

void RunRejects::add(const RawRecord& record) {
    ++count_;
    if (elsewhere_) elsewhere_->add(record);
    if (own_) own_->add(record);
}

void RunRejects::keep() {
    if (elsewhere_) elsewhere_->sync();
    if (own_) own_->keep_pending(folder_->state());
}

void RunRejects::publish() {
    if (!elsewhere_) {
        if (own_) own_->publish();
        return;
    }
    elsewhere_->publish();
    if (!own_) return;
    RejectsFile(own_rejects(folder_->dir()), stays_).publish();
    own_->drop_pending();
}

std::optional<std::filesystem::path> RunRejects::published() const {
    if (elsewhere_) return elsewhere_->published();
    return own_ ? own_->published() : std::nullopt;
}

}  // namespace sitrep::indexer

#include "entry_spool.hpp"

#include "encoding.hpp"
#include "input_file.hpp"
#include "table_writer.hpp"

namespace sitrep::indexer::glass {

void EntrySpool::add(std::string_view key, std::string_view tag) {
    append_string(held_, key);
    append_string(held_, tag);
    if (held_.size() < kHeldBytes) return;
    if (!file_) file_ = std::make_unique<OutputFile>(path_);
    file_->append(held_);
    held_.clear();
}

void EntrySpool::move_to(TableWriter& table) {
    if (!file_) {
        // Reading from one place keeps one way to take entries apart.
        if (held_.empty()) return;
        file_ = std::make_unique<OutputFile>(path_);
    }
    file_->append(held_);
    file_->flush();
    held_ = std::string();  // {} would keep the memory
    {
        InputFile entries(path_);
        std::string key;
        while (!entries.at_end()) {
            key = entries.read(static_cast<std::size_t>(entries.read_uint()));
            table.add(key, entries.read(static_cast<std::size_t>(entries.read_uint())));
        }
    }
    file_.reset();
    std::filesystem::remove(path_);
}

}  // namespace sitrep::indexer::glass

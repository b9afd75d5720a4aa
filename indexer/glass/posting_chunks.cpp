#include "posting_chunks.hpp"

#include "encoding.hpp"

namespace sitrep::indexer::glass {

void PostingChunks::begin(const List& list) {
    first_key_ = list.first_key;
    later_key_ = list.later_key;
    term_frequency_ = list.term_frequency;
    collection_frequency_ = list.collection_frequency;
    is_first_chunk_ = true;
    data_.clear();
}

void PostingChunks::append(std::uint32_t docid, std::uint32_t wdf) {
    if (data_.empty()) {
        first_docid_ = docid;
    } else {
        append_uint(data_, docid - last_docid_ - 1);
    }
    append_uint(data_, wdf);
    last_docid_ = docid;
}

void PostingChunks::close(bool is_last) {
    tag_.clear();
    if (is_first_chunk_) {
        key_ = first_key_;
        append_uint(tag_, term_frequency_);
        append_uint(tag_, collection_frequency_);
        append_uint(tag_, first_docid_ - 1);
    } else {
        key_ = later_key_;
        append_sorted_uint(key_, first_docid_);
    }
    tag_ += is_last ? '1' : '0';
    append_uint(tag_, last_docid_ - first_docid_);
    tag_ += data_;
    data_.clear();
    is_first_chunk_ = false;
}

}  // namespace sitrep::indexer::glass

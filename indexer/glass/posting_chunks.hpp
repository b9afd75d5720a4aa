#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep::indexer::glass {

/// Cuts one posting list into the chunks that the postlist table holds. `Sink` takes (key, tag) in
/// key order.
///
/// The list of document lengths has the same form, with the length for the wdf and both
/// frequencies 0.
class PostingChunks {
public:
    struct List {
        std::string_view first_key;
        std::string_view later_key;  ///< before the docid
        std::uint32_t term_frequency = 0;
        std::uint32_t collection_frequency = 0;
    };

    void begin(const List& list);

    /// Docids ascend.
    template <typename Sink>
    void add(std::uint32_t docid, std::uint32_t wdf, Sink&& sink) {
        if (data_.size() >= kChunkBytes) {
            close(false);
            sink(std::string_view(key_), std::string_view(tag_));
        }
        append(docid, wdf);
    }

    template <typename Sink>
    void end(Sink&& sink) {
        close(true);
        sink(std::string_view(key_), std::string_view(tag_));
    }

    [[nodiscard]] bool is_empty() const noexcept { return data_.empty(); }

private:
    /// What Xapian itself aims at.
    static constexpr std::size_t kChunkBytes = 2000;

    void append(std::uint32_t docid, std::uint32_t wdf);
    void close(bool is_last);

    std::string first_key_;
    std::string later_key_;
    std::uint32_t term_frequency_ = 0;
    std::uint32_t collection_frequency_ = 0;
    bool is_first_chunk_ = true;
    std::uint32_t first_docid_ = 0;
    std::uint32_t last_docid_ = 0;
    std::string data_;
    std::string key_;
    std::string tag_;
};

}  // namespace sitrep::indexer::glass

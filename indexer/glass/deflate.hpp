#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace sitrep::indexer::glass {

/// Xapian 1.4 inflates so much at a time. Once it has all input, it takes the tag for damaged if
/// the output still goes on, which happens if the last bits stand for much: one line over and over.
inline constexpr std::size_t kInflatedAtOnce = 8192;

/// Compresses tags as glass wants them: raw deflate, one stream a tag, and one byte more behind the
/// stream of a tag that Xapian inflates in several steps. Used by one thread.
class Deflater {
public:
    Deflater();
    ~Deflater();
    Deflater(Deflater&&) noexcept = default;
    Deflater& operator=(Deflater&&) noexcept = default;

    /// False, and `out` says nothing, if the result would not be shorter than the tag or the tag is
    /// too short to be worth it.
    [[nodiscard]] bool compress(std::string_view tag, std::string& out);

private:
    struct Free {
        void operator()(libdeflate_compressor* compressor) const noexcept;
    };
    std::unique_ptr<libdeflate_compressor, Free> compressor_;
};

}  // namespace sitrep::indexer::glass

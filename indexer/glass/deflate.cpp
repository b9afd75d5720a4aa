#include "deflate.hpp"

#include <libdeflate.h>
#include <new>

namespace sitrep::indexer::glass {
namespace {

/// Higher levels gain less than one per cent on texts as short as reports.
constexpr int kLevel = 1;
/// Most of the time goes into the code table of each stream, and most of the gain comes from the
/// long tags: half of the term lists of news are shorter and would save a twentieth of the text.
constexpr std::size_t kMinBytes = 500;

}  // namespace

void Deflater::Free::operator()(libdeflate_compressor* compressor) const noexcept {
    libdeflate_free_compressor(compressor);
}

Deflater::Deflater() : compressor_(libdeflate_alloc_compressor(kLevel)) {
    if (!compressor_) throw std::bad_alloc();
}
Deflater::~Deflater() = default;

bool Deflater::compress(std::string_view tag, std::string& out) {
    if (tag.size() < kMinBytes) return false;
    out.resize(tag.size() - 1);
    const std::size_t size = libdeflate_deflate_compress(compressor_.get(), tag.data(), tag.size(),
                                                         out.data(), out.size());
    out.resize(size);
    if (size == 0) return false;
    // A byte behind the stream is not read, but lets Xapian go on to its end.
    if (tag.size() > kInflatedAtOnce) out += '\0';
    return out.size() < tag.size();
}

}  // namespace sitrep::indexer::glass

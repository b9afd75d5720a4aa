#include "inflate.hpp"

#include <algorithm>
#include <libdeflate.h>
#include <new>

namespace sitrep::schema::glass {

void Inflater::Free::operator()(libdeflate_decompressor* decompressor) const noexcept {
    libdeflate_free_decompressor(decompressor);
}

Inflater::Inflater() : decompressor_(libdeflate_alloc_decompressor()) {
    if (!decompressor_) throw std::bad_alloc();
}

Inflater::~Inflater() = default;

std::optional<std::string> Inflater::inflate(std::string_view tag) {
    constexpr std::size_t kUsualGain = 4;
    std::string out;
    for (std::size_t room = kUsualGain * tag.size() + 64; room <= kMostInflated; room *= 2) {
        out.resize(room);
        std::size_t read = 0;
        std::size_t written = 0;
        const auto result = libdeflate_deflate_decompress_ex(
            decompressor_.get(), tag.data(), tag.size(), out.data(), out.size(), &read, &written);
        if (result == LIBDEFLATE_INSUFFICIENT_SPACE) continue;
        if (result != LIBDEFLATE_SUCCESS) return std::nullopt;
        out.resize(written);
        return out;
    }
    return std::nullopt;
}

}  // namespace sitrep::schema::glass

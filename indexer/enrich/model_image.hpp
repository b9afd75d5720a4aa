#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace sitrep::indexer {

/// Puts arrays of plain values one after another, so that they can be used where they lie. For the
/// machine that wrote them only: nothing is converted.
class ImageWriter {
public:
    static constexpr std::size_t kAlignment = 64;  // a line of the processor's cache

    template <typename T>
    void add(std::span<const T> values) {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= kAlignment);
        add_bytes(values.size(), values.data(), values.size_bytes());
    }
    void add(std::string_view text) { add_bytes(text.size(), text.data(), text.size()); }

    [[nodiscard]] std::string take() { return std::move(image_); }

private:
    void add_bytes(std::uint64_t count, const void* bytes, std::size_t size) {
        image_.append(reinterpret_cast<const char*>(&count), sizeof count);
        pad();
        if (size > 0) image_.append(static_cast<const char*>(bytes), size);
        pad();
    }
    void pad() { image_.resize((image_.size() + kAlignment - 1) / kAlignment * kAlignment); }

    std::string image_;
};

/// Gives back what an `ImageWriter` was given, in the same order. The bytes begin at a multiple of
/// `kAlignment` and must live as long as what was read.
class ImageReader {
public:
    explicit ImageReader(std::string_view image) : at_(image.data()) {}

    template <typename T>
    [[nodiscard]] std::span<const T> values() {
        const std::size_t count = next_count();
        const auto* const first = reinterpret_cast<const T*>(at_);
        skip(count * sizeof(T));
        return {first, count};
    }
    [[nodiscard]] std::string_view text() {
        const std::size_t count = next_count();
        const std::string_view text(at_, count);
        skip(count);
        return text;
    }

private:
    std::size_t next_count() {
        std::uint64_t count = 0;
        std::memcpy(&count, at_, sizeof count);
        skip(sizeof count);
        return count;
    }
    void skip(std::size_t bytes) {
        constexpr std::size_t kAlignment = ImageWriter::kAlignment;
        at_ += (bytes + kAlignment - 1) / kAlignment * kAlignment;
    }

    const char* at_;
};

/// Texts in one piece, each found by where it lies.
struct TextRange {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;

    [[nodiscard]] std::string_view of(std::string_view pool) const {
        return pool.substr(begin, size);
    }
};

/// Adds a text to such a piece.
inline TextRange add_text(std::string& pool, std::string_view text) {
    const TextRange range{static_cast<std::uint32_t>(pool.size()),
                          static_cast<std::uint32_t>(text.size())};
    pool += text;
    return range;
}

}  // namespace sitrep::indexer

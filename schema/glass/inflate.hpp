#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct libdeflate_decompressor;

namespace sitrep::schema::glass {

/// Inflates tags that `Deflater` or Xapian compressed. Used by one thread.
class Inflater {
public:
    Inflater();
    ~Inflater();
    Inflater(Inflater&&) noexcept = default;
    Inflater& operator=(Inflater&&) noexcept = default;

    /// Nothing if the bytes are no stream, or one of more than `kMostInflated`.
    [[nodiscard]] std::optional<std::string> inflate(std::string_view tag);

    /// Far more than the terms of a report take.
    static constexpr std::size_t kMostInflated = 256U << 20U;

private:
    struct Free {
        void operator()(libdeflate_decompressor* decompressor) const noexcept;
    };
    std::unique_ptr<libdeflate_decompressor, Free> decompressor_;
};

}  // namespace sitrep::schema::glass

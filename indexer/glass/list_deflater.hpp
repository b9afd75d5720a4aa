#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep::indexer::glass {

/// Compresses many short tags of one kind, as `Deflater` does but with one code for all of them: to
/// find the best code for a tag takes longer than to use it. Repeated strings are not looked for,
/// as there are few in a term list. Used by one thread.
class ListDeflater {
public:
    /// Makes the code, from some of the bytes that are to be compressed.
    void learn(std::string_view sample);

    /// As `Deflater::compress`.
    [[nodiscard]] bool compress(std::string_view tag, std::string& out) const;

private:
    struct Code {
        std::uint16_t bits = 0;
        std::uint16_t length = 0;
    };
    static constexpr std::size_t kEnd = 256;  ///< the symbol after the last byte

    std::array<Code, kEnd + 1> codes_{};
    std::string header_;             // whole bytes of what every stream begins with
    std::uint64_t header_tail_ = 0;  // and the bits after them
    unsigned header_tail_bits_ = 0;
};

}  // namespace sitrep::indexer::glass

#include <array>
#include <cstddef>
#include <sitrep_internal/slavic_spelling.hpp>
#include <utility>

namespace sitrep::schema {
namespace {

/// Letters are two bytes each in UTF-8.
constexpr std::size_t kLetter = 2;
constexpr std::size_t kShortest = 3 * kLetter;
constexpr char kNoLetter = '~';

using Letters = std::pair<std::string_view, std::string_view>;
constexpr std::array<Letters, 9> kLetters{{{"і", "и"},
                                           {"ї", "и"},
                                           {"ы", "и"},
                                           {"й", "и"},
                                           {"э", "е"},
                                           {"є", "е"},
                                           {"ґ", "г"},
                                           {"ь", ""},
                                           {"ъ", ""}}};

}  // namespace

bool is_cyrillic(std::string_view word) noexcept {
    if (word.size() % kLetter != 0) return false;
    for (std::size_t i = 0; i < word.size(); i += kLetter) {
        const auto lead = static_cast<unsigned char>(word[i]);
        if (lead < 0xD0 || lead > 0xD3) return false;
    }
    return true;
}

std::string common_slavic_spelling(std::string_view word) {
    if (!is_cyrillic(word)) return {};
    std::string out(1, kNoLetter);
    for (std::size_t at = 0; at < word.size(); at += kLetter) {
        const auto letter = word.substr(at, kLetter);
        auto written = letter;
        for (const auto& [from, to] : kLetters) {
            if (letter == from) written = to;
        }
        out += written;
    }
    if (out.size() < 1 + kShortest) return {};
    return out;
}

}  // namespace sitrep::schema

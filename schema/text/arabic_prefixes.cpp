#include <array>
#include <cstddef>
#include <sitrep_internal/arabic_prefixes.hpp>

namespace sitrep::schema {
namespace {

/// Folded; each letter is two bytes.
constexpr std::array<std::string_view, 5> kPrefixes{"و", "ف", "ب", "ل", "ك"};
constexpr std::string_view kForThe = "لل";  // with the article, ل and ال become لل
constexpr std::string_view kArticle = "ال";
/// In bytes: shorter words are rather words of their own.
constexpr std::size_t kShortestBare = 6;
/// As in وب, ول ...
constexpr int kMostPrefixes = 2;

}  // namespace

std::vector<std::string> without_arabic_prefixes(std::string_view word) {
    std::vector<std::string> found;
    for (int i = 0; i < kMostPrefixes; ++i) {
        if (word.starts_with(kForThe)) {
            found.push_back(std::string(kArticle) += word.substr(kForThe.size()));
        }
        bool is_cut = false;
        for (const auto prefix : kPrefixes) {
            if (!word.starts_with(prefix) || word.size() < prefix.size() + kShortestBare) continue;
            word.remove_prefix(prefix.size());
            found.emplace_back(word);
            is_cut = true;
            break;
        }
        if (!is_cut) break;
    }
    return found;
}

}  // namespace sitrep::schema

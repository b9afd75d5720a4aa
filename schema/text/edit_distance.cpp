#include <algorithm>
#include <numeric>
#include <sitrep_internal/edit_distance.hpp>
#include <vector>

namespace sitrep::schema {

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > limit) return limit + 1;

    // Three rows of the usual table: a swap looks back by two.
    std::vector<std::size_t> before_last(a.size() + 1);
    std::vector<std::size_t> last(a.size() + 1);
    std::vector<std::size_t> row(a.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t j = 1; j <= b.size(); ++j) {
        row[0] = j;
        for (std::size_t i = 1; i <= a.size(); ++i) {
            const std::size_t replaced = last[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[i] = std::min({replaced, last[i] + 1, row[i - 1] + 1});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[i] = std::min(row[i], before_last[i - 2] + 1);
        }
        before_last.swap(last);
        last.swap(row);
    }
    return last.back();
}

}  // namespace sitrep::schema

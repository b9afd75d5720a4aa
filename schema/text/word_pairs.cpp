#include <algorithm>
#include <iterator>

#include <sitrep/schema/word_pairs.hpp>

namespace sitrep::schema {
namespace {

/// With the prefix of the field well below what a term may have; longer words are rarely a phrase.
constexpr std::size_t kMaxNameBytes = 100;

}  // namespace

std::string pair_name(std::string_view first, std::string_view second) {
    std::string name(first);
    return name.append(" ").append(second);
}

bool is_pair_name(std::string_view name) noexcept {
    const auto space = name.find(' ');
    const bool has_two = space != 0 && space < name.size() - 1 && space == name.rfind(' ');
    return has_two && name.size() <= kMaxNameBytes &&
           name.find_first_of(std::string_view("\n\0", 2)) == std::string_view::npos;
}

WordPairs::WordPairs(std::vector<std::string> names) : names_(std::move(names)) {
    std::erase_if(names_, [](const std::string& name) { return !is_pair_name(name); });
    std::ranges::sort(names_);
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
}

WordPairs WordPairs::from_list(std::string_view list) {
    std::vector<std::string> names;
    while (!list.empty()) {
        const auto end = std::min(list.find('\n'), list.size());
        names.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return WordPairs(std::move(names));
}

std::string WordPairs::list() const {
    std::string list;
    for (const auto& name : names_) list.append(name).append("\n");
    return list;
}

bool WordPairs::contains(std::string_view first, std::string_view second) const {
    return std::ranges::binary_search(names_, pair_name(first, second));
}

WordPairs WordPairs::common_with(const WordPairs& other) const {
    WordPairs common;
    std::ranges::set_intersection(names_, other.names_, std::back_inserter(common.names_));
    return common;
}

}  // namespace sitrep::schema

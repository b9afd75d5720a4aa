#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace sitrep::schema {

/// Collects the values whose names are near a misspelt one.
class NearValues {
public:
    explicit NearValues(std::string_view text);

    /// How far a name is from the wanted one; nothing if too far.
    [[nodiscard]] std::optional<std::size_t> distance(std::u32string_view known) const;

    /// `name` is folded.
    void compare(std::string_view name, std::string_view value);

    /// A value whose name has the wanted words among others is near, though not as near as one
    /// whose name is misspelt.
    void compare_words(std::string_view name, std::string_view value);

    /// The nearest first, each once.
    [[nodiscard]] std::vector<std::string> best(std::size_t limit);

private:
    std::u32string wanted_;
    std::size_t slips_;
    std::vector<std::tuple<std::size_t, bool, std::string>> near_;
};

}  // namespace sitrep::schema

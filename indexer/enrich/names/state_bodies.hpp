#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// The bodies of states that texts also name without their country: which kinds there are, and
/// which entry of a vocabulary is the one of a country. It is the actor of that country which is
/// called by a name or an adjective of the country and the noun of the kind: Kenyan police.
class StateBodies {
public:
    explicit StateBodies(const schema::Vocabulary& vocabulary);

    [[nodiscard]] std::size_t kinds() const noexcept { return nouns_.size(); }
    /// The number of a kind, from 0; `noun` is the `body` of a pattern, 0 too if that is empty.
    [[nodiscard]] std::uint16_t number(std::string_view noun) const;

    /// For each kind the number of an entry, or `kNobody`.
    static constexpr std::uint32_t kNobody = 0xFFFFFFFF;
    [[nodiscard]] std::vector<std::uint32_t> of(const std::string& country) const;

private:
    using CountryNames = std::set<std::pair<std::string, std::string>>;  // code and folded name
    using Entries = std::map<std::string, std::vector<std::uint32_t>, std::less<>>;

    void add(const schema::VocabularyEntry& entry, std::uint32_t number,
             const CountryNames& country_names);

    std::vector<std::string> nouns_;
    Entries entries_;  // by code of the country
};

}  // namespace sitrep::indexer

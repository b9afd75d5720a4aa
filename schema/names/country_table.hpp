#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::schema {

/// One line of vocabulary/countries.tsv. The views are into the text that the library carries.
/// A code is empty if the country has none of its own.
struct Country {
    std::string_view alpha3;
    std::string_view alpha2;
    std::string_view numeric;
    std::string_view fips;
    std::string_view cameo;
    std::string_view gleditsch_ward;
    std::string_view name;
    std::vector<std::string_view> aliases;
};

/// The countries of vocabulary/countries.tsv by all their codes and names.
class CountryTable {
public:
    /// A name or code as `fold_name` gives it, and whose it is.
    using Index = std::map<std::string, const Country*, std::less<>>;

    /// The one table; read when first asked for, and never changed. Safe to call from many threads.
    [[nodiscard]] static const CountryTable& instance();

    CountryTable(const CountryTable&) = delete;
    CountryTable& operator=(const CountryTable&) = delete;

    /// The country with this code or else this name, folded by `fold_name`; null if there is none.
    /// Numeric codes may lack their leading zeros.
    [[nodiscard]] const Country* find(std::string_view folded) const;

    /// The country with this code, in small or capital letters; null if there is none.
    [[nodiscard]] const Country* with_alpha3(std::string_view code) const;
    [[nodiscard]] const Country* with_alpha2(std::string_view code) const;

    /// Names and aliases, without the codes of the first three columns.
    [[nodiscard]] const Index& names() const noexcept { return names_; }

private:
    explicit CountryTable(std::string_view tsv);
    ~CountryTable() = default;

    std::vector<Country> countries_;
    Index alpha3_;
    Index alpha2_;
    Index numeric_;
    Index names_;
};

}  // namespace sitrep::schema

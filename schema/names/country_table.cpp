#include "country_table.hpp"

#include "vocabulary_lines.hpp"

#include <algorithm>
#include <sitrep_internal/take_until.hpp>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/fold.hpp>

namespace sitrep::schema {

extern const std::string_view kCountriesTsv;

namespace {

constexpr std::size_t kAlpha3Size = 3;
constexpr std::size_t kNumericSize = 3;

/// A dash says that the country has no such code.
std::string_view take_code(std::string_view& line) {
    const auto code = take_until(line, '\t');
    return code == "-" ? std::string_view{} : code;
}

/// Without the marks for matching in texts, which do not matter here.
std::string_view bare_name(std::string_view name) {
    constexpr std::string_view kMarks = "=?*";
    if (!name.empty() && kMarks.find(name.front()) != std::string_view::npos) name.remove_prefix(1);
    return name.substr(0, name.find('@'));
}

Country parse_line(std::string_view line) {
    Country country;
    country.alpha3 = take_code(line);
    country.alpha2 = take_code(line);
    country.numeric = take_code(line);
    country.fips = take_code(line);
    country.cameo = take_code(line);
    country.gleditsch_ward = take_code(line);
    country.name = bare_name(take_until(line, '\t'));
    std::string_view aliases = take_code(line);
    while (!aliases.empty()) {
        const auto alias = take_until(aliases, '|');
        if (!alias.starts_with('-')) country.aliases.push_back(bare_name(alias));
    }
    if (country.alpha3.size() != kAlpha3Size || country.name.empty()) {
        throw Error(ErrorCode::Internal,
                    "countries.tsv: bad line for '" + std::string(country.alpha3) + "'");
    }
    return country;
}

/// People write 4 for 004.
std::string padded(std::string_view number) {
    std::string out(number);
    if (out.size() < kNumericSize) out.insert(0, kNumericSize - out.size(), '0');
    return out;
}

void add(CountryTable::Index& index, std::string_view key, const Country& country) {
    if (!key.empty()) index.emplace(fold_name(key), &country);
}

const Country* look_up(const CountryTable::Index& index, std::string_view key) {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : found->second;
}

}  // namespace

const CountryTable& CountryTable::instance() {
    static const CountryTable table(kCountriesTsv);
    return table;
}

CountryTable::CountryTable(std::string_view tsv) {
    while (!tsv.empty()) {
        const auto line = take_until(tsv, '\n');
        if (!line.empty() && line.front() != '#') countries_.push_back(parse_line(line));
    }
    for (const Country& country : countries_) {
        add(alpha3_, country.alpha3, country);
        add(alpha2_, country.alpha2, country);
        add(numeric_, country.numeric, country);
        add(names_, country.name, country);
        for (const auto alias : country.aliases) add(names_, alias, country);
    }
}

const Country* CountryTable::find(std::string_view folded) const {
    if (const Country* country = look_up(alpha3_, folded)) return country;
    if (const Country* country = look_up(alpha2_, folded)) return country;
    if (const Country* country = look_up(numeric_, padded(folded))) return country;
    return look_up(names_, folded);
}

const Country* CountryTable::with_alpha3(std::string_view code) const {
    return look_up(alpha3_, fold(code));
}

const Country* CountryTable::with_alpha2(std::string_view code) const {
    return look_up(alpha2_, fold(code));
}

}  // namespace sitrep::schema

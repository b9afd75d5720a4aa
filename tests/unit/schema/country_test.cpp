#include "support/catch.hpp"

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sitrep/schema/country.hpp>
#include <sitrep/schema/fold.hpp>

using sitrep::schema::country_code;
using sitrep::schema::country_label;
using sitrep::schema::fold_name;
using sitrep::schema::similar_countries;

namespace sitrep::schema {
extern const std::string_view kCountriesTsv;
}

namespace {

using Text = std::pair<std::string, std::string>;  // what is written, and the alpha-3 code

/// The columns of countries.tsv, line by line.
std::vector<std::vector<std::string>> country_lines() {
    std::vector<std::vector<std::string>> lines;
    std::istringstream tsv{std::string(sitrep::schema::kCountriesTsv)};
    for (std::string line; std::getline(tsv, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream columns(line);
        auto& fields = lines.emplace_back();
        for (std::string field; std::getline(columns, field, '\t');) fields.push_back(field);
    }
    return lines;
}

constexpr std::size_t kColumns = 10;
constexpr std::size_t kName = 6;
constexpr std::size_t kAliases = 7;

/// Without the mark that says how it must stand in a text.
std::string bare(std::string name) {
    if (name.find_first_of("=?*") == 0) name.erase(0, 1);
    return name.substr(0, name.find('@'));
}

std::vector<std::string> names_in(const std::vector<std::string>& line) {
    std::vector<std::string> names{bare(line.at(kName))};
    std::istringstream aliases(line.at(kAliases));
    for (std::string alias; std::getline(aliases, alias, '|');) {
        if (!alias.starts_with('-')) names.push_back(bare(alias));
    }
    return names;
}

std::vector<std::string> codes_in(const std::vector<std::string>& line) {
    std::vector<std::string> codes(line.begin(), line.begin() + 3);
    codes.erase(std::remove(codes.begin(), codes.end(), "-"), codes.end());
    return codes;
}

}  // namespace

TEST_CASE("the country table is sorted and every line is complete", "[schema][country]") {
    const auto lines = country_lines();
    CHECK(lines.size() == 260);
    CHECK(std::is_sorted(lines.begin(), lines.end()));
    for (const auto& line : lines) {
        CAPTURE(line);
        REQUIRE(line.size() == kColumns);
        CHECK(line[0].size() == 3);
        CHECK((line[1].size() == 2 || line[1] == "-"));
        CHECK((line[2].size() == 3 || line[2] == "-"));
    }
}

TEST_CASE("every code in the table gives its country", "[schema][country]") {
    for (const auto& line : country_lines()) {
        for (const auto& code : codes_in(line)) {
            CAPTURE(code);
            CHECK(country_code(code) == line[0]);
        }
    }
}

TEST_CASE("every name and alias in the table gives its country", "[schema][country]") {
    for (const auto& line : country_lines()) {
        for (const auto& name : names_in(line)) {
            CAPTURE(name);
            CHECK(country_code(name) == line[0]);
        }
    }
}

TEST_CASE("no code, name or alias stands twice in the table", "[schema][country]") {
    std::map<std::string, std::string> seen;
    for (const auto& line : country_lines()) {
        auto texts = codes_in(line);
        for (auto& name : names_in(line)) texts.push_back(std::move(name));
        for (const auto& text : texts) {
            const auto [first, is_new] = seen.emplace(fold_name(text), line[0]);
            CAPTURE(text, line[0], first->second);
            CHECK(is_new);
        }
    }
}

TEST_CASE("the label of a code is the short English name", "[schema][country]") {
    CHECK(country_label("UKR") == "Ukraine");
    CHECK(country_label("XKX") == "Kosovo");
    CHECK(country_label("SUN") == "Soviet Union");
    for (const auto& line : country_lines()) {
        CHECK(country_label(line[0]) == bare(line.at(kName)));
    }
}

TEST_CASE("the label of what is no alpha-3 code is the text itself", "[schema][country]") {
    const std::string text = GENERATE(as<std::string>{}, "", "QQQ", "UA", "804", "Ukraine", "\xFF");
    CHECK(country_label(text) == text);
}

TEST_CASE("codes are read in any case, and numbers without their zeros", "[schema][country]") {
    const auto [text, code] = GENERATE(values<Text>({{"ukr", "UKR"},
                                                     {"Ua", "UKR"},
                                                     {" UKR ", "UKR"},
                                                     {"804", "UKR"},
                                                     {"4", "AFG"},
                                                     {"04", "AFG"},
                                                     {"004", "AFG"},
                                                     {"us", "USA"},
                                                     {"USA", "USA"}}));
    CAPTURE(text);
    CHECK(country_code(text) == code);
}

TEST_CASE("a short text is a code first and then a name", "[schema][country]") {
    CHECK(country_code("RU") == "RUS");   // and the United Kingdom in Spanish
    CHECK(country_code("SAD") == "USA");  // no code, but the United States in Croatian
    CHECK(country_code("UK") == "GBR");
    CHECK(country_code("UAE") == "ARE");
    CHECK(country_code("DRC") == "COD");
    CHECK(country_code("CAR") == "CAF");
}

TEST_CASE("a name is read in many languages", "[schema][country]") {
    const auto [text, code] = GENERATE(values<Text>({{"Україна", "UKR"},
                                                     {"Південний Судан", "SSD"},
                                                     {"Російська Федерація", "RUS"},
                                                     {"Россия", "RUS"},
                                                     {"ЙЕМЕН", "YEM"},
                                                     {"Центрально-Африканская Республика", "CAF"},
                                                     {"سوريا", "SYR"},
                                                     {"أفغانستان", "AFG"},
                                                     {"ایران", "IRN"},
                                                     {"Algérie", "DZA"},
                                                     {"Allemagne", "DEU"},
                                                     {"République démocratique du Congo", "COD"},
                                                     {"España", "ESP"},
                                                     {"Países Bajos", "NLD"},
                                                     {"Estados Unidos", "USA"},
                                                     {"乌克兰", "UKR"},
                                                     {"法国", "FRA"},
                                                     {"法國", "FRA"},
                                                     {"ウクライナ", "UKR"},
                                                     {"Deutschland", "DEU"},
                                                     {"Türkiye", "TUR"},
                                                     {"မြန်မာ", "MMR"}}));
    CAPTURE(text);
    CHECK(country_code(text) == code);
}

TEST_CASE("apostrophes, accents, case and punctuation do not matter", "[schema][country]") {
    const auto [text, code] = GENERATE(values<Text>({{"Côte d’Ivoire", "CIV"},
                                                     {"Cote d'Ivoire", "CIV"},
                                                     {"COTE DIVOIRE", "CIV"},
                                                     {"cote_d`ivoire", "CIV"},
                                                     {"Lao People’s Democratic Republic", "LAO"},
                                                     {"guinea_bissau", "GNB"},
                                                     {"Iran, Islamic Republic of", "IRN"},
                                                     {"Iran (Islamic Republic of)", "IRN"},
                                                     {"Bosnia & Herzegovina", "BIH"},
                                                     {"Bosnia-Herzegovina", "BIH"},
                                                     {"U.S.", "USA"},
                                                     {"U. S. A.", "USA"},
                                                     {"St. Lucia", "LCA"}}));
    CAPTURE(text);
    CHECK(country_code(text) == code);
}

TEST_CASE("an English article before or after a name does not matter", "[schema][country]") {
    CHECK(country_code("the Sudan") == "SDN");
    CHECK(country_code("Niger (the)") == "NER");
    CHECK(country_code("Democratic Republic of the Congo (the)") == "COD");
    CHECK_FALSE(country_code("the"));
    CHECK_FALSE(country_code("the the"));
}

TEST_CASE("the forms that the United Nations write are read", "[schema][country]") {
    const auto [text, code] =
        GENERATE(values<Text>({{"Russian Federation", "RUS"},
                               {"Syrian Arab Republic", "SYR"},
                               {"Viet Nam", "VNM"},
                               {"Republic of Korea", "KOR"},
                               {"Democratic People's Republic of Korea", "PRK"},
                               {"United Republic of Tanzania", "TZA"},
                               {"Venezuela (Bolivarian Republic of)", "VEN"},
                               {"Bolivia (Plurinational State of)", "BOL"},
                               {"Micronesia (Federated States of)", "FSM"},
                               {"State of Palestine", "PSE"},
                               {"occupied Palestinian territory", "PSE"},
                               {"oPt", "PSE"},
                               {"Kosovo (under UNSCR 1244)", "XKX"},
                               {"United Kingdom of Great Britain and Northern Ireland", "GBR"}}));
    CAPTURE(text);
    CHECK(country_code(text) == code);
}

TEST_CASE("countries with names alike are kept apart", "[schema][country]") {
    const auto [text, code] = GENERATE(values<Text>({{"Niger", "NER"},
                                                     {"Nigeria", "NGA"},
                                                     {"Guinea", "GIN"},
                                                     {"Guinée", "GIN"},
                                                     {"Equatorial Guinea", "GNQ"},
                                                     {"Papua New Guinea", "PNG"},
                                                     {"Congo", "COG"},
                                                     {"Kongo", "COG"},
                                                     {"DR Congo", "COD"},
                                                     {"Korea", "KOR"},
                                                     {"Dominica", "DMA"},
                                                     {"Dominican Republic", "DOM"},
                                                     {"Sudan", "SDN"},
                                                     {"Iraq", "IRQ"},
                                                     {"Iran", "IRN"},
                                                     {"Georgia", "GEO"}}));
    CAPTURE(text);
    CHECK(country_code(text) == code);
}

TEST_CASE("a name that languages disagree on goes to the country that most of them mean",
          "[schema][country]") {
    CHECK(country_code("Kata") == "QAT");  // eight languages, against Chad in Māori
}

TEST_CASE("a name that as many languages give to either country gives nothing",
          "[schema][country]") {
    CHECK_FALSE(country_code("Nigeri"));  // Nigeria in Albanian, Niger in Nama
}

TEST_CASE("states that are gone keep their codes", "[schema][country]") {
    const auto [text, code] = GENERATE(values<Text>({{"USSR", "SUN"},
                                                     {"U.S.S.R.", "SUN"},
                                                     {"Советский Союз", "SUN"},
                                                     {"810", "SUN"},
                                                     {"Jugoslavija", "YUG"},
                                                     {"891", "YUG"},
                                                     {"GDR", "DDR"},
                                                     {"East Germany", "DDR"},
                                                     {"CS", "CSK"},
                                                     {"CSXX", "SCG"},
                                                     {"Serbia & Montenegro", "SCG"},
                                                     {"YDYE", "YMD"},
                                                     {"Zaire", "ZAR"},
                                                     {"180", "COD"},
                                                     {"Southern Rhodesia", "RHO"},
                                                     {"716", "ZWE"}}));
    CAPTURE(text);
    CHECK(country_code(text) == code);
}

TEST_CASE("the old name or code of a renamed state gives its present code", "[schema][country]") {
    const auto [text, code] = GENERATE(values<Text>({{"Burma", "MMR"},
                                                     {"BUR", "MMR"},
                                                     {"Swaziland", "SWZ"},
                                                     {"Ivory Coast", "CIV"},
                                                     {"Upper Volta", "BFA"},
                                                     {"Dahomey", "BEN"},
                                                     {"East Timor", "TLS"},
                                                     {"TMP", "TLS"},
                                                     {"West Germany", "DEU"},
                                                     {"FRG", "DEU"},
                                                     {"XKK", "XKX"}}));
    CAPTURE(text);
    CHECK(country_code(text) == code);
}

TEST_CASE("text that names no country gives nothing", "[schema][country]") {
    const std::string text = GENERATE(as<std::string>{}, "", " ", "...", "Atlantis", "qwertzuiop",
                                      "Kyiv", "Europe", "EU", "ZZ", "QQQ", "000", "999", "0004",
                                      "Ukraine and Russia", "Украина Россия", "世界");
    CAPTURE(text);
    CHECK_FALSE(country_code(text));
}

TEST_CASE("bytes that are no UTF-8 name no country", "[schema][country]") {
    const std::string text = GENERATE(as<std::string>{}, "\xFF\xFE", "\xE2\x82", "Uk\xC3raine",
                                      "Ukraine\xF4\x90\x80\x80x", "\xD0\xA3\xD0\xBA\xD1\x80\xD0",
                                      std::string("UKR\0x", 5));
    CHECK_FALSE(country_code(text));
    CHECK_NOTHROW(similar_countries(text, 5));
}

TEST_CASE("very long text names no country and is like none", "[schema][country]") {
    const std::string text = GENERATE(as<std::string>{}, std::string(1'000'000, 'a'),
                                      std::string(1'000'000, ' ') + "Ukraine",
                                      std::string(1'000'000, '\xD0'), std::string(250, 'a'));
    CHECK_FALSE(country_code(text));
    CHECK(similar_countries(text, 5).empty());
}

TEST_CASE("the nearest name to a misspelt one comes first", "[schema][country]") {
    const auto [text, name] = GENERATE(values<Text>({{"Ukrane", "Ukraine"},
                                                     {"Ukriane", "Ukraine"},
                                                     {"Irna", "Iran"},
                                                     {"Afganisthan", "Afghanistan"},
                                                     {"Zimbawe", "Zimbabwe"},
                                                     {"Belguim", "Belgium"},
                                                     {"Untied States", "United States"},
                                                     {"Yugoslawia", "Yugoslavia"},
                                                     {"Nigerria", "Nigeria"},
                                                     {"Россея", "Russia"},
                                                     {"Bosna", "Bosnia and Herzegovina"}}));
    CAPTURE(text);
    const auto names = similar_countries(text, 3);
    REQUIRE_FALSE(names.empty());
    CHECK(names.front() == name);
}

TEST_CASE("the shorter the text, the fewer slips are allowed", "[schema][country]") {
    CHECK(similar_countries("Irxx", 5).empty());
    CHECK(similar_countries("u", 5).empty());
    CHECK(similar_countries("Francxyz", 5).empty());
    CHECK(similar_countries("qwertzuiop", 5).empty());
    CHECK(similar_countries("", 5).empty());
}

TEST_CASE("suggestions are no more than asked for and none is repeated", "[schema][country]") {
    CHECK(similar_countries("Irak", 0).empty());
    CHECK(similar_countries("Irak", 1).size() == 1);
    auto names = similar_countries("Guinea Bisau", 100);
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
    CHECK(std::count(names.begin(), names.end(), "Guinea-Bissau") == 1);
}

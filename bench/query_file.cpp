#include "query_file.hpp"

#include <array>
#include <fstream>
#include <string_view>
#include <utility>

#include <sitrep/schema/date_expression.hpp>
#include <sitrep/schema/error.hpp>

namespace sitrep::bench {
namespace {

using schema::Error;
using schema::ErrorCode;

constexpr const char* kColumns = "name, query, place, country, since, until and show";
constexpr std::size_t kColumnCount = 7;

/// Where errors say they are.
struct LinePlace {
    const std::filesystem::path& path;
    std::size_t number;
};

[[noreturn]] void refuse(const LinePlace& place, const std::string& fault,
                         const std::string& hint) {
    throw Error(ErrorCode::Usage,
                place.path.string() + ", line " + std::to_string(place.number) + ": " + fault,
                hint);
}

std::vector<std::string> split_columns(std::string_view line) {
    std::vector<std::string> columns;
    while (true) {
        const auto tab = line.find('\t');
        columns.emplace_back(line.substr(0, tab));
        if (tab == std::string_view::npos) return columns;
        line.remove_prefix(tab + 1);
    }
}

Show read_show(const std::string& text, const LinePlace& place) {
    static constexpr std::array<std::pair<std::string_view, Show>, 4> kNames{
        {{"", Show::Hits},
         {"hits", Show::Hits},
         {"hits+facet", Show::HitsAndFacet},
         {"facets", Show::Facets}}};
    for (const auto& [name, show] : kNames) {
        if (name == text) return show;
    }
    refuse(place, "cannot show \"" + text + "\"", "the last column is hits, hits+facet or facets");
}

std::optional<schema::DateSpan> read_date(const std::string& text, const LinePlace& place) {
    if (text.empty()) return std::nullopt;
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const auto span = schema::parse_date_point(text, today);
    if (!span) refuse(place, "\"" + text + "\" is not a date", "write 1987, 1987-03 or 1987-03-31");
    return span;
}

BenchQuery read_line(std::string_view line, const LinePlace& place) {
    auto columns = split_columns(line);
    if (columns.size() != kColumnCount) {
        refuse(place,
               "found " + std::to_string(columns.size()) + " columns instead of " +
                   std::to_string(kColumnCount),
               std::string("columns are separated by tabs and may be empty: ") + kColumns);
    }
    BenchQuery query;
    query.line = place.number;
    query.name = std::move(columns[0]);
    query.text = std::move(columns[1]);
    query.country = std::move(columns[3]);
    if (const auto since = read_date(columns[4], place)) query.since = since->first;
    if (const auto until = read_date(columns[5], place)) query.until = until->last;
    query.show = read_show(columns[6], place);
    return query;
}

}  // namespace

std::vector<BenchQuery> read_query_file(const std::filesystem::path& path) {
    std::ifstream file(path);
    if (!file) throw Error(ErrorCode::InputUnreadable, "cannot open " + path.string());
    std::vector<BenchQuery> queries;
    std::string line;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty() || line.starts_with('#')) continue;
        queries.push_back(read_line(line, {path, number}));
    }
    if (queries.empty()) {
        throw Error(ErrorCode::Usage, path.string() + " holds no queries",
                    std::string("each line holds, separated by tabs: ") + kColumns);
    }
    return queries;
}

}  // namespace sitrep::bench

#include "option_values.hpp"

#include <algorithm>
#include <charconv>
#include <sitrep_internal/edit_distance.hpp>

#include <sitrep/schema/error.hpp>

namespace sitrep::cli {
namespace {

using schema::Error;
using schema::ErrorCode;

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

}  // namespace

std::string nearest(const std::string& word, const std::vector<std::string>& names) {
    std::string best;
    std::size_t best_distance = 3;
    const std::u32string wanted(word.begin(), word.end());
    for (const auto& name : names) {
        const std::u32string known(name.begin(), name.end());
        const std::size_t distance = schema::edit_distance(wanted, known, best_distance);
        if (distance < best_distance) {
            best = name;
            best_distance = distance;
        }
    }
    return best;
}

std::string joined_query(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) {
        const bool is_protected = word.starts_with(" -") || word.starts_with(" [");
        out += (out.empty() ? "" : " ") + (is_protected ? word.substr(1) : word);
    }
    return out;
}

double read_share(std::string_view text) {
    if (text.ends_with('%')) text.remove_suffix(1);
    double percent = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), percent);
    if (error != std::errc{} || stop != text.data() + text.size() || !(percent >= 0) ||
        percent > 100) {
        throw Error(ErrorCode::Usage, "--max-prune is no share: " + std::string(text),
                    "write it as a percentage from 0% to 100%");
    }
    return percent / 100;
}

std::vector<schema::FieldId> read_facets(const std::string& list) {
    std::vector<schema::FieldId> fields;
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t comma = std::min(list.find(',', at), list.size());
        const std::string name = without_spaces(list.substr(at, comma - at));
        const auto* field = schema::find_query_field(name);
        if (field == nullptr || !field->is_facet) {
            throw Error(ErrorCode::Usage, "there is no facet called " + name,
                        "facets are country, actor, topic, source, language and date");
        }
        if (std::ranges::find(fields, field->id) == fields.end()) fields.push_back(field->id);
        at = comma + 1;
    }
    return fields;
}

}  // namespace sitrep::cli

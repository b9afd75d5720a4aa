#include "error_output.hpp"

#include "terminal.hpp"

#include <nlohmann/json.hpp>

namespace sitrep::cli {
std::string describe_error(const schema::Error& error, const std::string& query) {
    std::string out = "sitrep: " + sanitize_line(error.message());
    if (error.offset()) out += ", at byte " + std::to_string(*error.offset()) + " of the query";
    out += '\n';
    if (error.offset() && !query.empty()) {
        const auto before = sanitize_line(std::string_view(query).substr(0, *error.offset()));
        out +=
            "  " + sanitize_line(query) + "\n  " + std::string(display_width(before), ' ') + "^\n";
    }
    if (!error.hint().empty()) out += "hint: " + sanitize_line(error.hint()) + "\n";
    return out;
}

std::string error_to_json(const schema::Error& error, ExitCode exit_code) {
    nlohmann::ordered_json out = {{"type", "error"},
                                  {"code", schema::name_of(error.code())},
                                  {"exit_code", static_cast<int>(exit_code)},
                                  {"message", error.message()},
                                  {"hint", error.hint()}};
    if (error.offset()) out["offset"] = *error.offset();
    return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string describe_nothing(const searcher::SearchResults& results) {
    std::string out = "sitrep: nothing found\n" + describe_suggestion(results);
    if (!results.hint.empty()) out += "hint: " + sanitize_line(results.hint) + "\n";
    return out;
}

std::string describe_suggestion(const searcher::SearchResults& results) {
    if (!results.suggestion) return {};
    return "hint: did you mean " + sanitize_line(*results.suggestion) + "?\n";
}

}  // namespace sitrep::cli

#include "error_output.hpp"

#include "terminal.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sitrep::cli {
namespace {

/// One line: a query may hold line feeds, which would move the caret.
std::string on_one_line(std::string_view text) {
    std::string out = sanitize(text);
    std::ranges::replace(out, '\n', ' ');
    return out;
}

}  // namespace

std::string describe_error(const schema::Error& error, const std::string& query) {
    std::string out = "sitrep: " + on_one_line(error.message());
    if (error.offset()) out += ", at byte " + std::to_string(*error.offset()) + " of the query";
    out += '\n';
    if (error.offset() && !query.empty()) {
        const auto before = on_one_line(std::string_view(query).substr(0, *error.offset()));
        out += "  " + on_one_line(query) + "\n  " + std::string(display_width(before), ' ') + "^\n";
    }
    if (!error.hint().empty()) out += "hint: " + on_one_line(error.hint()) + "\n";
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

}  // namespace sitrep::cli

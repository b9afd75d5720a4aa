#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// JSON as text, written in the one form that stored reports have: on one line, and nothing escaped
// that need not be.
namespace sitrep::schema::json {

/// Ill-formed UTF-8 is replaced.
void append_string(std::string& out, std::string_view text);
void append_number(std::string& out, std::uint64_t number);
void append_number(std::string& out, std::int64_t number);

/// The shortest digits that give the same number back; `null` if it is not finite.
void append_number(std::string& out, double number);

/// True if the text is known to be JSON in the form that this project writes: the names of objects
/// in order, each once. False if it is not or if finding out takes more than a look.
[[nodiscard]] bool is_written_form(std::string_view text);

}  // namespace sitrep::schema::json

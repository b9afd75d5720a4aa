#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// What Xapian takes apart without looking where it ends, or where it may not fail.
namespace sitrep::schema::glass {

/// The document that an entry of the term list table is about; nothing if the key is cut off.
[[nodiscard]] std::optional<std::uint32_t> docid_of_key(std::string_view key);

/// What is wrong with the terms of a document; nothing if all is well.
[[nodiscard]] std::optional<std::string> term_list_problem(std::string_view list);

/// What is wrong with the places of a term in a document; nothing if all is well.
[[nodiscard]] std::optional<std::string> position_list_problem(std::string_view list);

/// What is wrong with a chunk of the values of a field; nothing if all is well. Xapian's writer
/// ends the process if it finds damage there.
[[nodiscard]] std::optional<std::string> value_chunk_problem(std::string_view chunk);

}  // namespace sitrep::schema::glass

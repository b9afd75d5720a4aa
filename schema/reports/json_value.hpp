#pragma once

#include <cstddef>
#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::schema::json {

using Value = simdjson::dom::element;

/// One name of an object and its value.
struct Member {
    std::string_view name;
    Value value;
};

/// The members of an object in the order of their names. Of a name that comes twice, the last
/// value counts.
class Object {
public:
    explicit Object(simdjson::dom::object object);

    /// Null if there is no such member.
    [[nodiscard]] const Value* find(std::string_view name) const;

    [[nodiscard]] const std::vector<Member>& members() const noexcept { return members_; }

private:
    std::vector<Member> members_;
};

/// Reads objects, one after another, and keeps the memory that this takes for the next one.
class ObjectReader {
public:
    /// Deeper texts are not read.
    explicit ObjectReader(std::size_t max_depth) : max_depth_(max_depth) {}

    /// Nothing if the text is not read: it is no valid JSON, no object, nested too deep, or has
    /// numbers that neither 64 bits nor a double hold. Valid until the next call.
    [[nodiscard]] std::optional<Object> read(std::string_view text);

private:
    std::size_t max_depth_;
    simdjson::dom::parser parser_;
};

/// On one line, with the names of objects in order.
[[nodiscard]] std::string to_text(Value value);

/// How many elements a list or members an object has; 1 for any other value but null.
[[nodiscard]] std::size_t size(Value value);

}  // namespace sitrep::schema::json

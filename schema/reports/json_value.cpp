#include "json_value.hpp"

#include "json_text.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <new>

namespace sitrep::schema::json {
namespace {

using simdjson::dom::element_type;

/// In bytes of JSON; the parser takes about fourteen times as much.
constexpr std::size_t kLeastCapacity = std::size_t{4} << 10U;
constexpr std::size_t kKeptCapacity = std::size_t{1} << 20U;

void append(std::string& out, Value value);

void append_list(std::string& out, simdjson::dom::array list) {
    std::string_view separator = "[";
    for (const Value element : list) {
        out += separator;
        append(out, element);
        separator = ",";
    }
    out += separator == "[" ? "[]" : "]";
}

void append_object(std::string& out, const Object& object) {
    std::string_view separator = "{";
    for (const auto& [name, value] : object.members()) {
        out += separator;
        append_string(out, name);
        out += ':';
        append(out, value);
        separator = ",";
    }
    out += separator == "{" ? "{}" : "}";
}

void append(std::string& out, Value value) {
    switch (value.type()) {
        case element_type::STRING: append_string(out, value.get_string().value_unsafe()); break;
        case element_type::INT64: append_number(out, value.get_int64().value_unsafe()); break;
        case element_type::UINT64: append_number(out, value.get_uint64().value_unsafe()); break;
        case element_type::DOUBLE: append_number(out, value.get_double().value_unsafe()); break;
        case element_type::BOOL: out += value.get_bool().value_unsafe() ? "true" : "false"; break;
        case element_type::NULL_VALUE: out += "null"; break;
        case element_type::ARRAY: append_list(out, value.get_array().value_unsafe()); break;
        case element_type::OBJECT:
            append_object(out, Object(value.get_object().value_unsafe()));
            break;
    }
}

}  // namespace

Object::Object(simdjson::dom::object object) {
    members_.reserve(object.size());
    for (const auto field : object) members_.push_back({field.key, field.value});
    // The parser puts names one behind the other, so their addresses tell the order of the text. A
    // stable sort would ask for memory.
    std::ranges::sort(members_, [](const Member& a, const Member& b) {
        const int order = a.name.compare(b.name);
        return order != 0 ? order < 0 : std::less<>()(a.name.data(), b.name.data());
    });
    // Keeps the last of equal names.
    std::size_t kept = 0;
    for (std::size_t i = 0; i < members_.size(); ++i) {
        if (i + 1 < members_.size() && members_[i].name == members_[i + 1].name) continue;
        members_[kept++] = members_[i];
    }
    members_.resize(kept);
}

const Value* Object::find(std::string_view name) const {
    // Not a binary search: nearly all names differ in length already, which is seen at once.
    const auto found = std::ranges::find(members_, name, &Member::name);
    return found == members_.end() ? nullptr : &found->value;
}

std::optional<Object> ObjectReader::read(std::string_view text) {
    // What one huge record took is given back before the next.
    if (parser_.capacity() < text.size() || parser_.capacity() > kKeptCapacity) {
        parser_ = simdjson::dom::parser();
        const std::size_t capacity = std::bit_ceil(std::max(text.size(), kLeastCapacity));
        const bool good = parser_.allocate(capacity, max_depth_) == simdjson::SUCCESS &&
                          parser_.doc.allocate(capacity) == simdjson::SUCCESS;
        if (!good) throw std::bad_alloc();
    }
    simdjson::dom::object object;
    if (parser_.parse(text.data(), text.size()).get(object) != simdjson::SUCCESS)
        return std::nullopt;
    return Object(object);
}

std::string to_text(Value value) {
    std::string out;
    append(out, value);
    return out;
}

std::size_t size(Value value) {
    switch (value.type()) {
        case element_type::ARRAY: return value.get_array().value_unsafe().size();
        case element_type::OBJECT:
            return Object(value.get_object().value_unsafe()).members().size();
        case element_type::NULL_VALUE: return 0;
        default: return 1;
    }
}

}  // namespace sitrep::schema::json

#pragma once

#include <optional>
#include <string>
#include <utility>

#include <sitrep/schema/error.hpp>

#include "support/catch.hpp"

namespace Catch {
template <>
struct StringMaker<sitrep::schema::ErrorCode> {
    static std::string convert(sitrep::schema::ErrorCode code) {
        return std::string(sitrep::schema::name_of(code));
    }
};
template <>
struct StringMaker<std::optional<sitrep::schema::ErrorCode>> {
    static std::string convert(const std::optional<sitrep::schema::ErrorCode>& code) {
        return code ? StringMaker<sitrep::schema::ErrorCode>::convert(*code) : "no error";
    }
};
}  // namespace Catch

namespace sitrep::test {

/// The `Error` that an action throws; nothing if it throws none. Other exceptions go on.
template <typename Action>
[[nodiscard]] std::optional<schema::Error> error_of(Action&& action) {
    try {
        std::forward<Action>(action)();
    } catch (const schema::Error& error) {
        return error;
    }
    return std::nullopt;
}

template <typename Action>
[[nodiscard]] std::optional<schema::ErrorCode> error_code_of(Action&& action) {
    const auto error = error_of(std::forward<Action>(action));
    return error ? std::optional(error->code()) : std::nullopt;
}

}  // namespace sitrep::test

#pragma once

#include <string_view>

namespace sitrep::schema {

/// Of this build: `0.1.0`.
[[nodiscard]] std::string_view program_version() noexcept;

/// Of the Snowball library that this was built with; it does not say so itself, so this is the
/// version of its Debian package, or `unknown`.
[[nodiscard]] std::string_view snowball_version() noexcept;

}  // namespace sitrep::schema

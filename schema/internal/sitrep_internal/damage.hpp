#pragma once

#include <filesystem>
#include <string>
#include <system_error>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_layout.hpp>

// What can be done about a damaged index. Only the libraries include this; nothing is installed.
namespace sitrep::schema {

/// For those who do not know which index it is.
inline constexpr const char* kRebuildHint =
    "build the index again with: sitrep index --rebuild INPUT...";

/// The same for the index in a folder: going back is quicker, if there is something to go back to.
[[nodiscard]] inline std::string hint_for_damage(const std::filesystem::path& dir) {
    try {
        const auto published = published_generation(dir);
        std::error_code error;
        if (published && std::filesystem::exists(dir / generation_name(*published - 1), error)) {
            return "go back to the index before the last rebuild with: sitrep index --rollback; or "
                   "build it again with: sitrep index --rebuild INPUT...";
        }
    } catch (const Error&) {
        return kRebuildHint;  // the stub cannot be read
    }
    return kRebuildHint;
}

}  // namespace sitrep::schema

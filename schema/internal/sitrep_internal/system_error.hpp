#pragma once

#include <cerrno>
#include <filesystem>
#include <string>
#include <system_error>

#include <sitrep/schema/error.hpp>

// How errors of the system become ours. Only the libraries include this; nothing is installed.
namespace sitrep::schema {

/// What to do about it.
[[nodiscard]] inline std::string hint_for(const std::error_code& error) {
    const auto is_any_of = [&](auto... conditions) { return ((error == conditions) || ...); };
    if (is_any_of(std::errc::no_space_on_device) || error.value() == EDQUOT) {
        return "make room on the disk (df -h and df -i show what is left), or name another folder";
    }
    if (is_any_of(std::errc::too_many_files_open, std::errc::too_many_files_open_in_system)) {
        return "close other programs, or allow more open files (ulimit -n)";
    }
    if (is_any_of(std::errc::resource_unavailable_try_again)) {
        return "use fewer threads, or allow more processes (ulimit -u)";
    }
    if (is_any_of(std::errc::broken_pipe)) {
        return "nobody reads it any more; let its reader wait for the end of the run";
    }
    return "check the disk and the rights of the folder";
}

[[nodiscard]] inline Error io_error(const std::string& what, const std::error_code& error) {
    return {ErrorCode::Io, what + ": " + error.message(), hint_for(error)};
}

[[nodiscard]] inline Error from_system(const std::filesystem::filesystem_error& error) {
    const auto& path = error.path1();
    // What was being done stands in the text alone, behind what kind of exception it is.
    return path.empty() ? Error(ErrorCode::Io, error.what(), hint_for(error.code()))
                        : io_error("cannot use " + path.string(), error.code());
}

[[nodiscard]] inline Error from_system(const std::system_error& error) {
    return {ErrorCode::Io, error.what(), hint_for(error.code())};
}

}  // namespace sitrep::schema

#pragma once

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>
#include <xapian.h>

#include <sitrep/schema/error.hpp>

// How Xapian's exceptions become ours. Only the libraries include this; nothing is installed.
namespace sitrep::schema {

[[nodiscard]] inline Error index_not_found(const std::string& where) {
    return {ErrorCode::IndexNotFound, "there is no index at " + where};
}

/// `where` names the index, and what was being done if it helps.
[[nodiscard]] inline Error from_xapian(const Xapian::Error& error, const std::string& where) {
    const std::string_view type = error.get_type();
    const std::string what = where + ": " + error.get_msg();
    // Without an error of the system behind it, the files hold something else than they should.
    const bool is_from_system = error.get_error_string() != nullptr;
    const bool is_refused =
        is_from_system && std::string_view(error.get_error_string()) != std::strerror(ENOENT);
    if (type == "DatabaseNotFoundError" && !is_refused) return index_not_found(where);
    const bool is_held = error.get_msg().ends_with("already locked");
    if (type == "DatabaseLockError" && is_held) {
        return {ErrorCode::IndexLocked, where + " is in use by another writer",
                "wait for it to end, or stop it"};
    }
    if (type == "DatabaseModifiedError") {
        return {ErrorCode::IndexLocked, where + " changes faster than it can be read",
                "try again when its writer has ended"};
    }
    if (type == "DatabaseVersionError") {
        return {ErrorCode::IndexFormat, what,
                "build the index again with: sitrep index --rebuild INPUT..."};
    }
    if (type == "DatabaseCorruptError" || type == "SerialisationError" ||
        (type == "DatabaseOpeningError" && !is_from_system)) {
        return {ErrorCode::IndexDamaged, what,
                "build the index again with: sitrep index --rebuild INPUT..."};
    }
    if (type == "DatabaseError" && !is_from_system) {
        return {ErrorCode::IndexDamaged, what,
                "build the index again with: sitrep index --rebuild INPUT..."};
    }
    const std::string reason =
        is_from_system ? std::string(" (") + error.get_error_string() + ")" : "";
    if (type == "NetworkError" || type == "NetworkTimeoutError") {
        const std::string server = error.get_context().empty() ? "the server" : error.get_context();
        return {ErrorCode::Io, what + reason + ", at " + server,
                "check that " + server + " runs and can be reached, or take it out of the index"};
    }
    if (type == "DatabaseError" || type == "DatabaseLockError" || type == "DatabaseOpeningError" ||
        type == "DatabaseNotFoundError") {
        return {ErrorCode::Io, what + reason, "check the disk and the rights of the folder"};
    }
    return {ErrorCode::Internal, std::string(type) + " at " + what};
}

/// Runs `action` and lets no exception of Xapian's out.
template <typename Action>
decltype(auto) translating_xapian(const std::string& where, Action&& action) {
    try {
        return std::forward<Action>(action)();
    } catch (const Xapian::Error& error) {
        throw from_xapian(error, where);
    }
}

}  // namespace sitrep::schema

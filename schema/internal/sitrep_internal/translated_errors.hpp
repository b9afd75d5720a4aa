#pragma once

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <sitrep_internal/damage.hpp>
#include <sitrep_internal/system_error.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <xapian.h>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_layout.hpp>

// How the exceptions of others become ours. Only the libraries include this; nothing is installed.
namespace sitrep::schema {

[[nodiscard]] inline Error index_not_found(const std::string& where) {
    return {ErrorCode::IndexNotFound, "there is no index at " + where};
}

/// Xapian has the number, and gives only its text away; of an error while it dealt with another one
/// only within the message.
[[nodiscard]] inline bool has_reason(const Xapian::Error& error, int number) {
    const std::string reason = std::error_code(number, std::generic_category()).message();
    const char* const text = error.get_error_string();
    return (text != nullptr && text == reason) ||
           error.get_msg().find('(' + reason + ')') != std::string::npos ||
           error.get_msg().ends_with(": " + reason);
}

[[nodiscard]] inline bool is_from_system(const Xapian::Error& error) {
    constexpr std::array kOfWriting{ENOSPC, EDQUOT, EIO,    EFBIG,  EROFS,
                                    EACCES, EPERM,  EMFILE, ENFILE, ENOMEM};
    return error.get_error_string() != nullptr ||
           std::ranges::any_of(kOfWriting, [&](int number) { return has_reason(error, number); });
}

[[nodiscard]] inline std::string hint_for(const Xapian::Error& error) {
    for (const int number : {ENOSPC, EDQUOT, EMFILE, ENFILE, EAGAIN}) {
        if (has_reason(error, number)) return hint_for({number, std::generic_category()});
    }
    return hint_for(std::make_error_code(std::errc::io_error));
}

/// Without the generation that it names, an index is damaged rather than not there.
[[nodiscard]] inline bool has_stub(const std::string& where) {
    std::error_code error;
    return std::filesystem::exists(std::filesystem::path(where) / kStubName, error);
}

/// Xapian's readers trust the sizes that tables hold: the standard library refuses senseless ones
/// with `std::length_error` or `std::out_of_range`.
[[nodiscard]] inline std::string senseless_size(const std::logic_error& error) {
    return std::string("a size in the tables makes no sense: ") + error.what();
}

[[nodiscard]] inline Error from_senseless_size(const std::logic_error& error,
                                               const std::string& where) {
    return {ErrorCode::IndexDamaged, where + ": " + senseless_size(error), hint_for_damage(where)};
}

/// `where` names the index, and what was being done if it helps.
[[nodiscard]] inline Error from_xapian(const Xapian::Error& error, const std::string& where) {
    const std::string_view type = error.get_type();
    const std::string what = where + ": " + error.get_msg();
    const bool is_refused = error.get_error_string() != nullptr && !has_reason(error, ENOENT);
    if (type == "DatabaseNotFoundError" && !is_refused) {
        if (!has_stub(where)) return index_not_found(where);
        return {ErrorCode::IndexDamaged, what, hint_for_damage(where)};
    }
    const bool is_held = error.get_msg().ends_with("already locked");
    if (type == "DatabaseLockError" && is_held) {
        return {ErrorCode::IndexLocked, where + " is in use by another writer",
                "wait for it to end, or stop it"};
    }
    if (type == "DatabaseModifiedError") {
        return {ErrorCode::IndexLocked, where + " changes faster than it can be read",
                "try again when its writer has ended"};
    }
    const bool is_missing = type == "DatabaseOpeningError" && has_reason(error, ENOENT);
    // Nobody asks for a document but by what the tables say.
    const bool is_lost = type == "DocNotFoundError" || type == "DatabaseCorruptError";
    if (is_lost || type == "SerialisationError" || is_missing) {
        return {ErrorCode::IndexDamaged, what, hint_for_damage(where)};
    }
    const char* const of_system = error.get_error_string();
    const std::string reason = of_system == nullptr ? "" : std::string(" (") + of_system + ")";
    if (type == "NetworkError" || type == "NetworkTimeoutError") {
        const std::string server = error.get_context().empty() ? "the server" : error.get_context();
        return {ErrorCode::Io, what + reason + ", at " + server,
                "check that " + server + " runs and can be reached, or take it out of the index"};
    }
    if (is_from_system(error)) return {ErrorCode::Io, what + reason, hint_for(error)};
    if (type == "DatabaseVersionError") {
        return {ErrorCode::IndexFormat, what, kRebuildHint};
    }
    // Without an error of the system behind it, the files hold something else than they should.
    if (type == "DatabaseOpeningError" || type == "DatabaseError") {
        return {ErrorCode::IndexDamaged, what, hint_for_damage(where)};
    }
    if (type == "DatabaseLockError" || type == "DatabaseCreateError") {
        return {ErrorCode::Io, what, "check the disk and the rights of the folder"};
    }
    return {ErrorCode::Internal, std::string(type) + " at " + what};
}

/// Runs `action` and lets no exception out that is not ours, apart from `std::bad_alloc`.
template <typename Action>
decltype(auto) translating_errors(const std::string& where, Action&& action) {
    try {
        return std::forward<Action>(action)();
    } catch (const Xapian::Error& error) {
        throw from_xapian(error, where);
    } catch (const Error& error) {
        const bool says_less =
            error.code() == ErrorCode::IndexDamaged && error.hint() == kRebuildHint;
        if (!says_less) throw;
        throw Error(error.code(), error.message(), hint_for_damage(where));
    } catch (const std::length_error& error) {
        throw from_senseless_size(error, where);
    } catch (const std::out_of_range& error) {
        throw from_senseless_size(error, where);
    } catch (const std::filesystem::filesystem_error& error) {
        throw from_system(error);
    } catch (const std::system_error& error) {
        throw from_system(error);
    }
}

}  // namespace sitrep::schema

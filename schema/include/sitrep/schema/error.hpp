#pragma once

#include <cstddef>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep::schema {

/// What went wrong, in the terms of what a caller can do about it.
enum class ErrorCode {
    Usage,            ///< an option or argument makes no sense
    QuerySyntax,      ///< the query cannot be read; `Error::offset` says where
    IndexNotFound,    ///< there is no index at that place
    IndexLocked,      ///< another writer is at work
    IndexFormat,      ///< this build cannot read the index
    IndexDamaged,     ///< the index contradicts itself
    InputUnreadable,  ///< an input file or folder cannot be opened or read
    ReportNotFound,   ///< no report has that id
    TooManyRemoved,   ///< a run would take more reports out of the index than is allowed
    Interrupted,      ///< the caller asked to stop; nothing was published
    Io,               ///< reading or writing failed
    Internal,         ///< a bug
};

/// The stable name of a code, as it stands in JSON errors: `index_locked` and the like.
[[nodiscard]] std::string_view name_of(ErrorCode code) noexcept;

/// The one exception that the libraries throw: thrown when an operation cannot go on.
///
/// `message` says what and where, `hint` what to do: without one, what helps with most errors of
/// the code. Both are one line each, and may contain text from input files, so a terminal must not
/// be shown them unescaped.
class Error : public std::exception {
public:
    Error(ErrorCode code, std::string message, std::string hint = {});

    [[nodiscard]] ErrorCode code() const noexcept { return code_; }
    [[nodiscard]] const std::string& message() const noexcept { return message_; }
    [[nodiscard]] const std::string& hint() const noexcept { return hint_; }
    [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }

    /// Byte offset into the query text, for `QuerySyntax`.
    [[nodiscard]] std::optional<std::size_t> offset() const noexcept { return offset_; }
    Error& at(std::size_t offset);

private:
    ErrorCode code_;
    std::string message_;
    std::string hint_;
    std::optional<std::size_t> offset_;
};

}  // namespace sitrep::schema

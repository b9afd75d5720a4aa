#pragma once

#include <sitrep/schema/error.hpp>

namespace sitrep::cli {

/// What the program's exit codes mean; docs/cli.md has the same table.
enum class ExitCode : int {
    Done = 0,
    NothingFound = 1,
    Usage = 2,
    SomeRefused = 3,
    Failed = 4,
    NoIndex = 10,
    Locked = 11,
    WrongFormat = 12,
    Interrupted = 130,
    Terminated = 143,
};

[[nodiscard]] constexpr ExitCode exit_code_of(schema::ErrorCode code) noexcept {
    using schema::ErrorCode;
    switch (code) {
        case ErrorCode::Usage:
        case ErrorCode::QuerySyntax: return ExitCode::Usage;
        case ErrorCode::IndexNotFound: return ExitCode::NoIndex;
        case ErrorCode::IndexLocked: return ExitCode::Locked;
        case ErrorCode::IndexFormat: return ExitCode::WrongFormat;
        case ErrorCode::ReportNotFound: return ExitCode::NothingFound;
        case ErrorCode::Interrupted: return ExitCode::Interrupted;
        case ErrorCode::IndexDamaged:
        case ErrorCode::InputUnreadable:
        case ErrorCode::TooManyRemoved:
        case ErrorCode::Io:
        case ErrorCode::Internal: break;
    }
    return ExitCode::Failed;
}

}  // namespace sitrep::cli

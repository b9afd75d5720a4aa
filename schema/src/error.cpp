#include <utility>

#include <sitrep/schema/error.hpp>

namespace sitrep::schema {

std::string_view name_of(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::Usage: return "usage";
        case ErrorCode::QuerySyntax: return "query_syntax";
        case ErrorCode::IndexNotFound: return "index_not_found";
        case ErrorCode::IndexLocked: return "index_locked";
        case ErrorCode::IndexFormat: return "index_format";
        case ErrorCode::IndexDamaged: return "index_damaged";
        case ErrorCode::InputUnreadable: return "input_unreadable";
        case ErrorCode::ReportNotFound: return "report_not_found";
        case ErrorCode::TooManyRemoved: return "too_many_removed";
        case ErrorCode::Interrupted: return "interrupted";
        case ErrorCode::Io: return "io";
        case ErrorCode::Internal: return "internal";
    }
    return "internal";
}

Error::Error(ErrorCode code, std::string message, std::string hint)
    : code_(code), message_(std::move(message)), hint_(std::move(hint)) {}

Error& Error::at(std::size_t offset) {
    offset_ = offset;
    return *this;
}

}  // namespace sitrep::schema

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

namespace {

const char* usual_hint(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::Usage:
        case ErrorCode::QuerySyntax: return "see sitrep --help";
        case ErrorCode::IndexNotFound: return "build an index with: sitrep index --db DIR INPUT...";
        case ErrorCode::IndexLocked: return "wait for the other writer to end, or stop it";
        case ErrorCode::IndexFormat:
        case ErrorCode::IndexDamaged:
            return "build the index again with: sitrep index --rebuild INPUT...";
        case ErrorCode::InputUnreadable:
            return "check the name, and that you may read what it names";
        case ErrorCode::ReportNotFound: return "sitrep search shows the id under each hit";
        case ErrorCode::TooManyRemoved:
            return "check the input; --force takes them out all the same";
        case ErrorCode::Interrupted: return "run it again";
        case ErrorCode::Io:
            return "check the disk and its free space, and that you may read and write there";
        case ErrorCode::Internal: break;
    }
    return "this is a bug; please report it with what was asked for";
}

}  // namespace

Error::Error(ErrorCode code, std::string message, std::string hint)
    : code_(code), message_(std::move(message)), hint_(std::move(hint)) {
    if (hint_.empty()) hint_ = usual_hint(code);
}

Error& Error::at(std::size_t offset) {
    offset_ = offset;
    return *this;
}

}  // namespace sitrep::schema

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <sitrep/schema/report.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::schema {

/// Why a record is refused. It goes to the rejects file and is never thrown.
struct RecordFault {
    std::string code;    ///< stable: invalid_json, invalid_utf8, invalid_date, no_text ...
    std::string reason;  ///< for people
    std::optional<std::size_t> byte;  ///< where in the record, if known

    friend bool operator==(const RecordFault&, const RecordFault&) = default;
};

/// Reads canonical records: JSON objects with the field names of a report.
///
/// Singular and plural names and a string or a list are both accepted; numbers where text is
/// expected are taken as text. An unknown key goes to `Report::extra`, `inferred` is left out.
/// Values are made canonical. The id may come out empty: the caller knows where the record came
/// from and gives it one. Any input is safe, nesting deeper than 100 levels is refused.
///
/// A parser keeps its memory from record to record and is used by one thread at a time.
class ReportParser {
public:
    /// Values are made canonical with this vocabulary.
    explicit ReportParser(std::shared_ptr<const Vocabulary> vocabulary = Vocabulary::builtin());
    ~ReportParser();
    ReportParser(ReportParser&&) noexcept;
    ReportParser& operator=(ReportParser&&) noexcept;

    [[nodiscard]] std::variant<Report, RecordFault> parse(std::string_view record);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

/// Reads a single record as `ReportParser` does.
[[nodiscard]] std::variant<Report, RecordFault> report_from_json(std::string_view record);

/// The canonical record, in the field order of the documentation and on one line. Fields without a
/// value are left out, and so is a date that was inferred. With `Inferred::Include`, what was
/// inferred follows under `inferred`.
enum class Inferred { Include, LeaveOut };
[[nodiscard]] std::string report_to_json(const Report& report, Inferred inferred);

}  // namespace sitrep::schema

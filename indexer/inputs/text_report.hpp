#pragma once

#include <string>
#include <string_view>
#include <variant>

#include <sitrep/schema/report.hpp>
#include <sitrep/schema/report_json.hpp>

namespace sitrep::indexer {

/// Text of unknown encoding as UTF-8 with LF line ends: by its byte order mark, as UTF-8 if it is
/// that, else by ICU's detector.
[[nodiscard]] std::string decode_text(std::string_view bytes);

/// A report made of plain text: the first line that is not blank is the title if it can be one (at
/// most 200 characters and followed by more), the rest is the body. Without such a line the file's
/// name makes the title. Lines that belong to the page and not to the report (see `read_page`) are
/// kept in the extra field `left_out`.
[[nodiscard]] std::variant<schema::Report, schema::RecordFault> report_from_text(
    std::string_view bytes, std::string_view file_name);

}  // namespace sitrep::indexer

#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include <sitrep/schema/report.hpp>

namespace sitrep::bench {

/// Calls `take` with every line that is not empty and its number, from 1.
/// Throws `Error` (InputUnreadable).
void for_each_line(const std::filesystem::path& jsonl,
                   const std::function<void(const std::string& line, std::size_t number)>& take);

/// Calls `take` with every report of a JSONL file and the line that it was read from. Lines that
/// hold no report are passed over, as `sitrep index` refuses them too.
/// Throws `Error` (InputUnreadable).
void for_each_report(
    const std::filesystem::path& jsonl,
    const std::function<void(const schema::Report& report, const std::string& line)>& take);

}  // namespace sitrep::bench

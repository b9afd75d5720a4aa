#pragma once

#include <chrono>
#include <string>

#include <sitrep/schema/report_date.hpp>

namespace sitrep::indexer {

/// The time now as `YYYY-MM-DDTHH:MM:SSZ`.
[[nodiscard]] inline std::string utc_now() {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::hh_mm_ss time{now - day};
    const auto two = [](auto count) {
        const auto digits = std::to_string(count);
        return digits.size() < 2 ? "0" + digits : digits;
    };
    return schema::iso_day(day) + "T" + two(time.hours().count()) + ":" +
           two(time.minutes().count()) + ":" + two(time.seconds().count()) + "Z";
}

}  // namespace sitrep::indexer

#include "number_text.hpp"

namespace sitrep::cli {

std::string with_commas(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

std::string seconds_text(double seconds) {
    const auto tenths = static_cast<std::uint64_t>(seconds * 10 + 0.5);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " s";
}

std::string milliseconds_text(double milliseconds) {
    const auto hundredths = static_cast<std::uint64_t>(milliseconds * 100 + 0.5);
    const std::string fraction = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "." + std::string(2 - fraction.size(), '0') +
           fraction + " ms";
}

std::string duration_text(double seconds) {
    const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
    if (whole >= 3600)
        return std::to_string(whole / 3600) + " h " + std::to_string(whole / 60 % 60) + " min";
    if (whole >= 60)
        return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    return std::to_string(whole) + " s";
}

}  // namespace sitrep::cli

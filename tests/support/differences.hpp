#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::test {

/// Bytes as a person can read them, cut after the first few dozen.
[[nodiscard]] inline std::string shown(std::string_view bytes) {
    constexpr std::size_t kMost = 40;
    std::string out = "\"";
    for (const char c : bytes.substr(0, kMost)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7F) {
            out += c;
            continue;
        }
        char escaped[5];
        std::snprintf(escaped, sizeof escaped, "\\x%02x", static_cast<unsigned>(byte));
        out += escaped;
    }
    out += '"';
    if (bytes.size() > kMost) out += " of " + std::to_string(bytes.size()) + " bytes";
    return out;
}
[[nodiscard]] inline std::string shown(const std::string& bytes) {
    return shown(std::string_view(bytes));
}
[[nodiscard]] inline std::string shown(double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.17g", value);
    return text;
}
[[nodiscard]] inline std::string shown(std::uint32_t value) { return std::to_string(value); }
[[nodiscard]] inline std::string shown(std::uint64_t value) { return std::to_string(value); }

template <typename T>
[[nodiscard]] std::string shown(const std::vector<T>& values) {
    constexpr std::size_t kMost = 8;
    std::string out = "[";
    for (std::size_t i = 0; i < values.size() && i < kMost; ++i) {
        if (i > 0) out += ", ";
        out += shown(values[i]);
    }
    out += values.size() > kMost ? ", …] of " + std::to_string(values.size()) : "]";
    return out;
}

/// Collects in words what differs between two things. After the first few it is enough.
class Differences {
public:
    /// `what()` names the thing that is compared; it is only called if both sides differ.
    template <typename T, typename What>
    bool expect_equal(const T& first, const T& second, What&& what) {
        if (first == second) return true;
        note(what() + ": " + shown(first) + " in the first, " + shown(second) + " in the second");
        return false;
    }

    void note(std::string text) {
        if (!is_enough()) found_.push_back(std::move(text));
    }

    [[nodiscard]] bool is_enough() const { return found_.size() >= kMost; }
    [[nodiscard]] const std::vector<std::string>& found() const { return found_; }

private:
    static constexpr std::size_t kMost = 5;

    std::vector<std::string> found_;
};

}  // namespace sitrep::test

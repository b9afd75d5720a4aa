#pragma once

#include "enrich/words/text_words.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sitrep::indexer {

/// What stands between two neighbouring words.
enum class Joint : std::uint8_t { Far, Space, Comma, Dot, Dash, Slash };

/// Looks at the words of a text by their numbers. A number beyond the last is a word that says
/// nothing and is far from all others.
class DateCursor {
public:
    explicit DateCursor(const TextPart& part) : part_(part) {}

    [[nodiscard]] std::size_t size() const noexcept { return part_.words.size(); }
    [[nodiscard]] DateWord::Kind kind(std::size_t i) const noexcept {
        return i < size() ? part_.words[i].date.kind : DateWord::Kind::None;
    }
    [[nodiscard]] int value(std::size_t i) const noexcept { return part_.words[i].date.value; }
    [[nodiscard]] std::uint32_t begin(std::size_t i) const noexcept { return part_.words[i].begin; }
    [[nodiscard]] std::uint32_t end(std::size_t i) const noexcept { return part_.words[i].end; }
    [[nodiscard]] std::string_view word(std::size_t i) const { return part_.of(part_.words[i]); }
    [[nodiscard]] std::string_view text() const noexcept { return part_.text; }

    /// What stands before a word, up to the one before.
    [[nodiscard]] std::string_view gap(std::size_t i) const;
    [[nodiscard]] Joint joint(std::size_t i) const {
        return i > 0 && is_blank_before(i) ? Joint::Space : joint_of_gap(i);
    }
    /// True if one blank stands between a word and the one before, as nearly everywhere.
    [[nodiscard]] bool is_blank_before(std::size_t i) const noexcept {
        return i < size() && begin(i) == end(i - 1) + 1 && part_.text[end(i - 1)] == ' ';
    }
    /// The word follows the one before, with a space only, and is of that kind.
    [[nodiscard]] bool follows(std::size_t i, DateWord::Kind kind) const {
        return this->kind(i) == kind && joint(i) == Joint::Space;
    }
    [[nodiscard]] bool has_capital(std::size_t i) const;

private:
    [[nodiscard]] Joint joint_of_gap(std::size_t i) const;

    const TextPart& part_;
};

}  // namespace sitrep::indexer

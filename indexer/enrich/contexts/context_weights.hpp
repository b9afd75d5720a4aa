#pragma once

#include "context_facts.hpp"
#include "enrich/model_image.hpp"
#include "enrich/words/symbol_table.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace sitrep::indexer {

/// How much the words around what means a country, and what else is known of it, speak for each
/// `ContextTarget`: the coefficients of one logistic function for each. All languages share them.
/// Only read, by many threads.
class ContextWeights {
public:
    /// By target, in hundredths of log-odds.
    using Weights = std::span<const std::int16_t, kContextTargets>;
    using WordWeights = std::span<const std::int8_t, kContextTargets>;
    static constexpr std::uint32_t kNoRow = 0;        ///< all its weights are 0
    static constexpr std::uint32_t kSentenceRow = 1;  ///< that of `kSentenceEnd`

    explicit ContextWeights(ImageReader& image)
        : facts_(image.values<std::int16_t>()),
          countries_(image.values<std::int16_t>()),
          rows_(image.values<std::int8_t>()),
          in_report_(image.values<std::int8_t>()),
          words_(image) {}

    [[nodiscard]] Weights fact(ContextFact fact) const {
        return of<kContextTargets>(facts_, static_cast<std::size_t>(fact));
    }
    /// By number of the `EnrichmentModel`.
    [[nodiscard]] Weights country(std::uint32_t country) const {
        return of<kContextTargets>(countries_, country);
    }
    /// The row of a stemmed word.
    [[nodiscard]] std::uint32_t row_of(std::string_view term) const {
        const std::uint32_t symbol = words_.find(term);
        return symbol == SymbolTable::kNone ? kNoRow : symbol;
    }
    /// Beside a country or in a sentence with it.
    [[nodiscard]] WordWeights word(std::uint32_t row, ContextRelation relation) const {
        return of<kContextTargets>(rows_, row * kContextRelations + relation);
    }
    /// Of a word anywhere in the report.
    [[nodiscard]] WordWeights word_in_report(std::uint32_t row) const {
        return of<kContextTargets>(in_report_, row);
    }
    [[nodiscard]] std::size_t rows() const noexcept { return in_report_.size() / kContextTargets; }

private:
    template <std::size_t size, typename T>
    static std::span<const T, size> of(std::span<const T> all, std::size_t number) {
        return std::span<const T, size>(all.subspan(number * size, size));
    }

    std::span<const std::int16_t> facts_;
    std::span<const std::int16_t> countries_;
    std::span<const std::int8_t> rows_;  // by row, then relation
    // By row. Those of every word of a text are looked up, so they lie close together.
    std::span<const std::int8_t> in_report_;
    SymbolTable words_;  // their symbols are rows
};

}  // namespace sitrep::indexer

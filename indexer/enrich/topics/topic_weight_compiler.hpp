#pragma once

#include "enrich/country_numbers.hpp"
#include "enrich/model_image.hpp"
#include "topic_weight_table.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// Writes what `TopicWeights` reads: what was learned, by the numbers that topics, countries and
/// actors have in a vocabulary. Countries and actors that it does not have are left out.
class TopicWeightCompiler {
public:
    TopicWeightCompiler(const schema::Vocabulary& vocabulary, const CountryNumbers& countries);

    /// The stems of a language that have weights, and their rows.
    [[nodiscard]] std::vector<std::pair<std::string_view, std::uint32_t>> words_of(
        std::string_view language) const;

    /// The number of a feature, as `ReportFeature` has it; nothing if it has no weights.
    [[nodiscard]] std::optional<std::uint32_t> feature(std::string_view language,
                                                       std::string_view what) const;
    /// How many numbers there are.
    [[nodiscard]] std::size_t features() const;
    /// The number of a topic. Throws `Error` (Internal) if the vocabulary does not have it.
    [[nodiscard]] std::uint16_t topic(std::string_view id) const;

    void write(ImageWriter& image) const;

private:
    void add(const TopicWeightTable::Line& line, const std::vector<std::uint32_t>& columns);
    void add_word(const TopicWeightTable::Line& line, const std::vector<std::uint32_t>& columns);
    [[nodiscard]] std::size_t rows() const;
    void name_feature(std::string_view name, std::uint32_t feature);

    std::map<std::string_view, std::uint32_t> topics_;  // numbers
    std::map<std::string_view, std::uint32_t> actors_;  // entries
    const CountryNumbers& countries_;
    std::map<TopicFeatureName, std::uint32_t> features_;   // that are no words
    std::map<TopicFeatureName, std::uint32_t> word_rows_;  // numbers of rows
    // As in `TopicWeights`.
    std::vector<std::uint8_t> is_known_;
    std::vector<std::int16_t> weights_;
    std::vector<std::int8_t> word_weights_;
    std::vector<std::uint32_t> country_features_;
    std::vector<std::uint32_t> actor_features_;
};

}  // namespace sitrep::indexer

#pragma once

#include "enrich/model_image.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace sitrep::indexer {

/// Labelled reports: for each feature those that have it, and what they are filed under. Only read,
/// by many threads.
class ReportExamples {
public:
    struct Posting {
        std::uint16_t example = 0;
        std::uint16_t weight = 0;  ///< how much the feature makes a text like this report
    };
    static constexpr std::uint16_t kNoGroup = 0;

    /// What a country is to a report: it is about it, or its government or its armed forces act.
    enum Role : std::uint8_t { kAbout, kGovernment, kForces, kRoles };

    explicit ReportExamples(ImageReader& image)
        : postings_(image.values<Posting>()),
          first_posting_(image.values<std::uint32_t>()),
          groups_(image.values<std::uint16_t>()),
          topics_(image.values<std::uint16_t>()),
          first_topic_(image.values<std::uint32_t>()),
          has_countries_(image.values<std::uint8_t>()),
          countries_{CountryLists(image), CountryLists(image), CountryLists(image)},
          codes_(image.values<TextRange>()),
          group_names_(image.values<TextRange>()),
          pool_(image.text()) {}

    [[nodiscard]] std::size_t count() const noexcept { return groups_.size(); }

    /// `feature` as `ReportFeature` numbers them.
    [[nodiscard]] std::span<const Posting> with(std::uint32_t feature) const {
        return part(postings_, first_posting_, feature);
    }
    /// As the `EnrichmentModel` numbers them.
    [[nodiscard]] std::span<const std::uint16_t> topics_of(std::size_t example) const {
        return part(topics_, first_topic_, example);
    }
    /// Whether it is known what countries are to a report.
    [[nodiscard]] bool has_countries(std::size_t example) const {
        return has_countries_[example] != 0;
    }
    /// By numbers of `code`.
    [[nodiscard]] std::span<const std::uint16_t> countries_of(std::size_t example,
                                                              std::size_t role) const {
        return part(countries_[role].numbers, countries_[role].first, example);
    }
    [[nodiscard]] std::size_t codes() const noexcept { return codes_.size(); }
    /// In the order of their numbers.
    [[nodiscard]] std::string_view code(std::size_t country) const {
        return codes_[country].of(pool_);
    }

    /// Reports by one hand are a group.
    [[nodiscard]] std::uint16_t group_of(std::size_t example) const { return groups_[example]; }
    /// `kNoGroup` if no report is of it.
    [[nodiscard]] std::uint16_t group(std::string_view name) const {
        for (std::size_t i = 0; i < group_names_.size(); ++i) {
            if (group_names_[i].of(pool_) == name) return static_cast<std::uint16_t>(i + 1);
        }
        return kNoGroup;
    }

private:
    struct CountryLists {
        explicit CountryLists(ImageReader& image)
            : numbers(image.values<std::uint16_t>()), first(image.values<std::uint32_t>()) {}

        std::span<const std::uint16_t> numbers;
        std::span<const std::uint32_t> first;
    };

    template <typename T>
    static std::span<const T> part(std::span<const T> all, std::span<const std::uint32_t> first,
                                   std::size_t number) {
        return all.subspan(first[number], first[number + 1] - first[number]);
    }

    std::span<const Posting> postings_;
    std::span<const std::uint32_t> first_posting_;  // by feature, and the end of the last
    std::span<const std::uint16_t> groups_;         // by example, as the rest
    std::span<const std::uint16_t> topics_;
    std::span<const std::uint32_t> first_topic_;
    std::span<const std::uint8_t> has_countries_;
    std::array<CountryLists, kRoles> countries_;
    std::span<const TextRange> codes_;
    std::span<const TextRange> group_names_;
    std::string_view pool_;
};

}  // namespace sitrep::indexer

#pragma once

#include "enrich/enrichment_model.hpp"
#include "enrich/names/meanings.hpp"
#include "enrich/names/name_tagger.hpp"
#include "enrich/words/text_words.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sitrep::indexer {

/// Words that mean a body of a state without naming the state: the army, police in Nairobi.
struct UnnamedBody {
    std::uint32_t entry = 0;
    TextPlace place = TextPlace::Body;
    std::uint32_t begin = 0;  ///< bytes of the text, half open
    std::uint32_t end = 0;
};

/// What is known of a report when they are looked for.
struct BodyContext {
    const ReportText& text;
    const Mentions& mentions;
    const Meanings& meanings;
    std::optional<std::chrono::sys_days> day;
    std::optional<std::uint32_t> main_country;  ///< the one that it is about, if there is such
    std::optional<std::uint32_t> home_country;  ///< that, else the one of them where it was written
};

/// Finds them, and whose they are. Those in or behind a name do not count: the Salvation Army, UN
/// soldiers. Used by one thread.
class UnnamedBodyFinder {
public:
    explicit UnnamedBodyFinder(const EnrichmentModel& model) : model_(model) {}

    /// Each entry once that the text has not named, where it first means it; the body before the
    /// title. Valid until the next call.
    [[nodiscard]] const std::vector<UnnamedBody>& find(const BodyContext& context);

private:
    /// The words that were found.
    struct Words {
        const TextPart& part;
        TextPlace place = TextPlace::Body;
        std::size_t first = 0;
        std::size_t end = 0;  ///< the word behind them
        std::span<const StateSense> senses;
    };

    void find_in(TextPlace place);
    void add(const Words& words, std::uint32_t country);
    [[nodiscard]] std::optional<std::uint32_t> owner_of(const Words& words) const;
    [[nodiscard]] bool is_in_name(const Words& words) const;
    [[nodiscard]] std::optional<std::uint32_t> country_behind(const Words& words) const;
    [[nodiscard]] std::optional<std::uint32_t> country_ahead(const Words& words) const;
    [[nodiscard]] std::optional<std::uint32_t> country_of_scene(const Words& words) const;
    [[nodiscard]] std::optional<std::uint32_t> last_country(const Words& words) const;
    [[nodiscard]] std::optional<std::uint32_t> only_country(const Meaning& meaning) const;
    [[nodiscard]] bool is_named(std::uint32_t entry) const;
    [[nodiscard]] bool has_forces_of(std::uint32_t country) const;

    const EnrichmentModel& model_;
    const BodyContext* context_ = nullptr;
    std::vector<UnnamedBody> found_;
};

}  // namespace sitrep::indexer

#include "enrichment_model.hpp"

#include "builtin_model.hpp"
#include "model_compiler.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace sitrep::indexer {

std::shared_ptr<const EnrichmentModel> EnrichmentModel::builtin() {
    static const std::shared_ptr<const EnrichmentModel> model(
        new EnrichmentModel(ImageReader(kBuiltinModel)));
    return model;
}

EnrichmentModel::EnrichmentModel(const schema::Vocabulary& vocabulary)
    : EnrichmentModel(compile_model(vocabulary)) {}

EnrichmentModel::EnrichmentModel(std::string image) : EnrichmentModel(ImageReader(image)) {
    image_ = std::move(image);  // which leaves the bytes where they are
}

EnrichmentModel::EnrichmentModel(ImageReader image)
    : pool_(image.text()),
      entries_(image.values<Entry>()),
      countries_(image.values<Country>()),
      country_lists_(image.values<std::uint32_t>()),
      topic_ids_(image.values<TextRange>()),
      bodies_(image.values<std::uint32_t>()),
      names_(image),
      topics_(image),
      examples_(image),
      contexts_(image) {
    countries_by_code_.resize(countries_.size());
    std::iota(countries_by_code_.begin(), countries_by_code_.end(), 0U);
    std::ranges::sort(countries_by_code_, {},
                      [this](std::uint32_t country) { return countries_[country].code.of(pool_); });
}

std::string_view EnrichmentModel::code(std::uint32_t country,
                                       std::optional<std::chrono::sys_days> day) const {
    const Country& known = countries_[country];
    const bool is_before = day && day->time_since_epoch().count() < known.founded;
    return (is_before ? known.code_before : known.code).of(pool_);
}

std::optional<std::uint32_t> EnrichmentModel::country_with(std::string_view code) const {
    const auto code_of = [this](std::uint32_t country) {
        return countries_[country].code.of(pool_);
    };
    const auto found = std::ranges::lower_bound(countries_by_code_, code, {}, code_of);
    if (found == countries_by_code_.end() || code_of(*found) != code) return std::nullopt;
    return *found;
}

std::optional<std::uint32_t> EnrichmentModel::government_of(std::uint32_t country) const {
    const std::uint32_t entry = countries_[country].government;
    return entry == Country::kNobody ? std::nullopt : std::optional(entry);
}

std::optional<std::uint32_t> EnrichmentModel::body_of(std::uint32_t country,
                                                      std::uint16_t kind) const {
    const std::uint32_t entry = bodies_[country * (bodies_.size() / countries_.size()) + kind];
    return entry == Country::kNobody ? std::nullopt : std::optional(entry);
}

std::uint32_t EnrichmentModel::state_at(std::uint32_t country,
                                        std::optional<std::chrono::sys_days> day) const {
    const Country& known = countries_[country];
    const bool is_before = day && day->time_since_epoch().count() < known.founded;
    return is_before && known.heir_of != Country::kNobody ? known.heir_of : country;
}

std::optional<std::uint32_t> EnrichmentModel::forces_of(std::uint32_t country) const {
    const std::uint32_t entry = countries_[country].forces;
    return entry == Country::kNobody ? std::nullopt : std::optional(entry);
}

}  // namespace sitrep::indexer

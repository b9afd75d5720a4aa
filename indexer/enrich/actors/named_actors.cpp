#include "named_actors.hpp"

#include <algorithm>

namespace sitrep::indexer {
namespace {

using schema::EntryKind;

/// Whether an entry is a government, and the body names those who may speak for it.
bool is_government_of_others(const EnrichmentModel& model, const ReadNames& names,
                             std::uint32_t entry) {
    if (model.entry(entry).kind != EntryKind::Government) return false;
    const auto countries = model.countries_of(entry);
    return std::ranges::any_of(names.meanings->actors, [&](const Meaning& other) {
        const EntryKind kind = model.entry(other.entry).kind;
        return (kind == EntryKind::Person || kind == EntryKind::Ministry) &&
               names.mentions->list[other.mention].place == TextPlace::Body &&
               std::ranges::equal(model.countries_of(other.entry), countries);
    });
}

}  // namespace

std::vector<FoundActor> named_actors(const EnrichmentModel& model, const ReadNames& names) {
    std::vector<FoundActor> found;
    for (const Meaning& meaning : names.meanings->actors) {
        const TextPlace place = names.mentions->list[meaning.mention].place;
        const std::string_view rule = place == TextPlace::Title ? actor_rule::kTitle
                                      : meaning.is_metonym      ? actor_rule::kSeat
                                                                : actor_rule::kName;
        const FoundActor here{meaning.entry, rule, place, meaning.begin, meaning.end};
        const auto known = std::ranges::find(found, meaning.entry, &FoundActor::entry);
        if (known == found.end()) {
            found.push_back(here);
        } else if (known->place == TextPlace::Title && place == TextPlace::Body) {
            *known = here;
        }
    }
    std::erase_if(found, [&](const FoundActor& actor) {
        return actor.place == TextPlace::Title &&
               is_government_of_others(model, names, actor.entry);
    });
    return found;
}

}  // namespace sitrep::indexer

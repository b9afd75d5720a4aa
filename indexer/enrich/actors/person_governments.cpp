#include "person_governments.hpp"

#include "enrich/names/neighbours.hpp"

#include <cstdint>
#include <utility>

namespace sitrep::indexer {
namespace {

using schema::EntryKind;

/// Where the words of a person and of a government beside it begin and end: Goïta's ministers, the
/// government of President Kabbah, правительство Пашиняна.
std::optional<std::pair<std::uint32_t, std::uint32_t>> government_beside(const TextPart& part,
                                                                         const Mention& mention) {
    const auto& words = part.words;
    const std::size_t next = mention.first_word + mention.words;
    const bool has_next = next < words.size() && !is_gap(part, words[next - 1], words[next]);
    if (has_next && words[next].context.is_governing) {
        return std::pair(mention.begin, words[next].end);
    }
    std::size_t at = mention.first_word;
    const TextWord* before = joint_before(part, at);
    while (before != nullptr && before->context.is_title) before = joint_before(part, --at);
    const bool has_of = before != nullptr && before->context.is_of;
    if (has_of) before = joint_before(part, --at);
    if (before == nullptr || !before->context.is_governing) return std::nullopt;
    // A junta chief is a person.
    const bool is_latin = static_cast<unsigned char>(part.text[before->begin]) < 0x80;
    if (is_latin && !has_of) return std::nullopt;
    return std::pair(before->begin, mention.end);
}

}  // namespace

void PersonGovernments::add(const ReportText& text, const Mentions& mentions,
                            std::optional<std::chrono::sys_days> day, Meanings& meanings) const {
    const std::size_t count = meanings.actors.size();
    for (std::size_t i = 0; i < count; ++i) {
        const Meaning person = meanings.actors[i];
        if (model_.entry(person.entry).kind != EntryKind::Person) continue;
        const auto countries = model_.countries_of(person.entry);
        if (countries.size() != 1) continue;
        const Mention& mention = mentions.list[person.mention];
        const TextPart& part = text.part(mention.place);
        const auto words = government_beside(part, mention);
        if (!words) continue;
        if (const auto actor = model_.government_of(model_.state_at(countries.front(), day))) {
            meanings.actors.push_back(
                {person.mention, *actor, false, true, words->first, words->second});
        }
    }
}

}  // namespace sitrep::indexer

#include "context_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace sitrep::indexer {
namespace {

/// Of a country, first of all its names and places: what comes later is more of the same.
constexpr std::uint32_t kMostMentions = 8;
/// In bytes. What parts two words by more is no blank.
constexpr std::uint32_t kWidestGap = 16;
/// Words on either side of a mention that count as beside it, and as in a sentence with it.
constexpr std::size_t kBeside = 4;
constexpr std::size_t kLongestSentence = 40;

/// Whether a sentence ends behind a word.
bool is_end(const TextPart& part, std::size_t word) {
    const std::uint32_t end = part.words[word].end;
    const std::uint32_t next = part.words[word + 1].begin;
    if (next <= end) return false;
    if (next - end > kWidestGap) return true;
    const auto between = part.text.substr(end, next - end);
    return between != " " && between.find_first_of(".;:!?()\n") != std::string_view::npos;
}

/// Where a sentence ends that a word belongs to: behind its last word, but not far away.
std::size_t end_behind(const TextPart& part, std::size_t word, std::size_t most) {
    std::size_t end = word + 1;
    while (end < part.words.size() && end - word <= most && !is_end(part, end - 1)) ++end;
    return end;
}

std::size_t begin_before(const TextPart& part, std::size_t word, std::size_t most) {
    std::size_t begin = word;
    while (begin > 0 && word - begin < most && !is_end(part, begin - 1)) --begin;
    return begin;
}

MentionForm form_of_place(const EnrichmentModel& model, const Meaning& place) {
    const auto& entry = model.entry(place.entry);
    if (entry.kind == schema::EntryKind::Country) {
        return place.is_derived ? MentionForm::Adjective : MentionForm::Name;
    }
    return entry.is_capital ? MentionForm::Capital : MentionForm::Place;
}

}  // namespace

std::span<const CountryContext> ContextReader::read(const ReadReport& report,
                                                    const std::vector<CountryEvidence>& evidence) {
    report_ = &report;
    evidence_ = &evidence;
    contexts_.resize(std::max(contexts_.size(), evidence.size()));
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        contexts_[i].words.clear();
        contexts_[i].mentions = contexts_[i].places = contexts_[i].forms = 0;
    }
    is_place_.assign(report.mentions.list.size(), false);
    for (const Meaning& place : report.meanings.places) {
        is_place_[place.mention] = true;
        add(place, form_of_place(model_, place));
    }
    for (const auto* list : {&report.meanings.actors, &report.meanings.asides}) {
        for (const Meaning& actor : *list) {
            // Ukrainian troops are Ukraine already.
            if (is_place_[actor.mention]) continue;
            const bool is_person = model_.entry(actor.entry).kind == schema::EntryKind::Person;
            add(actor, is_person ? MentionForm::Person : MentionForm::Actor);
        }
    }
    return std::span(contexts_).first(evidence.size());
}

void ContextReader::add(const Meaning& meaning, MentionForm form) {
    const Mention& mention = report_->mentions.list[meaning.mention];
    const bool is_body = mention.place == TextPlace::Body;
    for (const std::uint32_t country : model_.countries_of(meaning.entry)) {
        const auto known = std::ranges::find(*evidence_, model_.code(country, report_->day),
                                             &CountryEvidence::code);
        if (known == evidence_->end()) continue;
        CountryContext& to = contexts_[static_cast<std::size_t>(known - evidence_->begin())];
        const bool is_place = form < MentionForm::Person;
        if (is_place) ++to.places;
        to.forms |= 1U << (2 * static_cast<unsigned>(form) + (is_body ? 1U : 0U));
        if (to.mentions == kMostMentions) continue;
        ++to.mentions;
        add_words(meaning.mention, form, to);
        if (is_place) add_sentence(meaning.mention, to);
    }
}

void ContextReader::add_words(std::uint32_t number, MentionForm form, CountryContext& to) const {
    const Mention& mention = report_->mentions.list[number];
    const TextPart& part = report_->text.part(mention.place);
    const auto add = [&](ContextSide side, std::size_t word) {
        to.words.push_back(
            {relation_of(form, side), mention.place, static_cast<std::uint32_t>(word), number});
    };
    const std::size_t last = mention.first_word + mention.words - 1;
    const std::size_t end = end_behind(part, last, kBeside);
    add(ContextSide::Next, end > last + 1 ? last + 1 : ContextWord::kEnd);
    for (std::size_t word = last + 1; word < end; ++word) add(ContextSide::Behind, word);
    const std::size_t first = mention.first_word;
    const std::size_t begin = begin_before(part, first, kBeside);
    add(ContextSide::Before, begin < first ? first - 1 : ContextWord::kEnd);
    for (std::size_t word = begin; word < first; ++word) add(ContextSide::Ahead, word);
}

void ContextReader::add_sentence(std::uint32_t number, CountryContext& to) const {
    const Mention& mention = report_->mentions.list[number];
    const TextPart& part = report_->text.part(mention.place);
    const std::size_t last = mention.first_word + mention.words - 1;
    const std::size_t end = end_behind(part, last, kLongestSentence);
    const std::size_t begin = begin_before(part, mention.first_word, kLongestSentence);
    for (std::size_t word = begin; word < end; ++word) {
        const bool is_inside = word >= mention.first_word && word <= last;
        if (is_inside) continue;
        to.words.push_back({kInSentence, mention.place, static_cast<std::uint32_t>(word), number});
    }
}

}  // namespace sitrep::indexer

#include "enricher.hpp"

#include <algorithm>
#include <utility>

namespace sitrep::indexer {
namespace {

using schema::EntryKind;
using schema::FieldId;
using schema::Inference;

bool has(const std::vector<std::string>& values, std::string_view value) {
    return std::ranges::find(values, value) != values.end();
}

/// Words of a report.
struct Place {
    TextPlace place;
    std::uint32_t begin;
    std::uint32_t end;
};

std::optional<std::chrono::sys_days> day_of(const schema::Report& report) {
    return report.date ? std::optional(report.date->first()) : std::nullopt;
}

std::string_view country_rule(const CountryEvidence& evidence, const Mention& mention) {
    if (evidence.is_dateline) return "dateline";
    if (mention.place == TextPlace::Title) return "title";
    switch (evidence.best_source) {
        case CountryEvidence::kName: return "name";
        case CountryEvidence::kDerived: return "demonym";
        case CountryEvidence::kPlace: return "place";
        default: return "actor";
    }
}

}  // namespace

Enricher::Enricher(std::shared_ptr<const EnrichmentModel> model)
    : model_(std::move(model)),
      reader_(*model_),
      names_(*model_),
      judge_(*model_),
      contexts_(*model_),
      features_(*model_),
      alike_(model_->examples(), model_->topic_count()),
      topics_(*model_),
      bodies_(*model_) {}

void Enricher::take_title(std::string_view text, const std::vector<schema::Token>& tokens,
                          const std::string& language, std::uint32_t age) {
    language_ = language;
    reader_.read(text, tokens, language, age, text_.title);
}

void Enricher::take_body(std::string_view text, const std::vector<schema::Token>& tokens,
                         const std::string& language, std::uint32_t age) {
    reader_.read(text, tokens, language, age, text_.body);
}

void Enricher::enrich(schema::Report& report) {
    add_dates(report);
    read_ = names_.read(text_, report.date);
    found_features_ = &features_.read(text_, language_, read_.meanings->distinct_actors());
    judge_names(report);
    add_topics(report);
    add_persons(report);
}

void Enricher::judge_names(schema::Report& report) {
    const ReadReport read{text_, *read_.mentions, *read_.meanings, day_of(report),
                          found_features_->phrase_sums};
    evidence_ = &judge_.weigh(read);
    found_alike_ = &judge_.compare(alike_, found_features_->all, group_left_out_);
    probabilities_.clear();
    for (const auto& evidence : *evidence_) {
        probabilities_.push_back(judge_.probability(evidence));
    }
    actors_ = named_actors(*model_, read_);
    has_context_ = contexts_.read(
        {read, judge_, *evidence_, probabilities_, *found_alike_, actors_}, is_fitting_);
    add_countries(report);
    add_unnamed_bodies(read.day);
    if (has_context_ && contexts_.is_enough()) judge_states();
    add_actors(report);
}

/// `where` has a place, and bytes of its text, half open.
template <typename Where>
void Enricher::note(schema::Report& report, FieldId field, std::string_view value,
                    std::string_view rule, const Where& where) const {
    const TextPart& part = text_.part(where.place);
    report.inferred.push_back({field, std::string(value), std::string(rule),
                               std::string(part.text.substr(where.begin, where.end - where.begin)),
                               where.begin, where.end});
}

void Enricher::add_dates(schema::Report& report) {
    if (report.date && report.event_date) return;
    const FoundDates found = dates_.read(text_, report.date);
    if (!report.date && found.published) {
        report.date = found.published->date;
        note(report, FieldId::Date, report.date->iso(), found.published->rule, *found.published);
    }
    if (!report.event_date && found.event) {
        report.event_date = found.event->date;
        note(report, FieldId::EventFirst, schema::iso_span(*report.event_date), found.event->rule,
             *found.event);
    }
}

void Enricher::add_countries(schema::Report& report) {
    const auto& all = *evidence_;
    std::vector<std::pair<double, const CountryEvidence*>> found;
    std::vector<const CountryEvidence*> sure;
    const double enough = judge_.enough();
    for (std::size_t country = 0; country < all.size(); ++country) {
        const CountryEvidence& evidence = all[country];
        const double chance =
            has_context_ ? contexts_.probability(country) : probabilities_[country];
        const bool is_stated = has(report.countries, evidence.code);
        const bool is_sure = chance >= enough;
        if (is_sure || is_stated) sure.push_back(&evidence);
        if (is_sure && !is_stated) found.emplace_back(chance, &evidence);
    }
    countries_.clear();
    for (const auto* evidence : sure) {
        if (const auto country = model_->country_with(evidence->code)) {
            countries_.push_back(*country);
        }
    }
    home_country_ = written_in(sure);
    main_country_ = main_country(std::move(sure));
    // What the input states, the text need not name.
    if (found.empty() && report.countries.size() == 1) {
        main_country_ = model_->country_with(report.countries.front());
    }
    if (main_country_) home_country_ = main_country_;
    std::ranges::stable_sort(found, std::ranges::greater(), [](const auto& f) { return f.first; });
    for (const auto& [probability, evidence] : found) {
        const Mention& mention = read_.mentions->list[evidence->best_mention];
        note(report, FieldId::Country, evidence->code, country_rule(*evidence, mention), mention);
    }
}

/// That of the place with which the body begins: COLOMBO, July 29; Тбилиси.
std::optional<std::uint32_t> Enricher::written_in(
    const std::vector<const CountryEvidence*>& sure) const {
    for (const Meaning& place : read_.meanings->places) {
        const Mention& mention = read_.mentions->list[place.mention];
        if (mention.place == TextPlace::Title) continue;
        const auto countries = model_->countries_of(place.entry);
        const bool is_city = model_->entry(place.entry).kind == EntryKind::Place;
        if (mention.first_word > 0 || !is_city || countries.size() != 1) return std::nullopt;
        const bool is_sure = std::ranges::any_of(sure, [&](const CountryEvidence* evidence) {
            return model_->country_with(evidence->code) == countries.front();
        });
        return is_sure ? std::optional(countries.front()) : std::nullopt;
    }
    return std::nullopt;
}

/// The only one, or one that is mentioned far more often than the others.
std::optional<std::uint32_t> Enricher::main_country(
    std::vector<const CountryEvidence*> sure) const {
    constexpr double kFarMore = 2.5;
    if (sure.empty()) return std::nullopt;
    std::ranges::sort(sure, std::ranges::greater(), &CountryEvidence::total);
    if (sure.size() > 1 && sure[0]->total() < kFarMore * sure[1]->total()) return std::nullopt;
    return model_->country_with(sure.front()->code);
}

/// The army, the police: what names their country nowhere.
void Enricher::add_unnamed_bodies(std::optional<std::chrono::sys_days> day) {
    for (const UnnamedBody& body : bodies_.find(
             {text_, *read_.mentions, *read_.meanings, day, main_country_, home_country_})) {
        if (std::ranges::find(actors_, body.entry, &FoundActor::entry) != actors_.end()) continue;
        actors_.push_back({body.entry, actor_rule::kUnnamed, body.place, body.begin, body.end});
    }
}

/// Which governments and armed forces act.
void Enricher::judge_states() {
    for (std::size_t i = 0; i < evidence_->size(); ++i) {
        const auto country = model_->country_with((*evidence_)[i].code);
        if (!country) continue;
        if (const auto government = model_->government_of(*country)) {
            judge_state(i, kGovernmentActs, *government);
        }
        if (const auto forces = model_->forces_of(*country)) judge_state(i, kForcesAct, *forces);
    }
}

void Enricher::judge_state(std::size_t country, ContextTarget target, std::uint32_t entry) {
    const auto known = std::ranges::find(actors_, entry, &FoundActor::entry);
    if (known == actors_.end()) {
        if (!contexts_.acts(country, target)) return;
        const auto best = contexts_.best_mention(country, target);
        if (!best) return;
        const Mention& mention = read_.mentions->list[*best];
        actors_.push_back({entry, actor_rule::kContext, mention.place, mention.begin, mention.end});
        return;
    }
    if (known->rule == actor_rule::kUnnamed) contexts_.add_unnamed(country, target);
    if (!contexts_.acts(country, target)) actors_.erase(known);
}

void Enricher::add_actors(schema::Report& report) const {
    for (const FoundActor& actor : actors_) {
        const std::string_view value = model_->value(actor.entry);
        if (!has(report.actors, value)) note(report, FieldId::Actor, value, actor.rule, actor);
    }
}

void Enricher::add_topics(schema::Report& report) {
    std::vector<std::uint32_t> actors;
    for (const FoundActor& actor : actors_) actors.push_back(actor.entry);
    for (const FoundTopic& topic : topics_.judge({text_, *found_features_, *found_alike_,
                                                  countries_, actors, read_.meanings->is_any()})) {
        const std::string_view id = model_->topic_id(topic.topic);
        if (has(report.topics, id)) continue;
        const auto* const rule = topic.place == TextPlace::Title ? "title" : "words";
        note(report, FieldId::Topic, id, rule, topic);
    }
}

/// The less a report has to do with politics, the more must speak for a person: those of sport and
/// culture have names, too.
void Enricher::add_persons(schema::Report& report) {
    const auto is_inferred = [&](FieldId field) {
        return std::ranges::find(report.inferred, field, &Inference::field) !=
               report.inferred.end();
    };
    const bool has_topic = !report.topics.empty() || is_inferred(FieldId::Topic);
    const bool has_country = !report.countries.empty() || is_inferred(FieldId::Country);
    const bool has_actor = !report.actors.empty() || is_inferred(FieldId::Actor);
    if (!has_topic && !has_country) return;
    using enum PersonFinder::Proof;
    const auto enough = !has_actor ? Title : has_topic ? FirstName : Role;
    const auto known = static_cast<std::ptrdiff_t>(report.inferred.size());
    for (const auto& person :
         persons_.find(text_.body, *read_.mentions, *read_.meanings, language_, enough)) {
        const auto is_person = [&](const Inference& inference) {
            return inference.field == FieldId::Actor && inference.value == person.value;
        };
        if (has(report.actors, person.value) ||
            std::any_of(report.inferred.begin(), report.inferred.begin() + known, is_person)) {
            continue;
        }
        note(report, FieldId::Actor, person.value, "person",
             Place{TextPlace::Body, person.begin, person.end});
    }
}

}  // namespace sitrep::indexer

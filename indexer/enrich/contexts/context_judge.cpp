#include "context_judge.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sitrep::indexer {
namespace {

/// From which log-odds on they act: chances of 0.36 and 0.40. Down to 0.27 the F1 of labelled
/// reports to which nothing was fitted is the same, but more of what is found is wrong.
constexpr double kEnoughOfGovernment = -0.58;
constexpr double kEnoughOfForces = -0.41;

/// The labelled reports are not shorter.
constexpr std::size_t kEnoughWords = 20;

/// Of the share of reports that are alike, that says as little as none.
constexpr double kFewAlike = 0.1;

/// Weights are hundredths, and so are sums of them.
constexpr double kHundredths = 0.01;
using Sums = std::array<std::int32_t, kContextTargets>;

double& at(ContextFactValues& facts, ContextFact fact) {
    return facts[static_cast<std::size_t>(fact)];
}

ContextFact rule_fact(std::string_view rule, ContextTarget target) {
    using enum ContextFact;
    const bool is_government = target == kGovernmentActs;
    if (rule == actor_rule::kTitle) return is_government ? GovernmentTitle : ForcesTitle;
    if (rule == actor_rule::kSeat) return is_government ? GovernmentSeat : ForcesSeat;
    return is_government ? GovernmentName : ForcesName;
}

ContextFact about_fact(std::size_t countries) {
    using enum ContextFact;
    constexpr std::array kFacts{AboutNone, AboutOne, AboutTwo, AboutThree, AboutMore};
    return kFacts[std::min(countries, kFacts.size() - 1)];
}

void add_kinds(const CountryEvidence& evidence, ContextFactValues& facts) {
    using enum schema::EntryKind;
    constexpr std::array kKinds{
        std::pair(Person, ContextFact::Person),
        std::pair(Ministry, ContextFact::Ministry),
        std::pair(ArmedForces, ContextFact::ArmedForces),
        std::pair(ArmedGroup, ContextFact::ArmedGroup),
        std::pair(Organisation, ContextFact::Organisation),
        std::pair(Alliance, ContextFact::Alliance),
        std::pair(Party, ContextFact::Party),
        std::pair(Company, ContextFact::Company),
    };
    for (const auto& [kind, fact] : kKinds) {
        if (evidence.has_actor(kind)) at(facts, fact) = 1.0;
    }
}

double chance(double log_odds) {
    return 1.0 / (1.0 + std::exp(-log_odds));
}

void add(ContextJudge::LogOdds& to, ContextWeights::Weights weights, double value) {
    for (std::size_t target = 0; target < to.size(); ++target) {
        to[target] += kHundredths * value * weights[target];
    }
}

void add(Sums& to, ContextWeights::WordWeights weights) {
    for (std::size_t target = 0; target < to.size(); ++target) to[target] += weights[target];
}

void add(ContextJudge::LogOdds& to, const Sums& sums) {
    for (std::size_t target = 0; target < to.size(); ++target) {
        to[target] += kHundredths * sums[target];
    }
}

}  // namespace

ContextJudge::ContextJudge(const EnrichmentModel& model)
    : model_(model),
      weights_(model.contexts()),
      reader_(model),
      seen_(model.contexts().rows()),
      relations_(model.contexts().rows()) {}

bool ContextJudge::read(const ContextReport& report, bool is_fitting) {
    if (report.countries.is_business_news()) return false;
    text_ = &report.report.text;
    evidence_ = &report.evidence;
    probabilities_ = report.probabilities;
    trust_ = trust(report.countries.manners());
    if (trust_ == 0 && !is_fitting) return false;
    contexts_ = reader_.read(report.report, report.evidence);
    const double enough = report.countries.enough();
    const auto about = static_cast<std::size_t>(std::ranges::count_if(
        probabilities_, [&](double probability) { return probability >= enough; }));
    facts_.assign(contexts_.size(), {});
    log_odds_.assign(contexts_.size(), of_report_);
    for (std::size_t country = 0; country < contexts_.size(); ++country) {
        add_facts(report, country, about);
        add_words(country);
    }
    return true;
}

/// Long articles have words for everything, and both they and business news follow other rules, as
/// does the press.
double ContextJudge::trust(const CountryJudge::Manners& manners) {
    const double long_or_business =
        std::max(2 * manners[CountryJudge::kBusiness], 3 * manners[CountryJudge::kLongArticle] - 1);
    of_report_ = {};
    if (long_or_business >= 1) return 0;
    add_report_words();
    const double press = 2 * chance(of_report_[kIsPress]);
    return 1.0 - std::clamp(std::max(press, long_or_business), 0.0, 1.0);
}

/// Each word once.
void ContextJudge::add_report_words() {
    seen_.begin_report();
    Sums sums{};
    for (const auto place : {TextPlace::Title, TextPlace::Body}) {
        for (const TextWord& word : text_->part(place).words) {
            const std::uint32_t row = word.context_row;
            if (row == ContextWeights::kNoRow || !seen_.mark(row)) continue;
            add(sums, weights_.word_in_report(row));
        }
    }
    add(of_report_, weights_.fact(ContextFact::Start), 1.0);
    add(of_report_, sums);
}

void ContextJudge::add_facts(const ContextReport& report, std::size_t country, std::size_t about) {
    using enum ContextFact;
    const CountryEvidence& evidence = report.evidence[country];
    const CountryContext& context = contexts_[country];
    ContextFactValues& facts = facts_[country];
    const double probability = probabilities_[country];
    constexpr double kSure = 0.001;
    at(facts, LogOdds) = std::log((probability + kSure) / (1 - probability + kSure)) / 2;
    at(facts, Probability) = probability;
    const auto number = model_.country_with(evidence.code);
    if (number) add_found(report.actors, *number, facts);
    add_kinds(evidence, facts);
    at(facts, about_fact(about)) = 1.0;
    const auto places = static_cast<double>(report.report.meanings.places.size());
    if (places > 0) at(facts, ShareOfPlaces) = context.places / places;
    at(facts, FewWords) = std::max(0.0, 2 * few_words(report.report.text) - 1);
    for (std::size_t form = 0; form < 2 * kFormNames.size(); ++form) {
        const bool is_there = (context.forms >> form & 1U) != 0;
        facts[static_cast<std::size_t>(FirstForm) + form] = is_there ? 1.0 : 0.0;
    }
    const auto alike = report.alike.country(evidence.code);
    const double of_about = alike[ReportExamples::kAbout];
    at(facts, AlikeAbout) = of_about;
    at(facts, AlikeAboutRoot) = std::sqrt(of_about);
    at(facts, AlikeAnyGovernment) = report.alike.any[ReportExamples::kGovernment];
    at(facts, AlikeAnyForces) = report.alike.any[ReportExamples::kForces];
    at(facts, AlikeGovernment) = alike[ReportExamples::kGovernment];
    at(facts, AlikeForces) = alike[ReportExamples::kForces];
    const double shared = of_about + kFewAlike;
    at(facts, AlikeGovernmentRatio) = alike[ReportExamples::kGovernment] / shared;
    at(facts, AlikeForcesRatio) = alike[ReportExamples::kForces] / shared;
    for (std::size_t fact = 0; fact < facts.size(); ++fact) {
        if (facts[fact] == 0) continue;
        add(log_odds_[country], weights_.fact(static_cast<ContextFact>(fact)), facts[fact]);
    }
    if (number) add(log_odds_[country], weights_.country(*number), 1.0);
}

/// What the rules found of a country, which is told by its number.
void ContextJudge::add_found(std::span<const FoundActor> actors, std::uint32_t number,
                             ContextFactValues& facts) const {
    const auto government = model_.government_of(number);
    const auto forces = model_.forces_of(number);
    for (const FoundActor& actor : actors) {
        if (actor.entry == government) at(facts, rule_fact(actor.rule, kGovernmentActs)) = 1.0;
        if (actor.entry == forces) at(facts, rule_fact(actor.rule, kForcesAct)) = 1.0;
    }
}

std::uint32_t ContextJudge::row_of(const ContextWord& word) const {
    if (word.word == ContextWord::kEnd) return ContextWeights::kSentenceRow;
    return text_->part(word.place).words[word.word].context_row;
}

/// A word counts once for what it is to a country.
void ContextJudge::add_words(std::size_t country) {
    static_assert(kContextRelations <= 32);
    Sums sums{};
    const auto& words = contexts_[country].words;
    for (const ContextWord& word : words) {
        const std::uint32_t row = row_of(word);
        const std::uint32_t relation = 1U << word.relation;
        if (row == ContextWeights::kNoRow || (relations_[row] & relation) != 0) continue;
        relations_[row] |= relation;
        add(sums, weights_.word(row, word.relation));
    }
    for (const ContextWord& word : words) relations_[row_of(word)] = 0;
    add(log_odds_[country], sums);
}

void ContextJudge::add_unnamed(std::size_t country, ContextTarget target) {
    const auto fact =
        target == kGovernmentActs ? ContextFact::UnnamedGovernment : ContextFact::UnnamedForces;
    at(facts_[country], fact) = 1.0;
    add(log_odds_[country], weights_.fact(fact), 1.0);
}

double ContextJudge::probability(std::size_t country) const {
    return std::lerp(probabilities_[country], chance(log_odds_[country][kIsAbout]), trust_);
}

bool ContextJudge::is_enough() const {
    constexpr double kMostly = 0.5;
    return trust_ >= kMostly &&
           text_->title.words.size() + text_->body.words.size() >= kEnoughWords;
}

bool ContextJudge::acts(std::size_t country, ContextTarget target) const {
    const double enough = target == kGovernmentActs ? kEnoughOfGovernment : kEnoughOfForces;
    return log_odds_[country][target] >= enough;
}

std::optional<std::uint32_t> ContextJudge::best_mention(std::size_t country,
                                                        ContextTarget target) const {
    std::optional<std::uint32_t> best;
    std::int32_t most = 0;
    std::int32_t sum = 0;
    const auto& words = contexts_[country].words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        sum += weights_.word(row_of(words[i]), words[i].relation)[target];
        const bool is_last = i + 1 == words.size() || words[i + 1].mention != words[i].mention;
        if (!is_last) continue;
        if (!best || sum > most) {
            best = words[i].mention;
            most = sum;
        }
        sum = 0;
    }
    return best;
}

}  // namespace sitrep::indexer

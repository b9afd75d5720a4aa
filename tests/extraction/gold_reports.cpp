#include "gold_reports.hpp"

#include "documents/document_builder.hpp"
#include "enrich/contexts/context_weight_table.hpp"
#include "enrich/countries/country_judge.hpp"
#include "enrich/enricher.hpp"
#include "enrich/name_reader.hpp"
#include "enrich/topics/topic_features.hpp"
#include "enrich/word_reader.hpp"
#include "documents/language_detection.hpp"
#include "inputs/text_report.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <variant>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/facet_value.hpp>
#include <sitrep/schema/language.hpp>

namespace sitrep::extraction {
namespace {

using nlohmann::json;
using schema::FieldId;

std::string text_of(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::optional<std::vector<std::string>> list_of(const json& gold, const char* name) {
    const auto found = gold.find(name);
    if (found == gold.end()) return std::nullopt;
    auto list = found->get<std::vector<std::string>>();
    std::ranges::sort(list);
    return list;
}

std::optional<std::vector<std::string>> dates_of(const json& gold) {
    const auto found = gold.find("event_date");
    if (found == gold.end()) return std::nullopt;
    if (found->is_null()) return std::vector<std::string>{};
    return std::vector{text_of(*found, "first") + ".." + text_of(*found, "last")};
}

GoldReport parse(const std::string& line) {
    const json object = json::parse(line);
    GoldReport out;
    if (object.contains("text")) {
        auto parsed = indexer::report_from_text(text_of(object, "text"), "report.txt");
        if (auto* report = std::get_if<schema::Report>(&parsed)) out.report = std::move(*report);
    } else {
        out.report.title = text_of(object, "title");
        out.report.body = text_of(object, "body");
    }
    out.report.id = text_of(object, "id");
    if (object.contains("date")) out.report.date = schema::ReportDate::parse(text_of(object, "date"));
    const json& gold = object.at("gold");
    out.labels.countries = list_of(gold, "countries");
    out.labels.actors = list_of(gold, "actors");
    out.labels.topics = list_of(gold, "topics");
    out.labels.event_date = dates_of(gold);
    for (const json& name : gold.value("names", json::array())) {
        out.names.push_back({text_of(name, "text"), name.at("begin").get<std::uint32_t>(),
                             name.at("end").get<std::uint32_t>()});
    }
    return out;
}

indexer::DocumentOptions with_enrichment(std::shared_ptr<const indexer::EnrichmentModel> model) {
    indexer::DocumentOptions options;
    options.enrichment = std::move(model);
    return options;
}

}  // namespace

std::vector<GoldReport> read_gold(const std::string& path) {
    std::ifstream file(path);
    std::vector<GoldReport> reports;
    std::string line;
    std::size_t number = 0;
    while (std::getline(file, line)) {
        ++number;
        if (line.empty()) continue;
        try {
            reports.push_back(parse(line));
        } catch (const json::exception& error) {
            throw schema::Error(schema::ErrorCode::InputUnreadable,
                                path + ", line " + std::to_string(number) + ": " + error.what());
        }
    }
    if (reports.empty()) {
        throw schema::Error(schema::ErrorCode::InputUnreadable, "no reports in " + path);
    }
    return reports;
}

namespace {

/// Reports by one hand have ids that begin alike.
std::string group_of(const std::string& id) {
    return id.substr(0, id.rfind('-'));
}

}  // namespace

class Extractor::Impl {
public:
    explicit Impl(const std::shared_ptr<const indexer::EnrichmentModel>& model)
        : model(model),
          builder(with_enrichment(model)),
          reader(*model),
          names(*model),
          judge(*model),
          features(*model),
          alike(model->examples(), model->topic_count()),
          enricher(model) {}

    /// Names and what they mean, and what is inferred without what the report's own hand said of it.
    void read(const GoldReport& gold) {
        inferred = gold.report;
        language = indexer::settle_language(inferred, "en", indexer::RecordLanguage::No);
        own_group = model->examples().group(group_of(gold.report.id));
        const auto stemmer = schema::stemmer_for(language);
        const auto& title = analyzer.analyze(gold.report.title, stemmer);
        reader.read(gold.report.title, title, language, analyzer.vocabulary_age(), text.title);
        enricher.take_title(gold.report.title, title, language, analyzer.vocabulary_age());
        const auto& body = analyzer.analyze(gold.report.body, stemmer);
        reader.read(gold.report.body, body, language, analyzer.vocabulary_age(), text.body);
        enricher.take_body(gold.report.body, body, language, analyzer.vocabulary_age());
        // May find when the text was published, which decides what names mean.
        enricher.prepare_fitting(own_group);
        enricher.enrich(inferred);
        found = names.read(text, inferred.date);
    }

    const indexer::TopicFeatures& read_features() {
        return features.read(text, language, found.meanings->distinct_actors());
    }

    /// The countries that the report is about and the actors of the vocabulary.
    std::vector<std::string> inferred_names() const {
        std::vector<std::string> names;
        for (const auto& inference : inferred.inferred) {
            const bool is_known_actor =
                inference.field == FieldId::Actor && inference.rule != "person";
            if (inference.field == FieldId::Country || is_known_actor) {
                names.push_back(inference.value);
            }
        }
        return names;
    }

    /// The stems of a text's words, by their first byte.
    std::map<std::uint32_t, std::string> terms_of(const std::string& text) {
        std::map<std::uint32_t, std::string> terms;
        for (const auto& token : analyzer.analyze(text, schema::stemmer_for(language))) {
            if (token.kind == schema::TokenKind::Word) terms.emplace(token.begin, token.term);
        }
        return terms;
    }

    /// The countries whose government, and those whose armed forces, are among actors.
    struct States {
        std::vector<std::string> governments;
        std::vector<std::string> forces;
    };
    States states_in(const std::vector<std::string>& actors) const {
        const auto acts = [&](std::optional<std::uint32_t> state) {
            return state && std::ranges::binary_search(actors, model->value(*state));
        };
        States states;
        for (std::uint32_t country = 0; country < model->country_count(); ++country) {
            const std::string code(model->code(country, {}));
            if (acts(model->government_of(country))) states.governments.push_back(code);
            if (acts(model->forces_of(country))) states.forces.push_back(code);
        }
        return states;
    }

    std::shared_ptr<const indexer::EnrichmentModel> model;
    indexer::DocumentBuilder builder;
    schema::Analyzer analyzer;
    indexer::WordReader reader;
    indexer::ReportText text;
    indexer::NameReader names;
    indexer::CountryJudge judge;
    indexer::TopicFeatureReader features;
    indexer::AlikeFinder alike;
    indexer::Enricher enricher;
    std::string language;
    std::uint16_t own_group = indexer::ReportExamples::kNoGroup;
    schema::Report inferred;
    indexer::ReadNames found;
};

Extractor::Extractor(std::shared_ptr<const indexer::EnrichmentModel> model)
    : impl_(std::make_unique<Impl>(model)) {}
Extractor::~Extractor() = default;

Labels Extractor::extract(const GoldReport& gold) {
    schema::Report report = gold.report;
    const std::string language =
        indexer::settle_language(report, "en", indexer::RecordLanguage::Yes);
    static_cast<void>(impl_->builder.analyze(report, language));
    Labels found;
    found.countries = schema::facet_values(report, FieldId::Country);
    found.actors = schema::facet_values(report, FieldId::Actor);
    found.topics = schema::facet_values(report, FieldId::Topic);
    found.event_date.emplace();
    if (report.event_date) {
        found.event_date->push_back(schema::iso_day(report.event_date->first) + ".." +
                                    schema::iso_day(report.event_date->last));
    }
    return found;
}

std::vector<FoundActor> Extractor::actors_at(const GoldReport& gold) {
    impl_->read(gold);
    std::vector<FoundActor> found;
    const auto& meanings = *impl_->found.meanings;
    for (const auto* list : {&meanings.actors, &meanings.asides}) {
        for (const auto& meaning : *list) {
            const auto& mention = impl_->found.mentions->list[meaning.mention];
            if (mention.place != indexer::TextPlace::Body) continue;
            found.push_back({std::string(impl_->model->value(meaning.entry)), meaning.begin,
                             meaning.end});
        }
    }
    return found;
}

void Extractor::print_country_features(const GoldReport& gold) {
    impl_->read(gold);
    std::optional<std::chrono::sys_days> day;
    if (impl_->inferred.date) day = impl_->inferred.date->first();
    const auto& signs = impl_->read_features();
    auto labels = *gold.labels.countries;
    const auto& judge = impl_->judge;
    const auto& [mentions, meanings] = impl_->found;
    const auto& all = impl_->judge.weigh({impl_->text, *mentions, *meanings, day, signs.phrase_sums});
    impl_->judge.compare(impl_->alike, signs.all, impl_->own_group);
    for (const auto& evidence : all) {
        const bool is_right = std::erase(labels, evidence.code) > 0;
        std::printf("%s\t%s\t%d", gold.report.id.c_str(), std::string(evidence.code).c_str(),
                    is_right ? 1 : 0);
        for (const double value : judge.manners()) std::printf("\t%.4f", value);
        for (const double value : judge.features(evidence)) std::printf("\t%.4f", value);
        std::printf("\n");
    }
    // What is not named has no features, but is missed.
    for (const auto& code : labels) {
        std::printf("%s\t%s\t1\n", gold.report.id.c_str(), code.c_str());
    }
}

void Extractor::print_topic_features(const GoldReport& gold) {
    impl_->read(gold);
    json features = json::object();
    for (const auto& name : impl_->inferred_names()) features["@" + name] = 1.0;
    for (const auto& evidence : *impl_->read_features().phrases) {
        const std::string topic(impl_->model->topic_id(evidence.topic));
        features["~" + topic] = std::log1p(evidence.sum);
    }
    for (const auto place : {indexer::TextPlace::Title, indexer::TextPlace::Body}) {
        const auto terms = impl_->terms_of(std::string(impl_->text.part(place).text));
        for (const auto& word : impl_->text.part(place).words) {
            if (!word.may_tell_topic()) continue;
            features.emplace(terms.at(word.begin), indexer::zone_factor(place, word.begin));
        }
    }
    json line{{"id", gold.report.id},
              {"group", group_of(gold.report.id)},
              {"language", impl_->language},
              {"topics", *gold.labels.topics},
              {"features", std::move(features)}};
    for (const auto actor : impl_->found.meanings->distinct_actors()) {
        line["named"].push_back(std::string(impl_->model->value(actor)));
    }
    if (gold.labels.countries) line["countries"] = *gold.labels.countries;
    if (gold.labels.countries && gold.labels.actors) {
        const auto states = impl_->states_in(*gold.labels.actors);
        line["governments"] = states.governments;
        line["forces"] = states.forces;
    }
    std::printf("%s\n", line.dump(-1, ' ', false, json::error_handler_t::replace).c_str());
}

void Extractor::print_context_features(const GoldReport& gold) {
    impl_->read(gold);
    const auto* const contexts = impl_->enricher.contexts();
    if (contexts == nullptr) return;
    const auto title = impl_->terms_of(gold.report.title);
    const auto body = impl_->terms_of(gold.report.body);
    std::set<std::string> in_report;
    for (const auto* terms : {&title, &body}) {
        for (const auto& [begin, term] : *terms) in_report.insert("report\t" + term);
    }
    const bool is_labelled = gold.labels.countries && gold.labels.actors;
    const auto states = is_labelled ? impl_->states_in(*gold.labels.actors) : Impl::States{};
    const auto label = [](const std::vector<std::string>& codes, const std::string& code) {
        return std::ranges::find(codes, code) != codes.end() ? 1 : 0;
    };
    for (std::size_t i = 0; i < contexts->countries(); ++i) {
        const std::string code(contexts->code(i));
        json line{{"id", gold.report.id}, {"group", group_of(gold.report.id)}, {"code", code}};
        if (is_labelled) {
            line["labels"] = {label(*gold.labels.countries, code), label(states.governments, code),
                              label(states.forces, code)};
        }
        for (std::size_t fact = 0; fact < indexer::kContextFacts; ++fact) {
            const double value = contexts->facts(i)[fact];
            if (value != 0) line["facts"][std::string(indexer::kFactNames[fact])] = value;
        }
        std::set<std::string> words = in_report;
        for (const auto& word : contexts->context(i).words) {
            const bool is_title = word.place == indexer::TextPlace::Title;
            std::string term(indexer::kSentenceEnd);
            if (word.word != indexer::ContextWord::kEnd) {
                const auto& part = impl_->text.part(word.place);
                term = (is_title ? title : body).at(part.words[word.word].begin);
            }
            words.insert(indexer::relation_name(word.relation) + "\t" + term);
        }
        line["words"] = words;
        std::printf("%s\n", line.dump(-1, ' ', false, json::error_handler_t::replace).c_str());
    }
}

}  // namespace sitrep::extraction

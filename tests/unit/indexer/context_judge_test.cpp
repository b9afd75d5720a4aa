#include "enrich/contexts/context_judge.hpp"

#include "enrich/contexts/context_weight_table.hpp"
#include "enriched_stories.hpp"
#include "read_text.hpp"
#include "support/catch.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/language.hpp>

using namespace sitrep::indexer;
using sitrep::schema::FieldId;
using sitrep::test::enriched;
using sitrep::test::has;
using sitrep::test::inference;
using sitrep::test::Story;
using sitrep::test::values;

namespace {

/// Reads the words around the countries of texts, and judges by them.
class Contexts {
public:
    /// As `context_weights.tsv` names them, but not stemmed: "name-next refused".
    std::set<std::string> of(std::string_view code, const std::string& title,
                             const std::string& body) {
        read(title, body);
        for (std::size_t country = 0; country < judge_.countries(); ++country) {
            if (judge_.code(country) == code) return words_of(country, [this](const auto& word) {
                const TextPart& part = reader_.text().part(word.place);
                return std::string(part.of(part.words[word.word]));
            });
        }
        return {};
    }

    /// False if the words count nothing.
    bool read(const std::string& title, const std::string& body) {
        const ReadNames names = reader_.read(title, body);
        const ReadReport report{reader_.text(), *names.mentions, *names.meanings, {}, {}};
        const auto& evidence = countries_.weigh(report);
        probabilities_.clear();
        for (const auto& country : evidence) {
            probabilities_.push_back(countries_.probability(country));
        }
        const auto actors = named_actors(reader_.model(), names);
        return judge_.read({report, countries_, evidence, probabilities_, alike_.none(), actors},
                           false);
    }

    /// Stemmed, with those of the whole report.
    std::set<std::string> features(std::size_t country) {
        std::map<std::pair<TextPlace, std::uint32_t>, std::string> terms;  // by first byte
        for (const auto place : {TextPlace::Title, TextPlace::Body}) {
            const std::string text(reader_.text().part(place).text);
            for (const auto& token :
                 analyzer_.analyze(text, sitrep::schema::stemmer_for("en"))) {
                terms.emplace(std::pair(place, token.begin), token.term);
            }
        }
        auto words = words_of(country, [&](const ContextWord& word) {
            const TextWord& at = reader_.text().part(word.place).words[word.word];
            return terms.at({word.place, at.begin});
        });
        for (const auto& [place, term] : terms) words.insert("report " + term);
        return words;
    }

    const ContextJudge& judge() const { return judge_; }

private:
    template <typename TermOf>
    std::set<std::string> words_of(std::size_t country, TermOf term_of) const {
        std::set<std::string> words;
        for (const ContextWord& word : judge_.context(country).words) {
            const bool is_end = word.word == ContextWord::kEnd;
            words.insert(relation_name(word.relation) + ' ' +
                         (is_end ? std::string(kSentenceEnd) : term_of(word)));
        }
        return words;
    }

    sitrep::test::TextReader reader_;
    CountryJudge countries_{reader_.model()};
    AlikeFinder alike_{reader_.model().examples(), reader_.model().topic_count()};
    ContextJudge judge_{reader_.model()};
    std::vector<double> probabilities_;
    sitrep::schema::Analyzer analyzer_;  // for the stems alone
};

}  // namespace

TEST_CASE("words around a country are told by how it is named and where they stand", "[enrich]") {
    const auto words = Contexts().of("PER", "", "At dawn two Peruvian jets hit a bridge.");
    CHECK(words.contains("adjective-next jets"));
    CHECK(words.contains("adjective-behind bridge"));
    CHECK(words.contains("adjective-before two"));
    CHECK(words.contains("adjective-ahead dawn"));
    CHECK(words.contains("sentence bridge"));
    CHECK_FALSE(words.contains("adjective-next hit"));
    CHECK_FALSE(words.contains("sentence Peruvian"));
}

TEST_CASE("words of another sentence are not around a country", "[enrich]") {
    const auto words = Contexts().of("PER", "Nobody spoke", "It was late. Peru! They left.");
    CHECK(words == std::set<std::string>{"name-next .", "name-before ."});
}

TEST_CASE("persons and capitals mean their country, too", "[enrich]") {
    const auto words =
        Contexts().of("PER", "", "Lima refused to talk, and Alberto Fujimori flew home.");
    CHECK(words.contains("capital-next refused"));
    CHECK(words.contains("person-next flew"));
    CHECK(words.contains("sentence refused"));
    CHECK_FALSE(words.contains("name-next refused"));
}

TEST_CASE("of a country that is named again and again the first mentions count", "[enrich]") {
    std::string body;
    for (int i = 0; i < 8; ++i) body += "Peru waited. ";
    const auto words = Contexts().of("PER", "", body + "Peru attacked.");
    CHECK(words.contains("name-next waited"));
    CHECK_FALSE(words.contains("name-next attacked"));
}

TEST_CASE("relations and facts have names of their own", "[enrich]") {
    std::set<std::string> names;
    for (std::size_t relation = 0; relation < kContextRelations; ++relation) {
        names.insert(relation_name(static_cast<ContextRelation>(relation)));
    }
    CHECK(names.size() == kContextRelations);
    CHECK(std::set(kFactNames.begin(), kFactNames.end()).size() == kContextFacts);
}

TEST_CASE("every fact has weights", "[enrich]") {
    std::set<std::string_view> facts;
    for (const ContextWeightLine& line : context_weights()) {
        if (line.kind == "fact") facts.insert(line.what);
    }
    CHECK(facts == std::set(kFactNames.begin(), kFactNames.end()));
}

TEST_CASE("countries are judged by the table of weights", "[enrich]") {
    Contexts contexts;
    REQUIRE(contexts.read("Peru recalls its envoy",
                          "LIMA - Peru recalled its ambassador from Quito on Monday after shots at "
                          "the border. Ecuador's soldiers had fired first, Lima said."));
    std::map<std::string, std::array<std::int16_t, kContextTargets>> weights;
    for (const ContextWeightLine& line : context_weights()) {
        weights[std::string(line.kind) + ' ' + std::string(line.what)] = line.weights;
    }
    const ContextJudge& judge = contexts.judge();
    REQUIRE(judge.countries() == 2);
    for (std::size_t country = 0; country < judge.countries(); ++country) {
        double sum = weights["fact start"][kForcesAct];
        sum += weights["country " + std::string(judge.code(country))][kForcesAct];
        for (std::size_t fact = 0; fact < kContextFacts; ++fact) {
            const std::string name(kFactNames[fact]);
            sum += judge.facts(country)[fact] * weights["fact " + name][kForcesAct];
        }
        for (const auto& feature : contexts.features(country)) sum += weights[feature][kForcesAct];
        CHECK(judge.log_odds(country)[kForcesAct] == Approx(sum / 100).margin(1e-9));
    }
}

TEST_CASE("words count nothing in long articles and in business news", "[enrich]") {
    const std::string report = "Peru recalled its ambassador after shots at the border. ";
    std::string article;
    while (article.size() < 3000) article += report;
    Contexts contexts;
    CHECK(contexts.read("", report));
    CHECK_FALSE(contexts.read("", article));
    CHECK_FALSE(contexts.read("Lima stocks", "Peru's central bank sold bonds and cut its rate; "
                                             "shares, the currency and copper prices rose."));
}

TEST_CASE("who is named is no actor if the words around say so", "[enrich]") {
    const std::string asked = "NATO's leaders asked Bulgaria, Estonia and Latvia to join.";
    CHECK(has(values({"", asked}, FieldId::Actor), "government-of-latvia"));
    const std::string more = asked + " Albania must wait, Lord Robertson said on Thursday in Prague, "
                                     "where soldiers had closed the bridges. Objections from Moscow had "
                                     "faded, and nobody spoke of Georgia.";
    CHECK_FALSE(has(values({"Three invited at Prague", more}, FieldId::Actor),
                    "government-of-latvia"));
}

TEST_CASE("armed forces act where a state fires, and its government where it speaks", "[enrich]") {
    const Story strike{
        "Drones hit three districts of Kharkiv",
        "KHARKIV - Russia attacked Kharkiv with 24 drones and two ballistic missiles overnight, "
        "killing a woman of 61 and setting fire to a warehouse, the mayor said. Russia has hit the "
        "city with guided bombs every day this week.",
        "2024-05-12"};
    CHECK(has(values(strike, FieldId::Actor), "russian-armed-forces"));
    const Story note{
        "Oslo protests over flights near the border",
        "OSLO - Norway summoned the ambassador on Tuesday and handed him a note of protest over two "
        "flights across its northern border, and asked for an answer within three days. It will "
        "not close the crossing.",
        "2019-03-06"};
    const auto actors = values(note, FieldId::Actor);
    CHECK(has(actors, "government-of-norway"));
    CHECK_FALSE(has(actors, "norwegian-armed-forces"));
}

TEST_CASE("what the words around a country say is shown where they stand", "[enrich]") {
    const Story story{
        "Night of drones over the port",
        "ODESA - Shahed drones and missiles, launched from Russia and Crimea, struck the port and "
        "two grain stores in the night to Friday, the regional administration wrote. Air defence "
        "downed eighteen of the drones; Russia used nineteen.",
        "2023-09-22"};
    const auto report = enriched(story);
    const auto* const forces = inference(report, "russian-armed-forces");
    REQUIRE(forces != nullptr);
    CHECK(forces->rule == "context");
    CHECK(report.body.substr(forces->begin, forces->end - forces->begin) == forces->text);
}

TEST_CASE("in a few words the rules of names decide alone", "[enrich]") {
    CHECK(has(values({"", "Perú firmó. Luego Noruega habló. Sus tropas se fueron.", "2024-05-01",
                      "es"},
                     FieldId::Actor),
              "norwegian-armed-forces"));
}

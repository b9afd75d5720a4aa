#include "enrich/examples/alike_reports.hpp"

#include "enrich/topics/topic_features.hpp"
#include "read_text.hpp"
#include "support/catch.hpp"

#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>

using namespace sitrep::indexer;

namespace {

/// Finds the labelled reports that are like a text.
class Finder {
public:
    const AlikeReports& find(const std::string& body, const std::string& language = "en",
                             std::string_view without = {}) {
        const auto names = reader_.read("", body, language);
        const auto& features =
            features_.read(reader_.text(), language, names.meanings->distinct_actors());
        return finder_.find(features.all, examples().group(without));
    }

    double topic(std::string_view id) {
        for (std::uint32_t topic = 0; topic < reader_.model().topic_count(); ++topic) {
            if (reader_.model().topic_id(topic) == id) return find_->topics[topic];
        }
        return -1;
    }

    Finder& in(const std::string& body, const std::string& language = "en") {
        find_ = &find(body, language);
        return *this;
    }
    double country(std::string_view code) { return find_->country(code)[ReportExamples::kAbout]; }

    const ReportExamples& examples() const { return reader_.model().examples(); }

private:
    sitrep::test::TextReader reader_;
    TopicFeatureReader features_{reader_.model()};
    AlikeFinder finder_{examples(), reader_.model().topic_count()};
    const AlikeReports* find_ = nullptr;
};

const std::string kKidnapping =
    "Gunmen of Boko Haram stormed a boarding school at night and drove away forty girls in "
    "lorries. "
    "Parents searched the forest for the hostages.";

}  // namespace

TEST_CASE("reports that are alike say what a text is about", "[enrich]") {
    Finder finder;
    finder.in(kKidnapping);
    CHECK(finder.topic("hostage-taking") > 0.5);
    CHECK(finder.topic("election") < 0.2);
    CHECK(finder.country("NGA") > 0.5);
    CHECK(finder.country("PRT") == 0.0);
}

TEST_CASE("reports that are alike say whose armed forces act", "[enrich]") {
    Finder finder;
    const AlikeReports& alike = finder.find(
        "Russian warplanes dropped barrel bombs on Maarat al-Numan in Idlib, and rescuers pulled "
        "children out of the rubble of a market.");
    const auto russia = alike.country("RUS");
    CHECK(russia[ReportExamples::kForces] > 0.2);
    CHECK(russia[ReportExamples::kForces] <= alike.any[ReportExamples::kForces]);
    CHECK(alike.country("PRT")[ReportExamples::kForces] == 0.0);
}

TEST_CASE("shares are between 0 and 1", "[enrich]") {
    const auto body = GENERATE(std::string("Peru raised its wheat tariff."), kKidnapping,
                               std::string("UN envoys met rebels and generals in Geneva."));
    Finder finder;
    const AlikeReports& alike = finder.find(body);
    for (const double share : alike.topics) CHECK((share >= 0 && share <= 1.0 + 1e-9));
    for (const auto& [code, shares] : alike.countries) {
        for (const double share : shares) CHECK((share >= 0 && share <= 1.0 + 1e-9));
    }
    for (const double share : alike.any) CHECK((share >= 0 && share <= 1.0 + 1e-9));
}

TEST_CASE("a text without anything known is like no report", "[enrich]") {
    const auto body = GENERATE(std::string(), std::string("qwxz zzxq"));
    Finder finder;
    const AlikeReports& alike = finder.find(body);
    CHECK(std::accumulate(alike.topics.begin(), alike.topics.end(), 0.0) == 0.0);
    CHECK(alike.countries.empty());
}

TEST_CASE("reports of a language are alike to those of others by their actors", "[enrich]") {
    Finder finder;
    finder.in("Боевики «Боко харам» ночью похитили школьниц.", "ru");
    CHECK(finder.country("NGA") > 0.3);
}

TEST_CASE("a group can be left out", "[enrich]") {
    Finder finder;
    const auto group = finder.examples().group("afr");
    REQUIRE(group != ReportExamples::kNoGroup);
    CHECK(finder.examples().group("no such group") == ReportExamples::kNoGroup);
    const std::string body = "Boko Haram gunmen took girls from a school in Borno.";
    const AlikeReports all = finder.find(body);
    const AlikeReports fewer = finder.find(body, "en", "afr");
    CHECK(all.topics != fewer.topics);
    CHECK(finder.find(body).topics == all.topics);
}

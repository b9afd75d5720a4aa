#include "support/catch.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

using sitrep::searcher::IndexReader;
using sitrep::test::make_report;
using sitrep::test::request_for;
using Ids = std::set<std::string>;

namespace {

class ExactIndex {
public:
    ExactIndex() {
        sitrep::test::put_reports(
            folder_ / "db",
            {make_report("attack", "An attack on the U.S. base near N'Djamena."),
             make_report("attacks", "Attacks on bases of the US near Ndjamena went on."),
             make_report("erdogan", "President Erdoğan met Trump’s envoy."),
             make_report("plain", "President Erdogan met the envoy of Trump."),
             make_report("ceasefire", "The ceasefire held."), make_report("hyphen", "The cease-fire held."),
             // The same é, written as e with a combining accent.
             make_report("decomposed", "L'arme\u0301e avance.", "fr")});
    }

    [[nodiscard]] Ids found(const std::string& query) const {
        auto request = request_for(query);
        request.exact = true;
        return sitrep::test::found(folder_ / "db", request);
    }
    [[nodiscard]] IndexReader reader() const { return IndexReader::open(folder_ / "db"); }

private:
    sitrep::test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("an exact search does not stem", "[exact]") {
    const ExactIndex index;
    CHECK(index.found("attack") == Ids{"attack"});
    CHECK(index.found("base") == Ids{"attack"});
    CHECK(index.found("bases") == Ids{"attacks"});
}

TEST_CASE("an exact search does not fold case or accents", "[exact]") {
    const ExactIndex index;
    CHECK(index.found("Erdoğan") == Ids{"erdogan"});
    CHECK(index.found("Erdogan") == Ids{"plain"});
    CHECK(index.found("Attacks") == Ids{"attacks"});
    CHECK(index.found("attacks") == Ids{});
}

TEST_CASE("an exact search still leaves out a possessive and the kind of apostrophe", "[exact]") {
    const ExactIndex index;
    CHECK(index.found("Trump") == Ids{"erdogan", "plain"});
    CHECK(index.found("N’Djamena") == Ids{"attack"});
    CHECK(index.found("Ndjamena") == Ids{"attacks"});
}

TEST_CASE("an exact search takes composed and decomposed letters as equal", "[exact]") {
    const ExactIndex index;
    CHECK(index.found("armée") == Ids{"decomposed"});
    CHECK(index.found("armee") == Ids{});
}

TEST_CASE("an exact phrase needs its words as written and side by side", "[exact]") {
    const ExactIndex index;
    CHECK(index.found("\"President Erdogan\"") == Ids{"plain"});
    CHECK(index.found("\"president Erdogan\"") == Ids{});
    CHECK(index.found("\"President met\"") == Ids{});
}

TEST_CASE("an exact search excludes only what is written so", "[exact]") {
    const ExactIndex index;
    CHECK(index.found("President -Erdogan") == Ids{"erdogan"});
    CHECK(index.found("President NOT erdogan") == Ids{"erdogan", "plain"});
    CHECK(index.found("NOT President").contains("attack"));
    CHECK_FALSE(index.found("NOT President").contains("plain"));
    CHECK(index.found("NOT president").size() == 7);
}

TEST_CASE("an exact search highlights only what is written so", "[exact]") {
    const ExactIndex index;
    auto request = request_for("Erdogan President");
    request.exact = true;
    for (const auto& hit : index.reader().search(request).hits) {
        CHECK(hit.snippet.highlights.size() == (hit.id == "plain" ? 2 : 1));
    }
}

#include "twin_documents.hpp"

#include "support/catch.hpp"
#include "support/database_twin.hpp"
#include "support/temporary_folder.hpp"

using Catch::Matchers::Contains;
using sitrep::test::Metadata;
using sitrep::test::TemporaryFolder;
using sitrep::test::TwinDocuments;

namespace {

TwinDocuments two_documents() {
    TwinDocuments documents(2);
    documents[0] = {1, "Coup in Mali", {{0, "2020"}, {3, "Mali"}}, {{"coup", {1, {1}}}, {"mali", {3, {3, 9, 14}}}}};
    documents[1] = {2, "Mali votes", {{0, "2024"}}, {{"mali", {2, {1}}}, {"votes", {1, {2}}}}};
    return documents;
}

/// The first thing that the comparison has to say of the two documents and changed ones.
std::string first_difference(const TwinDocuments& changed, const Metadata& metadata = {{"made", "yes"}}) {
    const TemporaryFolder folder;
    sitrep::test::write_xapian(folder / "first", two_documents(), {{"made", "yes"}});
    sitrep::test::write_xapian(folder / "second", changed, metadata);
    const auto found = sitrep::test::twin_differences(folder / "first", folder / "second");
    return found.empty() ? "no difference" : found.front();
}

}  // namespace

TEST_CASE("a comparison of equal databases finds no difference", "[twin]") {
    CHECK(first_difference(two_documents()) == "no difference");
}

TEST_CASE("a comparison says what differs", "[twin]") {
    auto documents = two_documents();
    auto& [docid, data, values, terms] = documents[0];
    Metadata metadata{{"made", "yes"}};
    std::string expected;
    SECTION("data") {
        data += ".";
        expected = "data of document 1: \"Coup in Mali\" in the first, \"Coup in Mali.\" in the second";
    }
    SECTION("a position") {
        terms["mali"].positions[1] = 8;
        expected = "positions of term \"mali\" of document 1: [3, 9, 14]";
    }
    SECTION("a wdf") {
        terms["mali"].wdf = 4;
        expected = "total length: 7 in the first, 8 in the second";
    }
    SECTION("two wdf that make up for each other") {
        terms["mali"].wdf = 2;
        documents[1].terms["mali"].wdf = 3;
        terms["coup"].wdf = 2;
        documents[1].terms["votes"].wdf = 0;
        expected = "occurrences of term \"coup\": 1 in the first, 2 in the second";
    }
    SECTION("a term") {
        terms["malian"] = {0, {}};
        expected = "next term: \"votes\" in the first, \"malian\" in the second";
    }
    SECTION("a value between the bounds") {
        documents[1].values[3] = "Mali";
        expected = "values of document 2";
    }
    SECTION("a bound of values") {
        values[0] = "2019";
        expected = "values of document 1: [\"0=2020\", \"3=Mali\"]";
    }
    SECTION("a document") {
        documents.pop_back();
        expected = "number of documents: 2 in the first, 1 in the second";
    }
    SECTION("a docid") {
        documents[1].docid = 7;
        expected = "last docid: 2 in the first, 7 in the second";
    }
    SECTION("metadata") {
        metadata["made"] = "no";
        expected = "metadata: [\"made=yes\"] in the first, [\"made=no\"] in the second";
    }
    CHECK_THAT(first_difference(documents, metadata), Contains(expected));
}

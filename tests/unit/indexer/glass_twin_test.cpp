#include "twin_documents.hpp"

#include <algorithm>

#include "support/catch.hpp"
#include "support/database_twin.hpp"
#include "support/temporary_folder.hpp"

using sitrep::test::check_errors;
using sitrep::test::Metadata;
using sitrep::test::TemporaryFolder;
using sitrep::test::twin_differences;
using sitrep::test::TwinDocument;
using sitrep::test::TwinDocuments;
using sitrep::test::TwinGenerator;
using sitrep::test::write_glass;
using sitrep::test::write_xapian;
using Nothing = std::vector<std::string>;

namespace {

/// Writes the same both ways, checks, and compares.
void require_twins(const TwinDocuments& documents, const Metadata& metadata = {}) {
    const TemporaryFolder folder;
    write_glass(folder / "ours", documents, metadata);
    write_xapian(folder / "theirs", documents, metadata);
    // The check takes memory for all docids up to the last.
    constexpr std::uint32_t kLastChecked = 1U << 24U;
    const bool is_checked = documents.empty() || documents.back().docid < kLastChecked;
    if (is_checked) CHECK(check_errors(folder / "ours") == "");
    CHECK(twin_differences(folder / "ours", folder / "theirs") == Nothing{});
}

TwinDocument with_term(std::uint32_t docid, const std::string& term, std::uint32_t wdf = 1) {
    TwinDocument document;
    document.docid = docid;
    document.terms[term] = {wdf, {}};
    return document;
}

}  // namespace

TEST_CASE("documents of every kind are written as Xapian writes them", "[glass]") {
    const auto seed = GENERATE(1U, 2U, 3U, 4U);
    CAPTURE(seed);
    TwinGenerator generator(seed);
    require_twins(generator.documents(400), {{"made", "yes"}, {"a", generator.bytes(9000)}, {"\xFF", "z"}});
}

TEST_CASE("docids around each change of their encoding keep their documents", "[glass]") {
    const auto first = GENERATE(0x7FF0U, 0x3FFFF0U, 0x1FFFFFF0U, 0xFFFFFF00U);
    CAPTURE(first);
    TwinGenerator generator(first);
    TwinDocuments documents;
    for (std::uint32_t i = 0; i < 32; ++i) documents.push_back(generator.document(first + i));
    require_twins(documents);
}

TEST_CASE("a database of one document is written as Xapian writes it", "[glass]") {
    TwinDocument document;
    document.docid = 1;
    SECTION("with everything") {
        document.data = "Coup in Mali";
        document.values = {{0, "20200818"}};
        document.terms = {{"coup", {1, {1}}}, {"mali", {3, {3, 9, 14}}}};
    }
    SECTION("with nothing") {}
    SECTION("with terms that do not count") { document.terms = {{"Q1", {0, {}}}, {"XCmali", {0, {}}}}; }
    SECTION("with the last docid") { document.docid = 0xFFFFFFFF; }
    require_twins({document}, {{"description", "{}"}});
}

TEST_CASE("a database without documents is written as Xapian writes it", "[glass]") {
    SECTION("and without metadata") { require_twins({}); }
    SECTION("with metadata") { require_twins({}, {{"description", "{}"}, {"more", "1"}}); }
}

TEST_CASE("a term of every document has a posting list of many chunks", "[glass]") {
    constexpr std::uint32_t kDocuments = 5000;
    TwinDocuments documents;
    for (std::uint32_t i = 0; i < kDocuments; ++i) {
        documents.push_back(with_term(1 + i + i / 1000, "common", 1 + i % 300));
        if (i % 3 == 0) documents.back().terms["XCmali"] = {0, {}};
        documents.back().values[0] = std::to_string(20'200'101 + i % 28);
    }
    require_twins(documents);
}

TEST_CASE("a document of 300,000 positions keeps them all", "[glass]") {
    auto document = with_term(1, "the", 300'000);
    for (std::uint32_t i = 0; i < 300'000; ++i) document.terms["the"].positions.push_back(1 + 3 * i + i % 2);
    auto other = with_term(2, "the");
    other.terms["the"].positions = {5};
    require_twins({document, other});
}

TEST_CASE("data of each length around the limits of items and blocks is kept", "[glass]") {
    TwinGenerator generator(11);
    TwinDocuments documents;
    for (const std::size_t edge : {18U, 2000U, 2040U, 4078U, 6116U, 8192U}) {
        for (std::size_t size = edge - 12; size <= edge + 12; ++size) {
            for (const bool is_text : {false, true}) {
                auto document = with_term(static_cast<std::uint32_t>(documents.size()) + 1, "x");
                document.data = is_text ? generator.text(size) : generator.bytes(size);
                documents.push_back(document);
            }
        }
    }
    require_twins(documents);
}

TEST_CASE("long terms make a tree of several levels that Xapian finds its way through", "[glass]") {
    constexpr std::uint32_t kTerms = 4000;
    constexpr std::size_t kLongestTerm = 245;
    TwinDocuments documents;
    for (std::uint32_t i = 0; i < kTerms; ++i) {
        std::string term = std::to_string(100'000 + (i * 7919U) % kTerms);
        term.insert(0, kLongestTerm - term.size(), 'p');
        if (i % 40 == 0) documents.push_back(with_term(i + 1, "x"));
        documents.back().terms[term] = {1, {i + 1}};
    }
    const TemporaryFolder folder;
    write_glass(folder / "ours", documents);
    constexpr std::uint32_t kThreeLevels = 2;
    CHECK(sitrep::test::tree_height(folder / "ours" / "postlist.glass") >= kThreeLevels);
    CHECK(sitrep::test::tree_height(folder / "ours" / "position.glass") >= kThreeLevels);
    write_xapian(folder / "theirs", documents);
    CHECK(check_errors(folder / "ours") == "");
    CHECK(twin_differences(folder / "ours", folder / "theirs") == Nothing{});
}

TEST_CASE("data of 50 MB that cannot be deflated is kept", "[glass]") {
    constexpr std::size_t kWords = 50U * 1024 * 1024 / 8;
    std::mt19937_64 random(5);
    std::string data;
    data.reserve(kWords * 8);
    for (std::size_t i = 0; i < kWords; ++i) {
        const std::uint64_t word = random();
        data.append(reinterpret_cast<const char*>(&word), sizeof word);
    }
    auto document = with_term(1, "x");
    document.data = data;
    const TemporaryFolder folder;
    write_glass(folder / "ours", {document, with_term(2, "x")});
    CHECK(check_errors(folder / "ours") == "");
    const Xapian::Database database((folder / "ours").string());
    const bool is_same = database.get_document(1).get_data() == data;
    CHECK(is_same);
    CHECK(database.get_termfreq("x") == 2);
}

#include "documents/document_builder.hpp"
#include "glass/document_encoder.hpp"

#include <string>

#include "support/catch.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

namespace glass = sitrep::indexer::glass;
using sitrep::test::TemporaryFolder;

TEST_CASE("after a spill the memory of the postings is free again", "[glass]") {
    constexpr std::uint32_t kTerms = 100'000;
    const TemporaryFolder folder;
    glass::RunFolder runs(folder.path());
    glass::DocumentEncoder encoder(runs);
    sitrep::indexer::TermDictionary dictionary;
    sitrep::indexer::AnalyzedReport report;
    for (std::uint32_t i = 0; i < kTerms; ++i) {
        report.terms.push_back({dictionary.intern(std::to_string(kTerms + i)), 1, 0, 0});
    }
    glass::EncodedBatch batch;
    encoder.add(1, report, dictionary, batch);
    const std::size_t before = encoder.bytes();
    encoder.spill(dictionary);
    CHECK(encoder.bytes() < before / 100);
}

TEST_CASE("a builder that forgets its words gives their memory back", "[document]") {
    std::string body;
    for (int i = 100'000; i < 130'000; ++i) body += std::to_string(i) + " ";
    sitrep::indexer::DocumentBuilder builder;
    const std::size_t fresh = builder.bytes();
    static_cast<void>(builder.build(sitrep::test::make_report("one", body), "en"));
    REQUIRE(builder.bytes() > 10 * fresh);
    builder.forget();
    CHECK(builder.bytes() < 2 * fresh);
}

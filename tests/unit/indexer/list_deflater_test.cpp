#include "glass/list_deflater.hpp"

#include "glass/huffman.hpp"
#include "support/catch.hpp"
#include "support/database_twin.hpp"
#include "support/temporary_folder.hpp"
#include "twin_documents.hpp"

#include <algorithm>
#include <numeric>

using sitrep::indexer::glass::code_lengths;
using sitrep::indexer::glass::ListDeflater;
using sitrep::test::TwinDocuments;

namespace {

/// So many documents with a term list of about `size` bytes each, in some script.
TwinDocuments with_lists(std::size_t count, std::size_t size, std::string_view letters) {
    sitrep::test::TwinGenerator generator(7);
    TwinDocuments documents(count);
    for (std::size_t i = 0; i < count; ++i) {
        documents[i].docid = static_cast<std::uint32_t>(i + 1);
        for (std::size_t bytes = 0; bytes < size; bytes += 8) {
            std::string term;
            for (int n = 0; n < 4; ++n) {
                const auto letter = generator.random().below(letters.size() / 2);
                term += letters.substr(2 * letter, 2);
            }
            documents[i].terms[term] = {1, {}};
        }
    }
    return documents;
}

}  // namespace

TEST_CASE("a code is complete and no longer than its limit", "[glass]") {
    const unsigned limit = GENERATE(7U, 15U);
    CAPTURE(limit);
    std::vector<std::uint32_t> counts{1, 1};
    while (counts.size() < 19)
        counts.push_back(counts[counts.size() - 1] + counts[counts.size() - 2]);
    const auto lengths = code_lengths(counts, limit);
    CHECK(*std::ranges::max_element(lengths) <= limit);
    const std::uint32_t used = std::accumulate(
        lengths.begin(), lengths.end(), 0U,
        [](std::uint32_t sum, std::uint8_t bits) { return sum + (1U << (15U - bits)); });
    CHECK(used == 1U << 15U);
}

TEST_CASE("term lists of every length are read back, whatever their script", "[glass]") {
    const std::size_t size = GENERATE(std::size_t{8}, std::size_t{140}, std::size_t{600},
                                      std::size_t{8200}, std::size_t{40000});
    const std::string_view letters = GENERATE("thatwithfromwerehavebeensaid", "аеиностргкмпдв");
    CAPTURE(size, letters);
    const auto documents = with_lists(20, size, letters);
    const sitrep::test::TemporaryFolder folder;
    sitrep::test::write_glass(folder / "ours", documents);
    sitrep::test::write_xapian(folder / "theirs", documents);
    CHECK(sitrep::test::check_errors(folder / "ours") == "");
    CHECK(sitrep::test::twin_differences(folder / "ours", folder / "theirs").empty());
}

TEST_CASE("a list that gets longer is left as it is", "[glass]") {
    sitrep::test::TwinGenerator generator(3);
    ListDeflater deflater;
    deflater.learn(std::string(1000, 'e'));
    std::string out;
    CHECK_FALSE(deflater.compress(generator.bytes(1000), out));
    REQUIRE(deflater.compress(std::string(1000, 'e'), out));
    CHECK(out.size() < 500);
}

#include "twin_documents.hpp"

#include "glass/deflate.hpp"

#include "support/catch.hpp"
#include "support/database_twin.hpp"
#include "support/temporary_folder.hpp"

using sitrep::test::check_errors;
using sitrep::test::TemporaryFolder;
using sitrep::test::TwinDocuments;
using sitrep::test::TwinGenerator;

namespace {

/// Docids of documents whose data cannot be read back as it was given.
std::vector<std::uint32_t> unreadable(const std::filesystem::path& folder, const TwinDocuments& documents) {
    const Xapian::Database database(folder.string());
    std::vector<std::uint32_t> out;
    for (const auto& document : documents) {
        try {
            if (database.get_document(document.docid).get_data() == document.data) continue;
        } catch (const Xapian::Error&) {
            // Counted below.
        }
        out.push_back(document.docid);
    }
    return out;
}

void require_readable(const TwinDocuments& documents) {
    const TemporaryFolder folder;
    sitrep::test::write_glass(folder / "db", documents);
    CHECK(unreadable(folder / "db", documents) == std::vector<std::uint32_t>{});
    CHECK(check_errors(folder / "db") == "");
}

}  // namespace

// Xapian 1.4.22 inflates 8192 bytes at a time and gives up when there is no more input, even if there
// is more output. What it deflates itself, it cannot read either.
TEST_CASE("one line over and over is readable, however long it is", "[glass]") {
    const std::string line = GENERATE("x", "shelling near the border\n", "-=");
    CAPTURE(line);
    TwinDocuments documents;
    for (const std::uint32_t blocks : {1U, 2U, 8U}) {
        for (std::uint32_t beyond = 0; beyond < 600; beyond += 2) {
            auto& document = documents.emplace_back();
            document.docid = static_cast<std::uint32_t>(documents.size());
            while (document.data.size() < blocks * 8192 + beyond) document.data += line;
            document.data.resize(blocks * 8192 + beyond);
        }
    }
    require_readable(documents);
}

// One that just does not fit would otherwise leave a piece in which no more of it is to be found.
TEST_CASE("deflated data of each length around that of two items is readable", "[glass]") {
    constexpr std::size_t kTwoItems = 4070;  // as the first entry of a table
    TwinGenerator generator(3);
    const std::string noise = generator.bytes(kTwoItems);
    sitrep::indexer::glass::Deflater deflater;
    std::string deflated;
    std::size_t tried = 0;
    for (std::size_t size = kTwoItems - 400; size <= kTwoItems; ++size) {
        TwinDocuments documents(1);
        documents[0].docid = 1;
        documents[0].data = noise.substr(0, size) + std::string(9000, 'x');
        REQUIRE(deflater.compress(documents[0].data, deflated));
        if (deflated.size() + 3 < kTwoItems || deflated.size() > kTwoItems + 3) continue;
        const TemporaryFolder folder;
        sitrep::test::write_glass(folder / "db", documents);
        CAPTURE(deflated.size());
        CHECK(unreadable(folder / "db", documents) == std::vector<std::uint32_t>{});
        ++tried;
    }
    CHECK(tried >= 5);
}

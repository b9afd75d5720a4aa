// What the exceptions of others become.
#include <sitrep_internal/translated_errors.hpp>
#include <stdexcept>
#include <vector>

#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/temporary_folder.hpp"

#include <sitrep/schema/index_layout.hpp>

using sitrep::schema::ErrorCode;
using sitrep::schema::translating_errors;
using sitrep::test::error_code_of;
using sitrep::test::error_of;
using sitrep::test::TemporaryFolder;

TEST_CASE("sizes that make no sense are damage of the index", "[translated_errors]") {
    const auto too_long = error_of([] {
        translating_errors("x.db", [] { throw std::length_error("basic_string::append"); });
    });
    REQUIRE(too_long);
    CHECK(too_long->code() == ErrorCode::IndexDamaged);
    CHECK(too_long->hint().find("--rebuild") != std::string::npos);
    CHECK(error_code_of([] {
              translating_errors("x.db", [] { throw std::out_of_range("basic_string::substr"); });
          }) == ErrorCode::IndexDamaged);
}

TEST_CASE("an index whose generation is missing is damaged, not absent", "[translated_errors]") {
    const TemporaryFolder folder;
    const auto open = [&] {
        translating_errors((folder / "db").string(),
                           [&] { const Xapian::Database database((folder / "db").string()); });
    };
    CHECK(error_code_of(open) == ErrorCode::IndexNotFound);
    std::filesystem::create_directory(folder / "db");
    CHECK(error_code_of(open) == ErrorCode::IndexNotFound);
    sitrep::test::write_file(folder / "db" / sitrep::schema::kStubName, sitrep::schema::stub_text(1));
    const auto error = error_of(open);
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::IndexDamaged);
    CHECK(error->hint().find("--rebuild") != std::string::npos);
}

TEST_CASE("a document that the tables name and do not have is damage", "[translated_errors]") {
    CHECK(error_code_of([] {
              translating_errors("x.db", [] { throw Xapian::DocNotFoundError("Document 1 not found"); });
          }) == ErrorCode::IndexDamaged);
}

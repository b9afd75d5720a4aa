#include <sitrep/schema/index_format.hpp>
#include <sitrep/schema/index_layout.hpp>

#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/temporary_folder.hpp"

using sitrep::schema::Access;
using sitrep::schema::describe_new_index;
using sitrep::schema::description_from_json;
using sitrep::schema::ErrorCode;
using sitrep::schema::IndexDescription;
using sitrep::schema::require_access;
using sitrep::test::error_code_of;
using sitrep::test::error_of;

namespace {

/// Nothing if the index may be used so.
std::optional<ErrorCode> refusal(const IndexDescription& description, Access access) {
    return error_code_of([&] { require_access(description, access); });
}

}  // namespace

TEST_CASE("a description survives being JSON", "[index_format]") {
    auto description = describe_new_index();
    description.default_language = "fr";
    description.generation = 7;
    description.created = "2025-01-01T00:00:00Z";
    description.updated = "2025-01-02T00:00:00Z";
    description.program = "0.1.0";
    CHECK(description_from_json(to_json(description, sitrep::schema::Times::Include)) == description);
    CHECK_FALSE(description.features.empty());
}

TEST_CASE("an index of this build can be read and written", "[index_format]") {
    CHECK_FALSE(refusal(describe_new_index(), Access::Read));
    CHECK_FALSE(refusal(describe_new_index(), Access::Write));
}

TEST_CASE("an unknown feature is refused only where it is needed", "[index_format]") {
    auto description = describe_new_index();
    description.features.push_back({"holograms", false, false});
    CHECK_FALSE(refusal(description, Access::Read));
    CHECK_FALSE(refusal(description, Access::Write));
    description.features.back() = {"holograms", false, true};
    CHECK_FALSE(refusal(description, Access::Read));
    CHECK(refusal(description, Access::Write) == ErrorCode::IndexFormat);
    description.features.back() = {"holograms", true, true};
    CHECK(refusal(description, Access::Read) == ErrorCode::IndexFormat);
    const auto error = error_of([&] { require_access(description, Access::Read); });
    CHECK(error->message().find("holograms") != std::string::npos);
}

TEST_CASE("another format or another analyzer is refused", "[index_format]") {
    auto future = describe_new_index();
    ++future.format;
    CHECK(refusal(future, Access::Read) == ErrorCode::IndexFormat);
    auto other_words = describe_new_index();
    ++other_words.analyzer;
    CHECK(refusal(other_words, Access::Read) == ErrorCode::IndexFormat);
    other_words.analyzer = 0;
    CHECK(refusal(other_words, Access::Read) == ErrorCode::IndexFormat);
}

TEST_CASE("an index with fewer stemmers is read and written", "[index_format]") {
    auto description = describe_new_index();
    description.analyzer = 1;
    CHECK_NOTHROW(require_access(description, Access::Read));
    CHECK_NOTHROW(require_access(description, Access::Write));
}

TEST_CASE("of a future format nothing but its number is taken for granted", "[index_format]") {
    const auto description = description_from_json(R"({"format": 99, "shape": "unknown"})");
    CHECK(description.format == 99);
    CHECK(refusal(description, Access::Read) == ErrorCode::IndexFormat);
}

TEST_CASE("text that is no description is refused", "[index_format]") {
    const std::string text = GENERATE("", "{}", "[]", "glass", R"({"format": "1"})", R"({"format": 1})",
                                      R"({"format": 1, "features": [{"name": "x"}]})");
    CAPTURE(text);
    CHECK(error_code_of([&] { (void)description_from_json(text); }) == ErrorCode::IndexFormat);
}

TEST_CASE("a key that a later version adds does no harm", "[index_format]") {
    const auto description = describe_new_index();
    auto text = to_json(description, sitrep::schema::Times::Include);
    text.insert(text.find('{') + 1, R"("colour": "blue",)");
    CHECK(description_from_json(text) == description);
}

TEST_CASE("a generation's folder is named by its number", "[index_layout]") {
    using sitrep::schema::generation_number;
    CHECK(sitrep::schema::generation_name(12) == "generation-12");
    CHECK(generation_number("generation-12") == 12);
    for (const std::string name : {"generation-", "generation-x", "generation-1x", "generation--1", "generation-1.tmp",
                                   "Generation-1", "XAPIANDB", "", "generation-99999999999999999999999"}) {
        CAPTURE(name);
        CHECK_FALSE(generation_number(name));
    }
}

TEST_CASE("the stub names the published generation", "[index_layout]") {
    const sitrep::test::TemporaryFolder folder;
    using sitrep::schema::published_generation;
    CHECK_FALSE(published_generation(folder / "absent"));
    CHECK_FALSE(published_generation(folder.path()));
    sitrep::test::write_file(folder / "XAPIANDB", sitrep::schema::stub_text(3));
    CHECK(published_generation(folder.path()) == 3);
}

TEST_CASE("a stub of several shards names no generation", "[index_layout]") {
    const sitrep::test::TemporaryFolder folder;
    const std::string text = GENERATE("glass generation-1\nglass generation-2\n", "remote host:33333\n", "glass /srv/db\n",
                                      "", "glass generation-1");
    CAPTURE(text);
    sitrep::test::write_file(folder / "XAPIANDB", text);
    CHECK_FALSE(sitrep::schema::published_generation(folder.path()));
}

namespace {

/// What a reader is told about generation 3 of a folder with such a manifest.
std::optional<ErrorCode> refusal_by_manifest(const std::string& text, Access access = Access::Read) {
    const sitrep::test::TemporaryFolder folder;
    sitrep::test::write_file(folder / "manifest.json", text);
    return error_code_of([&] { sitrep::schema::require_manifest_access(folder.path(), 3, access); });
}

std::string manifest(const IndexDescription& description) {
    return to_json(description, sitrep::schema::Times::Include);
}

}  // namespace

TEST_CASE("a manifest of another format speaks for its generation, and for any if it names none",
          "[index_layout]") {
    CHECK(refusal_by_manifest(R"({"format": 99})") == ErrorCode::IndexFormat);
    CHECK(refusal_by_manifest(R"({"format": 99, "generation": 3})") == ErrorCode::IndexFormat);
    CHECK(refusal_by_manifest(R"({"format": 99, "generation": "3"})") == ErrorCode::IndexFormat);
    CHECK_FALSE(refusal_by_manifest(R"({"format": 99, "generation": 4})"));
}

TEST_CASE("a manifest with a needed feature that nobody knows is refused", "[index_layout]") {
    auto description = describe_new_index();
    description.generation = 3;
    CHECK_FALSE(refusal_by_manifest(manifest(description)));
    description.features.push_back({"holograms", false, true});
    CHECK_FALSE(refusal_by_manifest(manifest(description)));
    CHECK(refusal_by_manifest(manifest(description), Access::Write) == ErrorCode::IndexFormat);
}

TEST_CASE("a manifest that is missing or damaged says nothing", "[index_layout]") {
    const sitrep::test::TemporaryFolder folder;
    CHECK_FALSE(sitrep::schema::manifest_of(folder.path()));
    CHECK_FALSE(error_of([&] { sitrep::schema::require_manifest_access(folder.path(), 1, Access::Read); }));
    const std::string text = GENERATE("", "{", "[]", R"({"format": 1})", R"({"format": "99"})", "\xFF");
    CAPTURE(text);
    CHECK_FALSE(refusal_by_manifest(text));
}

TEST_CASE("every error says what to do", "[error]") {
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        CAPTURE(code);
        CHECK_FALSE(sitrep::schema::Error(static_cast<ErrorCode>(code), "x").hint().empty());
        CHECK(sitrep::schema::Error(static_cast<ErrorCode>(code), "x", "y").hint() == "y");
    }
}

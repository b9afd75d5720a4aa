#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/pending_file.hpp"
#include "support/temporary_folder.hpp"

using sitrep::indexer::pending_path;
using sitrep::indexer::put_pending_in_place;
using sitrep::indexer::settle_pending;
using sitrep::test::contents_of;
using sitrep::test::TemporaryFolder;
using sitrep::test::write_file;
using Contents = std::map<std::string, std::string>;

TEST_CASE("what is pending counts if the state is another than before", "[pending]") {
    const TemporaryFolder folder;
    write_file(folder / "file", "old");
    write_file(pending_path(folder / "file", "before"), "new");
    SECTION("it is") {
        settle_pending(folder / "file", "after");
        CHECK(contents_of(folder.path()) == Contents{{"file", "new"}});
    }
    SECTION("it is not") {
        settle_pending(folder / "file", "before");
        CHECK(contents_of(folder.path()) == Contents{{"file", "old"}});
    }
}

TEST_CASE("a pending file that is empty says that there is to be none", "[pending]") {
    const TemporaryFolder folder;
    const std::string text = GENERATE("", "old");
    if (!text.empty()) write_file(folder / "file", text);
    write_file(pending_path(folder / "file", "before"), "");
    settle_pending(folder / "file", "after");
    CHECK(contents_of(folder.path()).empty());
}

TEST_CASE("what is pending for another file is left alone", "[pending]") {
    const TemporaryFolder folder;
    write_file(pending_path(folder / "file", "before"), "new");
    write_file(pending_path(folder / "file.x", "before"), "new");
    settle_pending(folder / "fil", "after");
    settle_pending(folder / "file", "after");
    CHECK(contents_of(folder.path()) == Contents{{"file", "new"}, {"file.x.before.pending", "new"}});
}

TEST_CASE("the longest name of a file may have something pending", "[pending]") {
    const TemporaryFolder folder;
    const auto file = folder / std::string(255, 'x');
    write_file(pending_path(file, "0123456789abcdef0123456789abcdef"), "new");
    settle_pending(file, "after");
    CHECK(contents_of(folder.path()) == Contents{{std::string(255, 'x'), "new"}});
}

TEST_CASE("what is pending may be put in place at once", "[pending]") {
    const TemporaryFolder folder;
    const auto pending = pending_path(folder / "file", "before");
    write_file(pending, "new");
    put_pending_in_place(pending, folder / "file");
    CHECK(contents_of(folder.path()) == Contents{{"file", "new"}});
}

#include <csignal>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

#include "generations/index_lock.hpp"
#include "support/safe_file.hpp"
#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/temporary_folder.hpp"

using sitrep::indexer::IndexLock;
using sitrep::indexer::write_file_atomically;
using sitrep::schema::ErrorCode;
using sitrep::test::error_code_of;
using sitrep::test::error_of;
using sitrep::test::read_file;
using sitrep::test::TemporaryFolder;

TEST_CASE("a second lock is refused and names the holder", "[lock]") {
    const TemporaryFolder folder;
    const IndexLock lock(folder.path());
    const auto error = error_of([&] { const IndexLock second(folder.path()); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::IndexLocked);
    CHECK(error->message().find("process " + std::to_string(::getpid())) != std::string::npos);
    CHECK(error->message().find(folder.path().string()) != std::string::npos);
}

TEST_CASE("a lock is free again when its holder lets go", "[lock]") {
    const TemporaryFolder folder;
    { const IndexLock lock(folder.path()); }
    CHECK_FALSE(error_of([&] { const IndexLock second(folder.path()); }));
}

TEST_CASE("a lock file that was left behind blocks nobody", "[lock]") {
    const TemporaryFolder folder;
    sitrep::test::write_file(folder / "lock", "process 1 on elsewhere since 2020-01-01T00:00:00Z\nand more\n");
    const IndexLock lock(folder.path());
    CHECK(read_file(folder / "lock").find("elsewhere") == std::string::npos);
}

TEST_CASE("a process that is killed gives its lock up", "[lock]") {
    const TemporaryFolder folder;
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const IndexLock lock(folder.path());
        const auto told = ::write(ready[1], "x", 1);
        static_cast<void>(told);
        while (true) ::pause();
    }
    char byte = 0;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    const auto held = error_of([&] { const IndexLock second(folder.path()); });
    REQUIRE(::kill(child, SIGKILL) == 0);
    REQUIRE(::waitpid(child, nullptr, 0) == child);
    ::close(ready[0]);
    ::close(ready[1]);
    REQUIRE(held);
    CHECK(held->message().find(std::to_string(child)) != std::string::npos);
    CHECK_FALSE(error_of([&] { const IndexLock third(folder.path()); }));
}

TEST_CASE("a folder that is not there cannot be locked", "[lock]") {
    const TemporaryFolder folder;
    CHECK(error_code_of([&] { const IndexLock lock(folder / "absent"); }) == ErrorCode::Io);
}

TEST_CASE("a file is replaced as a whole", "[safe_file]") {
    const TemporaryFolder folder;
    write_file_atomically(folder / "a", "old");
    write_file_atomically(folder / "a", std::string(100'000, 'n'));
    CHECK(read_file(folder / "a") == std::string(100'000, 'n'));
    write_file_atomically(folder / "a", "");
    CHECK(read_file(folder / "a").empty());
    CHECK(sitrep::test::contents_of(folder.path()).size() == 1);
}

TEST_CASE("a file that cannot be written is an error and the old one stays", "[safe_file]") {
    const TemporaryFolder folder;
    CHECK(error_code_of([&] { write_file_atomically(folder / "absent" / "a", "text"); }) == ErrorCode::Io);
    std::filesystem::create_directory(folder / "taken");
    sitrep::test::write_file(folder / "taken" / "inside", "text");
    CHECK(error_code_of([&] { write_file_atomically(folder / "taken", "text"); }) == ErrorCode::Io);
    CHECK(read_file(folder / "taken" / "inside") == "text");
}

#include "outputs/named_output.hpp"

#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/temporary_folder.hpp"

#include <fcntl.h>
#include <filesystem>
#include <future>
#include <string>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace fs = std::filesystem;
using sitrep::indexer::NamedOutput;
using sitrep::schema::ErrorCode;
using sitrep::test::error_code_of;
using sitrep::test::error_of;
using sitrep::test::read_file;
using sitrep::test::TemporaryFolder;
using sitrep::test::write_file;

TEST_CASE("a link to a file stays a link, and the file is replaced", "[output]") {
    const TemporaryFolder folder;
    write_file(folder / "far" / "run.json", "old");
    fs::create_symlink("far", folder / "near");
    fs::create_symlink("near/run.json", folder / "link");
    const NamedOutput output(folder / "link");
    output.write("new");
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(read_file(folder / "far" / "run.json") == "new");
    CHECK(sitrep::test::contents_of(folder / "far").size() == 1);
}

TEST_CASE("a link to a file that is not there yet makes it", "[output]") {
    const TemporaryFolder folder;
    fs::create_symlink("run.json", folder / "link");
    NamedOutput(folder / "link").write("new");
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(read_file(folder / "run.json") == "new");
}

TEST_CASE("a pipe is written through and stays a pipe", "[output]") {
    const TemporaryFolder folder;
    const auto pipe = folder / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const NamedOutput output(pipe);
    CHECK_FALSE(output.file());
    auto reader = std::async(std::launch::async, [&] { return read_file(pipe); });
    output.write("text");
    CHECK(reader.get() == "text");
    CHECK(fs::is_fifo(pipe));
}

TEST_CASE("a device is written through and stays a device", "[output]") {
    const TemporaryFolder folder;
    const auto device = folder / "null";
    const bool is_made = ::mknod(device.c_str(), S_IFCHR | 0600, makedev(1, 3)) == 0;
    const int fd = is_made ? ::open(device.c_str(), O_WRONLY | O_CLOEXEC) : -1;
    if (fd < 0) {
        WARN("devices cannot be made here");
        return;
    }
    ::close(fd);
    NamedOutput(device).write("text");
    CHECK(fs::is_character_file(device));
}

TEST_CASE("an open descriptor is written where it stands", "[output]") {
    const TemporaryFolder folder;
    write_file(folder / "log", "before\n");
    const int fd = ::open((folder / "log").c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
    REQUIRE(fd >= 0);
    const auto path = GENERATE(std::string("/dev/fd/"), std::string("/proc/self/fd/"));
    fs::create_symlink(path + std::to_string(fd), folder / "link");
    NamedOutput(folder / "link").write("more\n");
    ::close(fd);
    CHECK(read_file(folder / "log") == "before\nmore\n");
    CHECK(error_code_of([&] { const NamedOutput output(folder / "link"); }) == ErrorCode::Io);
}

TEST_CASE("what cannot be written is refused at once, with a hint", "[output]") {
    const TemporaryFolder folder;
    fs::create_symlink("round", folder / "round");
    fs::create_directory(folder / "folder");
    const std::vector<std::pair<fs::path, ErrorCode>> cases{
        {"-", ErrorCode::Usage},
        {"", ErrorCode::Usage},
        {folder / "folder", ErrorCode::Usage},
        {folder / "absent" / "run.json", ErrorCode::Io},
        {folder / "round", ErrorCode::Io},
        {"/dev/fd/987654", ErrorCode::Io},
    };
    for (const auto& refused : cases) {
        CAPTURE(refused.first);
        const auto error = error_of([&] { const NamedOutput output(refused.first); });
        REQUIRE(error);
        CHECK(error->code() == refused.second);
        CHECK_FALSE(error->hint().empty());
    }
}

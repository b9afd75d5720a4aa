#include "support/open_file.hpp"

#include "generations/index_lock.hpp"
#include "inputs/input_stream.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/temporary_folder.hpp"

#include <fcntl.h>
#include <unistd.h>

using sitrep::test::TemporaryFolder;
using sitrep::test::write_file;

namespace {

/// Standard input is closed as long as this lives.
class ClosedInput {
public:
    ClosedInput() : kept_(::dup(STDIN_FILENO)) { ::close(STDIN_FILENO); }
    ~ClosedInput() {
        if (kept_ < 0) return;
        ::dup2(kept_, STDIN_FILENO);
        ::close(kept_);
    }
    ClosedInput(const ClosedInput&) = delete;
    ClosedInput& operator=(const ClosedInput&) = delete;

private:
    int kept_;
};

bool is_input_closed() {
    return ::fcntl(STDIN_FILENO, F_GETFD) < 0;
}

}  // namespace

TEST_CASE("no file takes the place of a standard stream that is closed", "[descriptors]") {
    const TemporaryFolder folder;
    write_file(folder / "in.jsonl", "{}\n");
    const ClosedInput closed;
    const int fd = sitrep::indexer::open_file(folder / "in.jsonl", O_RDONLY);
    CHECK(fd > STDERR_FILENO);
    ::close(fd);
    const sitrep::indexer::IndexLock lock(folder.path());
    CHECK(is_input_closed());
}

TEST_CASE("an input file is closed with its stream", "[descriptors]") {
    const TemporaryFolder folder;
    write_file(folder / "in.jsonl", "{}\n");
    const ClosedInput closed;
    {
        const sitrep::indexer::InputStream stream(
            {folder / "in.jsonl", "in.jsonl", sitrep::indexer::InputFormat::Jsonl, 3}, {});
    }
    CHECK(is_input_closed());
}

TEST_CASE("a file that cannot be opened is none", "[descriptors]") {
    const TemporaryFolder folder;
    CHECK(sitrep::indexer::open_file(folder / "absent", O_RDONLY) < 0);
    CHECK(errno == ENOENT);
}

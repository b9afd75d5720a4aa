// What is no difference of the format is not taken for one.
#include "glass/format_guard.hpp"
#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/temporary_folder.hpp"

#include <csignal>
#include <sys/resource.h>

using sitrep::indexer::glass::format_difference;
using sitrep::schema::ErrorCode;
using sitrep::test::error_code_of;
using sitrep::test::TemporaryFolder;

namespace {

/// No file can grow, as on a full disk.
class FullDisk {
public:
    FullDisk() : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit nothing = before_;
        nothing.rlim_cur = 0;
        ::setrlimit(RLIMIT_FSIZE, &nothing);
    }
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    void (*handler_)(int);
    rlimit before_{};
};

}  // namespace

TEST_CASE("the linked Xapian has the format that is written", "[glass]") {
    const TemporaryFolder folder;
    CHECK(format_difference(folder.path()) == std::nullopt);
}

TEST_CASE("a full disk is no difference of the format", "[glass]") {
    const TemporaryFolder folder;
    const FullDisk full;
    CHECK(error_code_of([&] { (void)format_difference(folder.path()); }) == ErrorCode::Io);
}

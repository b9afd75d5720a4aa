#include "ledger/input_roots.hpp"

#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>

namespace fs = std::filesystem;
using namespace sitrep::indexer;
using sitrep::schema::ErrorCode;
using sitrep::test::error_code_of;
using sitrep::test::TemporaryFolder;
using sitrep::test::write_file;
using Roots = std::vector<LedgerRoot>;

namespace {

InputList list(const std::vector<fs::path>& inputs) {
    std::vector<std::string> names;
    for (const auto& input : inputs) names.push_back(input.string());
    return list_inputs(names, InputFormat::Auto);
}

/// Two folders of one name, with a file of one name.
class TwoFolders {
public:
    TwoFolders() {
        write_file(a() / "x.txt", "a");
        write_file(b() / "x.txt", "b");
    }
    [[nodiscard]] fs::path a() const { return base() / "a" / "reports"; }
    [[nodiscard]] fs::path b() const { return base() / "b" / "reports"; }
    [[nodiscard]] fs::path base() const { return fs::canonical(folder_.path()); }
    [[nodiscard]] LedgerRoot root_a() const { return {"reports", a().parent_path().string(), true}; }

private:
    TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("files of one place are refused in one run unless they are one file", "[input][roots]") {
    const TwoFolders folders;
    CHECK(error_code_of([&] { require_different_places(list({folders.a(), folders.b()})); }) == ErrorCode::Usage);
    require_different_places(list({folders.a(), folders.a() / ".." / "reports"}));
    fs::create_directory_symlink(folders.a(), folders.base() / "link");
    require_different_places(list({folders.a(), folders.base() / "link"}));
}

TEST_CASE("a file with the place of one that still stands elsewhere is refused", "[input][roots]") {
    const TwoFolders folders;
    const Roots known{folders.root_a()};
    const auto refused = [&] { return error_code_of([&] { require_own_places(list({folders.b()}), known); }); };
    require_own_places(list({folders.a()}), known);
    CHECK(refused() == ErrorCode::Usage);
    SECTION("not if the other one is gone") { fs::remove(folders.a() / "x.txt"); }
    SECTION("not if it is the same") {
        fs::remove(folders.b() / "x.txt");
        fs::create_hard_link(folders.a() / "x.txt", folders.b() / "x.txt");
    }
    SECTION("not if it is another place") { fs::rename(folders.b() / "x.txt", folders.b() / "y.txt"); }
    CHECK_FALSE(refused());
}

TEST_CASE("folders whose records all bring ids may share places", "[input][roots]") {
    const TwoFolders folders;
    auto root = folders.root_a();
    root.has_ids_by_place = false;
    require_own_places(list({folders.b()}), {root});
}

TEST_CASE("what is known of a folder goes with it when it is moved", "[input][roots]") {
    const TwoFolders folders;
    const LedgerRoot b{"reports", folders.b().parent_path().string(), false};
    const LedgerRoot other{"", "/", true};
    CHECK(with_known_roots(list({folders.b()}), {folders.root_a(), other}) == Roots{b, folders.root_a(), other});
    fs::remove_all(folders.a());
    auto moved = b;
    moved.has_ids_by_place = true;
    CHECK(with_known_roots(list({folders.b()}), {folders.root_a(), other}) == Roots{moved, other});
    CHECK(without_known_roots(list({folders.b()}), {folders.root_a(), other}) == Roots{moved});
}

TEST_CASE("a place belongs to the folder whose name it begins with", "[input][roots]") {
    CHECK(may_hold({"reports", "/a", true}, "reports/x.txt"));
    CHECK_FALSE(may_hold({"reports", "/a", true}, "reports"));
    CHECK_FALSE(may_hold({"reports", "/a", true}, "reports-2/x.txt"));
    CHECK(may_hold({"", "/a", true}, "x.txt"));
    CHECK_FALSE(may_hold({"", "/a", true}, "/x.txt"));
}

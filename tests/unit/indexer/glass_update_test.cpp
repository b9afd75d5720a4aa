#include "twin_documents.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <sitrep_internal/glass/database_check.hpp>

#include "support/catch.hpp"
#include "support/database_twin.hpp"
#include "support/temporary_folder.hpp"

namespace fs = std::filesystem;
using sitrep::test::check_errors;
using sitrep::test::TemporaryFolder;
using sitrep::test::twin_differences;
using sitrep::test::TwinGenerator;
using Nothing = std::vector<std::string>;

namespace {

/// Documents in a database, made to change at random but the same in every database.
class Changes {
public:
    Changes(std::uint32_t seed, const sitrep::test::TwinDocuments& documents) : generator_(seed) {
        for (const auto& document : documents) docids_.insert(document.docid);
    }

    /// One commit of adding, replacing, deleting and new metadata.
    void apply(const std::vector<fs::path>& folders) {
        std::vector<Xapian::WritableDatabase> databases;
        for (const auto& folder : folders) databases.emplace_back(folder.string(), Xapian::DB_OPEN);
        for (int i = 0; i < 120; ++i) {
            const auto change = next();
            for (auto& database : databases) change(database);
        }
        const std::string value = generator_.bytes(200);
        for (auto& database : databases) {
            database.set_metadata("changed", value);
            database.commit();
        }
    }

    void delete_all(const std::vector<fs::path>& folders) {
        for (const auto& folder : folders) {
            Xapian::WritableDatabase database(folder.string(), Xapian::DB_OPEN);
            for (const auto docid : docids_) database.delete_document(docid);
            database.commit();
        }
        docids_.clear();
    }

private:
    using Change = std::function<void(Xapian::WritableDatabase&)>;

    [[nodiscard]] Change next() {
        auto& random = generator_.random();
        const std::uint32_t last = docids_.empty() ? 0 : *docids_.rbegin();
        const auto any = std::next(docids_.begin(), static_cast<std::ptrdiff_t>(random.below(docids_.size())));
        if (random.percent(30)) {
            const auto docid = *any;
            docids_.erase(any);
            return [docid](auto& database) { database.delete_document(docid); };
        }
        const std::uint32_t docid = random.percent(60) ? *any : last + 1 + random.percent(20);
        docids_.insert(docid);
        const auto document = sitrep::test::to_xapian_document(generator_.document(docid));
        return [docid, document](auto& database) { database.replace_document(docid, document); };
    }

    TwinGenerator generator_;
    std::set<std::uint32_t> docids_;
};

void require_same(const fs::path& ours, const fs::path& theirs) {
    CHECK(check_errors(ours) == "");
    for (const auto& database : {ours, theirs}) {
        CHECK(sitrep::schema::glass::table_damage(database).empty());
    }
    CHECK(twin_differences(ours, theirs) == Nothing{});
}

/// Ours was written directly, theirs by Xapian.
struct Twins {
    explicit Twins(std::uint32_t seed) : documents(TwinGenerator(seed).documents(500)) {
        sitrep::test::write_glass(ours, documents, {{"made", "yes"}}, {2, 20, 3});
        sitrep::test::write_xapian(theirs, documents, {{"made", "yes"}});
    }

    TemporaryFolder folder;
    fs::path ours = folder / "ours";
    fs::path theirs = folder / "theirs";
    sitrep::test::TwinDocuments documents;
};

}  // namespace

TEST_CASE("a database that was written directly changes as Xapian's own does", "[glass]") {
    const auto seed = GENERATE(31U, 32U);
    CAPTURE(seed);
    const Twins twins(seed);
    Changes changes(seed + 100, twins.documents);
    for (int commit = 0; commit < 4; ++commit) {
        CAPTURE(commit);
        changes.apply({twins.ours, twins.theirs});
        require_same(twins.ours, twins.theirs);
    }
}

TEST_CASE("a database that was written directly can be emptied", "[glass]") {
    const Twins twins(33);
    Changes changes(34, twins.documents);
    changes.delete_all({twins.ours, twins.theirs});
    require_same(twins.ours, twins.theirs);
    CHECK(Xapian::Database(twins.ours.string()).allterms_begin() ==
          Xapian::Database(twins.ours.string()).allterms_end());
}

TEST_CASE("a database that was written directly compacts as Xapian's own does", "[glass]") {
    const bool is_changed = GENERATE(false, true);
    const auto renumber = GENERATE(0U, static_cast<unsigned>(Xapian::DBCOMPACT_NO_RENUMBER));
    CAPTURE(is_changed, renumber);
    const Twins twins(35);
    if (is_changed) Changes(36, twins.documents).apply({twins.ours, twins.theirs});
    for (const auto& path : {twins.ours, twins.theirs}) {
        Xapian::Database(path.string()).compact(path.string() + ".compact", renumber);
    }
    require_same(twins.ours.string() + ".compact", twins.theirs.string() + ".compact");
}

TEST_CASE("two databases merge into one, whoever wrote them", "[glass]") {
    const Twins twins(37);
    const auto merge = [&](const fs::path& first, const fs::path& second, const std::string& name) {
        Xapian::Database all(first.string());
        all.add_database(Xapian::Database(second.string()));
        all.compact((twins.folder / name).string());
        return twins.folder / name;
    };
    sitrep::test::write_glass(twins.folder / "more", TwinGenerator(38).documents(200));
    sitrep::test::write_xapian(twins.folder / "more theirs", TwinGenerator(38).documents(200));
    require_same(merge(twins.ours, twins.folder / "more", "both"),
                 merge(twins.theirs, twins.folder / "more theirs", "both theirs"));
}

TEST_CASE("a copy of the files is the same database", "[glass]") {
    const Twins twins(39);
    Changes(40, twins.documents).apply({twins.ours, twins.theirs});
    fs::create_directory(twins.folder / "copy");
    for (const auto& entry : fs::directory_iterator(twins.ours)) {
        if (entry.path().filename() == "flintlock") continue;
        fs::copy_file(entry.path(), twins.folder / "copy" / entry.path().filename().string());
    }
    require_same(twins.folder / "copy", twins.theirs);
}

#include "format_guard.hpp"

#include "database_writer.hpp"

#include <algorithm>
#include <sitrep_internal/file_bytes.hpp>
#include <sitrep_internal/glass_version.hpp>
#include <sitrep_internal/translated_errors.hpp>
#include <string_view>
#include <unistd.h>
#include <xapian.h>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer::glass {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kUuidBegin = 16;
constexpr std::size_t kUuidEnd = 32;

/// The version file of a database without anything in it, as Xapian 1.4 writes it; the UUID is left
/// out.
constexpr std::string_view kEmptyVersionFile{
    "\x0F\x0DXapian Glass\x04\x6E"
    "\x00"
    "\x00\x03\x00\x04\x00\x00\x00\x03\x00\x04\x12\x00\x00\x03\x00\x04\x12\x00"
    "\x00\x03\x00\x04\x00\x00\x00\x03\x00\x04\x12\x00\x00\x03\x00\x04\x12\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00",
    61};

class ScratchFolder {
public:
    explicit ScratchFolder(const fs::path& parent)
        : path_(parent /
                (std::string(kFormatCheckName) + "." + std::to_string(::getpid()) + ".tmp")) {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
        fs::create_directory(path_);
    }
    ~ScratchFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] const fs::path& path() const noexcept { return path_; }

private:
    fs::path path_;
};

bool writes_same_version_file(const fs::path& folder) {
    {
        const Xapian::WritableDatabase database(folder.string(),
                                                Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    }
    std::string bytes = schema::read_bytes(folder / schema::kGlassVersionName);
    if (bytes.size() < kUuidEnd) return false;
    bytes.erase(kUuidBegin, kUuidEnd - kUuidBegin);
    return bytes == kEmptyVersionFile;
}

/// Three small documents: one with everything, one without values, one without positions.
void write_sample(const fs::path& folder) {
    fs::create_directory(folder);
    TermDictionary dictionary;
    const TermId coup = dictionary.intern("coup");
    const TermId mali = dictionary.intern("mali");
    DatabaseWriter writer(folder);
    DocumentEncoder encoder(writer.runs());
    EncodedBatch batch;
    const AnalyzedReport first{"1",
                               "Coup in Mali, say envoys in Mali",
                               "",
                               false,
                               {{0, "2020"}, {3, "x"}},
                               {{coup, 1, 0, 1}, {mali, 3, 1, 3}},
                               {1, 3, 9, 14}};
    const AnalyzedReport second{"2", "Mali votes", "", false, {}, {{mali, 2, 0, 2}}, {1, 5}};
    const AnalyzedReport third{"3", "", "", false, {{0, "2024"}}, {{coup, 0, 0, 0}}, {}};
    std::uint32_t docid = 0;
    for (const auto* report : {&first, &second, &third}) {
        encoder.add(++docid, *report, dictionary, batch);
    }
    encoder.end(batch);
    writer.add(batch);
    writer.finish({{"made", "yes"}}, {{encoder.inverter(), dictionary}}, "none ", {});
}

bool reads_sample(const fs::path& folder) {
    const Xapian::Database database(folder.string());
    const std::vector<Xapian::termpos> expected{3, 9, 14};
    const std::vector<Xapian::termpos> positions(database.positionlist_begin(1, "mali"),
                                                 database.positionlist_end(1, "mali"));
    return database.get_doccount() == 3 && database.get_lastdocid() == 3 &&
           database.get_termfreq("mali") == 2 && database.get_collection_freq("mali") == 5 &&
           database.get_doclength(1) == 4 && positions == expected &&
           database.get_document(1).get_value(3) == "x" &&
           database.get_document(2).get_data() == "Mali votes" &&
           database.get_value_upper_bound(0) == "2024" && database.get_metadata("made") == "yes";
}

bool changes_sample(const fs::path& folder) {
    {
        Xapian::WritableDatabase database(folder.string(), Xapian::DB_OPEN);
        Xapian::Document document;
        document.add_posting("mali", 2);
        database.add_document(document);
        database.delete_document(1);
        database.commit();
    }
    const Xapian::Database database(folder.string());
    return database.get_doccount() == 3 && database.get_termfreq("mali") == 2 &&
           database.get_value_freq(3) == 0 && database.get_document(4).termlist_count() == 1 &&
           database.get_document(2).get_data() == "Mali votes";
}

}  // namespace

std::optional<std::string> format_difference(const fs::path& parent) {
    if (Xapian::major_version() != 1 || Xapian::minor_version() != 4) {
        return std::string("Xapian ") + Xapian::version_string() +
               " is linked, and files are written for 1.4";
    }
    try {
        const ScratchFolder scratch(parent);
        if (!writes_same_version_file(scratch.path() / "theirs")) {
            return "the linked Xapian writes another version of its format";
        }
        const auto ours = scratch.path() / "ours";
        write_sample(ours);
        if (!reads_sample(ours)) return "the linked Xapian reads other things than were written";
        if (!changes_sample(ours)) return "the linked Xapian cannot change what was written";
    } catch (const Xapian::Error& error) {
        // A full disk says nothing about the format.
        const auto translated = schema::from_xapian(error, parent.string());
        if (translated.code() == schema::ErrorCode::Io) throw translated;
        return "the linked Xapian cannot use what was written: " + error.get_msg();
    }
    return std::nullopt;
}

}  // namespace sitrep::indexer::glass

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sitrep::indexer {

/// Who writes the files of an index.
enum class Engine : std::uint8_t {
    Glass,   ///< we do, many times as fast, if the linked Xapian has the format that we write
    Xapian,  ///< Xapian's own writer
};

/// What one run of an index job did. Every record that was read is in exactly one of `added`,
/// `updated`, `unchanged` and `refused`.
struct JobReport {
    std::uint64_t read = 0;
    std::uint64_t added = 0;
    std::uint64_t updated = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t removed = 0;
    std::uint64_t refused = 0;
    std::uint64_t duplicates = 0;  ///< records whose id came a second time in this run
    std::uint64_t documents = 0;   ///< reports in the index afterwards
    std::uint64_t bytes_read = 0;
    std::uint64_t input_files = 0;
    std::uint64_t unchanged_files = 0;  ///< of which nothing was parsed
    std::uint64_t skipped_files = 0;    ///< files in given folders whose format is not known
    std::uint64_t skipped_links = 0;    ///< links in given folders to folders or to nothing
    double seconds = 0;
    std::string finished;  ///< UTC, YYYY-MM-DDTHH:MM:SSZ
    std::uint64_t generation = 0;
    bool dry_run = false;
    Engine engine = Engine::Xapian;  ///< that wrote the index; changes always go through Xapian
    std::optional<std::filesystem::path>
        rejects;  ///< where the refused records are, if there are any
};

/// One JSON object on one line, with the keys of the documentation.
[[nodiscard]] std::string to_json(const JobReport& report);

/// The same as metrics in the text format of Prometheus, labelled with the index folder `db`.
[[nodiscard]] std::string to_metrics(const JobReport& report, const std::filesystem::path& db);

}  // namespace sitrep::indexer

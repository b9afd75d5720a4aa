#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace sitrep::indexer {

/// Something that is wrong with an index.
struct Finding {
    std::string where;  ///< `report ID`, the name of a table, or of a file
    std::string what;
};

struct VerifyReport {
    std::uint64_t generation = 0;
    std::uint64_t reports = 0;  ///< that were checked
    std::uint64_t damaged = 0;  ///< of them
    std::uint64_t findings_in_all = 0;
    std::vector<Finding> findings;  ///< the first of them
    std::string not_checked;        ///< what could not be, and why; empty if nothing

    [[nodiscard]] bool is_sound() const noexcept { return findings_in_all == 0; }
};

/// Checks an index from end to end, also while it is written: Xapian's own check of every table,
/// and of each report its stored text against its fingerprint, facets and dates against the stored
/// report, and that it is found by its id, its facets and a word of its own. Xapian checks only
/// tables that it may write to. Of others every entry is read and their sums are compared instead,
/// which leaves out what no reader looks at, and the report says so.
///
/// Throws `Error`: IndexNotFound, IndexFormat, Interrupted, Io, and IndexDamaged if the index
/// cannot even be opened.
[[nodiscard]] VerifyReport verify_index(const std::filesystem::path& dir,
                                        const std::stop_token& stop = {});

struct RollbackReport {
    std::uint64_t from = 0;       ///< generation that readers saw
    std::uint64_t to = 0;         ///< generation that they see now, with a number of its own
    std::uint64_t restored = 0;   ///< generation that this one is the same as
    std::uint64_t documents = 0;  ///< reports in it
};

/// Goes back to the generation before the published one, which is kept in its place: doing it again
/// goes forward. A generation holds what runs changed in it since it was built.
///
/// Throws `Error`: IndexNotFound, IndexLocked, Usage if there is no generation to go back to,
/// IndexDamaged if that one cannot be read, Io.
RollbackReport rollback_index(const std::filesystem::path& dir);

}  // namespace sitrep::indexer

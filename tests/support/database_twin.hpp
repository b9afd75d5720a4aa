#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace sitrep::test {

struct TwinOptions {
    /// Keys whose values may differ, such as one that holds a time.
    std::set<std::string> other_metadata;
    /// Terms and values come out of searches the same way, so a large database may do without.
    bool with_queries = true;
};

/// What differs between two Xapian databases, in words, as far as the public interface shows it:
/// terms with their frequencies and bounds, postings with wdf and positions, documents with lengths,
/// data, values and term lists, value statistics and streams, metadata, and the answers to a set of
/// queries made of what is in them. Empty if nothing does; only the first few differences otherwise.
[[nodiscard]] std::vector<std::string> twin_differences(const std::filesystem::path& first,
                                                        const std::filesystem::path& second,
                                                        const TwinOptions& options = {});

/// Each document as text (unpacked data, values, terms with wdf and positions), by the one term that it has
/// with the prefix: for databases that number the same documents differently.
[[nodiscard]] std::map<std::string, std::string> documents_by_id(const std::filesystem::path& database,
                                                                 const std::string& id_prefix);

/// What Xapian's own check has to say of a database; empty if it finds no error. It sees less than a
/// comparison does, but also how the files are laid out.
[[nodiscard]] std::string check_errors(const std::filesystem::path& database);

}  // namespace sitrep::test

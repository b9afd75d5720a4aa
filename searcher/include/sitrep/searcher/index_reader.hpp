#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <sitrep/schema/report.hpp>
#include <sitrep/schema/vocabulary.hpp>
#include <sitrep/searcher/index_info.hpp>
#include <sitrep/searcher/search_request.hpp>
#include <sitrep/searcher/search_results.hpp>

namespace sitrep::searcher {

/// Answers searches in one index.
///
/// Safe for use by many threads at once: each call works on a database of its own. A call sees the
/// index as it was at one commit, and the next call sees what was published since. Everything in
/// a result is a copy.
///
/// Every function throws `Error`: QuerySyntax or Usage for a request that makes no sense,
/// IndexNotFound, IndexFormat, IndexDamaged, Io, and IndexLocked if the index changes faster than
/// it can be read.
class IndexReader {
public:
    /// Opens an index folder, or anything else that Xapian opens as one database and that indexer
    /// wrote. Throws if it cannot be read.
    [[nodiscard]] static IndexReader open(const std::filesystem::path& dir);

    ~IndexReader();
    IndexReader(IndexReader&&) noexcept;
    IndexReader& operator=(IndexReader&&) noexcept;

    [[nodiscard]] SearchResults search(const SearchRequest& request) const;

    /// Shows how `search` would understand the request.
    [[nodiscard]] Explanation explain(const SearchRequest& request) const;

    /// One report, whole; nothing if there is none with that id.
    [[nodiscard]] std::optional<schema::Report> report(std::string_view id) const;

    [[nodiscard]] IndexInfo info() const;

    /// The vocabulary of the index: the built-in one and what the index adds to it. Of several
    /// databases the additions of each are taken.
    [[nodiscard]] std::shared_ptr<const schema::Vocabulary> vocabulary() const;

private:
    class Impl;
    explicit IndexReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace sitrep::searcher

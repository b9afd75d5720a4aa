#pragma once

#include "query_file.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>

// The peer: what a program looks like that follows "Getting Started with Xapian" step by step. It
// shares with Sitrep only how a report is read and the numbers of prefixes and slots.
namespace sitrep::bench {

/// Builds a database with TermGenerator and add_document, and returns how many reports are in it.
/// Throws `Xapian::Error` and `Error` (InputUnreadable).
std::uint64_t index_naively(const std::filesystem::path& jsonl, const std::filesystem::path& dir);

/// Answers queries in such a database with QueryParser, MSet::snippet and ValueCountMatchSpy.
class NaiveSearch {
public:
    /// Throws `Xapian::Error` if the database cannot be opened.
    explicit NaiveSearch(const std::filesystem::path& dir);
    ~NaiveSearch();
    NaiveSearch(const NaiveSearch&) = delete;
    NaiveSearch& operator=(const NaiveSearch&) = delete;

    /// Returns the number of matches: Xapian's estimate, exact where facets are counted.
    /// Throws `Xapian::Error`.
    std::uint64_t answer(const BenchQuery& query);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sitrep::bench

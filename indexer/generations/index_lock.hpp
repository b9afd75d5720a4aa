#pragma once

#include <filesystem>

namespace sitrep::indexer {

/// The right to write an index. It belongs to the open file, so a process that dies gives it up,
/// and a file left behind blocks nobody. The file says who holds it and since when.
class IndexLock {
public:
    /// Throws `Error`: IndexLocked (naming the holder), Io.
    explicit IndexLock(const std::filesystem::path& dir);
    ~IndexLock();
    IndexLock(const IndexLock&) = delete;
    IndexLock& operator=(const IndexLock&) = delete;

private:
    int fd_ = -1;
};

}  // namespace sitrep::indexer

#pragma once

#include "generations/index_folder.hpp"
#include "rejects_file.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace sitrep::indexer {

/// What a run refuses: it goes to the index's own rejects file or elsewhere, and comes together
/// with what the run made of the other records.
class RunRejects {
public:
    /// Without a folder, which outlives this, nothing is written but what goes elsewhere. `stays`
    /// is about the index's own file.
    RunRejects(const std::optional<NamedOutput>& elsewhere, const IndexFolder* folder,
               StaysRefused stays);

    /// Throws `Error` (Io).
    void add(const RawRecord& record);

    [[nodiscard]] std::uint64_t count() const noexcept { return count_; }

    /// To be called before the run is published: if it dies after that, the next writer puts what
    /// it refused into the index's own file, and if it dies before, leaves no trace. Throws `Error`
    /// (Io).
    void keep();

    /// Puts it where it belongs. The index's own file says nothing more of the inputs of a run
    /// whose refused records are elsewhere. Throws `Error` (Io).
    void publish();

    /// Where the records of this run are; nothing if there are none.
    [[nodiscard]] std::optional<std::filesystem::path> published() const;

private:
    const IndexFolder* folder_;
    StaysRefused stays_;
    std::optional<RejectsFile> elsewhere_;
    std::optional<RejectsFile> own_;
    std::uint64_t count_ = 0;
};

}  // namespace sitrep::indexer

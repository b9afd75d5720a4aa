#pragma once

#include "support/safe_file.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

namespace sitrep::indexer {

/// A path that somebody named for results, and what is there: a file is replaced as a whole, the
/// one that links lead to; a device, a pipe or an open descriptor (`/dev/stdout`, `/dev/fd/3`) is
/// written straight through.
class NamedOutput {
public:
    /// Throws `Error` (Usage, Io) if results cannot be written there. Changes nothing.
    explicit NamedOutput(std::filesystem::path path);

    /// As it was named.
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
    /// The file to be replaced, which need not be there yet; nothing if there is none to replace.
    [[nodiscard]] const std::optional<std::filesystem::path>& file() const noexcept {
        return file_;
    }

    /// Opens what is written straight through. Waits for the reader of a pipe. Throws `Error` (Io).
    [[nodiscard]] std::unique_ptr<OpenFile> open_through() const;

    /// The text as all there is to write. Throws `Error` (Io).
    void write(std::string_view text) const;

private:
    void find_file();
    void require_writable_file() const;

    std::filesystem::path path_;
    std::optional<std::filesystem::path> file_;
    std::optional<int> descriptor_;
};

}  // namespace sitrep::indexer

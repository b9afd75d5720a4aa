#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <sitrep/indexer/index_job.hpp>

namespace sitrep::indexer {

/// The format that the ending of a file's name stands for.
[[nodiscard]] std::optional<InputFormat> format_by_name(const std::filesystem::path& path);

/// The format of a file whose name says nothing, by how it begins: JSONL or text.
[[nodiscard]] InputFormat format_by_content(std::string_view head);

/// A format that nothing here reads.
struct UnreadFormat {
    std::string_view what;    ///< `a PDF file`
    std::string_view advice;  ///< how to make something of it that is read
};

/// Whether a file has such a format, by the ending of its name or by how it begins.
[[nodiscard]] std::optional<UnreadFormat> unread_format(const std::filesystem::path& path,
                                                        std::string_view head);

/// The beginning of a file, as much as the two want of it; empty if it cannot be read.
[[nodiscard]] std::string head_of(const std::filesystem::path& path);

}  // namespace sitrep::indexer

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::schema {

// Stored reports are short and alike, so alone they compress badly. An index therefore has a
// dictionary of what its reports have in common, made when it is built, and they are compressed
// with it (Zstandard, RFC 8878). A packed report names its dictionary, so that reports of several
// indexes can be searched together. An index that is too small for a dictionary, or is not built as
// a whole, packs long reports only.

/// The key under which a database keeps the dictionary (Xapian metadata).
inline constexpr const char* kDictionaryKey = "sitrep.dictionary";

/// How much of the reports `train_dictionary` wants to see, in bytes; more makes it no better.
inline constexpr std::size_t kDictionarySampleBytes = 1U << 20U;

/// Whether time or room counts more.
enum class PackingEffort { Fast, Small };

/// A dictionary for reports like these, which are encoded by `encode_report` and will be packed
/// with this effort. Empty if they are too few to learn from. The same samples give the same
/// dictionary.
[[nodiscard]] std::string train_dictionary(const std::vector<std::string>& samples,
                                           PackingEffort effort = PackingEffort::Fast);

/// Reports of more bytes are packed in any case. Xapian would deflate them, and 1.4 cannot read
/// what it deflated of a long text that is one line over and over.
inline constexpr std::size_t kMaxPlainBytes = 8000;

/// Compresses stored reports. Used by one thread.
class ReportPacker {
public:
    /// An empty dictionary is none. Throws `Error` (IndexDamaged) if the bytes are no dictionary.
    explicit ReportPacker(std::string_view dictionary, PackingEffort effort = PackingEffort::Fast);
    ~ReportPacker();
    ReportPacker(ReportPacker&&) noexcept;
    ReportPacker& operator=(ReportPacker&&) noexcept;

    /// Replaces an encoded report by its packed form if that is called for; tells whether it did.
    bool pack(std::string& encoded);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

/// The reverse, for reports of any index whose dictionary it was given. Used by one thread.
class ReportUnpacker {
public:
    ReportUnpacker();
    ~ReportUnpacker();
    ReportUnpacker(ReportUnpacker&&) noexcept;
    ReportUnpacker& operator=(ReportUnpacker&&) noexcept;

    /// An empty one is passed over. Throws as `ReportPacker`.
    void add_dictionary(std::string_view dictionary);

    /// The encoded report. Valid as long as `stored` and until the next call. Throws `Error`
    /// (IndexDamaged).
    [[nodiscard]] std::string_view unpack(std::string_view stored);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sitrep::schema

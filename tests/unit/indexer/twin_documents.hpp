#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>
#include <xapian.h>

#include "support/random.hpp"

namespace sitrep::test {

/// A document as both ways to write a database get it.
struct TwinDocument {
    struct Term {
        std::uint32_t wdf = 0;
        std::vector<std::uint32_t> positions;  ///< ascending, not exactly {0, 1}
    };

    std::uint32_t docid = 0;
    std::string data;
    std::map<std::uint32_t, std::string> values;  ///< by slot; not empty
    std::map<std::string, Term> terms;            ///< where there are positions, one wdf is above 0
};

using TwinDocuments = std::vector<TwinDocument>;  ///< docids ascend
using Metadata = std::map<std::string, std::string>;

/// How a glass database is written. The result does not depend on it, but that the term lists of a
/// batch are compressed with one code.
struct GlassPlan {
    std::size_t encoders = 1;   ///< they take batches in turns
    std::size_t batch = 10;     ///< documents
    std::size_t spills = 0;     ///< in all, evenly spread; the rest stays in memory
    bool forgets_terms = false; ///< numbers of terms begin anew after each spill
};

/// Writes files directly, as a build does.
void write_glass(const std::filesystem::path& folder, const TwinDocuments& documents,
                 const Metadata& metadata = {}, const GlassPlan& plan = {});

/// Writes the same through Xapian's own writer, in one commit.
void write_xapian(const std::filesystem::path& folder, const TwinDocuments& documents,
                  const Metadata& metadata = {});

[[nodiscard]] Xapian::Document to_xapian_document(const TwinDocument& document);

/// The table files and the version file of a database, without its UUID: equal if it was written the
/// same way to the last byte.
[[nodiscard]] std::map<std::string, std::string> database_bytes(const std::filesystem::path& folder);

/// Levels above the leaves of a table file.
[[nodiscard]] std::uint32_t tree_height(const std::filesystem::path& table);

/// Makes documents of every kind that the format allows; the same for the same seed.
class TwinGenerator {
public:
    explicit TwinGenerator(std::uint32_t seed) : random_(seed) {}

    /// With gaps between the docids.
    [[nodiscard]] TwinDocuments documents(std::size_t count, std::uint32_t first_docid = 1);
    [[nodiscard]] TwinDocument document(std::uint32_t docid);

    /// Bytes of any value.
    [[nodiscard]] std::string bytes(std::size_t size);
    /// A few words again and again, which deflate well.
    [[nodiscard]] std::string text(std::size_t size);
    /// 1 to 245 bytes as the format counts them, in which a zero byte counts twice.
    [[nodiscard]] std::string term();
    [[nodiscard]] Random& random() { return random_; }

private:
    [[nodiscard]] std::string new_term();
    [[nodiscard]] std::vector<std::uint32_t> near_positions();
    [[nodiscard]] std::vector<std::uint32_t> far_positions();
    [[nodiscard]] std::string data();
    void add_values(TwinDocument& document);
    void add_terms(TwinDocument& document);

    Random random_;
    std::vector<std::string> vocabulary_;
};

}  // namespace sitrep::test

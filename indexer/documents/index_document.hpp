#pragma once

#include "analyzed_report.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// An analyzed report that stands alone: it carries the names of its terms, so that it can be
/// passed between threads and outlive the dictionary.
class IndexDocument {
public:
    struct Term {
        std::string_view name;
        std::uint32_t wdf = 0;
        std::span<const std::uint32_t> positions;  ///< ascending
    };

    IndexDocument() = default;
    IndexDocument(const AnalyzedReport& report, const TermDictionary& dictionary);

    [[nodiscard]] const std::string& id() const noexcept { return report_.id; }
    [[nodiscard]] const std::string& data() const noexcept { return report_.data; }
    [[nodiscard]] const std::string& fingerprint() const noexcept { return report_.fingerprint; }
    [[nodiscard]] const std::vector<DocumentValue>& values() const noexcept {
        return report_.values;
    }
    [[nodiscard]] std::size_t term_count() const noexcept { return report_.terms.size(); }
    /// Terms in byte order, each once.
    [[nodiscard]] Term term(std::size_t index) const noexcept;

private:
    AnalyzedReport report_;
    std::string names_;
    std::vector<std::size_t> name_ends_;
};

}  // namespace sitrep::indexer

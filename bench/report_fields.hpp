#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/report.hpp>

namespace sitrep::bench {

/// A field of a report that peers keep beside its id, title and body, so that they store as much as
/// Sitrep does.
struct StoredField {
    std::string_view name;
    std::vector<std::string> (*values)(const schema::Report& report);  ///< none if it has no value
};

/// All of them but what was inferred, in a fixed order. No name is `id`, `title` or `body`.
[[nodiscard]] std::span<const StoredField> stored_fields() noexcept;

}  // namespace sitrep::bench

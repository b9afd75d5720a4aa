#pragma once

#include "hash128.hpp"
#include "record_source.hpp"

#include <cstdint>
#include <string>

namespace sitrep::indexer {

/// What records of an input file are known by from run to run: a record that says the same and has
/// its id from the same place makes the same document.
class RecordKeys {
public:
    RecordKeys(InputFormat format, const std::string& place, const std::string& input);

    /// Of a record whose id does not depend on where it stands.
    [[nodiscard]] Hash128 anywhere(std::string_view bytes) const;

    /// Of one whose id does; `said` is what `anywhere` gives for it.
    [[nodiscard]] Hash128 at_number(const Hash128& said, std::uint64_t number) const;

private:
    Hash128 file_;
};

/// The id of a record that brings none, from where it stands; empty if that is nowhere.
[[nodiscard]] std::string id_by_place(const RawRecord& record);

/// Makes the key of a record once it is known which id it got.
class PendingKey {
public:
    explicit PendingKey(const RawRecord& record);

    [[nodiscard]] Hash128 for_id(const std::string& id) const {
        return id == id_by_place_ ? placed_ : said_;
    }

private:
    std::string id_by_place_;
    Hash128 said_;
    Hash128 placed_;
};

}  // namespace sitrep::indexer

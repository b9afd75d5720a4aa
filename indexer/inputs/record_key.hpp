#pragma once

#include "record_source.hpp"
#include "support/hash128.hpp"

#include <cstdint>
#include <string>

namespace sitrep::indexer {

/// What records of an input file are known by from run to run: a record that says the same and has
/// its id from the same place makes the same document.
class RecordKeys {
public:
    RecordKeys(InputFormat format, std::string place, std::string input);

    /// True if the record stands in the file that the keys are for.
    [[nodiscard]] bool are_for(const RawRecord& record) const {
        return record.format == format_ && record.place == place_ && record.input == input_;
    }

    /// What a record says: the key is made of this alone if its id does not depend on where it
    /// stands.
    [[nodiscard]] Hash128 anywhere(std::string_view bytes) const;

    /// The key of one whose id does; `said` is what `anywhere` gives for it.
    [[nodiscard]] RecordKey at_number(const Hash128& said, std::uint64_t number) const;

    /// Whether a record has this id from where it stands.
    [[nodiscard]] bool is_by_place(std::uint64_t number, const std::string& id) const;

    /// Whichever of the two it is, once it is known which id the record got.
    [[nodiscard]] RecordKey with_id(const Hash128& said, std::uint64_t number,
                                    const std::string& id) const;

private:
    InputFormat format_;
    std::string place_;
    std::string input_;
    Hash128 file_;
};

/// What a record of a stream is known by, which has no place that would be the same the next time:
/// a number for what it says.
[[nodiscard]] std::string content_key(std::string_view bytes);

/// The id of a record that brings none, from where it stands; empty if that is nowhere.
[[nodiscard]] std::string id_by_place(InputFormat format, const std::string& place,
                                      std::uint64_t number);

}  // namespace sitrep::indexer

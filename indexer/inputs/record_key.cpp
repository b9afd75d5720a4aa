#include "record_key.hpp"

#include <array>
#include <bit>
#include <utility>
#include <xxhash.h>

#include <sitrep/schema/utf8.hpp>

namespace sitrep::indexer {
namespace {

std::string file_text(InputFormat format, const std::string& place, const std::string& input) {
    // A report that is a file of text takes its title from the name if it has no other.
    const bool is_text = format == InputFormat::Text;
    return place + '\0' + (is_text ? input : "") + '\0' + (is_text ? "text" : "jsonl");
}

}  // namespace

RecordKeys::RecordKeys(InputFormat format, std::string place, std::string input)
    : format_(format),
      place_(std::move(place)),
      input_(std::move(input)),
      file_(hash_of(file_text(format_, place_, input_))) {}

Hash128 RecordKeys::anywhere(std::string_view bytes) const {
    return hash_of(bytes);
}

RecordKey RecordKeys::at_number(const Hash128& said, std::uint64_t number) const {
    const std::array<std::uint64_t, 5> parts{said.high, said.low, file_.high, file_.low, number};
    const auto bytes = std::bit_cast<std::array<char, sizeof parts>>(parts);
    return RecordKey(hash_of({bytes.data(), bytes.size()}));
}

/// Most ids do not end like one by place, and then none has to be made to compare with.
bool RecordKeys::is_by_place(std::uint64_t number, const std::string& id) const {
    return format_ == InputFormat::Text ||
           (id.ends_with(std::to_string(number)) && id == id_by_place(format_, place_, number));
}

RecordKey RecordKeys::with_id(const Hash128& said, std::uint64_t number,
                              const std::string& id) const {
    return is_by_place(number, id) ? at_number(said, number) : RecordKey(said);
}

std::string content_key(std::string_view bytes) {
    return std::to_string(XXH3_64bits(bytes.data(), bytes.size()));
}

std::string id_by_place(InputFormat format, const std::string& place, std::uint64_t number) {
    if (place.empty()) return {};
    std::string id = schema::repair_utf8(place);
    if (format != InputFormat::Text) id += "#" + std::to_string(number);
    return id;
}

}  // namespace sitrep::indexer

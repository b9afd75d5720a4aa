#include "record_key.hpp"

#include <array>
#include <bit>

#include <sitrep/schema/utf8.hpp>

namespace sitrep::indexer {
namespace {

std::string file_text(InputFormat format, const std::string& place, const std::string& input) {
    // A report that is a file of text takes its title from the name if it has no other.
    const bool is_text = format == InputFormat::Text;
    return place + '\0' + (is_text ? input : "") + '\0' + (is_text ? "text" : "jsonl");
}

}  // namespace

RecordKeys::RecordKeys(InputFormat format, const std::string& place, const std::string& input)
    : file_(hash_of(file_text(format, place, input))) {}

Hash128 RecordKeys::anywhere(std::string_view bytes) const {
    return hash_of(bytes);
}

Hash128 RecordKeys::at_number(const Hash128& said, std::uint64_t number) const {
    const std::array<std::uint64_t, 5> parts{said.high, said.low, file_.high, file_.low, number};
    const auto bytes = std::bit_cast<std::array<char, sizeof parts>>(parts);
    return hash_of({bytes.data(), bytes.size()});
}

std::string id_by_place(const RawRecord& record) {
    if (record.place.empty()) return {};
    std::string id = schema::repair_utf8(record.place);
    if (record.format != InputFormat::Text) id += "#" + std::to_string(record.number);
    return id;
}

PendingKey::PendingKey(const RawRecord& record) : id_by_place_(id_by_place(record)) {
    const RecordKeys keys(record.format, record.place, record.input);
    said_ = keys.anywhere(record.bytes);
    placed_ = keys.at_number(said_, record.number);
    if (record.format == InputFormat::Text) said_ = placed_;
}

}  // namespace sitrep::indexer

#include "stored_inferences.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <sitrep_internal/packed_uint.hpp>

#include <sitrep/schema/field_table.hpp>

namespace sitrep::schema {
namespace {

/// What stands first in an entry: three bits for the facet, and where its words are.
enum class Words : std::uint8_t { Stated, InTitle, InBody, None };
constexpr unsigned kWordsShift = 3;
constexpr std::uint8_t kFieldBits = (1U << kWordsShift) - 1;

/// Their numbers, from 1, are written, so these lists may only grow. 0: the name follows.
constexpr std::array kInferredFields{FieldId::Country, FieldId::Actor,      FieldId::Topic,
                                     FieldId::Date,    FieldId::EventFirst, FieldId::Language};
constexpr auto kRules = std::to_array<std::string_view>(
    {"detected", "dateline", "published-line", "written", "relative", "title", "name", "demonym",
     "place", "actor", "seat", "words", "person", "country", "context"});

template <typename List, typename Value>
std::uint8_t number_of(const List& list, const Value& value) {
    const auto found = std::ranges::find(list, value);
    return found == list.end() ? 0 : static_cast<std::uint8_t>(found - list.begin() + 1);
}

Words words_of(const Report& report, const Inference& inference) {
    if (inference.text.empty() && inference.begin == 0 && inference.end == 0) return Words::None;
    switch (origin_of(report, inference)) {
        case InferenceOrigin::Title: return Words::InTitle;
        case InferenceOrigin::Body:
        case InferenceOrigin::Either: return Words::InBody;
        case InferenceOrigin::Unknown: break;
    }
    return Words::Stated;
}

void append_text(std::string& out, std::string_view text) {
    append_uint(out, text.size());
    out += text;
}

void append(std::string& out, const Report& report, const Inference& inference) {
    const Words words = words_of(report, inference);
    const std::uint8_t field_number = number_of(kInferredFields, inference.field);
    const std::uint8_t rule = number_of(kRules, inference.rule);
    out += static_cast<char>(field_number | (static_cast<unsigned>(words) << kWordsShift));
    if (field_number == 0) append_text(out, field(inference.field).name);
    out += static_cast<char>(rule);
    if (rule == 0) append_text(out, inference.rule);
    append_text(out, inference.value);
    if (words == Words::None) return;
    append_uint(out, inference.begin);
    if (words == Words::Stated) {
        append_uint(out, inference.end);
        append_text(out, inference.text);
    } else {
        append_uint(out, inference.text.size());
    }
}

class Reader {
public:
    Reader(std::string_view bytes, std::string_view title, std::string_view body)
        : bytes_(bytes), title_(title), body_(body) {}

    [[nodiscard]] bool is_at_end() const noexcept { return bytes_.empty(); }

    /// False if the bytes are damaged.
    bool read(Inference& inference) {
        const unsigned head = number();
        return head >> kWordsShift <= static_cast<unsigned>(Words::None) &&
               read_field(head & kFieldBits, inference) && read_rule(number(), inference) &&
               read_text(inference.value) &&
               read_words(static_cast<Words>(head >> kWordsShift), inference);
    }

private:
    /// One byte; 255, which is no number of anything, at the end.
    unsigned number() {
        if (bytes_.empty()) return 255;
        const auto byte = static_cast<unsigned char>(bytes_.front());
        bytes_.remove_prefix(1);
        return byte;
    }

    bool read_text(std::string& out) {
        const auto length = take_uint(bytes_);
        if (!length || *length > bytes_.size()) return false;
        out = bytes_.substr(0, *length);
        bytes_.remove_prefix(*length);
        return true;
    }

    bool read_field(unsigned number, Inference& inference) {
        if (number > kInferredFields.size()) return false;
        if (number > 0) {
            inference.field = kInferredFields[number - 1];
            return true;
        }
        std::string name;
        if (!read_text(name)) return false;
        const Field* const known = find_query_field(name);
        if (known == nullptr) return false;
        inference.field = known->id;
        return true;
    }

    bool read_rule(unsigned number, Inference& inference) {
        if (number == 0) return read_text(inference.rule);
        if (number > kRules.size()) return false;
        inference.rule = kRules[number - 1];
        return true;
    }

    bool read_words(Words words, Inference& inference) {
        if (words == Words::None) return true;
        const auto begin = take_uint(bytes_);
        const auto size = take_uint(bytes_);
        if (!begin || !size) return false;
        inference.begin = *begin;
        if (words == Words::Stated) {
            inference.end = *size;
            return read_text(inference.text);
        }
        inference.end = *begin + *size;
        const std::string_view text = words == Words::InTitle ? title_ : body_;
        if (text.empty()) return true;
        if (*begin > text.size() || *size > text.size() - *begin) return false;
        inference.text = text.substr(*begin, *size);
        return true;
    }

    std::string_view bytes_;
    std::string_view title_;
    std::string_view body_;
};

}  // namespace

std::string pack_inferences(const Report& report) {
    std::string out;
    for (const Inference& inference : report.inferred) append(out, report, inference);
    return out;
}

std::optional<std::vector<Inference>> unpack_inferences(std::string_view packed,
                                                        std::string_view title,
                                                        std::string_view body) {
    std::vector<Inference> out;
    for (Reader reader(packed, title, body); !reader.is_at_end();) {
        if (!reader.read(out.emplace_back())) return std::nullopt;
    }
    return out;
}

}  // namespace sitrep::schema

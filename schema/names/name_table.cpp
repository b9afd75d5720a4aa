#include "name_table.hpp"

#include <charconv>

namespace sitrep::schema {
namespace {

constexpr char kName = 'n';
constexpr char kEntry = 'e';
constexpr char kTopic = 't';

struct Line {
    std::string_view key;
    std::string_view value;
    std::size_t next = 0;
};

Line line_at(std::string_view table, std::size_t begin) {
    const std::size_t end = table.find('\n', begin);
    const std::string_view line = table.substr(begin, end - begin);
    const std::size_t tab = line.find('\t');
    return {line.substr(0, tab), line.substr(tab + 1), end + 1};
}

std::vector<VocabularyLineRef> refs_of(std::string_view value) {
    std::vector<VocabularyLineRef> refs;
    while (!value.empty()) {
        VocabularyLineRef ref;
        ref.file = static_cast<NameFile>(value.front() - '0');
        const char* const end = value.data() + value.size();
        const char* const stop = std::from_chars(value.data() + 2, end, ref.offset).ptr;
        refs.push_back(ref);
        value.remove_prefix(static_cast<std::size_t>(stop - value.data()));
        if (!value.empty()) value.remove_prefix(1);
    }
    return refs;
}

}  // namespace

std::size_t NameTable::first_not_below(std::string_view key) const {
    std::size_t low = 0;
    std::size_t high = table_.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        const std::size_t before =
            middle == 0 ? std::string_view::npos : table_.rfind('\n', middle - 1);
        const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
        const Line line = line_at(table_, begin);
        if (line.key < key) {
            low = line.next;
        } else {
            high = begin;
        }
    }
    return low;
}

std::optional<std::string_view> NameTable::find(char kind, std::string_view key) const {
    const std::string wanted = kind + std::string(key);
    const std::size_t begin = first_not_below(wanted);
    if (begin >= table_.size()) return std::nullopt;
    const Line line = line_at(table_, begin);
    if (line.key != wanted) return std::nullopt;
    return line.value;
}

std::vector<VocabularyLineRef> NameTable::entries_named(std::string_view folded) const {
    return refs_of(find(kName, folded).value_or(std::string_view()));
}

std::vector<VocabularyLineRef> NameTable::lines_of(std::string_view entry_key) const {
    return refs_of(find(kEntry, entry_key).value_or(std::string_view()));
}

std::optional<std::string_view> NameTable::topic_name(std::string_view id) const {
    return find(kTopic, id);
}

void NameTable::for_each_name(const NameVisitor& visit) const {
    for (std::size_t at = first_not_below(std::string(1, kName)); at < table_.size();) {
        const Line line = line_at(table_, at);
        if (line.key.front() != kName) return;
        visit(line.key.substr(1), refs_of(line.value));
        at = line.next;
    }
}

void NameTable::for_each_topic(const std::function<void(std::string_view id)>& visit) const {
    for (std::size_t at = first_not_below(std::string(1, kTopic)); at < table_.size();) {
        const Line line = line_at(table_, at);
        if (line.key.front() != kTopic) return;
        visit(line.key.substr(1));
        at = line.next;
    }
}

}  // namespace sitrep::schema

#include "name_table.hpp"
#include "vocabulary_entries.hpp"
#include "vocabulary_lines.hpp"

#include <map>
#include <set>
#include <utility>

namespace sitrep::schema {
namespace {

class TableMaker {
public:
    void add(NameFile file, std::string_view text) {
        for (const VocabularyLine& line : name_lines(file, text)) {
            const auto offset = static_cast<std::size_t>(line.columns.front().data() - text.data());
            add_line({file, offset}, entry_at(file, text.substr(offset)));
        }
    }

    void add_topics(std::string_view toml) {
        for (const Topic& topic : parse_topics(toml)) rows_["t" + topic.id] = topic.name;
    }

    [[nodiscard]] std::string table() const {
        std::string out;
        for (const auto& [key, value] : rows_) out += key + "\t" + value + "\n";
        return out;
    }

private:
    static std::vector<VocabularyLine> name_lines(NameFile file, std::string_view text) {
        // Checks the whole file, so that mistakes are told with their lines.
        static_cast<void>(parse_entries(file, text));
        constexpr ColumnLimits kAny{1, 100};
        return vocabulary_lines(text, {}, kAny);
    }

    void add_line(VocabularyLineRef ref, const VocabularyEntry& entry) {
        const auto [first, is_new] = first_.try_emplace(entry_key(entry), ref);
        append(rows_["e" + entry_key(entry)], ref);
        for (const auto& name : asked_names(entry)) {
            if (known_.emplace(name, first->second).second)
                append(rows_["n" + name], first->second);
        }
    }

    static void append(std::string& list, VocabularyLineRef ref) {
        if (!list.empty()) list += ' ';
        list += std::to_string(static_cast<int>(ref.file)) + ":" + std::to_string(ref.offset);
    }

    std::map<std::string, std::string> rows_;
    std::map<std::string, VocabularyLineRef> first_;             // line of an entry
    std::set<std::pair<std::string, VocabularyLineRef>> known_;  // whose a name is
};

}  // namespace

std::string make_name_table(const NameTexts& texts, std::string_view topics) {
    TableMaker maker;
    for (const auto file : {NameFile::Countries, NameFile::Places, NameFile::Actors}) {
        maker.add(file, texts[static_cast<std::size_t>(file)]);
    }
    maker.add_topics(topics);
    return maker.table();
}

}  // namespace sitrep::schema

#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::searcher {

/// A name that a text is, or is a form of, and whose it is.
struct NameReading {
    std::string name;  ///< folded by `fold_name`
    std::vector<const schema::VocabularyEntry*> entries;
    bool is_shared = false;  ///< a name that these countries share
};

/// What else finds what a text names.
struct Aliases {
    std::vector<std::string> names;   ///< other names, folded
    std::vector<std::string> forms;   ///< forms in texts of these and of the text itself
    std::vector<std::string> labels;  ///< of the entries that have the names
    /// Those of the text and these that count only as they are written: their stem is that of other
    /// words.
    std::vector<std::string> whole_words;
};

/// Looks up what words of a query name, and what else this is called.
///
/// A single word gets the other surnames of a person, and all names of a place, a country or an
/// organisation. A full name gets full names. What counts as a name is in `is_searched_for`. Used
/// by one thread; the vocabulary and the analyzer must outlive it.
class NameLookup {
public:
    /// What a text may get; of more names those whose words differ most are taken, of all scripts.
    static constexpr std::size_t kMaxNames = 24;
    /// How many of them may have several words if the text has one: each is a phrase to look for.
    static constexpr std::size_t kMaxLongNames = 16;
    static constexpr std::size_t kMaxForms = 48;

    NameLookup(const schema::Vocabulary& vocabulary, schema::Analyzer& analyzer)
        : vocabulary_(vocabulary), analyzer_(analyzer) {}

    /// None if the text is no name. A single word that is none may be a form of one or of several.
    [[nodiscard]] std::vector<NameReading> readings_of(std::string_view text);

    /// Those that hold the text or another name are left out, since they are found anyway.
    [[nodiscard]] Aliases aliases_of(const std::vector<NameReading>& readings,
                                     std::string_view text);

private:
    struct Found;

    /// Of all names of the entry, in their order.
    [[nodiscard]] const std::vector<std::string>& folded_names(
        const schema::VocabularyEntry& entry);
    [[nodiscard]] std::vector<const schema::VocabularyEntry*> entries_of(std::string_view text,
                                                                         const std::string& folded);
    /// A form in `word` of a name of the entry.
    [[nodiscard]] bool may_be_form(const std::string& word, const std::string& name,
                                   const schema::VocabularyEntry& entry);
    [[nodiscard]] bool is_found_by(const schema::VocabularyName& name,
                                   const schema::VocabularyEntry& entry,
                                   const std::string& folded) const;
    void add_names(const NameReading& reading, const schema::VocabularyEntry& entry, Found& found);
    [[nodiscard]] std::vector<std::string> most_different(std::vector<std::string> texts,
                                                          std::vector<std::string> stems,
                                                          std::size_t limit);
    [[nodiscard]] std::vector<std::string> whole_words_of(const Found& found,
                                                          const Aliases& aliases,
                                                          std::string_view text);
    [[nodiscard]] bool is_namesake_of_plural(const Found& found, const std::string& word);
    [[nodiscard]] std::string stems_of(std::string_view name);

    const schema::Vocabulary& vocabulary_;
    schema::Analyzer& analyzer_;
    std::map<const schema::VocabularyEntry*, std::vector<std::string>> folded_;
};

}  // namespace sitrep::searcher

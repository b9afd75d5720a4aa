#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/date_span.hpp>
#include <sitrep/schema/field_table.hpp>

namespace sitrep::schema {

enum class EntryKind : std::uint8_t {
    Country,
    Place,
    Person,
    Government,      ///< the national one
    Ministry,        ///< any other body of a state
    NationalForces,  ///< all armed forces of a state
    ArmedForces,     ///< a part of them
    ArmedGroup,
    Organisation,
    Alliance,
    Party,
    Company,
};

/// The field that entries of a kind are values of: country, place or actor.
[[nodiscard]] FieldId field_of(EntryKind kind) noexcept;

/// How a name must stand in a text to mean its entry. The mark before a name in a vocabulary file
/// says it.
enum class NameUse : std::uint8_t {
    Always,     ///< no mark: wherever it stands
    Capital,    ///< `=`: with the capital letters that it is written with here
    Ambiguous,  ///< `?`: likewise, and if something else in the report speaks for the entry
    Short,      ///< `*`: after the full name, or after a title such as President
    Never,      ///< `-`: words that hold another name and do not mean it
};

struct VocabularyName {
    std::string text;
    NameUse use = NameUse::Always;
    DateRange valid;  ///< dates of the reports in which the name has this meaning
    bool is_derived =
        false;  ///< an adjective, a people, an inflected form: no name to be asked for

    friend bool operator==(const VocabularyName&, const VocabularyName&) = default;
};

/// What the words for a territory meant before a state was founded: Ukraine is SUN before
/// 1991-12-26.
struct Predecessor {
    std::chrono::sys_days until;  ///< the first day on which it no longer holds
    std::string code;

    friend bool operator==(const Predecessor&, const Predecessor&) = default;
};

/// A country, a place or an actor.
struct VocabularyEntry {
    EntryKind kind = EntryKind::Place;
    std::string value;  ///< what a report is filed under: alpha-3 code or actor id; a place's name
    std::string label;  ///< what people read
    std::vector<std::string> countries;  ///< alpha-3 codes: its own, or those that it belongs to
    std::vector<VocabularyName> names;   ///< the label among them
    std::optional<Predecessor> before;   ///< of a country
    std::string place_kind;              ///< of a place: `capital`, `city`, `region` ...

    friend bool operator==(const VocabularyEntry&, const VocabularyEntry&) = default;
};

/// A word or phrase that speaks for a topic, or one that looks like it and does not.
struct TopicPhrase {
    std::string language;  ///< ISO 639-1
    std::string text;
    int weight = 0;  ///< 1 to 5, 5 if it decides alone; 0 if the phrase rules out what lies in it

    friend bool operator==(const TopicPhrase&, const TopicPhrase&) = default;
};

/// How a country must be named for words beside it to make it a state. The sign in a pattern of
/// `states.tsv` says it.
enum class StateForm : std::uint8_t {
    Any,   ///< `~`: its name or an adjective
    Name,  ///< `+`: its name
    Seat,  ///< `^`: its name, or the one of its capital
    None,  ///< `*`: not at all, the words mean those of a country that the report speaks of
};

/// Words beside a country or its capital that make it the government, the armed forces or another
/// body of the state: `~ troops`, `gobierno de ~`, `^ said`, `* the police`.
struct StatePattern {
    EntryKind kind = EntryKind::Government;  ///< or `NationalForces`, or `Ministry` for any other
    StateForm form = StateForm::Any;
    bool is_behind = false;  ///< the words stand behind the country, else before it
    std::string words;       ///< without the sign
    /// What a `Ministry` is called in English behind the adjective of its country: `foreign
    /// ministry`. Empty for the other kinds.
    std::string body;

    friend bool operator==(const StatePattern&, const StatePattern&) = default;
};

struct Topic {
    std::string id;
    std::string name;
    std::string about;
    std::vector<TopicPhrase> phrases;

    friend bool operator==(const Topic&, const Topic&) = default;
};

/// The five vocabulary files as text; empty where there is none.
struct VocabularyTexts {
    std::string countries;
    std::string places;
    std::string actors;
    std::string states;
    std::string topics;

    friend bool operator==(const VocabularyTexts&, const VocabularyTexts&) = default;
};

/// Reads what there is of `countries.tsv`, `places.tsv`, `actors.tsv`, `states.tsv` and
/// `topics.toml` in a folder. Throws `Error` (Usage) if there is no such folder or none of the
/// files is in it, (Io) if one cannot be read.
[[nodiscard]] VocabularyTexts read_vocabulary(const std::filesystem::path& folder);

/// The key under which a database keeps its additions to the vocabulary (Xapian metadata), if it
/// has any: `to_json` of them.
inline constexpr const char* kVocabularyKey = "sitrep.vocabulary";

/// One text with all of them, and back: what an index keeps of its own vocabulary.
[[nodiscard]] std::string to_json(const VocabularyTexts& texts);
[[nodiscard]] VocabularyTexts vocabulary_from_json(std::string_view text);

/// Who and what reports speak of: countries, places and actors with all their names, and topics
/// with their words. Never changed once made, so that many threads may use one.
class Vocabulary {
public:
    /// The one that comes with the program, made when first asked for.
    [[nodiscard]] static std::shared_ptr<const Vocabulary> builtin();

    /// The built-in one with additions, of one folder or of several. A line whose code or id is
    /// known adds names to that entry. Throws `Error` (Usage) that names file and line of a
    /// mistake.
    [[nodiscard]] static std::shared_ptr<const Vocabulary> with(const VocabularyTexts& additions);
    [[nodiscard]] static std::shared_ptr<const Vocabulary> with(
        std::vector<VocabularyTexts> additions);

    explicit Vocabulary(std::vector<VocabularyTexts> additions);
    ~Vocabulary();
    Vocabulary(const Vocabulary&) = delete;
    Vocabulary& operator=(const Vocabulary&) = delete;

    /// Everything; read when first asked for, which takes some tens of milliseconds. What follows
    /// does without.
    [[nodiscard]] const std::vector<VocabularyEntry>& entries() const;
    [[nodiscard]] const std::vector<StatePattern>& states() const;
    [[nodiscard]] const std::vector<Topic>& topics() const;

    /// What it has beside the built-in one.
    [[nodiscard]] const std::vector<VocabularyTexts>& additions() const noexcept;

    /// Hexadecimal; equal vocabularies have equal ones.
    [[nodiscard]] const std::string& fingerprint() const;

    /// Entries that this text is a name of, in any case, with or without accents and punctuation.
    /// `Never` names and derived ones do not count. They live as long as the vocabulary.
    [[nodiscard]] std::vector<const VocabularyEntry*> named(std::string_view text) const;

    /// The entry of a country or actor with this value; null if there is none. Lives as long as the
    /// vocabulary.
    [[nodiscard]] const VocabularyEntry* find(FieldId field, std::string_view value) const;

    /// True for a value of a country, actor or topic that the vocabulary has.
    [[nodiscard]] bool has(FieldId field, std::string_view value) const;

    /// The canonical form of a facet value as somebody wrote it: alpha-3 for a country, the id of
    /// an actor that only one name fits, the id of a topic with that label, else a slug for actors
    /// and topics (`Wang Yi` gives `wang-yi`), a code for a language. A country or language that is
    /// not known, and every source, stay as they are, less outer white space.
    [[nodiscard]] std::string canonical_value(FieldId field, std::string_view text) const;

    /// What people read for a canonical value: `Ukraine` for UKR, `Wang Yi` for wang-yi.
    [[nodiscard]] std::string label(FieldId field, std::string_view value) const;

    /// Labels of known values nearest to a misspelt one, best first, at most `limit`.
    [[nodiscard]] std::vector<std::string> similar(FieldId field, std::string_view text,
                                                   std::size_t limit) const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sitrep::schema

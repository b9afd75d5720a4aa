#pragma once

#include "enrich/names/meaning_resolver.hpp"
#include "enrich/names/name_tagger.hpp"
#include "enrich/words/text_words.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// A person whom the vocabulary does not hold, at the first words that show that it is one.
struct FoundPerson {
    std::string value;        ///< the name as a slug
    std::uint32_t begin = 0;  ///< bytes of the body, half open
    std::uint32_t end = 0;
};

/// Finds the names of persons in Latin script that nobody listed, by how a text introduces them: an
/// office before or behind the name, an age, a first name that is known. Used by one thread.
class PersonFinder {
public:
    /// What is enough to take a name for a person's.
    enum class Proof : std::uint8_t {
        Title,      ///< an office before it
        Role,       ///< or what is said of the person behind it, or by the person before it
        FirstName,  ///< or a first name that is known
    };

    /// Persons of a body in the order of the text, without those that are among `meanings`. Valid
    /// until the next call.
    [[nodiscard]] const std::vector<FoundPerson>& find(const TextPart& body,
                                                       const Mentions& mentions,
                                                       const Meanings& meanings,
                                                       std::string_view language, Proof enough);

private:
    /// What a word of the body was found to be.
    enum class Known : std::uint8_t { Nothing, Surname, People, Place, Actor };
    enum class Gap : std::uint8_t { Blank, Hyphen, Comma, Break };
    /// Indexes of the words of a name, both included.
    struct Name {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::uint32_t parts = 0;  ///< words with blanks between, without particles
    };

    void mark_known(const Mentions& mentions, const Meanings& meanings);
    [[nodiscard]] Gap gap_after(std::uint32_t word) const;
    [[nodiscard]] bool is_small(std::uint32_t word) const;
    [[nodiscard]] bool is_name_word(std::uint32_t word) const;
    [[nodiscard]] Name name_at(std::uint32_t first) const;
    void drop_opener(Name& name) const;
    [[nodiscard]] bool is_possible(const Name& name) const;
    [[nodiscard]] bool stands_free(const Name& name) const;
    [[nodiscard]] bool is_person(const Name& name, Proof enough) const;
    [[nodiscard]] bool has_title_before(const Name& name) const;
    [[nodiscard]] bool belongs_to_title(std::uint32_t word) const;
    [[nodiscard]] bool has_role_behind(const Name& name) const;
    [[nodiscard]] bool is_body(std::uint32_t word) const;
    [[nodiscard]] bool is_somebodys(const Name& name) const;
    [[nodiscard]] bool is_quoted(const Name& name) const;
    void add(const Name& name);

    const TextPart* body_ = nullptr;
    bool has_adjectives_behind_ = false;  ///< of the language: el ministro venezolano
    std::vector<Known> known_;            // by word
    std::vector<FoundPerson> found_;
};

}  // namespace sitrep::indexer

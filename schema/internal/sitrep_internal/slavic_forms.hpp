#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::schema {

/// The other case forms of a Russian or Ukrainian personal name, folded like the name itself:
/// `зеленский` gives `зеленского`, `зеленскому` ... Men's and women's names are told apart by their
/// endings only, so a few of the forms may be nobody's. Nothing for names that are not declined,
/// and for words of other scripts.
[[nodiscard]] std::vector<std::string> slavic_case_forms(std::string_view name);

/// Those of a name of one or several words, also those `OfQuery`, each word in the same case and language: `сергей
/// лавров` gives `сергея лаврова`, `сергеем лавровым` ... Of a longer one, in which not every word
/// may be declined, also those of the last word alone.
[[nodiscard]] std::vector<std::string> slavic_case_forms_of_name(std::string_view name);

/// Likewise of a word in the name of a body, an adjective or a noun of either number: `береговая`
/// gives `береговой`, `силы` `сил`, `силам` ... Not those that `slavic_case_forms` has.
[[nodiscard]] std::vector<std::string> slavic_case_forms_of_body(std::string_view word);

/// Which of its forms a word has in texts. Those `OfQuery` are too often other words to be read as
/// forms there; somebody who searches for one may mean them.
enum class SlavicForms : std::uint8_t { None, OfPerson, OfBody, OfQuery };

/// What a word of a text may be a form of, `forms` being one of those that it has then.
struct SlavicNominative {
    std::string word;
    SlavicForms forms;
};

/// All words that `slavic_case_forms` or `slavic_case_forms_of_body` would make into this one.
[[nodiscard]] std::vector<SlavicNominative> slavic_nominatives(std::string_view form);

}  // namespace sitrep::schema

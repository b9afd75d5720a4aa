#pragma once

#include <string_view>

namespace sitrep::indexer {

/// What a word says of a person's name that it is a part of, or that stands beside it.
struct PersonSigns {
    bool is_title : 1 = false;  ///< mayor, spokesman, Col, portavoz, ministre ...
    bool is_attribute : 1 =
        false;                     ///< with a capital no part of a name: Foreign, Deputy, Meanwhile
    bool is_thing : 1 = false;     ///< makes a thing of the names beside it: Street, Foundation
    bool is_particle : 1 = false;  ///< inside a name: bin, al, van, de
    bool is_link : 1 = false;      ///< joins a title and its office: of, for, des
    bool is_preposition : 1 = false;  ///< in, near, en: a place follows
    bool is_pronoun : 1 = false;      ///< who, qui, quien: the name before it is a person's
    bool is_statement : 1 = false;    ///< said, denied
    bool is_first_name : 1 = false;

    friend bool operator==(const PersonSigns&, const PersonSigns&) = default;
};

/// `word` is folded. Not all first names are known here.
[[nodiscard]] PersonSigns person_signs(std::string_view word);

}  // namespace sitrep::indexer

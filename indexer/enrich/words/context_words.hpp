#pragma once

#include <string_view>

namespace sitrep::indexer {

/// What a word says of the names beside it.
struct ContextSigns {
    bool is_title : 1 = false;      ///< President, General, король ...: before a surname
    bool is_direction : 1 = false;  ///< north, eastern ...: no part of a person's name
    bool is_stop_word : 1 = false;
    bool is_helper : 1 = false;    ///< has, will, not, also ...: stands before the verb
    bool is_relative : 1 = false;  ///< which, who, qui ...: stands before the verb of a clause
    bool is_past : 1 = false;  ///< ends like a past tense of English: what a state may have done
    bool is_and : 1 = false;
    bool is_article : 1 = false;
    bool is_preposition : 1 = false;
    bool is_of : 1 = false;
    bool is_asking : 1 = false;    ///< told, asks ...: whoever comes next is spoken to
    bool is_aside : 1 = false;     ///< to, at, by ...: the United Nations behind it rarely act
    bool is_organ : 1 = false;     ///< mission, resolution ...: beside the UN, not the UN itself
    bool is_others : 1 = false;    ///< child, former, rebel ...: before soldiers of no state
    bool is_military : 1 = false;  ///< naval, retreating ...: may stand between Russian and troops
    bool is_governing : 1 =
        false;  ///< government, cabinet ...: beside a person, those that they lead

    friend bool operator==(const ContextSigns&, const ContextSigns&) = default;
};

/// `word` is folded.
[[nodiscard]] ContextSigns context_signs(std::string_view word);

}  // namespace sitrep::indexer

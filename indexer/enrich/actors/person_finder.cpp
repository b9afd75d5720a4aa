#include "person_finder.hpp"

#include "enrich/names/neighbours.hpp"
#include "enrich/words/letter_case.hpp"

#include <algorithm>

#include <sitrep/schema/facet_value.hpp>
#include <sitrep/schema/fold.hpp>

namespace sitrep::indexer {
namespace {

constexpr std::uint32_t kMinParts = 2;
constexpr std::uint32_t kMaxParts = 4;
/// In words: how far a title may stand from the name.
constexpr int kReach = 7;
/// A text with more of them is a list of names.
constexpr std::size_t kMaxPersons = 60;
/// In bytes: words before whose full stop a sentence seldom ends: Col. Ali, J. Smith.
constexpr std::uint32_t kMaxAbbreviation = 4;

bool may_begin_latin_capital(char byte) {
    const auto c = static_cast<unsigned char>(byte);
    return (c >= 'A' && c <= 'Z') || (c >= 0xC3 && c <= 0xC9) || c == 0xE1;
}

/// True for white space without an empty line: names may go on in the next line.
bool is_blank(std::string_view gap) {
    return gap == " " || (gap.find_first_not_of(" \n\r\t") == std::string_view::npos &&
                          std::ranges::count(gap, '\n') <= 1);
}

bool is_age(std::string_view word) {
    return word.size() == 2 && word[0] >= '1' && word[0] <= '9' && word[1] >= '0' && word[1] <= '9';
}

}  // namespace

const std::vector<FoundPerson>& PersonFinder::find(const TextPart& body, const Mentions& mentions,
                                                   const Meanings& meanings,
                                                   std::string_view language, Proof enough) {
    found_.clear();
    body_ = &body;
    has_adjectives_behind_ = language == "fr" || language == "es";
    mark_known(mentions, meanings);
    const auto count = static_cast<std::uint32_t>(body.words.size());
    for (std::uint32_t i = 0; i < count && found_.size() < kMaxPersons;) {
        if (!is_name_word(i)) {
            ++i;
            continue;
        }
        Name name = name_at(i);
        i = name.last + 1;
        drop_opener(name);
        if (is_possible(name) && is_person(name, enough)) add(name);
    }
    return found_;
}

/// A longer name that may mean several entries is none of somebody else.
void PersonFinder::mark_known(const Mentions& mentions, const Meanings& meanings) {
    known_.assign(body_->words.size(), Known::Nothing);
    const auto mark = [this](const Mention& mention, Known known) {
        if (mention.place != TextPlace::Body) return;
        for (std::uint32_t i = 0; i < mention.words; ++i) known_[mention.first_word + i] = known;
    };
    for (const Mention& mention : mentions.list) {
        if (mention.words > 1) mark(mention, Known::Actor);
    }
    for (const Meaning& place : meanings.places) {
        mark(mentions.list[place.mention], place.is_derived ? Known::People : Known::Place);
    }
    for (const Meaning& actor : meanings.actors) {
        const Mention& mention = mentions.list[actor.mention];
        // Of a country with its armed forces or its government.
        const bool is_place =
            mention.place == TextPlace::Body && (known_[mention.first_word] == Known::Place ||
                                                 known_[mention.first_word] == Known::People);
        if (is_place) continue;
        mark(mention, mention.words == 1 ? Known::Surname : Known::Actor);
    }
    for (const Meaning& aside : meanings.asides) mark(mentions.list[aside.mention], Known::Actor);
}

/// What stands between a word and the next.
PersonFinder::Gap PersonFinder::gap_after(std::uint32_t word) const {
    const auto& words = body_->words;
    if (word + 1 >= words.size() || words[word + 1].begin < words[word].end) return Gap::Break;
    const auto between =
        body_->text.substr(words[word].end, words[word + 1].begin - words[word].end);
    if (is_blank(between)) return Gap::Blank;
    if (between == "-" || between == "\u2010" || between == "\u2011") return Gap::Hyphen;
    if (between == ", ") return Gap::Comma;
    const bool is_abbreviated = words[word].end - words[word].begin <= kMaxAbbreviation;
    return between == ". " && is_abbreviated ? Gap::Blank : Gap::Break;
}

/// True for a word without capitals.
bool PersonFinder::is_small(std::uint32_t word) const {
    return letter_case(body_->of(body_->words[word])) == WordCase::Any;
}

bool PersonFinder::is_name_word(std::uint32_t word) const {
    const TextWord& here = body_->words[word];
    if (!may_begin_latin_capital(body_->text[here.begin])) return false;
    const PersonSigns& signs = here.person;
    return known_[word] <= Known::Surname && !signs.is_title && !signs.is_attribute &&
           !signs.is_thing && !here.context.is_stop_word && !here.date.is_any() &&
           letter_case(body_->of(here)) == WordCase::Initial;
}

PersonFinder::Name PersonFinder::name_at(std::uint32_t first) const {
    const auto& words = body_->words;
    Name name{first, first, 1};
    while (true) {
        const Gap gap = gap_after(name.last);
        if (gap > Gap::Hyphen || is_possessive(*body_, name.last)) return name;
        const bool is_initial = body_->of(words[name.last]).size() <= 2;
        if (body_->text[words[name.last].end] == '.' && !is_initial) return name;
        std::uint32_t next = name.last + 1;
        const bool is_second_half = gap == Gap::Hyphen && is_small(next);
        if (is_second_half && !words[next].person.is_attribute &&
            !words[next].context.is_stop_word) {
            name.last = next;
            continue;
        }
        for (int particles = 0; particles < 2 && next < words.size(); ++particles) {
            if (!words[next].person.is_particle || is_name_word(next)) break;
            if (gap_after(next) > Gap::Hyphen) return name;
            ++next;
        }
        if (next >= words.size() || !is_name_word(next)) return name;
        if (gap == Gap::Blank) ++name.parts;
        name.last = next;
    }
}

/// The first word of a sentence has a capital whatever it is.
void PersonFinder::drop_opener(Name& name) const {
    const auto& words = body_->words;
    if (name.parts <= kMinParts || words[name.first].person.is_first_name) return;
    if (name.first > 0 && gap_after(name.first - 1) <= Gap::Comma) return;
    if (gap_after(name.first) != Gap::Blank || !words[name.first + 1].person.is_first_name) return;
    ++name.first;
    --name.parts;
}

bool PersonFinder::is_possible(const Name& name) const {
    if (name.parts < kMinParts || name.parts > kMaxParts) return false;
    if (known_[name.last] == Known::Surname) return false;
    if (name.first > 0 && known_[name.first - 1] == Known::Actor &&
        gap_after(name.first - 1) == Gap::Blank && !is_possessive(*body_, name.first - 1)) {
        return false;
    }
    const auto& words = body_->words;
    const auto length = [&](std::uint32_t word) { return words[word].end - words[word].begin; };
    if (length(name.last) < 2) return false;
    std::uint32_t longest = 0;
    for (std::uint32_t i = name.first; i <= name.last; ++i) longest = std::max(longest, length(i));
    if (longest < 3) return false;
    const Gap gap = gap_after(name.last);
    if (gap > Gap::Hyphen || name.last + 1 >= words.size()) return true;
    if (gap == Gap::Hyphen) return false;
    if (is_possessive(*body_, name.last)) return true;
    // The name goes on, or names what the next person works for: Morgan Stanley analyst X.
    const TextWord& next = words[name.last + 1];
    if (next.person.is_thing || next.person.is_title) return false;
    const bool is_firm = next.context.is_and && gap_after(name.last + 1) == Gap::Blank &&
                         words[name.last + 2].person.is_thing;
    if (is_firm) return false;
    if (!may_begin_latin_capital(body_->text[next.begin])) return true;
    return next.context.is_stop_word;
}

bool PersonFinder::is_person(const Name& name, Proof enough) const {
    if (has_title_before(name)) return true;
    if (enough == Proof::Title || !stands_free(name)) return false;
    if (has_role_behind(name) || is_quoted(name) || is_somebodys(name)) return true;
    const TextWord& first = body_->words[name.first];
    return enough == Proof::FirstName && first.person.is_first_name && !first.context.is_direction;
}

/// False if the words before make a place, a thing or a credit of the name.
bool PersonFinder::stands_free(const Name& name) const {
    if (name.first == 0) return true;
    const auto& words = body_->words;
    const TextWord& before = words[name.first - 1];
    const Gap gap = gap_after(name.first - 1);
    if (gap == Gap::Comma) return true;
    if (gap == Gap::Break) return body_->text[words[name.first].begin - 1] != '/';
    if (gap == Gap::Hyphen) return false;
    if (is_possessive(*body_, name.first - 1)) return true;
    const auto text = body_->of(before);
    // Of ships, too: HMS X.
    if (before.person.is_thing || letter_case(text) == WordCase::All) return false;
    const bool is_like_place =
        !words[name.first].person.is_first_name || words[name.first].context.is_direction;
    if (before.person.is_preposition && is_like_place) return false;
    // The hamlet of X, la ciudad de X.
    if (before.person.is_link && name.first > 1 && words[name.first - 2].person.is_thing) {
        return false;
    }
    if (known_[name.first - 1] >= Known::Place) return false;
    const bool is_article = before.person.is_particle && !before.person.is_preposition;
    return !is_article && text != "the" && text != "The";
}

/// President X, the governor of Kaduna, X, le ministre de la Justice X.
bool PersonFinder::has_title_before(const Name& name) const {
    if (name.first == 0) return false;
    std::uint32_t at = name.first - 1;
    const Gap gap = gap_after(at);
    const bool is_inserted = gap == Gap::Comma && gap_after(name.last) != Gap::Blank;
    if (gap > Gap::Hyphen && !is_inserted) return false;
    if (body_->words[at].person.is_link) return false;
    for (int steps = 0; steps < kReach; ++steps, --at) {
        if (body_->words[at].person.is_title) return true;
        const bool goes_on = is_inserted || belongs_to_title(at);
        if (!goes_on || body_->words[at].person.is_statement) return false;
        if (at == 0 || gap_after(at - 1) > Gap::Hyphen) return false;
    }
    return false;
}

/// Of a word behind a title, such as Justice, of, Nigeria: whether the name may still follow.
bool PersonFinder::belongs_to_title(std::uint32_t word) const {
    const PersonSigns& signs = body_->words[word].person;
    if (signs.is_link || known_[word] >= Known::Place) return true;
    if (known_[word] == Known::People) return has_adjectives_behind_;
    return is_small(word) ? has_adjectives_behind_ : signs.is_attribute;
}

/// X, spokesman of; X, 45; X, who.
bool PersonFinder::has_role_behind(const Name& name) const {
    const auto& words = body_->words;
    if (gap_after(name.last) != Gap::Comma) return false;
    std::uint32_t at = name.last + 1;
    if (words[at].person.is_pronoun || is_age(body_->of(words[at]))) return true;
    for (int steps = 0; steps < kReach; ++steps, ++at) {
        if (words[at].person.is_statement) return false;
        if (words[at].person.is_title) return is_small(at);
        if (gap_after(at) > Gap::Hyphen) return false;
    }
    return false;
}

/// A name of a body, or an acronym. Names of several words may also be those of known persons.
bool PersonFinder::is_body(std::uint32_t word) const {
    if (known_[word] != Known::Surname) return known_[word] == Known::Actor;
    const auto text = schema::without_possessive(body_->of(body_->words[word]));
    return letter_case(text) == WordCase::All;
}

/// UNICEF's X, X of UNICEF.
bool PersonFinder::is_somebodys(const Name& name) const {
    const auto& words = body_->words;
    // The EU's Green Deal and NATO's Steadfast Defender are no persons.
    const bool is_owned = words[name.first].person.is_first_name && name.first > 0 &&
                          gap_after(name.first - 1) == Gap::Blank &&
                          is_possessive(*body_, name.first - 1) && is_body(name.first - 1);
    if (is_owned) return true;
    if (gap_after(name.last) != Gap::Blank || body_->of(words[name.last + 1]) != "of") return false;
    if (gap_after(name.last + 1) != Gap::Blank) return false;
    std::uint32_t owner = name.last + 2;
    if (body_->of(words[owner]) == "the" && gap_after(owner) == Gap::Blank) ++owner;
    return is_body(owner);
}

/// "...", said X.
bool PersonFinder::is_quoted(const Name& name) const {
    if (name.first < 2 || gap_after(name.first - 1) != Gap::Blank) return false;
    const TextWord& verb = body_->words[name.first - 1];
    if (!verb.person.is_statement || !is_small(name.first - 1)) return false;
    const char before = body_->text[verb.begin - 2];
    return before == '"' || before == ',' || static_cast<unsigned char>(before) >= 0x80;
}

void PersonFinder::add(const Name& name) {
    const std::uint32_t begin = body_->words[name.first].begin;
    const auto text =
        schema::without_possessive(body_->text.substr(begin, body_->words[name.last].end - begin));
    std::string value = schema::slug(text);
    // Again, or without the first name.
    const bool is_known = std::ranges::any_of(found_, [&](const FoundPerson& person) {
        const std::string_view longer = person.value;
        return longer == value || (longer.ends_with(value) && longer.size() > value.size() &&
                                   longer[longer.size() - value.size() - 1] == '-');
    });
    if (is_known) return;
    found_.push_back({std::move(value), begin, begin + static_cast<std::uint32_t>(text.size())});
}

}  // namespace sitrep::indexer

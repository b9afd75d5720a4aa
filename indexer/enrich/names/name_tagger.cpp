#include "name_tagger.hpp"

#include "enrich/words/letter_case.hpp"

#include <algorithm>

#include <sitrep/schema/fold.hpp>

namespace sitrep::indexer {
namespace {

using schema::NameUse;

constexpr std::uint32_t kMaxGapBytes = 3;
/// In bytes: words before whose full stop a sentence seldom ends: St. Petersburg, Gen. Hayden.
constexpr std::uint32_t kMaxAbbreviation = 4;

enum class Gap { None, Comma, Break };

/// What stands between two neighbouring words of one name: nothing but white space, hyphens and the
/// like, or a comma, or a full stop after an abbreviation.
Gap gap_between(std::string_view text, const TextWord& before, const TextWord& after) {
    if (after.position != before.position + 1) return Gap::Break;
    if (after.begin < before.end) return Gap::None;  // pairs of characters overlap
    const auto between = text.substr(before.end, after.begin - before.end);
    if (between.size() > kMaxGapBytes) {
        // An apostrophe or a dash of three bytes may have a blank beside it; a long indent may not.
        return between.size() <= kMaxGapBytes + 1 &&
                       between.find_first_of(".,;:!?()\n") == std::string_view::npos
                   ? Gap::None
                   : Gap::Break;
    }
    Gap gap = Gap::None;
    for (const char c : between) {
        if (c == ',') {
            gap = Gap::Comma;
        } else if (c == '.') {
            if (before.end - before.begin > kMaxAbbreviation) return Gap::Break;
        } else if (c == ';' || c == ':' || c == '!' || c == '?' || c == '(' || c == ')') {
            return Gap::Break;
        }
    }
    return gap;
}

bool holds(const NameSense& sense, const std::optional<schema::ReportDate>& date) {
    if (!sense.is_for_a_time()) return true;
    if (!date) return false;
    return sense.first_day <= date->last().time_since_epoch().count() &&
           date->first().time_since_epoch().count() <= sense.last_day;
}

}  // namespace

const Mentions& NameTagger::tag(const ReportText& text,
                                const std::optional<schema::ReportDate>& date) {
    out_.list.clear();
    out_.senses.clear();
    date_ = date;
    tag_part({TextPlace::Title, text.title, is_all_capitals(text.title.text)});
    tag_part({TextPlace::Body, text.body, false});
    return out_;
}

void NameTagger::tag_part(const Part& part) {
    const auto count = static_cast<std::uint32_t>(part.text.words.size());
    for (std::uint32_t i = 0; i < count;) {
        const bool may_begin = part.text.may_begin(i, &TextWord::in_names);
        i += may_begin ? std::max(1U, longest(part, i)) : 1U;
    }
}

/// How many words the longest name that begins at a word has; 0 if none begins there.
std::uint32_t NameTagger::longest(const Part& part, std::uint32_t first) {
    struct End {
        std::uint32_t node;
        std::uint32_t words;
        bool has_comma;
    };
    End ends[NameSense::kMaxWords];
    std::size_t found = 0;
    std::uint32_t node = SymbolTrie<NameSense>::kRoot;
    bool has_comma = false;
    for (std::uint32_t i = first; i < part.text.words.size() && i - first < NameSense::kMaxWords;
         ++i) {
        const TextWord& word = part.text.words[i];
        if (i > first && !word.in_names.goes_on_with) break;
        if (i == first + 1 && !may_go_on(part.text.words[first].in_names, word.in_names)) break;
        node = names_.trie().step(node, word.name);
        if (node == SymbolTrie<NameSense>::kNowhere) break;
        if (i > first) {
            const Gap gap = gap_between(part.text.text, part.text.words[i - 1], word);
            if (gap == Gap::Break) break;
            has_comma = has_comma || gap == Gap::Comma;
        }
        const bool is_name =
            i == first ? word.in_names.is_whole : !names_.trie().values(node).empty();
        if (is_name) ends[found++] = {node, i - first + 1, has_comma};
    }
    while (found > 0) {
        const End& end = ends[--found];
        if (const auto words = take(part, first, end.node, end.words, end.has_comma)) return words;
    }
    return 0;
}

/// Takes the words for a mention of what they may mean. 0 if they can mean nothing.
std::uint32_t NameTagger::take(const Part& part, std::uint32_t first, std::uint32_t node,
                               std::uint32_t words, bool has_comma) {
    const TextWord& from = part.text.words[first];
    const TextWord& to = part.text.words[first + words - 1];
    const bool has_dots = part.text.of(from).find('.') != std::string_view::npos;
    const auto begin = out_.senses.size();
    bool is_excluded = false;
    for (const NameSense& sense : names_.trie().values(node)) {
        if (has_comma && !sense.has_comma) continue;
        if (!holds(sense, date_) || !fits(part, first, sense)) continue;
        if (sense.use == NameUse::Never) {
            is_excluded = true;
            continue;
        }
        out_.senses.push_back(sense);
        // In a line of capitals nothing tells US from us.
        if (part.is_capitals && sense.is_acronym && !has_dots) {
            out_.senses.back().use = NameUse::Ambiguous;
        }
    }
    const auto count = static_cast<std::uint32_t>(out_.senses.size() - begin);
    if (count == 0) return is_excluded ? words : 0;
    out_.list.push_back(
        {part.place, first, words, from.begin, to.end, static_cast<std::uint32_t>(begin), count});
    return words;
}

/// Whether the capitals are there that a sense asks for.
bool NameTagger::fits(const Part& part, std::uint32_t first, const NameSense& sense) const {
    if (sense.use == NameUse::Always) return true;
    for (std::size_t i = 0; i < sense.words; ++i) {
        const WordCase wanted = sense.case_of(i);
        if (wanted == WordCase::Any) continue;
        const WordCase written =
            letter_case(schema::without_possessive(part.text.of(part.text.words[first + i])));
        if (written == WordCase::Any) return false;
        if (wanted == WordCase::All && written != WordCase::All) return false;
    }
    return true;
}

}  // namespace sitrep::indexer

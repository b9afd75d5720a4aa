#include "misspelt_words.hpp"

#include "alias_expander.hpp"
#include "leaf_forms.hpp"
#include "query_translator.hpp"
#include "word_pattern.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unicode/uchar.h>
#include <utility>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/term.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::searcher {
namespace {

using schema::FieldId;
using schema::TokenKind;

constexpr std::size_t kShortestWord = 4;
constexpr std::size_t kLongestWord = 40;
/// So many letters leave room for a second slip.
constexpr std::size_t kLongWord = 8;

/// A query of hundreds of words is no place for slips of the pen, and each costs a look-up.
constexpr std::size_t kMostLookedAt = 100;
constexpr std::size_t kMostMisspelt = 8;

/// Whether words are found, given how many reports have the terms of a search.
class WordFinder {
public:
    WordFinder(DatabaseSession& session, const Xapian::MSet& matches)
        : session_(session), matches_(matches) {}

    /// Whether a report of the right stemmer has a term of the word.
    [[nodiscard]] bool is_found(const std::string& word) {
        if (is_frequent(word)) return true;
        QueryNode leaf;
        leaf.kind = QueryNode::Kind::Words;
        leaf.text = word;
        bool has_term = false;
        for (const auto& form : leaf_forms(session_, leaf)) {
            for (const auto& terms : form.pattern) {
                if (terms.size() != 1) continue;
                const auto with_term = reports_with(terms.front());
                if (is_among(with_term, form.reports)) return true;
                has_term = has_term || with_term > 0;
            }
        }
        if (!has_term) return false;
        Xapian::Enquire enquire(session_.database());
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.set_query(QueryTranslator(session_, Comparison::Analyzed).translate(leaf));
        return !enquire.get_mset(0, 1).empty();
    }

private:
    [[nodiscard]] Xapian::doccount reports_with(std::string_view term) const {
        return matches_.get_termfreq(schema::word_term(FieldId::Body, term));
    }

    /// Of more than all reports together, some are the same.
    [[nodiscard]] bool is_among(Xapian::doccount with_term, std::uint64_t of_stemmer) const {
        return with_term + of_stemmer > session_.database().get_doccount();
    }

    /// Most words are in reports of the stemmer that most reports went through.
    [[nodiscard]] bool is_frequent(std::string_view word) {
        if (session_.stemmers().empty()) return false;
        const auto& [stemmer, reports] = session_.stemmers().front();
        const auto& tokens = session_.analyzer().analyze(word, stemmer);
        return tokens.size() == 1 && is_among(reports_with(tokens.front().term), reports);
    }

    DatabaseSession& session_;
    const Xapian::MSet& matches_;
};

/// Where words stand that the vocabulary knows, alone or as a part of a name.
void collect_names(const QueryNode& node, std::set<std::size_t>& offsets) {
    if (node.kind == QueryNode::Kind::Words && !node.alias_of.empty()) offsets.insert(node.offset);
    if (node.kind == QueryNode::Kind::Name) {
        for (const auto* leaf : text_leaves(node)) offsets.insert(leaf->offset);
    }
    for (const auto& child : node.children) collect_names(child, offsets);
}

class Finder {
public:
    Finder(DatabaseSession& session, const SearchedQuery& query)
        : session_(session), query_(query), words_(session, query.matches) {}

    [[nodiscard]] std::vector<MisspeltWord> run() {
        for (const auto* wanted : wanted_leaves(query_.root)) {
            for (const auto* leaf : text_leaves(*wanted)) {
                if (!leaf->is_beginning) look_at(*leaf);
            }
        }
        if (!found_.empty()) leave_out_names();
        std::vector<MisspeltWord> words;
        for (auto& found : found_) words.push_back(std::move(found.word));
        return words;
    }

private:
    struct Piece {
        std::size_t begin = 0;
        std::size_t end = 0;
        bool is_compound = false;
        std::u32string letters;
    };

    /// The words of a text that may have slips, and compounds in one piece before their parts.
    [[nodiscard]] std::vector<Piece> pieces_of(std::string_view text) {
        std::vector<Piece> pieces;
        for (const auto& token : session_.analyzer().analyze(text, schema::kNoStemmer)) {
            auto letters = schema::code_points(token.term);
            if (slips_allowed(letters) == 0) continue;
            const auto word = text.substr(token.begin, token.end - token.begin);
            pieces.push_back({token.begin, token.begin + schema::without_possessive(word).size(),
                              token.kind == TokenKind::Joined, std::move(letters)});
        }
        return pieces;
    }

    void look_at(const QueryNode& leaf) {
        // The text stands in the query as it is, behind signs, a field and a quotation mark.
        const auto start = query_.text.find(leaf.text, std::max(leaf.offset, leaf.value_offset));
        if (start == std::string_view::npos) return;
        std::size_t end_of_compound = 0;
        for (auto& piece : pieces_of(leaf.text)) {
            if (piece.begin < end_of_compound) continue;
            const bool is_missing = this->is_missing(piece.letters);
            if (piece.is_compound) {
                // The parts of a compound that is found need not be.
                if (!is_missing) end_of_compound = piece.end;
            } else if (is_missing && found_.size() < kMostMisspelt) {
                found_.push_back(
                    {{start + piece.begin, start + piece.end, leaf.field, std::move(piece.letters)},
                     leaf.offset});
            }
        }
    }

    bool is_missing(const std::u32string& letters) {
        if (const auto known = is_missing_.find(letters); known != is_missing_.end())
            return known->second;
        if (is_missing_.size() == kMostLookedAt) return false;
        return is_missing_.emplace(letters, !words_.is_found(text_of(letters))).first->second;
    }

    [[nodiscard]] bool is_name(std::string_view word) {
        NameLookup names(*session_.vocabulary(), session_.analyzer());
        return !names.readings_of(word).empty();
    }

    /// Also if the request does without aliases: what is a name is not misspelt.
    void leave_out_names() {
        std::set<std::size_t> named;
        collect_names(
            AliasExpander(*session_.vocabulary(), session_.analyzer()).expand(query_.root), named);
        std::erase_if(found_, [&](const Found& found) {
            const auto& [begin, end, field, letters] = found.word;
            return named.contains(found.leaf) || is_name(query_.text.substr(begin, end - begin));
        });
    }

    struct Found {
        MisspeltWord word;
        std::size_t leaf = 0;  // its offset
    };

    DatabaseSession& session_;
    const SearchedQuery& query_;
    WordFinder words_;
    std::map<std::u32string, bool> is_missing_;
    std::vector<Found> found_;
};

}  // namespace

std::u32string letters_of(std::string_view word) {
    std::string folded = schema::fold_name(schema::without_possessive(word));
    std::erase(folded, ' ');
    return schema::code_points(folded);
}

std::string text_of(const std::u32string& letters) {
    std::string text;
    for (const char32_t letter : letters) schema::append_utf8(text, letter);
    return text;
}

std::size_t slips_allowed(const std::u32string& letters) {
    const bool is_plain = std::ranges::none_of(
        letters, [](char32_t letter) { return u_isdigit(static_cast<UChar32>(letter)) != 0; });
    if (letters.size() < kShortestWord || letters.size() > kLongestWord || !is_plain) return 0;
    return letters.size() < kLongWord ? 1 : 2;
}

std::vector<MisspeltWord> misspelt_words(DatabaseSession& session, const SearchedQuery& query) {
    return Finder(session, query).run();
}

}  // namespace sitrep::searcher

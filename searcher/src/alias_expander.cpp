#include "alias_expander.hpp"

#include "name_shape.hpp"
#include "word_pattern.hpp"

#include <algorithm>
#include <iterator>
#include <unicode/uscript.h>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::searcher {
namespace {

using Node = QueryNode::Kind;
using schema::EntryKind;

/// Hardly any name is longer.
constexpr std::size_t kMaxNameWords = 8;
/// A query of a thousand words is no list of names, and each look-up costs microseconds.
constexpr std::size_t kMaxLookups = 1000;

bool fit(NameShape a, NameShape b) {
    return a == b || a == NameShape::Unspaced || b == NameShape::Unspaced;
}

/// The forms that a name of one shape may be replaced by. Only names of persons have two shapes
/// that must not be mixed: Lavrov is no Sergei Lavrov. Several words may become any name.
bool may_replace(NameShape alias, NameShape name, EntryKind kind) {
    if (name == NameShape::Words && kind != EntryKind::Person) return true;
    return fit(alias, name);
}

/// A single word stays a single word, though a surname may have several.
bool is_too_long(std::string_view alias, std::string_view text) {
    return alias.find(' ') != std::string_view::npos && text.find(' ') == std::string_view::npos;
}

/// True if the words of the one stand side by side in the other: whatever has the longer name has
/// the shorter one, too.
bool is_within(std::string_view name, std::string_view longer) {
    return (" " + std::string(longer) + " ").find(" " + std::string(name) + " ") !=
           std::string::npos;
}

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> words;
    std::size_t begin = 0;
    while ((begin = text.find_first_not_of(" \t\r\n", begin)) != std::string_view::npos) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
        words.emplace_back(text.substr(begin, end - begin));
        begin = end;
    }
    return words;
}

template <typename TextOf>
std::string joined(std::size_t begin, std::size_t end, TextOf text_of) {
    std::string out;
    for (std::size_t i = begin; i < end; ++i) out += (i == begin ? "" : " ") + text_of(i);
    return out;
}

void add_new(std::vector<std::string>& list, const std::string& text) {
    if (std::ranges::find(list, text) == list.end()) list.push_back(text);
}

/// How many ways to write each of so many names leave few enough ways to write all of them.
std::size_t ways_each(std::size_t names) {
    std::size_t ways = AliasExpander::kMaxAliases + 1;
    const auto all = [names](std::size_t each) {
        std::size_t product = 1;
        for (std::size_t i = 0; i < names && product <= AliasExpander::kMaxAliases + 1; ++i)
            product *= each;
        return product;
    };
    while (ways > 1 && all(ways) > AliasExpander::kMaxAliases + 1) --ways;
    return ways;
}

bool is_plain_word(const QueryNode& node) {
    return node.kind == Node::Words && node.occur == Occur::Should &&
           node.field == schema::FieldId::Body;
}

void describe(const QueryNode& node, std::vector<std::string>& lines) {
    if (is_text(node) && !node.aliases.empty()) {
        std::string line = node.text + " = " + schema::fold(node.text);
        for (const auto& alias : node.aliases) line += " or " + alias;
        line += " (alias of ";
        for (const auto& label : node.alias_of)
            line += (&label == &node.alias_of.front() ? "" : ", ") + label;
        line += ")";
        add_new(lines, line);
    }
    for (const auto& child : node.children) describe(child, lines);
}

}  // namespace

AliasExpander::Entries AliasExpander::entries_of(std::string_view text) {
    Entries entries;
    if (++lookups_ > kMaxLookups) return entries;
    const std::string_view bare = schema::without_possessive(text);
    const std::string folded = schema::fold_name(bare);
    for (const auto* entry : vocabulary_.named(bare)) {
        const bool is_good = std::ranges::any_of(entry->names, [&](const auto& name) {
            return is_searched_for(name, *entry, folded) && schema::fold_name(name.text) == folded;
        });
        if (is_good) entries.push_back(entry);
    }
    return entries;
}

Aliases AliasExpander::names_in(const Entries& entries, std::string_view text) {
    const std::string wanted = schema::fold_name(schema::without_possessive(text));
    Aliases out;
    std::vector<std::string> seen{wanted};
    for (const auto* entry : entries) {
        std::vector<std::string> folded;
        for (const auto& name : entry->names) folded.push_back(schema::fold_name(name.text));
        const auto is_good = [&](std::size_t i) {
            return is_searched_for(entry->names[i], *entry, folded[i]);
        };
        const auto shape = [&](std::size_t i) {
            return shape_of(entry->names[i], entry->kind, folded[i]);
        };
        std::vector<NameShape> shapes;
        for (std::size_t i = 0; i < folded.size(); ++i) {
            if (folded[i] == wanted && is_good(i)) shapes.push_back(shape(i));
        }
        for (std::size_t i = 0; i < folded.size(); ++i) {
            if (!is_good(i) || is_too_long(folded[i], wanted)) continue;
            const bool is_fit = std::ranges::any_of(shapes, [&](NameShape wanted_shape) {
                return may_replace(shape(i), wanted_shape, entry->kind);
            });
            const bool is_needless = std::ranges::any_of(
                seen, [&](const std::string& name) { return is_within(name, folded[i]); });
            if (!is_fit || is_needless) continue;
            seen.push_back(folded[i]);
            out.names.push_back(schema::fold(entry->names[i].text));
            add_new(out.labels, entry->label);
        }
    }
    out.names = most_different(std::move(out.names), text);
    return out;
}

Aliases AliasExpander::aliases_of(std::string_view text) {
    return names_in(entries_of(text), text);
}

/// Forms of a word that a stemmer makes one come last: they matter only where there is no stemmer.
std::vector<std::string> AliasExpander::most_different(std::vector<std::string> names,
                                                       std::string_view text) {
    std::vector<std::string> stems{stems_of(text)};
    std::vector<std::string> chosen;
    std::vector<std::string> others;
    for (auto& name : names) {
        auto stem = stems_of(name);
        const bool is_new = std::ranges::find(stems, stem) == stems.end();
        if (is_new) stems.push_back(std::move(stem));
        (is_new ? chosen : others).push_back(std::move(name));
    }
    std::ranges::move(others, std::back_inserter(chosen));
    if (chosen.size() > kMaxAliases) chosen.resize(kMaxAliases);
    return chosen;
}

/// In the language that the script suggests most.
std::string AliasExpander::stems_of(std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    std::string_view language = "en";
    if (!name.empty()) {
        const auto first = static_cast<UChar32>(schema::decode_utf8(name, 0).code);
        const auto script = uscript_getScript(first, &status);
        if (script == USCRIPT_CYRILLIC) language = "ru";
        if (script == USCRIPT_ARABIC) language = "ar";
    }
    std::string out;
    for (const auto& token : analyzer_.analyze(name, schema::stemmer_for(language))) {
        out += std::string(token.term) + " ";
    }
    return out;
}

QueryNode AliasExpander::expand(QueryNode root) {
    lookups_ = 0;
    expand_in_place(root);
    return root;
}

void AliasExpander::expand_in_place(QueryNode& node) {
    switch (node.kind) {
        case Node::Words: expand_word(node, entries_of(node.text)); return;
        case Node::Phrase: expand_phrase(node); return;
        case Node::Bag: expand_bag(node); return;
        default:
            for (auto& child : node.children) expand_in_place(child);
    }
}

void AliasExpander::expand_word(QueryNode& leaf, const Entries& entries) {
    Aliases aliases = names_in(entries, leaf.text);
    leaf.aliases = std::move(aliases.names);
    leaf.alias_of = std::move(aliases.labels);
}

/// Every name in the phrase, the longest first, may be written in another way.
void AliasExpander::expand_phrase(QueryNode& leaf) {
    struct Part {
        std::string text;
        std::vector<std::string> aliases;
    };
    const auto words = split_words(leaf.text);
    std::vector<Part> parts;
    std::size_t names = 0;
    for (std::size_t i = 0; i < words.size();) {
        std::size_t length = std::min(kMaxNameWords, words.size() - i);
        Part part;
        for (; length > 0; --length) {
            part.text = joined(i, i + length, [&](std::size_t k) { return words[k]; });
            const auto entries = entries_of(part.text);
            if (entries.empty()) continue;
            auto aliases = names_in(entries, part.text);
            part.aliases = std::move(aliases.names);
            for (const auto& label : aliases.labels) add_new(leaf.alias_of, label);
            break;
        }
        names += part.aliases.empty() ? 0 : 1;
        i += std::max<std::size_t>(length, 1);
        parts.push_back(std::move(part));
    }
    if (names == 0) return;
    const std::size_t ways = ways_each(names);
    std::vector<std::string> texts{""};
    for (auto& part : parts) {
        if (part.aliases.size() + 1 > ways) part.aliases.resize(ways - 1);
        part.aliases.insert(part.aliases.begin(), part.text);
        std::vector<std::string> longer;
        for (const auto& text : texts) {
            for (const auto& way : part.aliases) {
                longer.push_back(text.empty() ? way : text + " " + way);
            }
        }
        texts = std::move(longer);
    }
    leaf.aliases.assign(texts.begin() + 1, texts.end());
}

void AliasExpander::expand_bag(QueryNode& bag) {
    std::vector<QueryNode> children;
    auto& from = bag.children;
    for (std::size_t i = 0; i < from.size();) {
        std::size_t end = i;
        while (end < from.size() && end - i < kMaxNameWords && is_plain_word(from[end])) ++end;
        Entries entries;
        std::string text;
        for (; end > i + 1; --end) {
            text = joined(i, end, [&](std::size_t k) { return from[k].text; });
            entries = entries_of(text);
            if (!entries.empty()) break;
        }
        if (entries.empty()) {
            expand_in_place(from[i]);
            children.push_back(std::move(from[i++]));
            continue;
        }
        QueryNode name;
        name.kind = Node::Name;
        name.offset = from[i].offset;
        QueryNode words;
        words.kind = Node::Bag;
        words.offset = name.offset;
        for (; i < end; ++i) {
            // Sudan in South Sudan is not Sudan, but Lavrov in Sergei Lavrov is the same Lavrov.
            Entries same;
            for (const auto* entry : entries_of(from[i].text)) {
                if (std::ranges::find(entries, entry) != entries.end()) same.push_back(entry);
            }
            expand_word(from[i], same);
            words.children.push_back(std::move(from[i]));
        }
        QueryNode others;
        others.kind = Node::Phrase;
        others.offset = name.offset;
        others.text = text;
        others.is_only_aliases = true;
        expand_word(others, entries);
        if (others.aliases.empty()) {
            std::ranges::move(words.children, std::back_inserter(children));
            continue;
        }
        name.children = {std::move(words), std::move(others)};
        children.push_back(std::move(name));
    }
    bag.children = std::move(children);
}

std::vector<std::string> describe_aliases(const QueryNode& root) {
    std::vector<std::string> lines;
    describe(root, lines);
    return lines;
}

}  // namespace sitrep::searcher

#include "alias_expander.hpp"

#include <algorithm>
#include <iterator>

#include <sitrep/schema/fold.hpp>

namespace sitrep::searcher {
namespace {

using Node = QueryNode::Kind;

/// Hardly any name is longer.
constexpr std::size_t kMaxNameWords = 8;
/// A query of a thousand words is no list of names, and each look-up costs microseconds.
constexpr std::size_t kMaxLookups = 1000;

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
    std::size_t ways = AliasExpander::kMaxPhrases + 1;
    const auto all = [names](std::size_t each) {
        std::size_t product = 1;
        for (std::size_t i = 0; i < names && product <= AliasExpander::kMaxPhrases + 1; ++i)
            product *= each;
        return product;
    };
    while (ways > 1 && all(ways) > AliasExpander::kMaxPhrases + 1) --ways;
    return ways;
}

/// The name that a word is part of says who of those that the word may mean is meant.
void keep_entries(NameReading& reading, const NameReading& whole) {
    std::erase_if(reading.entries, [&](const schema::VocabularyEntry* entry) {
        return std::ranges::find(whole.entries, entry) == whole.entries.end();
    });
}

bool is_plain_word(const QueryNode& node) {
    return node.kind == Node::Words && !node.is_beginning && node.occur == Occur::Should &&
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

std::vector<NameReading> AliasExpander::readings_of(std::string_view text) {
    if (++lookups_ > kMaxLookups) return {};
    return names_.readings_of(text);
}

Aliases AliasExpander::aliases_of(std::string_view text) {
    return names_.aliases_of(readings_of(text), text);
}

QueryNode AliasExpander::expand(QueryNode root) {
    lookups_ = 0;
    expand_in_place(root);
    return root;
}

void AliasExpander::expand_in_place(QueryNode& node) {
    switch (node.kind) {
        case Node::Words:
            if (!node.is_beginning) expand_word(node, readings_of(node.text));
            return;
        case Node::Phrase: expand_phrase(node); return;
        case Node::Bag: expand_bag(node); return;
        default:
            for (auto& child : node.children) expand_in_place(child);
    }
}

void AliasExpander::expand_word(QueryNode& leaf, const std::vector<NameReading>& readings) {
    Aliases aliases = names_.aliases_of(readings, leaf.text);
    leaf.aliases = std::move(aliases.names);
    std::ranges::move(aliases.forms, std::back_inserter(leaf.aliases));
    leaf.alias_of = std::move(aliases.labels);
    leaf.whole_words = std::move(aliases.whole_words);
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
            const auto readings = readings_of(part.text);
            if (readings.empty()) continue;
            auto aliases = names_.aliases_of(readings, part.text);
            part.aliases = std::move(aliases.names);
            std::ranges::move(aliases.forms, std::back_inserter(part.aliases));
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
        std::vector<NameReading> readings;
        std::string text;
        for (; end > i + 1; --end) {
            text = joined(i, end, [&](std::size_t k) { return from[k].text; });
            readings = readings_of(text);
            if (!readings.empty()) break;
        }
        if (readings.empty()) {
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
            auto same = readings_of(from[i].text);
            for (auto& reading : same) keep_entries(reading, readings.front());
            expand_word(from[i], same);
            words.children.push_back(std::move(from[i]));
        }
        QueryNode others;
        others.kind = Node::Phrase;
        others.offset = name.offset;
        others.text = text;
        others.is_only_aliases = true;
        expand_word(others, readings);
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

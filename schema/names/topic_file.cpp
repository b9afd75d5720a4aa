#include "vocabulary_lines.hpp"

#include <string>

// Errors come back as values.
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace sitrep::schema {
namespace {

constexpr std::string_view kFile = "topics.toml";
constexpr int kMaxWeight = 5;

VocabularyPlace place_of(const toml::source_region& region) {
    return {kFile, region.begin.line};
}

const toml::table& require_table(const toml::node& node, const std::string& what) {
    if (const auto* table = node.as_table()) return *table;
    place_of(node.source()).fail(what + " is no table", "write [" + what + "]");
}

std::string require_text(const toml::node& node, const std::string& what) {
    if (const auto text = node.value<std::string>(); text && node.is_string()) return *text;
    place_of(node.source()).fail(what + " is no text", "write " + what + " = \"...\"");
}

int require_weight(const toml::node& node, const std::string& phrase) {
    const auto weight = node.value<std::int64_t>();
    if (weight && *weight >= 1 && *weight <= kMaxWeight) return static_cast<int>(*weight);
    place_of(node.source())
        .fail("the weight of '" + phrase + "' is no number from 1 to 5", "5 decides alone");
}

void read_words(Topic& topic, const toml::table& languages) {
    for (const auto& [language, words] : languages) {
        const std::string code(language.str());
        for (const auto& [phrase, weight] : require_table(words, topic.id + ".words." + code)) {
            const std::string text(phrase.str());
            topic.phrases.push_back({code, text, require_weight(weight, text)});
        }
    }
}

void read_exclusions(Topic& topic, const toml::table& languages) {
    for (const auto& [language, list] : languages) {
        const std::string code(language.str());
        const auto* const phrases = list.as_array();
        if (phrases == nullptr) {
            place_of(list.source()).fail(topic.id + ".not." + code + " is no list",
                                         "write " + code + " = [\"...\"]");
        }
        for (const auto& phrase : *phrases) {
            topic.phrases.push_back({code, require_text(phrase, "a phrase"), 0});
        }
    }
}

Topic read_topic(std::string id, const toml::table& table) {
    Topic topic;
    topic.id = std::move(id);
    for (const auto& [key, value] : table) {
        const std::string name(key.str());
        if (name == "name") {
            topic.name = require_text(value, name);
        } else if (name == "about") {
            topic.about = require_text(value, name);
        } else if (name == "words") {
            read_words(topic, require_table(value, topic.id + ".words"));
        } else if (name == "not") {
            read_exclusions(topic, require_table(value, topic.id + ".not"));
        } else {
            place_of(value.source())
                .fail(topic.id + " has an unknown key: " + name,
                      "known keys are name, about, words and not");
        }
    }
    return topic;
}

}  // namespace

std::vector<Topic> parse_topics(std::string_view toml) {
    const toml::parse_result parsed = toml::parse(toml);
    if (!parsed) {
        const auto& error = parsed.error();
        place_of(error.source()).fail(std::string(error.description()), "see https://toml.io");
    }
    std::vector<Topic> topics;
    for (const auto& [id, table] : parsed.table()) {
        const std::string name(id.str());
        topics.push_back(read_topic(name, require_table(table, name)));
    }
    return topics;
}

}  // namespace sitrep::schema

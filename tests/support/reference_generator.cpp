#include "support/reference_generator.hpp"

#include <array>

#include "support/reference_values.hpp"

namespace sitrep::test {
namespace {

using Kind = ReferenceQuery::Kind;
using Sign = ReferenceQuery::Sign;
using Field = ReferenceFilter::Field;

ReferenceQuery node(Kind kind) {
    ReferenceQuery query;
    query.kind = kind;
    return query;
}

const std::vector<ReferenceValue>& values_of(Field field) {
    switch (field) {
        case Field::Country: return reference_countries();
        case Field::Actor: return reference_actors();
        case Field::Topic: return reference_topics();
        case Field::Source: return reference_sources();
        default: return reference_language_values();
    }
}

}  // namespace

/// Spellings that have to find the same: capitals, and accents left out.
std::string QueryGenerator::written(const std::string& word) {
    if (keeps_spelling_) {
        if (random_.percent(10)) return reference_upper(word);
        return random_.percent(15) ? reference_capitalized(word) : word;
    }
    switch (random_.below(6)) {
        case 0: return reference_upper(word);
        case 1: return reference_capitalized(word);
        case 2: return reference_fold(word);
        default: return word;
    }
}

ReferenceQuery QueryGenerator::word() {
    const auto& language = random_.pick(reference_languages());
    auto query = node(Kind::Word);
    if (random_.percent(10)) {
        query.words = {random_.pick(language.stop_words)};
        return query;
    }
    const auto& forms = random_.pick(language.vocabulary);
    query.words = {written(random_.pick(forms))};
    query.only_title = random_.percent(12);
    return query;
}

ReferenceQuery QueryGenerator::phrase() {
    const auto& language = random_.pick(reference_languages());
    auto query = node(Kind::Phrase);
    const std::size_t length = random_.percent(75) ? 2 : 3;
    for (std::size_t i = 0; i < length; ++i) {
        if (random_.percent(20)) {
            query.words.push_back(random_.pick(language.stop_words));
            continue;
        }
        const auto& forms = random_.pick(language.vocabulary);
        query.words.push_back(written(random_.pick(forms)));
    }
    query.only_title = random_.percent(10);
    return query;
}

ReferenceFilter QueryGenerator::date_filter(Field field) {
    ReferenceFilter filter;
    filter.field = field;
    auto from = generate_date_point(random_);
    auto to = generate_date_point(random_);
    if (to.last < from.first) std::swap(from, to);
    switch (random_.below(5)) {
        case 0:
            filter.text = from.text + "..";
            filter.first = from.first;
            break;
        case 1:
            filter.text = ".." + to.text;
            filter.last = to.last;
            break;
        case 2:
            filter.text = from.text + ".." + to.text;
            filter.first = from.first;
            filter.last = to.last;
            break;
        default:
            filter.text = from.text;
            filter.first = from.first;
            filter.last = from.last;
    }
    return filter;
}

ReferenceFilter QueryGenerator::number_filter() {
    ReferenceFilter filter;
    filter.field = Field::Fatalities;
    const std::size_t low = random_.below(60);
    const std::size_t high = low + random_.below(30);
    const std::size_t form = random_.below(4);
    if (form == 0) {
        filter.low = filter.high = low;
        filter.text = std::to_string(low);
        return filter;
    }
    if (form != 1) filter.low = low;
    if (form != 2) filter.high = high;
    filter.text = (filter.low ? std::to_string(low) : "") + ".." + (filter.high ? std::to_string(high) : "");
    return filter;
}

ReferenceQuery QueryGenerator::filter() {
    constexpr std::array kFields{Field::Country, Field::Actor, Field::Topic, Field::Source,
                                 Field::Language, Field::Date, Field::Event, Field::Fatalities};
    return filter(kFields[random_.below(kFields.size())]);
}

ReferenceQuery QueryGenerator::filter(Field field) {
    auto query = node(Kind::Filter);
    if (field == Field::Date || field == Field::Event) {
        query.filter = date_filter(field);
    } else if (field == Field::Fatalities) {
        query.filter = number_filter();
    } else {
        const auto& value = random_.pick(values_of(field));
        query.filter.field = field;
        query.filter.value = value.canonical;
        query.filter.text = random_.pick(value.spellings);
    }
    return query;
}

ReferenceQuery QueryGenerator::leaf() {
    const std::size_t draw = random_.below(10);
    if (draw < 6) return word();
    return draw < 8 ? phrase() : filter();
}

ReferenceQuery QueryGenerator::any(int depth) {
    if (depth == 0 || random_.percent(45)) return leaf();
    return random_.percent(50) ? bag(depth - 1) : logic(depth - 1);
}

ReferenceQuery QueryGenerator::bag(int depth) {
    auto query = node(Kind::Bag);
    const std::size_t size = random_.between(2, 4);
    for (std::size_t i = 0; i < size; ++i) {
        auto child = any(depth);
        const std::size_t draw = random_.below(10);
        child.sign = draw < 2 ? Sign::Must : draw < 4 ? Sign::MustNot : Sign::None;
        query.children.push_back(std::move(child));
    }
    return query;
}

ReferenceQuery QueryGenerator::logic(int depth) {
    const std::size_t draw = random_.below(10);
    auto query = node(draw < 4 ? Kind::And : draw < 7 ? Kind::Or : Kind::Not);
    const std::size_t size = query.kind != Kind::Not ? random_.between(2, 3) : draw < 9 ? 2 : 1;
    for (std::size_t i = 0; i < size; ++i) query.children.push_back(any(depth));
    return query;
}

}  // namespace sitrep::test

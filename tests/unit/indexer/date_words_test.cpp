#include "enrich/words/date_words.hpp"

#include <string_view>

#include "support/catch.hpp"

using sitrep::indexer::date_word;
using sitrep::indexer::DateWord;
using Kind = sitrep::indexer::DateWord::Kind;

namespace {

struct Sample {
    std::string_view language;
    std::string_view word;
    DateWord meaning;
};

void check(const Sample& sample) {
    CAPTURE(sample.language, sample.word);
    CHECK(date_word(sample.word, sample.language) == sample.meaning);
}

}  // namespace

TEST_CASE("months are known in every language, case and short form", "[date_words]") {
    check(GENERATE(Sample{"en", "february", {Kind::Month, 2}}, Sample{"en", "sept", {Kind::Month, 9}},
                   Sample{"fr", "fevrier", {Kind::Month, 2}}, Sample{"fr", "mars", {Kind::Month, 3}},
                   Sample{"es", "septiembre", {Kind::Month, 9}}, Sample{"es", "ago", {Kind::Month, 8}},
                   Sample{"ru", "марта", {Kind::Month, 3}}, Sample{"ru", "марте", {Kind::Month, 3}},
                   Sample{"uk", "червня", {Kind::Month, 6}}, Sample{"uk", "липні", {Kind::Month, 7}},
                   Sample{"ar", "يناير", {Kind::Month, 1}}, Sample{"ar", "اذار", {Kind::Month, 3}},
                   Sample{"ar", "كانون", {Kind::HalfMonth, 12}}));
}

TEST_CASE("English months that are other words as well need a capital", "[date_words]") {
    check(GENERATE(Sample{"en", "may", {Kind::LowMonth, 5}}, Sample{"en", "march", {Kind::LowMonth, 3}}));
}

TEST_CASE("weekdays are known in every language and case", "[date_words]") {
    check(GENERATE(Sample{"en", "sunday", {Kind::Weekday, 0}}, Sample{"fr", "mercredi", {Kind::Weekday, 3}},
                   Sample{"es", "miercoles", {Kind::Weekday, 3}}, Sample{"ru", "пятницу", {Kind::Weekday, 5}},
                   Sample{"ru", "четверг", {Kind::Weekday, 4}}, Sample{"uk", "четвер", {Kind::Weekday, 4}},
                   Sample{"uk", "неділю", {Kind::Weekday, 0}}, Sample{"ru", "неделю", {Kind::Unit, 7}},
                   Sample{"ar", "الخميس", {Kind::Weekday, 4}}, Sample{"ar", "والجمعة", {Kind::Weekday, 5}}));
}

TEST_CASE("numbers are read in both kinds of digits and with what is attached to them", "[date_words]") {
    check(GENERATE(Sample{"en", "2024", {Kind::Number, 2024}}, Sample{"ar", "٢٠٢٤", {Kind::Number, 2024}},
                   Sample{"ar", "2025م", {Kind::Number, 2025}}, Sample{"ar", "و15", {Kind::AndNumber, 15}},
                   Sample{"en", "3rd", {Kind::Ordinal, 3}}, Sample{"fr", "1er", {Kind::Ordinal, 1}},
                   Sample{"en", "18t11", {Kind::Number, 18}}));
}

TEST_CASE("three numbers with full stops are a day", "[date_words]") {
    check(GENERATE(Sample{"ru", "05.03.2024", {Kind::Dotted, 20240305}},
                   Sample{"uk", "14.11.25", {Kind::Dotted, 20251114}},
                   Sample{"ru", "14.11.93", {Kind::Dotted, 19931114}}));
}

TEST_CASE("numbers of another kind say nothing", "[date_words]") {
    check(GENERATE(Sample{"en", "15.8", {}}, Sample{"en", "1,200", {}}, Sample{"en", "12345", {}},
                   Sample{"en", "2025.02", {}}, Sample{"en", "1.2.3.4", {}}, Sample{"en", "s300", {}},
                   Sample{"en", "155mm", {}}, Sample{"en", "", {}}, Sample{"en", "bridge", {}}));
}

TEST_CASE("words of a script of its own do not need the right language", "[date_words]") {
    check(GENERATE(Sample{"en", "марта", {Kind::Month, 3}}, Sample{"ru", "червня", {Kind::Month, 6}},
                   Sample{"fa", "مارس", {Kind::Month, 3}}));
}

TEST_CASE("a word of one Latin language says nothing in another", "[date_words]") {
    check(GENERATE(Sample{"en", "mars", {}}, Sample{"fr", "may", {}}, Sample{"en", "martes", {}},
                   Sample{"es", "ago", {Kind::Month, 8}}, Sample{"en", "ago", {Kind::Ago, 0}}));
}

TEST_CASE("tenses are told by words and by endings", "[date_words]") {
    check(GENERATE(Sample{"en", "attacked", {Kind::Past, 0}}, Sample{"en", "said", {Kind::Past, 1}},
                   Sample{"en", "will", {Kind::Future, 0}}, Sample{"es", "atacaron", {Kind::Past, 0}},
                   Sample{"ru", "заявил", {Kind::Past, 1}}, Sample{"uk", "відбудеться", {Kind::Future, 0}}));
}

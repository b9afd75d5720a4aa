#include <algorithm>
#include <string>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/stop_words.hpp>

#include "support/catch.hpp"

using sitrep::schema::is_stop_word;
using sitrep::schema::language_label;
using sitrep::schema::normalize_language;
using sitrep::schema::stemmer_for;

TEST_CASE("language tags of every form become their short code", "[language]") {
    CHECK(normalize_language("en") == "en");
    CHECK(normalize_language("EN") == "en");
    CHECK(normalize_language("eng") == "en");
    CHECK(normalize_language("en-GB") == "en");
    CHECK(normalize_language("zh_Hant_TW") == "zh");
    CHECK(normalize_language("iw") == "he");
    CHECK(normalize_language("in") == "id");
    CHECK(normalize_language("ckb") == "ckb");
}

TEST_CASE("what is no language tag gives nothing", "[language]") {
    const std::string text = GENERATE("", "e", "?", "e n", "12", "Klingon?", "äö", "--");
    CAPTURE(text);
    CHECK_FALSE(normalize_language(text));
}

TEST_CASE("languages have English names", "[language]") {
    CHECK(language_label("ru") == "Russian");
    CHECK(language_label("my") == "Burmese");
    CHECK(language_label("zz") == "zz");
}

TEST_CASE("languages without a stemmer are not stemmed", "[language]") {
    CHECK(stemmer_for("en") == "english");
    CHECK(stemmer_for("yi") == "yiddish");
    CHECK(stemmer_for("ar") == "arabic");
    CHECK(stemmer_for("uk") == "ukrainian");
    CHECK(stemmer_for("pl") == "polish");
    for (const std::string code : {"he", "fa", "zh", "ja", "th", "my", "", "zz", "english"}) {
        CAPTURE(code);
        CHECK(stemmer_for(code) == sitrep::schema::kNoStemmer);
    }
}

TEST_CASE("the list of stemmers holds every one once", "[language]") {
    const auto names = sitrep::schema::all_stemmers();
    CHECK(std::ranges::is_sorted(names));
    CHECK(std::ranges::adjacent_find(names) == names.end());
    for (const std::string code : {"en", "fr", "no", "nb", "uk", "he"}) {
        CHECK(std::ranges::find(names, stemmer_for(code)) != names.end());
    }
}

TEST_CASE("function words are stop words, words with a meaning are not", "[stop_words]") {
    for (const std::string word : {"the", "of", "and", "in", "le", "de", "der", "и", "на", "що", "في", "من"}) {
        CAPTURE(word);
        CHECK(is_stop_word(word));
    }
    for (const std::string word : {"war", "die", "son", "sans", "us", "who's", "The", "", "army", "против"}) {
        CAPTURE(word);
        CHECK_FALSE(is_stop_word(word));
    }
}

#include <string>
#include <vector>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/utf8.hpp>

#include "support/catch.hpp"
#include "support/random.hpp"

using sitrep::schema::fold;
using sitrep::schema::fold_name;

namespace {

struct Pair {
    std::string text;
    std::string folded;
};

}  // namespace

TEST_CASE("spellings that differ in case or accents fold alike", "[fold]") {
    const auto pair = GENERATE(values<Pair>({
        {"Erdoğan", "erdogan"},       {"ERDOĞAN", "erdogan"},     {"Erdog\u0306an", "erdogan"},
        {"İstanbul", "istanbul"},     {"ISTANBUL", "istanbul"},   {"ıstanbul", "istanbul"},
        {"Straße", "strasse"},        {"STRASSE", "strasse"},     {"Łódź", "lodz"},
        {"Tromsø", "tromso"},         {"Ærø", "aero"},            {"cœur", "coeur"},
        {"Đà Nẵng", "da nang"},       {"Þingvellir", "thingvellir"}, {"Əliyev", "eliyev"},
        {"Côte d’Ivoire", "cote d’ivoire"}, {"ΔΙΆΛΟΓΟΣ", "διαλογοσ"}, {"διάλογος", "διαλογοσ"},
        {"Отчёт", "отчет"},           {"ПОЛЬША", "польша"},       {"ﬁnale", "finale"},
        {"Ｋｙｉｖ", "kyiv"},          {"", ""},                   {"2025", "2025"},
    }));
    CAPTURE(pair.text);
    CHECK(fold(pair.text) == pair.folded);
}

TEST_CASE("letters that only look accented are kept", "[fold]") {
    CHECK(fold("Київ") == "київ");
    CHECK(fold("ЇЖА") == "їжа");
    CHECK(fold("война") == "война");
    CHECK(fold("и\u0306") == "й");
    CHECK(fold("війна") != fold("вiина"));
    CHECK(fold("Ґ") == "г");
}

TEST_CASE("Arabic and Persian letters are written in their plain form", "[fold]") {
    CHECK(fold("إلى") == fold("الي"));
    CHECK(fold("أحمد") == fold("احمد"));
    CHECK(fold("کابل") == fold("كابل"));
    CHECK(fold("تهرانی") == fold("تهراني"));
    CHECK(fold("مُفَاوَضَات") == fold("مفاوضات"));
    CHECK(fold("محـــمد") == fold("محمد"));
    CHECK(fold("\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD") == "\u05E9\u05DC\u05D5\u05DD");
}

TEST_CASE("vowel signs of Indic and South-East Asian scripts are kept", "[fold]") {
    const std::string text = GENERATE("वार्ता", "শান্তি", "ငြိမ်းချမ်းရေး", "การเจรจา", "ខ្មែរ", "தமிழ்");
    CAPTURE(text);
    CHECK(fold(text) == text);
}

TEST_CASE("ill-formed UTF-8 becomes the replacement character", "[fold]") {
    CHECK(fold("a\xFF" "B") == "a\uFFFDb");
    CHECK(sitrep::schema::is_valid_utf8(fold("\xC3")));
    CHECK(sitrep::schema::is_valid_utf8(fold("\xED\xA0\x80")));
}

TEST_CASE("folding twice is folding once", "[fold]") {
    sitrep::test::Random random(1);
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (std::size_t i = random.between(1, 6); i > 0; --i) {
            // Mostly the first planes, where the scripts of reports are.
            const auto code = static_cast<char32_t>(random.percent(90) ? random.below(0x3000) : random.below(0x20000));
            if (code >= 0xD800 && code <= 0xDFFF) continue;
            sitrep::schema::append_utf8(text, code);
        }
        const auto once = fold(text);
        CAPTURE(text, once);
        REQUIRE(fold(once) == once);
        REQUIRE(sitrep::schema::is_valid_utf8(once));
    }
}

TEST_CASE("every single character folds to something that stays as it is", "[fold]") {
    for (char32_t code = 0; code < 0x30000; ++code) {
        if (code >= 0xD800 && code <= 0xDFFF) continue;
        std::string text;
        sitrep::schema::append_utf8(text, code);
        const auto once = fold(text);
        if (fold(once) != once) FAIL_CHECK("U+" << std::hex << static_cast<unsigned>(code) << " does not fold once");
    }
}

TEST_CASE("letters fold alike with and without the shortcut for words of plain letters", "[fold]") {
    sitrep::test::Random random(2);
    for (int round = 0; round < 50'000; ++round) {
        std::string text;
        for (std::size_t i = random.between(1, 4); i > 0; --i) {
            sitrep::schema::append_utf8(text, static_cast<char32_t>(random.below(0x700)));
        }
        CAPTURE(text);
        // No shortcut exists for a letter that folds to two.
        REQUIRE(fold(text + "ß") == fold(text) + "ss");
    }
}

TEST_CASE("of a text that no word or name can be only the beginning is folded", "[fold]") {
    CHECK(fold(std::string(5000, 'A')) == std::string(sitrep::schema::kMaxFoldedBytes, 'a'));
    std::string accents = "e";
    for (int i = 0; i < 500'000; ++i) accents += i % 2 == 0 ? "\u0301" : "\u0323";
    CHECK(fold(accents) == "e");
}

TEST_CASE("composition changes the encoding of a word and nothing else", "[fold]") {
    CHECK(sitrep::schema::compose("Erdog\u0306an’s") == "Erdoğan’s");
    CHECK(sitrep::schema::compose("ABC") == "ABC");
}

TEST_CASE("names fold to words with single spaces and without apostrophes", "[fold]") {
    CHECK(fold_name("Côte d’Ivoire") == "cote divoire");
    CHECK(fold_name("COTE D'IVOIRE") == "cote divoire");
    CHECK(fold_name("peace_talks") == "peace talks");
    CHECK(fold_name("  Al-Qaida,  (core) ") == "al qaida core");
    CHECK(fold_name("Sana`a") == "sanaa");
    CHECK(fold_name("...") == "");
    CHECK(fold_name("M23") == "m23");
}

TEST_CASE("apostrophes and hyphens are known in all the forms people type", "[fold]") {
    for (const char32_t c : {U'\'', U'’', U'‘', U'ʼ', U'ʻ', U'´', U'`'}) CHECK(sitrep::schema::is_apostrophe(c));
    for (const char32_t c : {U'"', U',', U'-'}) CHECK_FALSE(sitrep::schema::is_apostrophe(c));
    for (const char32_t c : {U'-', U'‐', U'‑'}) CHECK(sitrep::schema::is_hyphen(c));
    for (const char32_t c : {U'–', U'—', U'_', U'\''}) CHECK_FALSE(sitrep::schema::is_hyphen(c));
}

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/utf8.hpp>
#include "support/catch.hpp"
#include "support/random.hpp"

using sitrep::schema::Analyzer;
using sitrep::schema::code_points;
using sitrep::test::Random;

namespace {

std::string stem(const std::string& word, const std::string& stemmer) {
    Analyzer analyzer;
    const auto& tokens = analyzer.analyze(word, stemmer);
    return tokens.size() == 1 ? std::string(tokens.front().term) : "not one word: " + word;
}

/// The stems of words with spaces between them.
std::set<std::string> stems(const std::string& words, const std::string& stemmer) {
    std::istringstream in(words);
    std::set<std::string> found;
    for (std::string word; in >> word;) found.insert(stem(word, stemmer));
    return found;
}

}  // namespace

TEST_CASE("the forms of a Ukrainian word have one stem", "[stemmer]") {
    const std::string forms = GENERATE(
        // Nouns: four declensions, with fleeting vowels and і for о and е in closed syllables.
        "обстріл обстрілу обстрілові обстрілом обстріли обстрілів обстрілам обстрілами обстрілах",
        "сестра сестри сестрі сестру сестрою сестрам сестрами сестрах",
        "міна міни міну міною мін мінами", "солдат солдата солдатові солдати солдатів солдатами",
        "місяць місяця місяцем місяців", "перемир’я перемир'ю перемир’ям", "озеро озера озером озерах",
        "поле поля полем полями", "поранення пораненню поранень пораненнями",
        "область області областей областями", "смерть смерті смертю", "ніч ночі ночами",
        "доріг дорога дорогою дорогах", "бій бою боєм бої боїв боями", "школа шкіл школами",
        "літак літаку літаком літаки літаків", "будинок будинку будинком будинків",
        "боєць бійця бійцем бійців", "Америка Америку Америці", "в'язниця в’язниці в'язницею",
        // Adjectives, hard and soft.
        "новий нового новому новим нова нової новій нову новою нове нові нових новими",
        "синій синього синьому синім синя синьої синю синє сині синіх",
        // Verbs, reflexive ones too.
        "працювати працює працюють працював працювала працювали працюватиме працюючи",
        "атакувати атакує атакував атакували атаковано атакований атакованого",
        "говорити говорить говорять говорив говорила говоритимуть",
        "зупинитися зупинилися зупинилась зупиниться зупинився",
        "роблять робить робив робила",
        // Places.
        "Харків Харкова Харкову Харковом Харкові", "Львів Львова Львову Львовом Львові",
        "Київ Києва Києву Києвом Києві", "Миколаїв Миколаєва Миколаєвом",
        "Полтава Полтави Полтаві Полтаву Полтавою", "Запоріжжя Запоріжжю Запоріжжям Запоріжжі",
        "Маріуполь Маріуполя Маріуполем Маріуполі", "Білорусь Білорусі");
    CAPTURE(forms);
    const auto found = stems(forms, "ukrainian");
    CAPTURE(found);
    CHECK(found.size() == 1);
}

TEST_CASE("different Ukrainian words have different stems", "[stemmer]") {
    const std::string words =
        GENERATE("міна мир море", "обстріл постріл", "ракета рак", "солдат солод", "Харків Херсон",
                 "Полісся полк", "мова умова", "столиця стіл", "Білорусь білий", "порт спорт", "Ліван лівий");
    CAPTURE(words);
    const auto spaces = static_cast<std::size_t>(std::ranges::count(words, ' '));
    CHECK(stems(words, "ukrainian").size() == spaces + 1);
}

TEST_CASE("the forms of a Polish word have one stem", "[stemmer]") {
    const std::string forms = GENERATE(
        "rakieta rakiety rakiecie rakietę rakietą rakiet rakietom rakietami rakietach",
        "droga drogi drodze drogą drogami", "żołnierz żołnierza żołnierzowi żołnierze żołnierzy żołnierzami",
        "granica granicy granicę granicą granicami", "kupiec kupca kupcem kupcy kupców",
        "wojsko wojska wojskiem wojsk wojskom", "życie życia życiem życiu", "ludność ludności ludnością",
        "negocjacje negocjacji negocjacjom negocjacjami", "nowy nowego nowemu nowym nowa nowej nową nowe nowi nowych",
        "atakować atakuje atakują atakował atakowała atakowali atakowano atakowany",
        "Polska Polski Polsce Polskę Polską", "Warszawa Warszawy Warszawie Warszawę", "Kraków Krakowa Krakowem Krakowie");
    CAPTURE(forms);
    const auto found = stems(forms, "polish");
    CAPTURE(found);
    CHECK(found.size() == 1);
}

TEST_CASE("different Polish words have different stems", "[stemmer]") {
    const std::string words = GENERATE("rakieta rak", "wojna wojsko", "droga drogeria", "granica granat", "Polska pole");
    CAPTURE(words);
    const auto spaces = static_cast<std::size_t>(std::ranges::count(words, ' '));
    CHECK(stems(words, "polish").size() == spaces + 1);
}

TEST_CASE("short words and words of other scripts are left as they are", "[stemmer]") {
    for (const std::string word : {"я", "ми", "що", "рф", "зсу", "сша", "nato", "f16", "2024"}) {
        CAPTURE(word);
        CHECK(stem(word, "ukrainian") == word);
    }
}

TEST_CASE("a stem begins as its word does, is no longer and not empty", "[stemmer]") {
    const auto& [stemmer, letters] = GENERATE(values<std::pair<std::string, std::u32string>>({
        {"ukrainian", U"абвгдеєжзийіїклмнопрстуфхцчшщьюя"},
        {"polish", U"abcdefghijklmnoprstuwyz"},
    }));
    Random random(11);
    Analyzer analyzer;
    for (int round = 0; round < 20'000; ++round) {
        std::string word;
        const auto size = 1 + random.below(12);
        for (std::size_t i = 0; i < size; ++i)
            sitrep::schema::append_utf8(word, letters[random.below(letters.size())]);
        CAPTURE(word);
        const auto& tokens = analyzer.analyze(word, stemmer);
        REQUIRE(tokens.size() == 1);
        const auto stemmed = code_points(tokens.front().term);
        REQUIRE_FALSE(stemmed.empty());
        CHECK(stemmed.size() <= size);
        CHECK(stemmed.front() == code_points(word).front());
    }
}

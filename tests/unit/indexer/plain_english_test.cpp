#include "documents/plain_english.hpp"

#include "support/catch.hpp"

#include <string>
#include <string_view>

using sitrep::indexer::is_plainly_english;

TEST_CASE("a news text is plainly English, with curly quotes too", "[plain_english]") {
    CHECK(is_plainly_english(
        "The minister said that talks with the other side would go on after the holiday, and that "
        "no date had been set for a return of the prisoners who were taken in the spring."));
    CHECK(is_plainly_english(
        "“We will not leave,” said the head of the mission, who had been told by the army that "
        "the road to the north was closed and that they should wait for an escort, which had not "
        "come when night fell."));
}

TEST_CASE("a few English words will do if none speaks against them", "[plain_english]") {
    const std::string text = "Magma Copper, a subsidiary of Newmont Mining, said it is cutting its copper cathode "
                             "price by 0.75 cent to 66 cents a lb, effective immediately.";
    CHECK(is_plainly_english(text));
    CHECK_FALSE(is_plainly_english(text + " Companhia Vale do Rio Doce."));
    CHECK_FALSE(is_plainly_english(text + " São Paulo."));
}

TEST_CASE("where words stand in the text makes no difference", "[plain_english]") {
    const std::string text =
        "Crop estimates were cut by the ministry, and growers of soy beans said that after weeks";
    const std::string one_less =
        "Crop estimates were cut by every ministry, yet growers choosing soy beans hope storms";
    for (std::size_t spaces = 0; spaces < 140; ++spaces) {
        CAPTURE(spaces);
        CHECK(is_plainly_english(std::string(spaces, ' ') + text));
        CHECK_FALSE(is_plainly_english(std::string(spaces, ' ') + one_less));
        CHECK(is_plainly_english(std::string(spaces + 1, 'x') + " " + text));
    }
}

TEST_CASE("another language is never plainly English", "[plain_english]") {
    for (const std::string_view text :
         {"Le ministre a dit que les discussions avec l'autre partie allaient se poursuivre apres "
          "les fetes et qu'aucune date n'avait ete fixee pour le retour des prisonniers.",
          "Der Minister sagte, dass die Gespraeche mit der anderen Seite nach den Feiertagen "
          "weitergehen und dass kein Termin fuer die Rueckkehr der Gefangenen feststehe.",
          "De minister zei dat de gesprekken met de andere kant na de feestdagen doorgaan en dat "
          "er geen datum is bepaald voor de terugkeer van de gevangenen, of van hun families.",
          "Міністр сказав, що переговори з іншою стороною триватимуть після свят."}) {
        CAPTURE(text);
        CHECK_FALSE(is_plainly_english(text));
    }
}

TEST_CASE("too little text is not plainly anything", "[plain_english]") {
    CHECK_FALSE(is_plainly_english(""));
    CHECK_FALSE(is_plainly_english("The and of"));
    CHECK_FALSE(is_plainly_english("Shr 34 cts vs 1.19 dlrs Net 807,000 vs 2,858,000"));
    CHECK_FALSE(is_plainly_english(std::string(5000, 'a')));
}

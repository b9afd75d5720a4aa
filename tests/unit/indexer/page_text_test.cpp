#include <string>

#include "inputs/page_text.hpp"
#include "support/catch.hpp"

using sitrep::indexer::PageText;
using sitrep::indexer::read_page;

namespace {

const std::string kReport =
    "Soldiers withdrew from the town on Monday, residents said, after three days of fighting in "
    "which at least twenty people died.\n";

}  // namespace

TEST_CASE("a page without anything around it keeps every line", "[page]") {
    const PageText page = read_page("Soldiers withdraw\n\n" + kReport + "\nSearch parties set out.");
    CHECK(page.title == "Soldiers withdraw");
    CHECK(page.body == kReport + "\nSearch parties set out.");
    CHECK(page.left_out.empty());
}

TEST_CASE("the way through the site and the outlet's name do not become the title", "[page]") {
    const auto before = GENERATE("Home » News » Ukraine\n", "THE HARBOUR EVENING NEWS\n",
                                 "THE HARBOUR EVENING NEWS\nWorld / Asia-Pacific\n\n");
    const PageText page = read_page(before + std::string("Soldiers withdraw\n") + kReport);
    CHECK(page.title == "Soldiers withdraw");
    CHECK(page.body + "\n" == kReport);
    CHECK_FALSE(page.left_out.empty());
}

TEST_CASE("a byline with a date stays, so that the date is read", "[page]") {
    const PageText page = read_page("Soldiers withdraw\nBy Jane Doe | 10 Jan. 2024\n\n" + kReport);
    CHECK(page.body + "\n" == "By Jane Doe | 10 Jan. 2024\n\n" + kReport);
}

TEST_CASE("what follows a report is left out, and kept beside it", "[page]") {
    const auto after = GENERATE(
        "Thank you for reading. You have 2 free articles left.", "Tags: Zelensky, China",
        "Related Articles:\nParliament votes in Sofia\nWhat we know", "© 2025 All rights reserved",
        "Follow us on social media", "Читайте также: Что происходит в Румынии?",
        "Дякуємо, що читаєте нас.", "La rédaction vous recommande\n• Gabon : six mois",
        "Etiquetas: frontera, México", "اقرأ أيضا\n• لبنان: هدوء حذر", "By Jane Doe, BANGKOK");
    CAPTURE(after);
    const PageText page = read_page("Soldiers withdraw\n" + kReport + "\n" + after + "\n");
    CHECK(page.body + "\n" == kReport);
    REQUIRE_FALSE(page.left_out.empty());
    CHECK(std::string(after).starts_with(page.left_out.front()));
}

TEST_CASE("a box ends where the report goes on", "[page]") {
    const PageText page = read_page("Soldiers withdraw\n" + kReport +
                                    "Read also\nAnother headline\n" + kReport);
    CHECK(page.body + "\n" == kReport + kReport);
    CHECK(page.left_out.size() == 2);
}

TEST_CASE("paragraphs that begin like a request stay", "[page]") {
    const std::string paragraph =
        "Subscribers to the fund, among them the governments of Norway and Canada, have paid less "
        "than half of what they promised, and the agency will have to close two of its hospitals "
        "before the winter unless the rest comes in, its director told reporters on Tuesday.";
    const PageText page = read_page("Fund runs dry\n" + paragraph + "\nShared borders matter.");
    CHECK(page.body == paragraph + "\nShared borders matter.");
}

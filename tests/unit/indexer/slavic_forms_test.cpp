#include <algorithm>
#include <string>

#include "enrich/names/slavic_forms.hpp"
#include "support/catch.hpp"

using sitrep::indexer::slavic_case_forms;

namespace {

bool has(const std::string& name, const std::string& form) {
    const auto forms = slavic_case_forms(name);
    return std::ranges::find(forms, form) != forms.end();
}

}  // namespace

TEST_CASE("personal names are declined in Russian and Ukrainian", "[enrich][slavic]") {
    CHECK(has("зеленский", "зеленского"));
    CHECK(has("зеленський", "зеленським"));
    CHECK(has("путин", "путиным"));
    CHECK(has("лавров", "лаврову"));
    CHECK(has("захарова", "захаровой"));
    CHECK(has("сергей", "сергея"));
}

TEST_CASE("names that are not declined, short ones and other scripts have no forms",
          "[enrich][slavic]") {
    for (const auto* name : {"порошенко", "ли", "шойгу", "lavrov", "نتنياهو", ""}) {
        CAPTURE(name);
        CHECK(slavic_case_forms(name).empty());
    }
}

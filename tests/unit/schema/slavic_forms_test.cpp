#include <algorithm>
#include <string>

#include <sitrep_internal/slavic_forms.hpp>
#include <sitrep_internal/slavic_spelling.hpp>
#include "support/catch.hpp"

using sitrep::schema::slavic_case_forms;

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
    CHECK(has("порошенко", "порошенка"));
}

TEST_CASE("names that are not declined, short ones and other scripts have no forms",
          "[enrich][slavic]") {
    for (const auto* name : {"кличко", "ли", "шойгу", "lavrov", "نتنياهو", ""}) {
        CAPTURE(name);
        CHECK(slavic_case_forms(name).empty());
    }
}

TEST_CASE("all words of a name stand in one case and language", "[enrich][slavic]") {
    const auto forms_of = sitrep::schema::slavic_case_forms_of_name;
    const auto has_form = [&](const std::string& name, const std::string& form) {
        const auto forms = forms_of(name);
        return std::ranges::find(forms, form) != forms.end();
    };
    CHECK(has_form("сергей лавров", "сергея лаврова"));
    CHECK(has_form("сергей лавров", "сергеем лавровым"));
    CHECK(has_form("мария захарова", "марии захаровой"));
    CHECK(has_form("володимир зеленський", "володимиром зеленським"));
    CHECK_FALSE(has_form("сергей лавров", "сергея лаврову"));
    CHECK_FALSE(has_form("володимир зеленський", "володимире зеленського"));
    CHECK(has_form("віталій кличко", "віталія кличка"));
    CHECK(has_form("абдель фаттах аль бурхан", "абдель фаттах аль бурхана"));
    CHECK(has_form("лавров", "лавровым"));
    CHECK(forms_of("sergei lavrov").empty());
    CHECK(forms_of("").empty());
}

TEST_CASE("words in names of bodies are declined as adjectives and nouns", "[enrich][slavic]") {
    const auto has_of_body = [](const std::string& word, const std::string& form) {
        const auto forms = sitrep::schema::slavic_case_forms_of_body(word);
        return std::ranges::find(forms, form) != forms.end();
    };
    CHECK(has_of_body("береговая", "береговой"));
    CHECK(has_of_body("движение", "движения"));
    CHECK(has_of_body("силы", "силами"));
    CHECK(has_of_body("національна", "національної"));
    CHECK(has_of_body("об'єднання", "об'єднанню") == false);  // an apostrophe is folded away before
    CHECK(has_of_body("обєднання", "обєднанню"));
    CHECK(sitrep::schema::slavic_case_forms_of_body("forces").empty());
}

TEST_CASE("a form leads back to what it may be a form of", "[enrich][slavic]") {
    using sitrep::schema::SlavicForms;
    const auto leads_to = [](const std::string& form, const std::string& word, SlavicForms forms) {
        return std::ranges::any_of(sitrep::schema::slavic_nominatives(form), [&](const auto& found) {
            return found.word == word && found.forms == forms;
        });
    };
    CHECK(leads_to("путиным", "путин", SlavicForms::OfPerson));
    CHECK(leads_to("зеленського", "зеленський", SlavicForms::OfPerson));
    CHECK(leads_to("силами", "силы", SlavicForms::OfBody));
    CHECK_FALSE(leads_to("силами", "силы", SlavicForms::OfPerson));
    CHECK(leads_to("кличка", "кличко", SlavicForms::OfQuery));
    CHECK_FALSE(leads_to("кличка", "кличко", SlavicForms::OfPerson));
    // Of a name in -ова the forms are those of a surname, and no others.
    CHECK_FALSE(leads_to("захарови", "захарова", SlavicForms::OfPerson));
    CHECK(sitrep::schema::slavic_nominatives("forces").empty());
}

TEST_CASE("Russian and Ukrainian spellings of a name have one form in common", "[enrich][slavic]") {
    using sitrep::schema::common_slavic_spelling;
    CHECK(common_slavic_spelling("хасіна") == common_slavic_spelling("хасина"));
    CHECK(common_slavic_spelling("ердоган") == common_slavic_spelling("эрдоган"));
    CHECK(common_slavic_spelling("майга") == common_slavic_spelling("маїга"));
    CHECK(common_slavic_spelling("зеленський") == common_slavic_spelling("зеленский"));
    CHECK(common_slavic_spelling("хасан") != common_slavic_spelling("хасин"));
    for (const auto* word : {"hasina", "єс", "نتنياهو", "м23", ""}) {
        CAPTURE(word);
        CHECK(common_slavic_spelling(word).empty());
    }
}

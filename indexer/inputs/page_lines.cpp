#include "page_lines.hpp"

#include "enrich/words/letter_case.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <sitrep/schema/fold.hpp>

namespace sitrep::indexer {
namespace {

/// In bytes. Longer lines are paragraphs, whatever they begin with.
constexpr std::size_t kLongestFurniture = 240;
constexpr std::size_t kLongestByline = 90;
constexpr std::size_t kLongestMasthead = 60;

using Opening = std::pair<std::string_view, PageLine>;

// How such lines begin, folded by `fold_name`: no capitals, accents or punctuation.
constexpr auto kOpenings = std::to_array<Opening>({
    {"advertisement", PageLine::Request},
    {"all rights reserved", PageLine::Request},
    {"back to top", PageLine::Request},
    {"click here", PageLine::Request},
    {"continue reading", PageLine::Request},
    {"contact us", PageLine::Request},
    {"copyright", PageLine::Request},
    {"c 20", PageLine::Request},
    {"20 all rights", PageLine::Request},
    {"download our app", PageLine::Request},
    {"follow us", PageLine::Request},
    {"join our", PageLine::Request},
    {"leave a comment", PageLine::Request},
    {"log in to", PageLine::Request},
    {"not for publication", PageLine::Request},
    {"our standards", PageLine::Request},
    {"post a comment", PageLine::Request},
    {"share on", PageLine::Request},
    {"share this", PageLine::Request},
    {"sign in to", PageLine::Request},
    {"sign up", PageLine::Request},
    {"skip to", PageLine::Request},
    {"sponsored", PageLine::Request},
    {"subscribe", PageLine::Request},
    {"support us", PageLine::Request},
    {"thank you for reading", PageLine::Request},
    {"thanks for reading", PageLine::Request},
    {"this site uses cookies", PageLine::Request},
    {"we need your support", PageLine::Request},
    {"we use cookies", PageLine::Request},
    {"reading time", PageLine::Request},
    {"distribution list", PageLine::Request},
    {"reporting by", PageLine::Byline},
    {"writing by", PageLine::Byline},
    {"additional reporting by", PageLine::Byline},
    {"tags", PageLine::Tags},
    {"tag ", PageLine::Tags},
    {"keywords", PageLine::Tags},
    {"filed under", PageLine::Tags},
    {"editors picks", PageLine::Box},
    {"latest news", PageLine::Box},
    {"latest stories", PageLine::Box},
    {"more from", PageLine::Box},
    {"more on this story", PageLine::Box},
    {"more stories", PageLine::Box},
    {"most popular", PageLine::Box},
    {"most read", PageLine::Box},
    {"read also", PageLine::Box},
    {"read more", PageLine::Box},
    {"read next", PageLine::Box},
    {"recommended", PageLine::Box},
    {"related articles", PageLine::Box},
    {"related news", PageLine::Box},
    {"related stories", PageLine::Box},
    {"related topics", PageLine::Box},
    {"see also", PageLine::Box},
    {"trending", PageLine::Box},
    {"you may also like", PageLine::Box},
    {"you might also like", PageLine::Box},
    // French
    {"a lire aussi", PageLine::Box},
    {"lire aussi", PageLine::Box},
    {"la redaction vous recommande", PageLine::Box},
    {"les plus lus", PageLine::Box},
    {"sur le meme sujet", PageLine::Box},
    {"abonnez vous", PageLine::Request},
    {"merci de votre lecture", PageLine::Request},
    {"merci de nous lire", PageLine::Request},
    {"partager", PageLine::Request},
    {"publicite", PageLine::Request},
    {"suivez nous", PageLine::Request},
    {"temps de lecture", PageLine::Request},
    {"tous droits reserves", PageLine::Request},
    {"mots cles", PageLine::Tags},
    {"par la redaction", PageLine::Byline},
    // Spanish
    {"lea tambien", PageLine::Box},
    {"leer tambien", PageLine::Box},
    {"lee tambien", PageLine::Box},
    {"lo mas leido", PageLine::Box},
    {"mas noticias", PageLine::Box},
    {"noticias relacionadas", PageLine::Box},
    {"te puede interesar", PageLine::Box},
    {"compartir", PageLine::Request},
    {"comparte esta", PageLine::Request},
    {"gracias por leer", PageLine::Request},
    {"publicidad", PageLine::Request},
    {"siganos", PageLine::Request},
    {"siguenos", PageLine::Request},
    {"suscribete", PageLine::Request},
    {"todos los derechos", PageLine::Request},
    {"etiquetas", PageLine::Tags},
    {"palabras clave", PageLine::Tags},
    {"por la redaccion", PageLine::Byline},
    // Russian and Ukrainian
    {"читаите также", PageLine::Box},
    {"читайте также", PageLine::Box},
    {"другие новости", PageLine::Box},
    {"по теме", PageLine::Box},
    {"читайте також", PageLine::Box},
    {"інші новини", PageLine::Box},
    {"новини по темі", PageLine::Box},
    {"комментарии", PageLine::Request},
    {"подписывайтесь", PageLine::Request},
    {"подпишитесь", PageLine::Request},
    {"поделиться", PageLine::Request},
    {"реклама", PageLine::Request},
    {"спасибо что", PageLine::Request},
    {"все права защищены", PageLine::Request},
    {"дякуємо що", PageLine::Request},
    {"коментарі", PageLine::Request},
    {"підписуйтесь", PageLine::Request},
    {"поділитися", PageLine::Request},
    {"усі права", PageLine::Request},
    {"теги", PageLine::Tags},
    {"метки", PageLine::Tags},
    {"текст отдел", PageLine::Byline},
    {"автор ", PageLine::Byline},
    // Arabic
    {"اقرا ايضا", PageLine::Box},
    {"اقرا المزيد", PageLine::Box},
    {"اخبار ذات صله", PageLine::Box},
    {"الاكثر قراءه", PageLine::Box},
    {"مواضيع ذات صله", PageLine::Box},
    {"اعلان", PageLine::Request},
    {"اشترك", PageLine::Request},
    {"تابعونا", PageLine::Request},
    {"تابعنا", PageLine::Request},
    {"شارك", PageLine::Request},
    {"جميع الحقوق", PageLine::Request},
    {"وسوم", PageLine::Tags},
    {"الكلمات المفتاحيه", PageLine::Tags},
});

/// Whole lines, folded.
constexpr auto kLines = std::to_array<std::string_view>(
    {"comments", "ends", "home", "loading", "menu", "print", "related", "save", "search", "share",
     "tweet", "email", "copy link", "fin", "fermer", "imprimer", "imprimir", "buscar", "rechercher",
     "поиск", "пошук", "بحث"});

/// Home » News » Ukraine
bool is_path(std::string_view line) {
    return line.find(" \u00BB ") != std::string_view::npos ||
           line.find(" \u203A ") != std::string_view::npos ||
           (line.starts_with("Home ") && line.find(" > ") != std::string_view::npos);
}

/// 10 ene. 2024: such a line says when the report was published.
bool ends_with_year(std::string_view line) {
    const auto year = line.substr(line.size() - std::min<std::size_t>(line.size(), 4));
    const bool is_number = year.find_first_not_of("0123456789") == std::string_view::npos;
    return is_number && (year.starts_with("19") || year.starts_with("20"));
}

/// By Jane Doe, BANGKOK: a few words, no full stop at the end, the second word with a capital.
bool is_byline(std::string_view line) {
    constexpr auto kBy = std::to_array<std::string_view>({"By ", "BY ", "Por ", "Par ", "Von "});
    if (line.size() > kLongestByline || line.ends_with('.') || ends_with_year(line)) return false;
    const auto by =
        std::ranges::find_if(kBy, [&](std::string_view word) { return line.starts_with(word); });
    if (by == kBy.end()) return false;
    const auto name = line.substr(by->size());
    const bool is_ours = name.starts_with("our ") || name.starts_with("a ");
    return is_ours || letter_case(name.substr(0, name.find(' '))) != WordCase::Any;
}

}  // namespace

PageLine page_line(std::string_view line) {
    if (line.size() > kLongestFurniture) return PageLine::Text;
    if (is_path(line)) return PageLine::Path;
    if (is_byline(line)) return PageLine::Byline;
    if (line.starts_with("\u00A9") || line.starts_with("(c) ")) return PageLine::Request;
    const std::string folded = schema::fold_name(line);
    if (std::ranges::find(kLines, folded) != kLines.end()) return PageLine::Request;
    for (const auto& [opening, kind] : kOpenings) {
        if (!folded.starts_with(opening)) continue;
        const bool is_whole_word = folded.size() == opening.size() || opening.ends_with(' ') ||
                                   folded[opening.size()] == ' ' || opening == "c 20";
        if (is_whole_word) return kind;
    }
    return PageLine::Text;
}

bool is_masthead(std::string_view line) {
    if (line.size() > kLongestMasthead) return false;
    const std::string folded = schema::fold_name(line);
    constexpr auto kOutletWords = std::to_array<std::string_view>(
        {"news", "times", "post", "herald", "daily", "gazette", "tribune", "chronicle", "press",
         "newsroom", "agency", "online", "weekly", "observer", "journal"});
    const std::string_view words = folded;
    const auto last = words.substr(words.find_last_of(' ') + 1);
    const bool is_outlet = std::ranges::find(kOutletWords, last) != kOutletWords.end() &&
                           std::ranges::count(words, ' ') <= 4;
    const bool is_section = line.find(" / ") != std::string_view::npos &&
                            std::ranges::count(words, ' ') <= 4;
    return is_outlet || is_section;
}

}  // namespace sitrep::indexer

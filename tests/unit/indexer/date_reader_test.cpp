#include "enrich/dates/date_reader.hpp"

#include "enrich/words/surfaces.hpp"

#include <optional>
#include <string>
#include <string_view>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/language.hpp>

#include "support/catch.hpp"

namespace schema = sitrep::schema;
using namespace sitrep::indexer;

namespace {

TextPart part_of(std::string_view text, std::string_view language) {
    schema::Analyzer analyzer;
    Surfaces surfaces;
    TextPart part{text, {}};
    for (const auto& token : analyzer.analyze(text, schema::stemmer_for(language))) {
        if (token.kind != schema::TokenKind::Word) continue;
        const auto& words = surfaces.of(text.substr(token.begin, token.end - token.begin));
        WordMarks marks;
        if (!words.empty()) marks.date = date_word(words.front(), language);
        part.words.push_back({marks, token.position, token.begin, token.end});
    }
    return part;
}

struct Sample {
    std::string_view language = "en";
    std::string_view body;
    std::string_view published;  // empty if the report gives no date
    std::string_view event;      // empty if there is none
    std::string_view title;
};

FoundDates read(const Sample& sample) {
    const ReportText text{part_of(sample.title, sample.language), part_of(sample.body, sample.language)};
    DateReader reader;
    return reader.read(text, schema::ReportDate::parse(sample.published));
}

std::string event_of(const Sample& sample) {
    const auto found = read(sample);
    return found.event ? schema::iso_span(found.event->date) : "";
}

void check_event(const Sample& sample) {
    CAPTURE(sample.body, sample.published);
    CHECK(event_of(sample) == sample.event);
}

std::string published_of(std::string_view body, std::string_view language = "en", std::string_view title = {}) {
    const auto found = read({language, body, "", "", title});
    return found.published ? found.published->date.iso() : "";
}

}  // namespace

TEST_CASE("written days are read in English", "[date_reader]") {
    check_event(GENERATE(
        Sample{"en", "Shells hit the port on 5 March 2024.", "", "2024-03-05", ""},
        Sample{"en", "Shells hit the port on March 5, 2024.", "", "2024-03-05", ""},
        Sample{"en", "Shells hit the port on March 3rd, 2024.", "", "2024-03-03", ""},
        Sample{"en", "Shells hit the port on the 3rd of March 2024.", "", "2024-03-03", ""},
        Sample{"en", "Shells hit the port on 3 Mar 2019.", "", "2019-03-03", ""},
        Sample{"en", "Shells hit the port on Feb. 21, officials say.", "2025-02-22", "2025-02-21", ""},
        Sample{"en", "Shells hit the port on Friday, 21 February 2025.", "", "2025-02-21", ""},
        Sample{"en", "Shells hit the port on 2024-03-05 at noon.", "", "2024-03-05", ""},
        Sample{"en", "Shells hit the port on 05.03.2024 at noon.", "", "2024-03-05", ""},
        Sample{"en", "Shells hit the port on 25/03/2024 at noon.", "", "2024-03-25", ""},
        Sample{"en", "Shells hit the port on 03/25/2024 at noon.", "", "2024-03-25", ""},
        Sample{"en", "Shells hit the port on 25/3/94 at noon.", "", "1994-03-25", ""},
        Sample{"en", "Shells hit the port on 25/3/24 at noon.", "", "2024-03-25", ""},
        Sample{"en", "Shells hit the port on 25 March (1994).", "", "1994-03-25", ""},
        Sample{"en", "Shells hit the port on Christmas Day.", "2024-12-27", "2024-12-25", ""},
        Sample{"en", "Shells hit the port on New Year's Eve.", "2025-01-02", "2024-12-31", ""}));
}

TEST_CASE("written days are read in the other languages", "[date_reader]") {
    check_event(GENERATE(
        Sample{"uk", "Ракета влучила у порт 12 червня 2025 року.", "", "2025-06-12", ""},
        Sample{"uk", "Ракета влучила у порт 8 травня, поранено двох.", "2025-05-09", "2025-05-08", ""},
        Sample{"ru", "Ракета попала в порт 5 марта 2024 года.", "", "2024-03-05", ""},
        Sample{"ru", "Ракета попала в порт 28 февраля, есть жертвы.", "1988-02-29", "1988-02-28", ""},
        Sample{"ru", "Ракета попала в порт 2-го марта 2024 г.", "", "2024-03-02", ""},
        Sample{"fr", "Un missile a frappé le port le 3 mars 2024.", "", "2024-03-03", ""},
        Sample{"fr", "Un missile a frappé le port le 1er août 2024.", "", "2024-08-01", ""},
        Sample{"fr", "Un missile a frappé le port mardi 17 septembre.", "2024-09-18", "2024-09-17", ""},
        Sample{"es", "Un misil alcanzó el puerto el 5 de marzo de 2024.", "", "2024-03-05", ""},
        Sample{"es", "Un misil alcanzó el puerto el jueves 18 de septiembre.", "2025-09-19", "2025-09-18", ""},
        Sample{"ar", "أصاب صاروخ الميناء يوم الجمعة 21 مارس/آذار 2025 مساء.", "", "2025-03-21", ""},
        Sample{"ar", "أصاب صاروخ الميناء في ٥ كانون الثاني ٢٠٢٤ صباحا.", "", "2024-01-05", ""},
        Sample{"ar", "أصاب صاروخ الميناء في 7 تشرين الأول 2023 صباحا.", "", "2023-10-07", ""}));
}

TEST_CASE("ranges of days are read whole", "[date_reader]") {
    check_event(GENERATE(
        Sample{"en", "Fighting raged on 3-5 March 2024 around the port.", "", "2024-03-03..2024-03-05", ""},
        Sample{"en", "Fighting raged on 3\u20135 March 2024 around the port.", "", "2024-03-03..2024-03-05", ""},
        Sample{"en", "Fighting raged from 28 February to 2 March 2022.", "", "2022-02-28..2022-03-02", ""},
        Sample{"en", "Fighting raged from December 30 to January 2.", "2024-01-05", "2023-12-30..2024-01-02", ""},
        Sample{"en", "Fighting raged between 3 and 5 March.", "2024-03-06", "2024-03-03..2024-03-05", ""},
        Sample{"en", "Planes dropped gas on March 16 and 17, they said.", "1988-03-24", "1988-03-16..1988-03-17", ""},
        Sample{"en", "In the night of 11-12 June drones came.", "2025-06-12", "2025-06-11..2025-06-12", ""},
        Sample{"en", "In the night of 11/12 June drones came.", "2025-06-12", "2025-06-11..2025-06-12", ""},
        Sample{"uk", "З 4 по 10 серпня 2025 року евакуйовано 1 240 осіб.", "", "2025-08-04..2025-08-10", ""},
        Sample{"uk", "В ніч на 7 червня дрони вдарили по місту.", "2025-06-08", "2025-06-06..2025-06-07", ""},
        Sample{"ru", "В ночь с 11 на 12 июня дроны ударили по городу.", "2025-06-12", "2025-06-11..2025-06-12", ""},
        Sample{"ru", "В ночь на вторник дроны ударили по городу.", "2025-06-12", "2025-06-09..2025-06-10", ""},
        Sample{"fr", "Dans la nuit du 1er au 2 janvier, des drones ont frappé.", "2024-01-02", "2024-01-01..2024-01-02", ""},
        Sample{"fr", "Dans la nuit de mardi à mercredi, deux sont morts.", "2024-05-15", "2024-05-14..2024-05-15", ""},
        Sample{"es", "Del 3 al 5 de marzo de 2024 hubo combates.", "", "2024-03-03..2024-03-05", ""},
        Sample{"ar", "سُجلت بين 1 و15 يوليو/تموز 2024 آلاف الحالات.", "", "2024-07-01..2024-07-15", ""}));
}

TEST_CASE("a weekday is the last one, and the day of publication if it is that", "[date_reader]") {
    check_event(GENERATE(
        Sample{"en", "Rebels took the town on Thursday.", "2025-02-20", "2025-02-20", ""},
        Sample{"en", "Rebels took the town on Thursday.", "2025-02-21", "2025-02-20", ""},
        Sample{"en", "Rebels took the town late on Sunday night.", "2025-02-21", "2025-02-16", ""},
        Sample{"en", "Rebels took the town last Thursday.", "2025-02-20", "2025-02-13", ""},
        Sample{"en", "Rebels took the town on Monday last week.", "2025-02-20", "2025-02-10", ""},
        Sample{"en", "They fought from Monday last week until Thursday.", "2025-02-20", "2025-02-10..2025-02-13", ""},
        Sample{"en", "Rebels took the town on Tuesday and Wednesday.", "2025-02-20", "2025-02-18..2025-02-19", ""},
        Sample{"en", "Rebels have shelled the town since Monday.", "2025-02-20", "2025-02-17..2025-02-20", ""},
        Sample{"fr", "Les rebelles ont pris la ville ce vendredi.", "2023-12-22", "2023-12-22", ""},
        Sample{"fr", "Les rebelles ont pris la ville lundi dernier.", "2025-02-17", "2025-02-10", ""},
        Sample{"es", "Los rebeldes tomaron la ciudad el jueves pasado.", "2025-02-21", "2025-02-20", ""},
        Sample{"es", "Los rebeldes tomaron la ciudad ayer, viernes, por sorpresa.", "2023-09-16", "2023-09-15", ""},
        Sample{"ru", "Повстанцы взяли город в четверг.", "2025-02-21", "2025-02-20", ""},
        Sample{"uk", "Повстанці взяли місто у четвер.", "2025-02-21", "2025-02-20", ""},
        Sample{"ar", "دخل المقاتلون المدينة يوم الخميس.", "2025-02-21", "2025-02-20", ""}));
}

TEST_CASE("other relative dates are counted from publication", "[date_reader]") {
    check_event(GENERATE(
        Sample{"en", "Rebels took the town yesterday.", "2025-03-01", "2025-02-28", ""},
        Sample{"en", "Rebels took the town three weeks ago.", "2025-03-22", "2025-03-01", ""},
        Sample{"en", "Rebels took the town two days ago.", "2025-03-01", "2025-02-27", ""},
        Sample{"en", "Rebels took the town 2 days ago.", "2025-03-01", "2025-02-27", ""},
        Sample{"en", "Rebels took the town fifteen days ago.", "2025-03-01", "2025-02-14", ""},
        Sample{"en", "Rebels took the town twenty-one days ago.", "2025-03-22", "2025-03-01", ""},
        Sample{"en", "Rebels took the town 48 hours ago.", "2025-03-03", "2025-03-01", ""},
        Sample{"en", "Shells hit the port 30 times in the past day.", "2025-03-02", "2025-03-01..2025-03-02", ""},
        Sample{"en", "Rebels took the town an hour ago.", "2025-03-01", "2025-03-01", ""},
        Sample{"en", "Rebels took the town last night.", "2025-03-01", "2025-02-28", ""},
        Sample{"en", "Rebels took the town overnight.", "2025-03-01", "2025-02-28..2025-03-01", ""},
        Sample{"en", "Rebels took the town this morning.", "2025-03-01", "2025-03-01", ""},
        Sample{"en", "Rebels took the town last week.", "2025-02-20", "2025-02-10..2025-02-16", ""},
        Sample{"en", "Rebels took the town this week.", "2025-02-20", "2025-02-17..2025-02-23", ""},
        Sample{"en", "Rebels took the town over the weekend.", "2025-02-20", "2025-02-15..2025-02-16", ""},
        Sample{"en", "Rebels took the town last month.", "2025-03-20", "2025-02-01..2025-02-28", ""},
        Sample{"fr", "Ils ont pris la ville il y a trois jours.", "2025-03-04", "2025-03-01", ""},
        Sample{"fr", "Ils ont pris la ville hier.", "2025-03-04", "2025-03-03", ""},
        Sample{"fr", "Ils ont pris la ville la semaine dernière.", "2025-02-20", "2025-02-10..2025-02-16", ""},
        Sample{"es", "Tomaron la ciudad hace dos semanas.", "2025-03-15", "2025-03-01", ""},
        Sample{"es", "Tomaron hoy la ciudad.", "2025-03-15", "2025-03-15", ""},
        Sample{"ru", "Они взяли город три недели назад.", "2025-03-22", "2025-03-01", ""},
        Sample{"ru", "Они взяли город пятнадцать дней назад.", "2025-03-16", "2025-03-01", ""},
        Sample{"ru", "За минувшие сутки погибли двое.", "2025-03-02", "2025-03-01..2025-03-02", ""},
        Sample{"ru", "Накануне они взяли город.", "2025-03-22", "2025-03-21", ""},
        Sample{"ru", "Они взяли город неделю назад.", "2025-03-22", "2025-03-15", ""},
        Sample{"ru", "Вчера они взяли город.", "2025-03-22", "2025-03-21", ""},
        Sample{"uk", "Вчора вони взяли місто.", "2025-03-22", "2025-03-21", ""},
        Sample{"uk", "Вони взяли місто минулого тижня.", "2025-02-20", "2025-02-10..2025-02-16", ""},
        Sample{"ar", "دخلوا المدينة قبل ثلاثة أيام.", "2025-03-04", "2025-03-01", ""},
        Sample{"ar", "دخلوا المدينة قبل يومين.", "2025-03-04", "2025-03-02", ""},
        Sample{"ar", "دخلوا المدينة أمس.", "2025-03-04", "2025-03-03", ""}));
}

TEST_CASE("numbers of days that are not known are none", "[date_reader]") {
    check_event(GENERATE(Sample{"en", "Rebels took the town days ago.", "2025-03-01", "", ""},
                         Sample{"en", "Rebels took the town in the last days.", "2025-03-01", "", ""},
                         Sample{"es", "Tomaron la ciudad hace días.", "2025-03-01", "", ""},
                         Sample{"ar", "دخلوا المدينة قبل أيام.", "2025-03-01", "", ""}));
}

TEST_CASE("what is announced lies after publication", "[date_reader]") {
    check_event(GENERATE(
        Sample{"en", "The envoys will meet on Thursday and Friday.", "2023-08-14", "2023-08-17..2023-08-18", ""},
        Sample{"en", "The envoys are due in Doha next Thursday.", "2023-08-14", "2023-08-17", ""},
        Sample{"en", "The envoys will meet on 5 September.", "2023-08-14", "2023-09-05", ""},
        Sample{"en", "The envoys are to return on Sunday.", "2023-08-14", "2023-08-20", ""},
        Sample{"en", "Residents were told to leave Uvira by Monday.", "2025-12-03", "2025-12-08", ""}));
}

TEST_CASE("plans do not hide what has happened", "[date_reader]") {
    check_event(GENERATE(
        Sample{"en", "Voting will be on 28 December, the commission announced on Monday.", "2025-08-18", "2025-08-18", ""},
        Sample{"en", "The rebel, who fought three elections' worth of plans, was killed on Friday.", "2002-02-23",
               "2002-02-22", ""},
        Sample{"en", "By Friday the rebels had taken the town.", "2025-10-14", "2025-10-10", ""},
        Sample{"uk", "На понеділок оголосили відключення. Удар був у неділю.", "2024-11-18", "2024-11-17", ""},
        Sample{"uk", "На суботніх виборах перемогла партія. Депутати зберуться у четвер.", "2024-10-27", "2024-10-26", ""}));
}

TEST_CASE("days of one report that lie together are one span", "[date_reader]") {
    check_event(GENERATE(
        Sample{"en", "Crowds broke into parliament on Tuesday. On Wednesday the president gave in.", "2024-06-27",
               "2024-06-25..2024-06-26", ""},
        Sample{"en", "They left the dam last Thursday. Engineers came the next day.", "2025-04-15",
               "2025-04-10..2025-04-11", ""},
        Sample{"en", "They left the dam on Thursday. Engineers came a day later.", "2025-04-15",
               "2025-04-10..2025-04-11", ""},
        Sample{"en", "They left the dam on Thursday. The bridge fell the day before.", "2025-04-15",
               "2025-04-09..2025-04-10", ""},
        Sample{"fr", "Ils ont pris le pont jeudi. La veille, deux sont morts.", "2025-04-15", "2025-04-09..2025-04-10", ""},
        Sample{"es", "Tomaron el puente el jueves. Dos murieron el día anterior.", "2025-04-15", "2025-04-09..2025-04-10", ""},
        Sample{"ru", "Мост взяли в четверг. Накануне погибли двое.", "2025-04-15", "2025-04-09..2025-04-10", ""},
        Sample{"uk", "Міст узяли у четвер. Наступного дня загинули двоє.", "2025-04-15", "2025-04-10..2025-04-11", ""},
        Sample{"ar", "سقط الجسر الخميس. وفي اليوم التالي قتل اثنان.", "2025-04-15", "2025-04-10..2025-04-11", ""},
        Sample{"en", "Crowds broke in on Tuesday. Nobody died. It rained. Shops were shut. Police stood by. Talks "
                     "followed on Wednesday.", "2024-06-27", "2024-06-25..2024-06-26", ""},
        Sample{"en", "The army, which stopped the train on Monday, freed all of them on Tuesday.", "2025-03-13",
               "2025-03-10..2025-03-11", ""},
        Sample{"en", "Troops shot at marchers on Monday, a day after the general took power.", "1988-09-20",
               "1988-09-18..1988-09-19", ""}));
}

TEST_CASE("days that are told much later, or far from the first, are not added", "[date_reader]") {
    check_event(GENERATE(
        Sample{"en", "Crowds broke in on Wednesday. Nobody died. It rained. Shops were shut. Police stood by. It was "
                     "quiet. A bill was passed on Tuesday.", "2024-06-27", "2024-06-26", ""},
        Sample{"en", "Crowds broke in on Wednesday. The police had shut the square on Tuesday.", "2024-06-27",
               "2024-06-26", ""},
        Sample{"en", "Ten were shot on Sunday night, doctors said on Tuesday.", "2024-06-27", "2024-06-23", ""},
        Sample{"en", "Crowds broke in on Thursday. Votes were cast on June 20.", "2024-06-27", "2024-06-27", ""}));
}

TEST_CASE("what goes on lasts until the last day that is told, or until its end", "[date_reader]") {
    check_event(GENERATE(
        Sample{"en", "Shops have burned since Monday. A boy died on Wednesday.", "2024-05-16", "2024-05-13..2024-05-15", ""},
        Sample{"en", "Three navies began a drill on Monday. It goes on until Thursday.", "2025-03-11",
               "2025-03-10..2025-03-13", ""}));
}

TEST_CASE("what is told in the title goes before what is to come", "[date_reader]") {
    check_event({"en", "Envoys sit down tomorrow.", "2025-06-01", "2025-05-31", "What we know of the raid of Saturday"});
}

TEST_CASE("a relative clause ends at its comma", "[date_reader]") {
    check_event({"en", "The general, who would not leave, left on Monday. Shells had hit the port two weeks ago.",
                 "2011-04-12", "2011-04-11", ""});
}

TEST_CASE("background is not taken for the event", "[date_reader]") {
    check_event(GENERATE(
        Sample{"en", "Shells hit the port on Monday, three years after the invasion of 24 February 2022.",
               "2025-02-24", "2025-02-24", ""},
        Sample{"en", "Relief reached survivors of last Friday's earthquake on Wednesday.", "2025-04-04", "2025-04-02", ""},
        Sample{"en", "The army, at war since April 2023, took the town on Friday.", "2025-01-25", "2025-01-24", ""},
        Sample{"en", "The war goes on since the attack of armed men on 13 November 2020.", "2021-10-07", "", ""},
        Sample{"ar", "نزح الملايين منذ اندلاع الحرب في أبريل 2023 إلى الشمال.", "2024-06-07", "", ""},
        Sample{"en", "The general, who came to power in July 2023, flew home.", "2024-08-06", "", ""},
        Sample{"en", "The sea is shared by a treaty of 2003.", "2018-11-26", "", ""},
        Sample{"en", "He was born in Macon in 1949 and plays football on Sundays.", "2024-08-06", "", ""},
        Sample{"en", "Glasses are on offer until Friday.", "2022-11-17", "", ""},
        Sample{"en", "The queue on a Friday is long.", "2022-11-17", "", ""},
        Sample{"en", "The film made millions in its opening weekend.", "2022-11-17", "", ""},
        Sample{"fr", "Ils sont aujourd'hui plus de deux mille.", "2022-11-17", "", ""},
        Sample{"fr", "Elle parle de la veille de la bataille.", "2022-11-17", "", ""},
        Sample{"ar", "توقفت الرحلات ابتداء من اليوم نفسه.", "2022-11-17", "", ""},
        Sample{"en", "The parties recalled the Good Friday agreement.", "1998-08-16", "", ""},
        Sample{"es", "El presidente habló en Santo Domingo de la frontera.", "2023-09-16", "", ""}));
}

TEST_CASE("words that may be dates but are not give none", "[date_reader]") {
    check_event(GENERATE(
        Sample{"en", "They may march to the capital, 40 of them.", "2024-03-05", "", ""},
        Sample{"en", "Prime Minister May said that 12 may go.", "2018-03-05", "", ""},
        Sample{"en", "Output fell by 15.8 percent to 2024 barrels.", "2024-03-05", "", ""},
        Sample{"en", "The 54th brigade fired 155 shells at 08:37.", "2024-03-05", "", ""},
        Sample{"en", "The bill passed 31-12 and 5/3 of them left.", "2024-03-05", "", ""},
        Sample{"en", "It is due on 31 February 2024 or 2024-13-05.", "2024-03-05", "", ""},
        Sample{"fr", "La planète Mars et un char sur le sol.", "2024-03-05", "", ""},
        Sample{"ar", "في اليوم الثالث من الهجوم انسحبت القوات.", "2024-03-05", "", ""}));
}

TEST_CASE("without an anchor, relative dates and days without a year are none", "[date_reader]") {
    check_event(GENERATE(Sample{"en", "Rebels took the town on Thursday.", "", "", ""},
                         Sample{"en", "Rebels took the town on 5 March.", "", "", ""},
                         Sample{"en", "Rebels took the town three weeks ago.", "", "", ""},
                         Sample{"en", "Rebels took the town yesterday.", "2024-03", "", ""},
                         Sample{"ru", "Повстанцы взяли город в четверг.", "", "", ""}));
}

TEST_CASE("days before the first or after the last year that can be written are none", "[date_reader]") {
    check_event(GENERATE(Sample{"en", "Rebels took the town yesterday.", "0001-01-01", "", ""},
                         Sample{"en", "The envoys will meet tomorrow.", "9999-12-31", "", ""},
                         Sample{"en", "Rebels took the town 2024 days ago.", "2024-03-05", "", ""}));
}

TEST_CASE("a day without a year takes the year that brings it nearest to publication", "[date_reader]") {
    check_event(GENERATE(Sample{"en", "Rebels took the town on 30 December.", "2024-01-02", "2023-12-30", ""},
                         Sample{"en", "Rebels took the town on 2 January.", "2024-01-03", "2024-01-02", ""},
                         Sample{"en", "A fair opens at the port: 20 March.", "2024-03-05", "2024-03-20", ""},
                         Sample{"en", "Rebels took the town on 5 March.", "2024", "2024-03-05", ""},
                         Sample{"en", "The commission has chosen December 28 for the vote.", "2025-08-19", "", ""}));
}

TEST_CASE("a month or a year is the event if the first sentence says no more", "[date_reader]") {
    check_event(GENERATE(
        Sample{"en", "In May 2018 a young man climbed a house.", "2023-09-02", "2018-05-01..2018-05-31", ""},
        Sample{"en", "In March fighting spread to the coast.", "2024-07-02", "2024-03-01..2024-03-31", ""},
        Sample{"en", "In 2011 rebels took the town.", "", "2011-01-01..2011-12-31", ""},
        Sample{"fr", "En mars 2024, les combats ont gagné la côte.", "", "2024-03-01..2024-03-31", ""},
        Sample{"ru", "В марте 2024 года бои дошли до побережья.", "", "2024-03-01..2024-03-31", ""},
        Sample{"en", "He tells of caves. In 1983 he saw one.", "2024-07-02", "", ""}));
}

TEST_CASE("a dateline says when somebody wrote and not what happened", "[date_reader]") {
    check_event(GENERATE(
        Sample{"en", "KYIV, March 5 (Reuters) - The court has jailed two men.", "2024-03-05", "", ""},
        Sample{"en", "KYIV, March 5 (Reuters) - Drones struck early on Tuesday.", "2024-03-06", "2024-03-05", ""},
        Sample{"ru", "Горис, 27 сентября 2023 года — Люди уходят.", "2023-09-27", "", ""},
        Sample{"ar", "بيروت، 28 سبتمبر - أكد الحزب مقتل أمينه العام.", "2024-09-28", "", ""},
        Sample{"en", "27 October 2025 - They control the town.", "2025-10-27", "", ""},
        Sample{"en", "RAFAH, November 21 - The first trucks came.", "2024-11-21", "", ""},
        Sample{"ru", "ПЕКИН, 9 апреля — РИА. Министр провёл во вторник переговоры.", "2024-04-09", "2024-04-09", ""}));
}

TEST_CASE("the day of a dateline is what weekdays are counted from", "[date_reader]") {
    check_event({"en", "RIYADH, March 11 - Ministers met on Thursday.", "1987-03-12", "1987-03-05", ""});
}

TEST_CASE("the date of publication is read from lines that say so", "[date_reader]") {
    CHECK(published_of("Ukraine | February 21, 2025, Friday // 08:37\n\nThe president met the envoy of the other "
                       "side in the capital.") == "2025-02-21");
    CHECK(published_of("Published: 5 March 2024\nUpdated: 6 March 2024\n\nRebels took the town.") == "2024-03-05");
    CHECK(published_of("Updated: 6 March 2024\nPublished: 5 March 2024\n\nRebels took the town.") == "2024-03-05");
    CHECK(published_of("Last updated: 2025-08-18T11:20:00+07:00 | 3 min read | Share | Save\n\nRebels.") == "2025-08-18");
    CHECK(published_of("Date: 2024-03-05\n\nRebels took the town.") == "2024-03-05");
    CHECK(published_of("Publié le : 22/12/2023 - 14:05\nModifié le : 23/12/2023\n\nIls ont quitté la ville.", "fr") ==
          "2023-12-22");
    CHECK(published_of("تاريخ النشر: 30/11/2024 09:15\nآخر تحديث: 01/12/2024\n\nدخل المقاتلون المدينة.", "ar") ==
          "2024-11-30");
    CHECK(published_of("NEW DELHI, Feb 3, 2025 - The minister said so.") == "2025-02-03");
    CHECK(published_of("БАКУ, 29 февраля 1988 г. (ТАСС). Введён комендантский час.", "ru") == "1988-02-29");
    CHECK(published_of("Flash update\n(as of 5 p.m., 8 August 2025)\n\nPeople have left.") == "2025-08-08");
    CHECK(published_of("BRAZZAVILLE, Oct 15 (1997) - Soldiers drove through the town.") == "1997-10-15");
    CHECK(published_of("Rebels took the town.", "en", "Ukraine | February 21, 2025, Friday // 08:37") == "2025-02-21");
    CHECK(published_of("The ministry thanks all.\n\nAbu Dhabi, 30 December 2024") == "2024-12-30");
}

TEST_CASE("a date in a sentence is no date of publication", "[date_reader]") {
    CHECK(published_of("The report that was published on 5 March 2024 speaks of twelve villages on the other "
                       "side of the river, and of a camp. It names nobody.").empty());
    CHECK(published_of("Shells hit the port of the town near the river mouth on 5 March 2024 at noon. Nobody died.").empty());
    CHECK(published_of("KYIV, March 5 (Reuters) - Drones struck.").empty());
}

TEST_CASE("dates that are found in the text are anchors for the others", "[date_reader]") {
    check_event(GENERATE(
        Sample{"en", "NEW DELHI, Feb 3, 2025 - The minister spoke on Monday.", "", "2025-02-03", ""},
        Sample{"en", "NICOSIA, March 24, 1988 - Planes dropped gas on March 16 and 17.", "", "1988-03-16..1988-03-17", ""},
        Sample{"es", "CIUDAD DE GUATEMALA, 7 ago 1987 (EFE).- Los presidentes firmaron hoy el plan.", "", "1987-08-07", ""},
        Sample{"en", "Units bombarded trenches this Thursday. Bir Lehlu (SADR), 7 October 2021.", "", "2021-10-07", ""},
        Sample{"en", "Ukraine | February 21, 2025, Friday // 08:37\n\nThe two presidents met in the capital on Thursday.",
               "", "2025-02-20", ""}));
}

TEST_CASE("a statement speaks of the day of its signature", "[date_reader]") {
    check_event({"en", "The ministry thanks all.\n\nAbu Dhabi, 30 December 2024", "2024-12-30", "2024-12-30", ""});
}

TEST_CASE("the days of the title are taken if the body has none", "[date_reader]") {
    check_event({"en", "Flour is short and roads are closed.", "2024-07-20", "2024-07-01..2024-07-15",
                 "Situation report, 1-15 July 2024"});
}

TEST_CASE("a found date says by which rule and where", "[date_reader]") {
    const Sample sample{"en", "KYIV, March 5, 2024 (Reuters) - Drones struck on Monday.", "", "", ""};
    const auto found = read(sample);
    REQUIRE(found.published);
    CHECK(found.published->rule == "dateline");
    CHECK(sample.body.substr(found.published->begin, found.published->end - found.published->begin) == "March 5, 2024");
    REQUIRE(found.event);
    CHECK(found.event->rule == "relative");
    CHECK(sample.body.substr(found.event->begin, found.event->end - found.event->begin) == "Monday");
    CHECK(read({"en", "Rebels took the town on 5 March 2024.", "2024-03-06", "", ""}).event->rule == "written");
}

TEST_CASE("what goes on for a third day began two days earlier", "[date_reader]") {
    check_event(GENERATE(
        Sample{"en", "Crowds filled the bridge for a third night on Monday.", "2025-04-15",
               "2025-04-12..2025-04-14", ""},
        Sample{"en", "Planes struck the port on Monday.", "2025-04-15", "2025-04-13..2025-04-14",
               "Port bombed for second straight day"},
        Sample{"fr", "La foule a tenu le pont lundi, au troisième jour de la grève.", "2025-04-15",
               "2025-04-12..2025-04-14", ""},
        Sample{"es", "Los mineros cerraron el lunes la carretera por segundo día.", "2025-04-15",
               "2025-04-13..2025-04-14", ""},
        Sample{"ru", "В понедельник третью ночь подряд горели склады.", "2025-04-15",
               "2025-04-12..2025-04-14", ""},
        Sample{"uk", "У понеділок третю добу горіли склади.", "2025-04-15", "2025-04-12..2025-04-14", ""},
        // It began on the day that is written.
        Sample{"en", "The town is without water for the fifth day since the pumps were hit on 11 April.", "2025-04-15",
               "2025-04-11..2025-04-15", ""}));
}

TEST_CASE("other days that are counted change nothing", "[date_reader]") {
    check_event(GENERATE(
        Sample{"en", "The Second Army took the ford on Monday.", "2025-04-15", "2025-04-14", ""},
        Sample{"en", "They will meet for a third day on Thursday.", "2025-04-15", "2025-04-17", ""},
        Sample{"en", "He fell on Monday. Rain came. Roads closed. It was the third day of Lent.", "2025-04-15",
               "2025-04-14", ""},
        Sample{"en", "Homes burned for a third day.", "", "", ""}));
}

TEST_CASE("a reader keeps nothing of the text before", "[date_reader]") {
    const ReportText dated{part_of("", "en"), part_of("KYIV, March 5, 2024 (Reuters) - Drones struck on Monday.", "en")};
    const ReportText plain{part_of("", "en"), part_of("Drones struck on Monday.", "en")};
    DateReader reader;
    REQUIRE(reader.read(dated, std::nullopt).event);
    const auto found = reader.read(plain, std::nullopt);
    CHECK_FALSE(found.published);
    CHECK_FALSE(found.event);
}

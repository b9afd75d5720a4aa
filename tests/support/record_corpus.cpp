#include "support/record_corpus.hpp"

#include "support/random.hpp"
#include "support/reference_generator.hpp"
#include "support/sample_reports.hpp"

#include <sitrep/schema/report_json.hpp>

namespace sitrep::test {
namespace {

constexpr const char* kNoWord = "?! ";

struct Script {
    const char* language;  // empty: to be detected
    std::vector<std::string> phrases;
};

/// Beside the four languages of the generated reports.
const std::vector<Script>& scripts() {
    static const std::vector<Script> kScripts{
        {"ar", {"وقف إطلاق النار ", "قصف المدينة ", "المساعدات الإنسانية ", "قال المبعوث ", "في السودان "}},
        {"zh", {"停火协议", "联合国特使", "人道主义援助", "冲突地区，", "周三抵达首都。"}},
        {"", {"Les forces armées ", "ont attaqué le marché ", "l'aide humanitaire ", "près de la frontière "}},
        {"uk", {"обстріл міста ", "гуманітарна допомога ", "прем'єр-міністр ", "угода про перемир'я "}},
        {"ja", {"停戦協定について", "カタカナの報告", "国連は発表した。"}},
        {"hi", {"युद्धविराम समझौता ", "मानवीय सहायता ", "सीमा के पास "}},
        {"he", {"הפסקת אש ", "סיוע הומניטרי ", "ליד הגבול "}},
        {"", {kNoWord, "— ", "2024-03 ", "a", "État-major ", "UN ", "ceasefire/truce "}},
    };
    return kScripts;
}

std::string text_of(const Script& script, Random& random, std::size_t most) {
    std::string text;
    for (std::size_t i = 1 + random.below(most); i > 0; --i) text += random.pick(script.phrases);
    return text;
}

schema::Report script_report(const std::string& id, Random& random) {
    const Script& script = random.pick(scripts());
    auto report = make_report(id, text_of(script, random, 60), script.language);
    if (random.percent(70)) report.title = text_of(script, random, 5);
    // Xapian's check takes positions in a document without words for an error.
    const bool has_words = script.phrases.front() != kNoWord;
    if (has_words && random.percent(50)) report.places = {"Bamako", "Port-au-Prince", "Київ"};
    if (random.percent(30)) report.fatalities = random.below(500);
    return report;
}

const std::string& refused_line(Random& random) {
    static const std::vector<std::string> kLines{
        "not a record", R"({"id": "x"})", R"({"id": "y", "body": "A bridge", "date": "2024-13"})", "[1]",
        R"({"id": "half", "body": "A bri)", std::string("{\"id\": \"z\", \"body\": \"\xFF\"}")};
    return random.pick(kLines);
}

}  // namespace

std::vector<std::string> record_corpus(std::uint32_t seed, std::size_t reports) {
    Random random(seed);
    std::vector<schema::Report> all;
    for (auto& generated : generate_reports(random, reports / 2)) all.push_back(generated.report);
    while (all.size() < reports) all.push_back(script_report("script-" + std::to_string(all.size()), random));
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < all.size(); ++i) {
        // Both kinds take turns.
        schema::Report report = all[i % 2 == 0 ? i / 2 : all.size() - 1 - i / 2];
        lines.push_back(report_to_json(report, schema::Inferred::LeaveOut));
        if (random.percent(4)) lines.push_back(refused_line(random));
        if (!random.percent(12)) continue;
        // An older id again, once or twice, now and then with another text.
        report = all[random.below(all.size())];
        for (std::size_t times = random.between(1, 2); times > 0; --times) {
            if (random.percent(60)) report.body += " Corrected " + std::to_string(random.below(9)) + ".";
            lines.push_back(report_to_json(report, schema::Inferred::LeaveOut));
        }
    }
    return lines;
}

std::vector<std::string> records_of_rare_words(std::size_t reports, std::size_t words) {
    constexpr std::string_view kConsonants = "bdfgklmnprstvz";
    constexpr std::string_view kVowels = "aeiou";
    std::vector<std::string> lines;
    std::size_t next = 0;
    for (std::size_t i = 0; i < reports; ++i) {
        std::string body = "ceasefire";
        for (std::size_t word = 0; word < words; ++word) {
            body += ' ';
            std::size_t number = 7919 * ++next;
            for (int syllable = 0; syllable < 5; ++syllable) {
                body += kConsonants[number % kConsonants.size()];
                number /= kConsonants.size();
                body += kVowels[number % kVowels.size()];
                number /= kVowels.size();
            }
        }
        lines.push_back(R"({"id": "rare-)" + std::to_string(i) + R"(", "language": "uk", "body": ")" + body + "\"}");
    }
    return lines;
}

std::string joined_lines(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

}  // namespace sitrep::test

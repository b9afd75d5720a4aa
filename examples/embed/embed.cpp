// Indexes three reports and searches them.
//   sitrep-embed DIR        makes the index in DIR
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include <sitrep/indexer/index_writer.hpp>
#include <sitrep/schema/error.hpp>
#include <sitrep/searcher/index_reader.hpp>

namespace {

using sitrep::schema::Report;
using sitrep::schema::ReportDate;

std::vector<Report> some_reports() {
    std::vector<Report> reports(3);
    reports[0].id = "swap";
    reports[0].title = "Warring sides exchange 84 prisoners";
    reports[0].body = "Ukraine and Russia exchanged prisoners of war at the border on Thursday.";
    reports[0].date = ReportDate::parse("2025-08-14");
    reports[0].countries = {"UKR", "RUS"};
    reports[1].id = "talks";
    reports[1].title = "Mediators propose a prisoner exchange";
    reports[1].body = "Talks in Muscat ended with a list of prisoners that both sides want back.";
    reports[1].date = ReportDate::parse("2024-07");
    reports[1].countries = {"YEM"};
    reports[2].id = "harvest";
    reports[2].title = "Grain harvest begins near the front";
    reports[2].body = "Farmers work between minefields, and exchange news of the shelling.";
    reports[2].countries = {"UKR"};
    return reports;
}

/// The text with its highlighted words between asterisks.
std::string marked(const sitrep::searcher::Snippet& snippet) {
    std::string out;
    std::size_t at = 0;
    for (const auto& [begin, end] : snippet.highlights) {
        out += snippet.text.substr(at, begin - at) + "*" + snippet.text.substr(begin, end - begin) +
               "*";
        at = end;
    }
    return out + snippet.text.substr(at);
}

void run(const std::string& dir) {
    sitrep::indexer::IndexWriter writer(dir);
    for (const auto& report : some_reports()) writer.put(report);
    writer.commit();

    const auto reader = sitrep::searcher::IndexReader::open(dir);
    const auto results =
        reader.search({.text = "prisoner exchange", .countries = {"Ukraine"}, .limit = 10});
    std::cout << results.total << " reports\n";
    for (const auto& hit : results.hits) std::cout << hit.id << ": " << marked(hit.snippet) << "\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: sitrep-embed DIR\n";
        return EXIT_FAILURE;
    }
    try {
        run(argv[1]);
    } catch (const sitrep::schema::Error& error) {
        std::cerr << error.message() << "\nhint: " << error.hint() << "\n";
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}

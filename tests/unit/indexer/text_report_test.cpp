#include <string>
#include <variant>

#include <sitrep/schema/utf8.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "inputs/text_report.hpp"

using sitrep::indexer::decode_text;
using sitrep::indexer::report_from_text;
using sitrep::schema::RecordFault;
using sitrep::schema::Report;
using sitrep::test::read_file;
using sitrep::test::sample_data;

namespace {

Report report(const std::string& text, const std::string& name = "wire/goma-january_2025.txt") {
    return std::get<Report>(report_from_text(text, name));
}

struct Encoded {
    std::string file;
    std::string phrase;  ///< that only the right encoding gives
};

}  // namespace

TEST_CASE("the sample texts are read in their encodings", "[text]") {
    const auto sample = GENERATE(values<Encoded>({
        {"port-au-prince-flights-november-2024.txt", "Port-au-Prince"},
        {"karabakh-september-2023-russian.txt", "Карабах"},
        {"abidjan-port-bouet-fevrier-2025.txt", "Port-Bouët"},
        {"ankara-prisoner-swap-august-2024.txt", "Ankara"},
        {"damascus-december-2024-arabic.txt", "دمشق"},
        {"catatumbo-desplazados-enero-2025.txt", "Catatumbo"},
    }));
    CAPTURE(sample.file);
    const auto text = decode_text(read_file(sample_data() / "plain" / sample.file));
    CHECK(sitrep::schema::is_valid_utf8(text));
    CHECK(text.find(sample.phrase) != std::string::npos);
    CHECK(text.find('\r') == std::string::npos);
    CHECK(text.find("\uFFFD") == std::string::npos);
    CHECK_FALSE(text.starts_with("\uFEFF"));
}

TEST_CASE("byte order marks decide on the encoding", "[text]") {
    using namespace std::string_literals;
    CHECK(decode_text("\xEF\xBB\xBF" "Kyiv") == "Kyiv");
    CHECK(decode_text("\xFF\xFEK\0y\0"s) == "Ky");
    CHECK(decode_text("\xFE\xFF\0K\0y"s) == "Ky");
    CHECK(sitrep::schema::is_valid_utf8(decode_text("\xFF\xFEK"s)));
}

TEST_CASE("line ends become line feeds", "[text]") { CHECK(decode_text("a\r\nb\rc\nd\r") == "a\nb\nc\nd\n"); }

TEST_CASE("western text without a mark is Windows-1252 with its quotation marks", "[text]") {
    CHECK(decode_text("L\x92" "arm\xE9" "e a d\xE9" "clar\xE9 que les n\xE9gociations continuaient \xE0 Paris.") ==
          "L’armée a déclaré que les négociations continuaient à Paris.");
}

TEST_CASE("any bytes at all become valid text", "[text]") {
    std::string bytes;
    for (int i = 1; i < 256; ++i) bytes += static_cast<char>(i);
    for (std::size_t begin = 0; begin < bytes.size(); ++begin) {
        CHECK(sitrep::schema::is_valid_utf8(decode_text(std::string_view(bytes).substr(begin))));
    }
}

TEST_CASE("the first line is the title and the rest the body", "[text]") {
    const auto made = report("\n\n  Talks open in Cairo  \n\nThe delegations met.\nThey spoke.\n\n");
    CHECK(made.title == "Talks open in Cairo");
    CHECK(made.body == "The delegations met.\nThey spoke.");
}

TEST_CASE("a first line that is too long for a title belongs to the body", "[text]") {
    const std::string line(201, 'x');
    const auto made = report(line + "\nmore");
    CHECK(made.title == "goma january 2025");
    CHECK(made.body == line + "\nmore");
    CHECK(report(std::string(200, 'x') + "\nmore").title.size() == 200);
}

TEST_CASE("a title's length is counted in characters", "[text]") {
    std::string line;
    for (int i = 0; i < 200; ++i) line += "й";
    CHECK(report(line + "\nmore").title == line);
}

TEST_CASE("a single line is the body, and the file's name the title", "[text]") {
    const auto made = report("The delegations met.\n");
    CHECK(made.title == "goma january 2025");
    CHECK(made.body == "The delegations met.");
}

TEST_CASE("the sample without a headline is titled by its name", "[text]") {
    const auto name = "myanmar-air-war-no-headline.txt";
    const auto made = report(read_file(sample_data() / "plain" / name), name);
    CHECK(made.title == "myanmar air war no headline");
}

TEST_CASE("a file without text is refused", "[text]") {
    const std::string text = GENERATE("", "  \n\t\r\n", "\xEF\xBB\xBF");
    const auto result = report_from_text(text, "empty.txt");
    REQUIRE(std::holds_alternative<RecordFault>(result));
    CHECK(std::get<RecordFault>(result).code == "no_text");
}

TEST_CASE("text with zero bytes that is no UTF-16 is refused", "[text]") {
    const auto parsed = report_from_text(std::string_view("\x7F" "ELF\0\0", 6), "a.txt");
    REQUIRE(std::holds_alternative<sitrep::schema::RecordFault>(parsed));
    CHECK(std::get<sitrep::schema::RecordFault>(parsed).code == "not_text");
    CHECK(std::holds_alternative<sitrep::schema::Report>(report_from_text(std::string_view("\xFF\xFE" "A\0", 4), "a.txt")));
}

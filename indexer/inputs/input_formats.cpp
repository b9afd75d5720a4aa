#include "input_formats.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <sitrep_internal/white_space.hpp>
#include <string>

namespace sitrep::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHeadBytes = 16U << 10U;

struct Ending {
    std::string_view ending;
    InputFormat format;
};
constexpr std::array<Ending, 4> kEndings{{{".jsonl", InputFormat::Jsonl},
                                          {".ndjson", InputFormat::Jsonl},
                                          {".txt", InputFormat::Text},
                                          {".text", InputFormat::Text}}};

constexpr UnreadFormat kTable{"a table (CSV, TSV)", "make a JSON object of each row, one a line"};
constexpr UnreadFormat kPage{"a page or feed in HTML or XML", "make text or JSON Lines of it"};
constexpr UnreadFormat kPdf{"a PDF file", "make text of it, with pdftotext for instance"};
constexpr UnreadFormat kOffice{"an office document", "save it as text"};
constexpr UnreadFormat kPacked{"packed",
                               "unpack it; - reads standard input: zcat FILE | sitrep index -"};
constexpr UnreadFormat kList{"one JSON list", "make JSON Lines of it: jq -c '.[]' FILE"};

struct UnreadEnding {
    std::string_view ending;
    const UnreadFormat* format;
};
constexpr std::array<UnreadEnding, 33> kUnreadEndings{{
    {".csv", &kTable},   {".tsv", &kTable},   {".tab", &kTable},  {".html", &kPage},
    {".htm", &kPage},    {".xhtml", &kPage},  {".xml", &kPage},   {".rss", &kPage},
    {".atom", &kPage},   {".pdf", &kPdf},     {".doc", &kOffice}, {".docx", &kOffice},
    {".xls", &kOffice},  {".xlsx", &kOffice}, {".ppt", &kOffice}, {".pptx", &kOffice},
    {".odt", &kOffice},  {".ods", &kOffice},  {".odp", &kOffice}, {".rtf", &kOffice},
    {".epub", &kOffice}, {".zip", &kPacked},  {".gz", &kPacked},  {".tgz", &kPacked},
    {".bz2", &kPacked},  {".xz", &kPacked},   {".zst", &kPacked}, {".lz4", &kPacked},
    {".7z", &kPacked},   {".rar", &kPacked},  {".tar", &kPacked}, {".z", &kPacked},
    {".br", &kPacked},
}};

struct UnreadBeginning {
    std::string_view bytes;
    const UnreadFormat* format;
};
constexpr std::array<UnreadBeginning, 11> kUnreadBeginnings{{
    {"%PDF-"sv, &kPdf},
    {"{\\rtf"sv, &kOffice},
    {"\xD0\xCF\x11\xE0\xA1\xB1"sv, &kOffice},
    {"PK\x03\x04"sv, &kPacked},
    {"\x1F\x8B"sv, &kPacked},
    {"\x1F\x9D"sv, &kPacked},
    {"BZh"sv, &kPacked},
    {"\xFD"
     "7zXZ\0"sv,
     &kPacked},
    {"\x28\xB5\x2F\xFD"sv, &kPacked},
    {"7z\xBC\xAF\x27\x1C"sv, &kPacked},
    {"Rar!\x1A\x07"sv, &kPacked},
}};

constexpr std::array kPageBeginnings{"<!doctype"sv, "<html"sv, "<?xml"sv, "<head"sv,
                                     "<body"sv,     "<rss"sv,  "<feed"sv};

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return std::tolower(c); });
    return out;
}

/// What the file begins with behind a byte order mark and blank lines.
std::string_view first_text(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    return schema::without_leading(head, schema::kSpace);
}

bool is_page(std::string_view text) {
    const std::string begin = lower(text.substr(0, 16));
    return std::ranges::any_of(kPageBeginnings,
                               [&](std::string_view known) { return begin.starts_with(known); });
}

bool is_list(std::string_view text) {
    return text.starts_with('[') &&
           schema::without_leading(text.substr(1), " \t\r\n").starts_with('{');
}

std::string_view take_line(std::string_view& text) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// The names of columns as programs write them: prose has a space behind a comma.
bool is_header(std::string_view line, char separator) {
    const auto is_in_name = [&](unsigned char c) {
        return std::isalnum(c) != 0 || "_.-\"' "sv.find(static_cast<char>(c)) != std::string::npos;
    };
    bool is_begin = true;
    for (const char c : line) {
        if (is_begin && (c == separator || c == ' ')) return false;
        is_begin = c == separator;
        if (!is_begin && !is_in_name(static_cast<unsigned char>(c))) return false;
        if (c == ' ' && separator != '\t') return false;
    }
    return !is_begin;
}

bool is_table(std::string_view text) {
    constexpr std::ptrdiff_t kFewestSeparators = 2;
    const auto header = take_line(text);
    const auto row = take_line(text);
    return std::ranges::any_of("\t,;"sv, [&](char separator) {
        const auto count = std::ranges::count(header, separator);
        return count >= kFewestSeparators && std::ranges::count(row, separator) >= count &&
               is_header(header, separator);
    });
}

}  // namespace

std::optional<InputFormat> format_by_name(const std::filesystem::path& path) {
    const auto* found =
        std::ranges::find(kEndings, lower(path.extension().string()), &Ending::ending);
    if (found == kEndings.end()) return std::nullopt;
    return found->format;
}

InputFormat format_by_content(std::string_view head) {
    return first_text(head).starts_with('{') ? InputFormat::Jsonl : InputFormat::Text;
}

std::optional<UnreadFormat> unread_format(const std::filesystem::path& path,
                                          std::string_view head) {
    const auto ending = lower(path.extension().string());
    const auto* by_name = std::ranges::find(kUnreadEndings, ending, &UnreadEnding::ending);
    if (by_name != kUnreadEndings.end()) return *by_name->format;
    for (const auto& beginning : kUnreadBeginnings) {
        if (head.starts_with(beginning.bytes)) return *beginning.format;
    }
    const auto text = first_text(head);
    if (is_page(text)) return kPage;
    if (is_list(text)) return kList;
    if (is_table(text)) return kTable;
    return std::nullopt;
}

std::string head_of(const std::filesystem::path& path) {
    std::string head(kHeadBytes, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    return head;
}

}  // namespace sitrep::indexer

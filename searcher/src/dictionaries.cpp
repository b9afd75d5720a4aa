#include "dictionaries.hpp"

#include <charconv>
#include <fstream>
#include <optional>

#include <sitrep/schema/index_layout.hpp>
#include <sitrep/schema/report_packing.hpp>

namespace sitrep::searcher {
namespace {

constexpr unsigned kRemoteTimeoutMs = 10000;

/// `HOST:PORT` of a stub's line; nothing if it names a program instead.
std::optional<Xapian::Database> open_remote(const std::string& address) {
    const auto colon = address.rfind(':');
    if (colon == 0 || colon == std::string::npos) return std::nullopt;
    unsigned port = 0;
    const char* const end = address.data() + address.size();
    const auto [stop, error] = std::from_chars(address.data() + colon + 1, end, port);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return Xapian::Remote::open(address.substr(0, colon), port, kRemoteTimeoutMs);
}

/// The database that a line of a stub names; nothing for a comment.
std::optional<Xapian::Database> open_line(const std::filesystem::path& dir,
                                          const std::string& line) {
    const auto space = line.find(' ');
    if (line.empty() || line.front() == '#' || space == std::string::npos) return std::nullopt;
    const std::string rest = line.substr(space + 1);
    if (line.starts_with("remote ")) return open_remote(rest);
    return Xapian::Database((dir / rest).string());
}

}  // namespace

/// Of several databases Xapian gives the metadata of the first only.
std::vector<std::string> dictionaries_of(const std::filesystem::path& dir,
                                         const Xapian::Database& database) {
    std::vector<std::string> dictionaries{database.get_metadata(schema::kDictionaryKey)};
    std::ifstream stub(dir / schema::kStubName);
    if (!stub || schema::published_generation(dir)) return dictionaries;
    for (std::string line; std::getline(stub, line);) {
        if (const auto one = open_line(dir, line)) {
            dictionaries.push_back(one->get_metadata(schema::kDictionaryKey));
        }
    }
    return dictionaries;
}

}  // namespace sitrep::searcher

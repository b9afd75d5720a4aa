#include "fuzz_targets.hpp"
#include "query_parser.hpp"

#include <chrono>

#include <sitrep/schema/error.hpp>

namespace sitrep::fuzz {

void run_query(std::string_view bytes) {
    using namespace std::chrono_literals;
    constexpr std::chrono::sys_days kToday{2025y / 3 / 1};
    try {
        const auto root = searcher::parse_query(bytes, kToday);
        require(bytes.empty() || !searcher::print_query(root).empty(), "a query can be printed");
    } catch (const schema::Error& error) {
        require(error.code() == schema::ErrorCode::QuerySyntax,
                "a query has errors of syntax only");
        require(error.offset() && *error.offset() <= bytes.size(),
                "an error lies within the query");
    }
}

}  // namespace sitrep::fuzz

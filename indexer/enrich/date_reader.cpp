#include "date_reader.hpp"

namespace sitrep::indexer {

FoundDates read_dates(const ReportText&, std::string_view,
                      const std::optional<schema::ReportDate>&) {
    return {};
}

}  // namespace sitrep::indexer

#include "rejects_scope.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <sitrep/schema/utf8.hpp>

namespace sitrep::indexer {

StaysRefused all_but_records_of(const InputList& inputs) {
    std::set<std::string> places;
    for (const auto& file : inputs.files) {
        places.insert(schema::repair_utf8(file.place.empty() ? file.name : file.place));
    }
    std::vector<std::string> folders;
    for (const auto& root : inputs.roots) {
        if (!root.name.empty()) folders.push_back(schema::repair_utf8(root.name) + "/");
    }
    return [places = std::move(places), folders = std::move(folders)](const RawRecord& record) {
        const auto holds = [&](const std::string& folder) {
            return record.place.starts_with(folder);
        };
        return !places.contains(record.place) && std::ranges::none_of(folders, holds);
    };
}

StaysRefused all_but_retried(const InputList& inputs) {
    std::set<std::pair<std::string, std::uint64_t>> retried;
    for (const auto& file : inputs.files) {
        const auto source = open_source(file, {});
        for (RawRecord record; source->next(record); record = {}) {
            if (record.is_retried) retried.emplace(std::move(record.place), record.number);
        }
    }
    return [retried = std::move(retried)](const RawRecord& record) {
        return !retried.contains({record.place, record.number});
    };
}

}  // namespace sitrep::indexer
